import { Modalite, type Operation } from '../../domain/heures.ts';
import { FEMME, HOMME } from '../../domain/indicateurs/colonnes.ts';
import type { Dimension } from '../../domain/indicateurs/demande.ts';
import type { TableLignes } from '../../domain/indicateurs/table.ts';
import {
  type Case,
  type Grouper,
  parNombre,
  parTemps,
  ventiler,
  ventilerPublics,
} from '../../domain/indicateurs/ventiler.ts';

/** Groupe des lignes qui ne disent rien de ce qu'on répartit. */
export const NON_DIT = 'non-dit';

interface Repartition {
  readonly table: TableLignes;
  readonly rangs: Int32Array;
  readonly parNumero: readonly (Operation | undefined)[];
  readonly nomDeGroupe: ((operation: Operation) => string | null) | null;
}

/** Répartit les lignes retenues selon une dimension. */
export const repartir = (dimension: Dimension, { table, rangs, parNumero, nomDeGroupe }: Repartition): Case[] => {
  if (dimension === 'public') return ventilerPublics(table, rangs);
  if (nomDeGroupe !== null) {
    const { operation } = table.colonnes;
    const nommer = (numero: number): string => {
      const sienne = parNumero[numero];
      return sienne ? (nomDeGroupe(sienne) ?? NON_DIT) : NON_DIT;
    };
    return ventiler(
      table,
      rangs,
      parNombre((rang) => operation[rang] ?? 0, nommer),
    );
  }
  const cases = ventiler(table, rangs, grouper(dimension, table));
  const chronologique = dimension === 'mois' || dimension === 'trimestre' || dimension === 'annee';
  return chronologique ? cases.sort((a, b) => a.cle.localeCompare(b.cle)) : cases;
};

const grouper = (dimension: Dimension, table: TableLignes): Grouper => {
  const { colonnes } = table;
  switch (dimension) {
    case 'mois':
    case 'trimestre':
    case 'annee':
      return parTemps(table, dimension);
    case 'sexe':
      return parNombre(
        (rang) => colonnes.sexe[rang] ?? 0,
        (sexe) => (sexe === FEMME ? 'F' : sexe === HOMME ? 'M' : NON_DIT),
      );
    case 'modalite':
      return parNombre(
        (rang) => colonnes.modalite[rang] ?? 0,
        (modalite) => Modalite.options[modalite - 1] ?? NON_DIT,
      );
    default:
      return parNombre(
        (rang) => colonnes.entreprise[rang] ?? -1,
        (numero) => (numero < 0 ? NON_DIT : colonnes.entreprises.texte(numero)),
      );
  }
};
