import type { Jour } from '../../domain/dates.ts';
import { essayer } from './aligner.ts';
import { joursOuvres } from './calendrier.ts';
import { periodeDe, reunirPoints } from './joindre.ts';
import { pointOuNu } from './lire-point.ts';
import type { PlageLue, Point } from './point.ts';

const LIEN = /\s*,?\s*(?:puis|et)\s+(?:aussi\s+|encore\s+)?(?=le\s|la\s|\d|[a-z]+di\b)(?:la\s+)?/y;
/** Le jour ajouté ouvre une autre période ou porte ses propres heures : il ne prolonge rien. */
const AUTRE_PERIODE = /^\s*(?:au|a|jusqu|-)\b|^\s*[:,]?\s*(?:\d+(?:[.,]\d+)?\s*h|[a-z]+\s+heures?\b)/;
const JOURS: ReadonlySet<Point['genre']> = new Set(['quantieme', 'nomme', 'fixe']);

/** « du 9 au 12 octobre et le 13 » : le mois déjà dit vaut pour le jour ajouté. */
const duMemeMois = (ajout: Point, fin: Point): Point =>
  ajout.genre === 'quantieme' && fin.genre === 'quantieme' && ajout.mois === null && ajout.jour > fin.jour
    ? { ...ajout, mois: fin.mois, an: fin.an }
    : ajout;

interface PlageJointe {
  readonly plage: PlageLue;
  readonly debut: Point;
  readonly fin: Point;
}

/** « du 9 au 12 puis le 13 » : un jour de plus ; loin du reste, on le fait confirmer. */
export const prolonger = (plie: string, { plage, debut, fin }: PlageJointe, aujourdhui: Jour): PlageLue => {
  const lien = essayer(LIEN, plie, plage.fin);
  const lu = lien && pointOuNu(plie, plage.fin + lien[0].length, aujourdhui);
  if (
    !lu ||
    plage.resolution.type !== 'periode' ||
    !JOURS.has(lu.point.genre) ||
    AUTRE_PERIODE.test(plie.slice(lu.fin))
  )
    return plage;
  const ajout = duMemeMois(lu.point, fin);
  const bout = periodeDe(reunirPoints([fin, ajout], aujourdhui));
  const total = reunirPoints([debut, fin, ajout], aujourdhui);
  const reunie = periodeDe(total);
  if (total.type !== 'periode' || !bout || !reunie) return plage;
  // Vendredi et lundi se touchent.
  const voisin = joursOuvres(bout) <= 2 && reunie.au === bout.au;
  return { resolution: voisin ? total : { type: 'ambigue', possibles: [reunie], preferee: reunie }, fin: lu.fin };
};
