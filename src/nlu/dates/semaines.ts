import { type Jour, semaineDe } from '../../domain/dates.ts';
import { essayer } from './aligner.ts';
import { joindre, periodeDe, reunirPoints } from './joindre.ts';
import { pointOuNu } from './lire-point.ts';
import type { PlageLue, Point } from './point.ts';
import { resoudre } from './resoudre.ts';

/** « la semaine du 9 novembre » : du lundi au dimanche. */
export const lireSemaineDu = (plie: string, place: number, aujourdhui: Jour): PlageLue | null => {
  const intro = essayer(/(?<!par |\/ ?|chaque )(?:la\s+)?(?:semaine|sem\.?)\s+(?:du|de)\s+/y, plie, place);
  const point = intro && pointOuNu(plie, place + intro[0].length, aujourdhui);
  if (!point || (point.point.genre !== 'quantieme' && point.point.genre !== 'nomme')) return null;
  const resolu = resoudre(point.point, aujourdhui);
  const periode = periodeDe(resolu);
  if (!periode) return { resolution: resolu, fin: point.fin };
  return { resolution: { type: 'periode', periode: semaineDe(periode.du) }, fin: point.fin };
};

/** « les semaines 44, 45 et 46 » : de la première à la dernière. */
export const lireListeSemaines = (plie: string, place: number, aujourdhui: Jour): PlageLue | null => {
  const trouve = essayer(
    /(?:les\s+)?(?:semaines|sem\.?|s)\s*(\d{1,2}(?:\s*,\s*(?:s\s?)?\d{1,2})+\s*(?:,|et|&)\s*(?:s\s?)?\d{1,2})(?!\d|\s*(?:h(?:\b|\d|eu|r)|\/|jours?|ans))/y,
    plie,
    place,
  );
  const rangs = (trouve?.[1] ?? '').match(/\d+/g)?.map(Number) ?? [];
  if (!trouve || rangs.some((rang) => rang < 1 || rang > 53)) return null;
  const points = rangs.map((rang): Point => ({ genre: 'rang', unite: 'semaine', rang, an: null }));
  return { resolution: reunirPoints(points, aujourdhui), fin: place + trouve[0].length };
};

/** « semaines 44 à 46 », « les semaines 45 et 46 ». */
export const lireSemaines = (plie: string, place: number, aujourdhui: Jour): PlageLue | null => {
  const trouve = essayer(
    /(?:les\s+)?(?:semaines?|sem\.?|s)\s*(\d{1,2})(?:\s*(?:a|au|et|&|jusqu'a)\s*(?:(?:la\s+)?(?:semaine|sem\.?|s)\s*)?|-|\s*-\s*(?:semaine|sem\.?|s)\s*)(\d{1,2})(?!\d|\s*(?:h(?:\b|\d|eu|r)|\/|jours?|ans))/y,
    plie,
    place,
  );
  if (!trouve) return null;
  const semaine = (rang: string | undefined): Point => ({
    genre: 'rang',
    unite: 'semaine',
    rang: Number(rang),
    an: null,
  });
  return { resolution: joindre(semaine(trouve[1]), semaine(trouve[2]), aujourdhui), fin: place + trouve[0].length };
};
