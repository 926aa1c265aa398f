import type { Seuils } from '../../src/domain/droit/seuils.ts';
import type { Situation } from '../../src/domain/droit/situation.ts';
import type { Fiche } from '../../src/domain/droit.ts';
import { formatMontant } from '../kit/format.ts';

/** Fiches où un montant d'achats annuels dit si le schéma est obligatoire. */
const CONCERNEES: ReadonlySet<string> = new Set(['spaser-seuil', 'spaser-qui', 'spaser-commun']);

/** Première ligne d'une réponse sur le SPASER, quand la question dit combien on achète par an ; null sinon. */
export const jugerSpaser = ({ montant }: Situation, { id }: Fiche, { spaser }: Seuils): string | null => {
  if (montant === null || !CONCERNEES.has(id)) return null;
  const [dit, seuil] = [formatMontant(montant), formatMontant(spaser.montant)];
  return montant > spaser.montant
    ? `${dit} HT d’achats par an : **oui**, c’est plus que ${seuil} HT, le SPASER est obligatoire (article D2111-3).`
    : `${dit} HT d’achats par an : **non**, ce n’est pas plus que ${seuil} HT (article D2111-3) ; un SPASER reste possible, sans y être tenu.`;
};
