import { essayer } from '../dates/aligner.ts';
import type { Duree } from './duree.ts';

export type Unite = NonNullable<Duree['par']>;

const PAR =
  /\s*(?:(?:par|\/|chaque|tous les|toutes les|a la|la)\s*(jours?|journees?|j|semaines?|sem|mois)(?![a-z])|(quotidien(?:ne)?s?|journalier(?:e)?s?)|(hebdo(?:madaire)?s?)|(mensuel(?:le)?s?))/y;

export const uniteDe = (mot: string): Unite =>
  mot.startsWith('j') ? 'jour' : mot.startsWith('s') ? 'semaine' : 'mois';

/** « par jour », « /semaine », « hebdo ». */
export const frequence = (plie: string, place: number): { readonly unite: Unite; readonly fin: number } | null => {
  const par = essayer(PAR, plie, place);
  if (!par) return null;
  const unite = par[1] ? uniteDe(par[1]) : par[2] ? 'jour' : par[3] ? 'semaine' : 'mois';
  return { unite, fin: place + par[0].length };
};
