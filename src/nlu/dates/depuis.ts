import { annee, type Jour, moisDe, semaineDe } from '../../domain/dates.ts';
import { essayer } from './aligner.ts';
import { trimestre, unJour } from './calendrier.ts';
import { etendre, periodeDe } from './joindre.ts';
import { pointOuNu } from './lire-point.ts';
import type { PlageLue, Resolution } from './point.ts';
import { resoudre } from './resoudre.ts';

const DEPUIS = /(?:depuis|a partir d[ue']|a compter d[ue'])\s*(?:le\s+|l'|du\s+)?/y;
const DEBUT_DE =
  /(?:depuis|a partir du)\s+(?:le\s+)?(?:debut|1er|premier)\s+(?:jour\s+)?(?:du|de l'|de la|de ce|de cette)\s*(mois|annee|semaine|trimestre)\b/y;
const JUSQUA = /\s*,?\s*(?:et\s+)?jusqu'? ?(?:au|a)\s+(?:le\s+|la\s+)?/y;

/** Premier jour de la semaine, du mois, du trimestre ou de l'année en cours. */
const debutDe = (unite: string, aujourdhui: Jour): Jour => {
  const an = Number(aujourdhui.slice(0, 4));
  if (unite === 'semaine') return semaineDe(aujourdhui).du;
  if (unite === 'mois') return moisDe(aujourdhui).du;
  if (unite === 'annee') return annee(an).du;
  return trimestre(an, Math.ceil(Number(aujourdhui.slice(5, 7)) / 3)).du;
};

/** De ce début au jour dit par « jusqu'au », sinon à aujourd'hui. */
const etendreJusqua = (
  plie: string,
  debut: { readonly resolution: Resolution; readonly fin: number },
  aujourdhui: Jour,
): PlageLue => {
  const lien = essayer(JUSQUA, plie, debut.fin);
  const bout = lien && pointOuNu(plie, debut.fin + lien[0].length, aujourdhui);
  const fin: Resolution = bout ? resoudre(bout.point, aujourdhui) : { type: 'periode', periode: unJour(aujourdhui) };
  return { resolution: etendre(debut.resolution, fin), fin: bout?.fin ?? debut.fin };
};

/** « depuis lundi », « depuis le début du mois jusqu'au 13 » : jusqu'à aujourd'hui si la fin n'est pas dite. */
export const lireDepuis = (plie: string, place: number, aujourdhui: Jour): PlageLue | null => {
  const unite = essayer(DEBUT_DE, plie, place);
  if (unite) {
    const du = unJour(debutDe(unite[1] ?? '', aujourdhui));
    const debut = { resolution: { type: 'periode', periode: du }, fin: place + unite[0].length } as const;
    return etendreJusqua(plie, debut, aujourdhui);
  }
  const intro = essayer(DEPUIS, plie, place);
  const debut = intro && pointOuNu(plie, place + intro[0].length, aujourdhui);
  if (!debut) return null;
  const resolu = resoudre(debut.point, aujourdhui);
  const periode = periodeDe(resolu);
  if (!periode || periode.du > aujourdhui) return { resolution: resolu, fin: debut.fin };
  return etendreJusqua(plie, { resolution: resolu, fin: debut.fin }, aujourdhui);
};

/** « jusqu'au 20 », « avant le 20 » : on ne sait pas d'où partir. */
export const lireBorne = (plie: string, place: number, aujourdhui: Jour): PlageLue | null => {
  const intro = essayer(/(?:jusqu'? ?(?:au|a)|avant|apres)\s+(?:le\s+|la\s+)?/y, plie, place);
  const point = intro && pointOuNu(plie, place + intro[0].length, aujourdhui);
  return point && point.point.genre !== 'fixe'
    ? { resolution: { type: 'ambigue', possibles: [], preferee: null }, fin: point.fin }
    : null;
};
