import type { Choix } from '../kit/reply.ts';
import type { Homonyme } from '../services.ts';
import { nommerPersonne } from './messages.ts';

/** Un bouton par personne du même nom ; il envoie son code. */
export const choixHomonymes = (homonymes: readonly Homonyme[]): Choix[] =>
  homonymes.map((une) => ({
    titre: [une.sexe === 'F' ? 'Mme' : une.sexe === 'M' ? 'M.' : '', nommerPersonne(une)].join(' ').trim(),
    valeur: une.code,
  }));

const FEMME = /^(?:c['’]est |pour |plut[oô]t )?(?:la |une |mme|madame|mlle|elle|femme|dame)/i;
const HOMME = /^(?:c['’]est |pour |plut[oô]t )?(?:le |un |m\.?$|mr\.?$|monsieur|lui|homme)/i;
const MOTS = /^[\p{L}'’. ]{1,24}$/u;

/** « mme », « le monsieur » : le bouton que ces mots désignent, quand un seul leur répond ; sinon le texte. */
export const lireChoix = (texte: string, propositions: readonly Choix[]): string => {
  const dit = texte.trim();
  if (!MOTS.test(dit)) return texte;
  const debut = FEMME.test(dit) ? 'Mme ' : HOMME.test(dit) ? 'M. ' : null;
  const possibles = debut === null ? [] : propositions.filter(({ titre }) => titre.startsWith(debut));
  return possibles.length === 1 ? (possibles[0]?.valeur ?? texte) : texte;
};
