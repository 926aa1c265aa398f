import type { LigneHeures } from '../heures.ts';
import type { LigneActive } from '../registre.ts';

type Comparable = Pick<LigneHeures, 'beneficiaire' | 'operation' | 'debut' | 'fin' | 'heures'>;

/** Même personne, même opération, mêmes heures, périodes qui se touchent : sans doute la même chose dite deux fois. */
export const estDoublon = (une: Comparable, autre: Comparable): boolean =>
  une.beneficiaire === autre.beneficiaire &&
  une.operation === autre.operation &&
  une.heures === autre.heures &&
  une.debut <= autre.fin &&
  autre.debut <= une.fin;

/** Lignes déjà enregistrées que celle-ci redit ; `sauf` : la saisie qu'on corrige. */
export const chercherDoublons = (
  ligne: Comparable,
  actives: Iterable<LigneActive>,
  sauf: string | null = null,
): LigneActive[] => {
  const trouves: LigneActive[] = [];
  for (const active of actives) if (active.id !== sauf && estDoublon(ligne, active.ligne)) trouves.push(active);
  return trouves;
};
