import type { Ecriture, LigneHeures, Origine } from '../heures.ts';

/** Mois arrêté, par qui et quand. */
export interface Validation {
  readonly id: string;
  /** `AAAA-MM`. */
  readonly mois: string;
  readonly origine: Origine;
}

/** Mois qui compte pour une ligne : celui de son dernier jour, comme pour les indicateurs. */
export const moisDeLigne = ({ fin }: Pick<LigneHeures, 'fin'>): string => fin.slice(0, 7);

/** Applique une écriture aux mois validés ; annuler une validation rouvre son mois. */
export const appliquerValidation = (validations: Map<string, Validation>, ecriture: Ecriture): void => {
  if (ecriture.type === 'validation') {
    const { id, mois, origine } = ecriture;
    if (!validations.has(mois)) validations.set(mois, { id, mois, origine });
  } else if (ecriture.type === 'annulation') {
    for (const [mois, { id }] of validations) if (id === ecriture.vise) validations.delete(mois);
  }
};

/** Mois validés après toutes les écritures, par mois. */
export const rejouerValidations = (ecritures: readonly Ecriture[]): Map<string, Validation> => {
  const validations = new Map<string, Validation>();
  for (const ecriture of ecritures) appliquerValidation(validations, ecriture);
  return validations;
};
