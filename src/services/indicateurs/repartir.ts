import { Modalite, type Operation } from '../../domain/heures.ts';
import { FEMME, HOMME } from '../../domain/indicateurs/colonnes.ts';
import type { Dimension } from '../../domain/indicateurs/demande.ts';
import type { TableLignes } from '../../domain/indicateurs/table.ts';
import { type Case, type Grouper, grouper, NON_DIT, parPublic, parTemps } from '../../domain/indicateurs/ventiler.ts';

interface Repartition {
  readonly table: TableLignes;
  readonly parNumero: readonly (Operation | undefined)[];
  readonly nomDeGroupe: ((operation: Operation) => string | null) | null;
}

/** Groupes d'une dimension. */
export const grouperSelon = (dimension: Dimension, { table, parNumero, nomDeGroupe }: Repartition): Grouper => {
  if (dimension === 'public') return parPublic();
  if (nomDeGroupe === null) return grouperLignes(dimension, table);
  return grouper('operation', { de: 0, jusque: table.colonnes.operations.taille }, (numero) => {
    const sienne = parNumero[numero];
    return sienne ? (nomDeGroupe(sienne) ?? NON_DIT) : NON_DIT;
  });
};

const CHRONOLOGIQUES: readonly Dimension[] = ['mois', 'trimestre', 'annee'];

/** Les périodes se lisent dans l'ordre du temps ; le reste, le plus d'heures d'abord. */
export const ordonner = (dimension: Dimension, cases: readonly Case[]): Case[] =>
  CHRONOLOGIQUES.includes(dimension) ? [...cases].sort((a, b) => a.cle.localeCompare(b.cle)) : [...cases];

const grouperLignes = (dimension: Dimension, table: TableLignes): Grouper => {
  const { colonnes } = table;
  switch (dimension) {
    case 'mois':
    case 'trimestre':
    case 'annee':
      return parTemps(table, dimension);
    case 'sexe':
      return grouper('sexe', { de: 0, jusque: 3 }, (sexe) => (sexe === FEMME ? 'F' : sexe === HOMME ? 'M' : NON_DIT));
    case 'modalite':
      return grouper(
        'modalite',
        { de: 0, jusque: Modalite.options.length + 1 },
        (modalite) => Modalite.options[modalite - 1] ?? NON_DIT,
      );
    default:
      return grouper('entreprise', { de: -1, jusque: colonnes.entreprises.taille }, (numero) =>
        numero < 0 ? NON_DIT : colonnes.entreprises.texte(numero),
      );
  }
};
