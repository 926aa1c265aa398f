import type { Lieu } from '../../domain/territoire.ts';
import { cleDe, estLiaison } from './cles.ts';
import type { Portee } from './contexte.ts';
import type { IndexLieux } from './index-lieux.ts';
import type { Jeton } from './message.ts';
import { PREPOSITIONS } from './vocabulaire.ts';

/** Seule une ville de cette taille se dit avec son quartier : « Lille-Fives », « Amiens-Nord ». */
const POPULATION_VILLE = 10_000;

const villeDe = (jetons: readonly Jeton[], { debut, fin }: Portee, index: IndexLieux): Lieu | null => {
  const cle = cleDe(jetons.slice(debut, fin).map((jeton) => jeton.cle));
  const noms = index.exacts.get(cle) ?? [];
  return noms.find(({ commune, population }) => commune && population >= POPULATION_VILLE)?.lieux[0] ?? null;
};

/** Les villes d'un nom composé inconnu (« Lille-Fives », « Roubaix-Tourcoing ») ; « Lille-sur-Machin » reste un inconnu. */
export const villesDuCompose = (jetons: readonly Jeton[], { debut, fin }: Portee, index: IndexLieux): Lieu[] => {
  for (let coupe = fin - 1; coupe > debut; coupe--) {
    const suivant = jetons[coupe];
    if (!suivant?.lie || estLiaison(suivant.cle) || PREPOSITIONS.has(suivant.plie)) continue;
    const ville = villeDe(jetons, { debut, fin: coupe }, index);
    const autre = villeDe(jetons, { debut: coupe, fin }, index);
    if (ville) return autre ? [ville, autre] : [ville];
  }
  return [];
};
