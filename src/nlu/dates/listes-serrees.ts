import type { Jour } from '../../domain/dates.ts';
import { essayer } from './aligner.ts';
import { reunirPoints } from './joindre.ts';
import { lireMois } from './lexique.ts';
import type { PlageLue, Point } from './point.ts';

const LISTE =
  /(?:les?\s+|du\s+)?(\d{1,2}(?:\s?[,/]\s?\d{1,2})+(?:\s?(?:et|&)\s?\d{1,2})?)\s?([a-z]{3,10})\b\.?(?:\s+(20\d{2})(?!\d))?/y;

/** « 16,17,18 nov », « 16/17 novembre » : des quantièmes qui se suivent, collés, avant leur mois. */
export const lireListeSerree = (plie: string, place: number, aujourdhui: Jour): PlageLue | null => {
  const trouve = essayer(LISTE, plie, place);
  const mois = trouve && lireMois(trouve[2] ?? '');
  const jours = (trouve?.[1]?.match(/\d+/g) ?? []).map(Number);
  const croissants = jours.every((jour, i) => jour >= 1 && jour <= 31 && (i === 0 || jour > (jours[i - 1] ?? 0)));
  if (!trouve || !mois || !croissants) return null;
  const an = trouve[3] ? Number(trouve[3]) : null;
  const points = jours.map((jour): Point => ({ genre: 'quantieme', jour, mois, an, semaine: null }));
  const resolution = reunirPoints(points, aujourdhui);
  const fin = place + trouve[0].length;
  const [premier = 0, second = 0, ...autres] = jours;
  // « 9/12 nov » : du 9 au 12, ou ces deux jours ? On fait confirmer.
  const doute = autres.length === 0 && second !== premier + 1 && resolution.type === 'periode';
  if (!doute) return { resolution, fin };
  return { resolution: { type: 'ambigue', possibles: [resolution.periode], preferee: resolution.periode }, fin };
};
