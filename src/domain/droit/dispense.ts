import type { Jour } from '../dates.ts';
import { dispenseDu, type Seuils } from './seuils.ts';
import type { Situation } from './situation.ts';

/** Peut-on acheter ce montant sans publicité ni mise en concurrence ? */
export type Dispense =
  | { readonly type: 'possible' | 'impossible'; readonly seuil: number; readonly travaux: boolean }
  /** Le contrat n'est pas dit, et il change la réponse. */
  | { readonly type: 'selon'; readonly fournitures: number; readonly travaux: number };

/** Juge la dispense de procédure d'un montant, un jour donné ; null si rien ne permet de trancher. */
export const jugerDispense = ({ montant, contrat }: Situation, jour: Jour, seuils: Seuils): Dispense | null => {
  const periode = dispenseDu(seuils, jour);
  if (montant === null || periode === null || contrat === 'concession') return null;
  const trancher = (seuil: number, travaux: boolean): Dispense => ({
    type: montant < seuil ? 'possible' : 'impossible',
    seuil,
    travaux,
  });
  if (contrat === 'travaux') return periode.travaux === null ? null : trancher(periode.travaux, true);
  if (contrat !== null || montant < periode.fournitures) return trancher(periode.fournitures, false);
  if (periode.travaux === null) return null;
  return montant < periode.travaux
    ? { type: 'selon', fournitures: periode.fournitures, travaux: periode.travaux }
    : trancher(periode.travaux, true);
};
