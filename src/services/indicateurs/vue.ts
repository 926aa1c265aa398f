import type { Operation } from '../../domain/heures.ts';
import { operationsParNumero } from '../../domain/indicateurs/selection.ts';
import type { TableLignes } from '../../domain/indicateurs/table.ts';
import type { Collection } from '../../store/port.ts';

/** Le registre et les opérations, tels qu'une question les voit. */
export interface Vue {
  readonly table: TableLignes;
  readonly parNumero: readonly (Operation | undefined)[];
  /** La même liste tant qu'aucune opération ne change. */
  readonly operations: readonly Operation[];
}

export interface SourcesVue {
  readonly lignes: () => Promise<TableLignes>;
  readonly operations: Pick<Collection<Operation>, 'depuis'>;
}

/** Relit ensemble lignes et opérations ; ce qui n'a pas changé n'est pas refait. */
export const createVue = ({ lignes, operations }: SourcesVue): (() => Promise<Vue>) => {
  const parId = new Map<string, Operation>();
  let position = 0;
  let vue: Vue | null = null;
  return async () => {
    const table = await lignes();
    const lues = await operations.depuis(position);
    position = lues.position;
    for (const operation of lues.documents) parId.set(operation.id, operation);
    const memes = vue !== null && lues.documents.length === 0;
    const liste = memes ? (vue?.operations ?? []) : [...parId.values()];
    if (memes && vue?.table === table && vue.parNumero.length === table.colonnes.operations.taille) return vue;
    vue = { table, parNumero: operationsParNumero(table, parId), operations: liste };
    return vue;
  };
};
