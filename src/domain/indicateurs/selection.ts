import type { Periode } from '../dates.ts';
import type { Modalite, Operation, Public, Sexe } from '../heures.ts';
import { FEMME, HOMME, nombreDuJour, rangModalite } from './colonnes.ts';
import { bitPublic, estAlternance, estIae } from './marques.ts';
import type { TableLignes } from './table.ts';

/** Quelles lignes compter ; tout ce qui est null ne filtre rien. */
export interface Selection {
  readonly periode: Periode | null;
  /** Vrai pour une opération retenue (territoire, donneur d'ordre, secteur…). */
  readonly operation: ((operation: Operation) => boolean) | null;
  readonly public: Public | null;
  readonly sexe: Sexe | null;
  /** « IAE » réunit EI, ACI, ETTI, AI et le public IAE. */
  readonly modalite: Modalite | 'IAE' | null;
  readonly entreprise: string | null;
  /** Compte qui a fait la saisie. */
  readonly auteur: string | null;
}

export const TOUT: Selection = {
  periode: null,
  operation: null,
  public: null,
  sexe: null,
  modalite: null,
  entreprise: null,
  auteur: null,
};

/** Ce que chaque opération de la table est, par numéro ; `undefined` pour une opération que le dépôt ne connaît pas. */
export const operationsParNumero = (
  table: TableLignes,
  operations: ReadonlyMap<string, Operation>,
): (Operation | undefined)[] => table.colonnes.operations.textes.map((id) => operations.get(id));

/** 1 pour chaque opération retenue par la sélection. */
const masqueOperations = (
  parNumero: readonly (Operation | undefined)[],
  garder: Selection['operation'],
): Uint8Array | null => {
  if (garder === null) return null;
  const masque = new Uint8Array(parNumero.length);
  for (const [numero, operation] of parNumero.entries()) masque[numero] = operation && garder(operation) ? 1 : 0;
  return masque;
};

/**
 * Rangs des lignes retenues, dans l'ordre des saisies.
 * @param de premier rang regardé : les lignes d'avant ont déjà été vues
 */
export const selectionner = (
  table: TableLignes,
  parNumero: readonly (Operation | undefined)[],
  selection: Selection,
  de = 0,
): Int32Array => {
  const { colonnes } = table;
  const { taille, active, fin, operation, publics, sexe, modalite, entreprise } = colonnes;
  const masque = masqueOperations(parNumero, selection.operation);
  const du = selection.periode === null ? 0 : nombreDuJour(selection.periode.du);
  const au = selection.periode === null ? 99_999_999 : nombreDuJour(selection.periode.au);
  const bit = selection.public === null ? 0 : bitPublic(selection.public);
  const rangSexe = selection.sexe === null ? 0 : selection.sexe === 'F' ? FEMME : HOMME;
  const gardeModalite = garderModalite(table, selection.modalite);
  const auteur = selection.auteur === null ? null : table.origines.auteurs.chercher(selection.auteur);
  const numeroEntreprise =
    selection.entreprise === null ? null : numeroConnu(colonnes.entreprises.chercher(selection.entreprise));
  const rangs = new Int32Array(taille - de);
  let nombre = 0;
  for (let rang = de; rang < taille; rang += 1) {
    const jour = fin[rang] ?? 0;
    if (active[rang] !== 1 || jour < du || jour > au) continue;
    if (masque !== null && masque[operation[rang] ?? 0] !== 1) continue;
    if (rangSexe !== 0 && sexe[rang] !== rangSexe) continue;
    if (gardeModalite !== null && !gardeModalite(rang, modalite[rang] ?? 0)) continue;
    if (auteur !== null && table.origines.auteur[rang] !== auteur) continue;
    if (numeroEntreprise !== null && entreprise[rang] !== numeroEntreprise) continue;
    if (bit !== 0 && ((publics[rang] ?? 0) & bit) === 0) continue;
    rangs[nombre] = rang;
    nombre += 1;
  }
  return rangs.subarray(0, nombre);
};

/** Une entreprise jamais vue ne doit pas se confondre avec « pas dite » (−1). */
const numeroConnu = (numero: number): number => (numero < 0 ? -2 : numero);

const garderModalite = (
  table: TableLignes,
  voulue: Selection['modalite'],
): ((rang: number, modalite: number) => boolean) | null => {
  if (voulue === null) return null;
  if (voulue === 'IAE') return (rang, modalite) => estIae(table.colonnes.publics[rang] ?? 0, modalite);
  if (voulue === 'ALTERNANCE') return (rang, modalite) => estAlternance(table.colonnes.publics[rang] ?? 0, modalite);
  const attendue = rangModalite(voulue);
  return (_rang, modalite) => modalite === attendue;
};
