import { decalerJour, type Jour } from '../dates.ts';
import type { Facilitateur } from '../territoire.ts';

/** Au-delà, une information est dite ancienne. */
const MOIS_DE_CONFIANCE = 24;

/** De quand date ce qu'on sait d'une structure, et s'il faut le faire confirmer. */
export type Fraicheur =
  | { readonly type: 'confirmee'; readonly le: Jour; readonly ancienne: boolean }
  | { readonly type: 'publique'; readonly annee: string; readonly ancienne: boolean }
  | { readonly type: 'non-datee' };

/** Le jour de confirmation s'il existe, sinon l'année de la source, comptée jusqu'à son dernier jour. */
export const lireFraicheur = ({ verifieLe, source }: Facilitateur, aujourdhui: Jour): Fraicheur => {
  const limite = decalerJour(aujourdhui, { months: -MOIS_DE_CONFIANCE });
  if (verifieLe !== null) return { type: 'confirmee', le: verifieLe, ancienne: verifieLe < limite };
  const annee = /\b(?:19|20)\d\d\b/.exec(source.annee)?.[0];
  if (annee === undefined) return { type: 'non-datee' };
  return { type: 'publique', annee, ancienne: `${annee}-12-31` < limite };
};
