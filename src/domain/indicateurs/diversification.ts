import { estPetite } from './secret.ts';
import type { Case } from './ventiler.ts';

/** Diversité des secteurs : combien, et ce que pèsent les trois premiers. */
export interface Diversification {
  readonly secteurs: number;
  /** Part des heures des trois premiers secteurs, de 0 à 1 ; null si elle livrerait une case cachée. */
  readonly partDesTroisPremiers: number | null;
  /** Part des heures dont le secteur se lit dans l'intitulé, de 0 à 1. */
  readonly partClassee: number;
}

/** Clé des opérations dont l'intitulé ne dit pas le secteur. */
export const SECTEUR_INCONNU = 'autre';

/**
 * @param cases répartition par secteur, le plus d'heures d'abord
 * @param masque vrai si le secret statistique s'applique
 */
export const mesurerDiversification = (cases: readonly Case[], masque: boolean): Diversification => {
  const classees = cases.filter(({ cle }) => cle !== SECTEUR_INCONNU);
  const total = cases.reduce((somme, { hours }) => somme + hours, 0);
  const classe = classees.reduce((somme, { hours }) => somme + hours, 0);
  const trois = classees.slice(0, 3).reduce((somme, { hours }) => somme + hours, 0);
  return {
    secteurs: classees.length,
    partDesTroisPremiers:
      masque && cases.some(({ beneficiaries }) => estPetite(beneficiaries)) ? null : classe === 0 ? 0 : trois / classe,
    partClassee: total === 0 ? 0 : classe / total,
  };
};
