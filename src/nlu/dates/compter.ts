import { decalerJour, type Jour, moisDe, type Periode, semaineDe } from '../../domain/dates.ts';
import { construire, plusJours, unJour } from './calendrier.ts';
import { lirePetitNombre } from './lexique.ts';
import type { Point } from './point.ts';
import { anneeDecalee } from './resoudre.ts';

const fixe = (periode: Periode): Point => ({ genre: 'fixe', periode });
const jour = (valeur: Jour): Point => fixe(unJour(valeur));
const moisPasse = (aujourdhui: Jour, nombre: number): Periode =>
  moisDe(decalerJour(moisDe(aujourdhui).du, { months: -nombre }));

/** « il y a 3 jours », « il y a deux semaines ». */
export const ilYA = (groupes: RegExpExecArray, aujourdhui: Jour): Point | null => {
  const nombre = lirePetitNombre(groupes[1] ?? '');
  const unite = groupes[2] ?? '';
  if (nombre === null) return null;
  if (unite.startsWith('j')) return jour(plusJours(aujourdhui, -nombre));
  if (unite.startsWith('s')) {
    const cible = plusJours(aujourdhui, -7 * nombre);
    return { genre: 'fixe', periode: unJour(cible), large: semaineDe(cible) };
  }
  if (unite.startsWith('m')) return fixe(moisPasse(aujourdhui, nombre));
  return fixe(anneeDecalee(aujourdhui, -nombre));
};

/** « le 3 du mois dernier ». */
export const jourDuMois = (quantieme: number | null, { du }: Periode): Point | null => {
  if (quantieme === null) return null;
  const trouve = construire(Number(du.slice(0, 4)), Number(du.slice(5, 7)), quantieme);
  return trouve ? jour(trouve) : { genre: 'impossible' };
};

/** « les deux dernières semaines » : les dernières finies, à confirmer. */
export const derniersDe = (groupes: RegExpExecArray, aujourdhui: Jour): Point | null => {
  const nombre = lirePetitNombre(groupes[1] ?? '');
  const unite = groupes[2] ?? '';
  if (nombre === null || nombre < 1) return null;
  const preferee = unite.startsWith('j')
    ? { du: plusJours(aujourdhui, -nombre), au: plusJours(aujourdhui, -1) }
    : unite.startsWith('s')
      ? { du: semaineDe(plusJours(aujourdhui, -7 * nombre)).du, au: semaineDe(plusJours(aujourdhui, -7)).au }
      : { du: moisPasse(aujourdhui, nombre).du, au: moisPasse(aujourdhui, 1).au };
  return { genre: 'ambigu', possibles: [preferee], preferee };
};
