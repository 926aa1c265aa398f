import { cleDe, estLiaison } from './cles.ts';
import type { Portee } from './contexte.ts';
import type { IndexLieux, Nom } from './index-lieux.ts';
import type { Jeton } from './message.ts';
import { PREPOSITIONS } from './vocabulaire.ts';

/** Seule une ville de cette taille se dit avec son quartier : « Lille-Fives », « Amiens-Nord ». */
const POPULATION_VILLE = 10_000;

/** La ville en tête d'un nom composé inconnu ; « Lille-sur-Machin » reste un inconnu. */
export const villeEnTete = (jetons: readonly Jeton[], { debut, fin }: Portee, index: IndexLieux): Nom | null => {
  for (let coupe = fin - 1; coupe > debut; coupe--) {
    const suivant = jetons[coupe];
    if (!suivant?.lie || estLiaison(suivant.cle) || PREPOSITIONS.has(suivant.plie)) continue;
    const cle = cleDe(jetons.slice(debut, coupe).map((jeton) => jeton.cle));
    const ville = (index.exacts.get(cle) ?? []).find(
      ({ commune, population }) => commune && population >= POPULATION_VILLE,
    );
    if (ville) return ville;
  }
  return null;
};
