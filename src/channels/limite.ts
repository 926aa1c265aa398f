/** Au plus tant de requêtes par minute, ou sans limite (pour mesurer). */
export type RateLimit = 'off' | { readonly parMinute: number };

const MINUTE = 60_000;
const CLES_MAX = 20_000;

/** Vrai tant que `cle` n'a pas dépassé `facteur` fois la limite pendant la minute en cours. */
export type Permettre = (cle: string, facteur?: number) => boolean;

/** Compte les requêtes par clé dans une fenêtre d'une minute ; la mémoire est bornée. */
export const createRateLimit = (limite: RateLimit, maintenant: () => number): Permettre => {
  if (limite === 'off') return () => true;
  let debut = maintenant();
  let comptes = new Map<string, number>();
  return (cle, facteur = 1) => {
    if (maintenant() - debut >= MINUTE || comptes.size > CLES_MAX) {
      debut = maintenant();
      comptes = new Map();
    }
    const compte = (comptes.get(cle) ?? 0) + 1;
    comptes.set(cle, compte);
    return compte <= limite.parMinute * facteur;
  };
};
