import type { GenreBesoin } from '../domain/territoire/besoins.ts';
import { plier } from './normaliser.ts';

const HEURES =
  /\b(?:titulaire|attributaire|heures?|recrut\w*|embauch\w*|candidats?|profils?|salaries?|entreprise|realiser|executer)\b/;
const MARCHE =
  /\b(?:marches?|lots?|chantiers?|travaux|appels? d'offres|consultations?|acheteu\w*|rediger|clauses?|dce|ccap|concession|prestations?)\b/;

/** Pour quoi l'on cherchait un facilitateur, d'après les seuls mots du métier. */
export const lireGenreBesoin = (texte: string): GenreBesoin => {
  const plie = plier(texte);
  if (HEURES.test(plie)) return 'realiser-heures';
  return MARCHE.test(plie) ? 'preparer-marche' : 'trouver-contact';
};
