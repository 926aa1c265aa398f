import { Modalite, type Operation } from '../../domain/heures.ts';
import { FEMME, HOMME } from '../../domain/indicateurs/colonnes.ts';
import type { Dimension } from '../../domain/indicateurs/demande.ts';
import type { TableLignes } from '../../domain/indicateurs/table.ts';
import {
  type Case,
  type Grouper,
  parOperation,
  parPublic,
  parTemps,
  ventiler,
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
  if (nomDeGroupe !== null) {
    const cles = parNumero.map((operation) => (operation ? (nomDeGroupe(operation) ?? NON_DIT) : NON_DIT));
    return ventiler(table, rangs, parOperation(table, cles));
  }
  const cases = ventiler(table, rangs, grouper(dimension, table));
  const chronologique = dimension === 'mois' || dimension === 'trimestre' || dimension === 'annee';
  return chronologique ? cases.sort((a, b) => a.cle.localeCompare(b.cle)) : cases;
};

const grouper = (dimension: Dimension, table: TableLignes): Grouper => {
  const { colonnes } = table;
  switch (dimension) {
    case 'public':
      return parPublic(table);
    case 'sexe':
      return (rang) => (colonnes.sexe[rang] === FEMME ? 'F' : colonnes.sexe[rang] === HOMME ? 'M' : NON_DIT);
    case 'modalite':
      return (rang) => Modalite.options[(colonnes.modalite[rang] ?? 0) - 1] ?? NON_DIT;
    case 'entreprise':
      return (rang) => {
        const numero = colonnes.entreprise[rang] ?? -1;
        return numero < 0 ? NON_DIT : colonnes.entreprises.texte(numero);
      };
    case 'mois':
    case 'trimestre':
    case 'annee':
      return parTemps(table, dimension);
    default:
      return () => null;
  }
};
