import type { Operation } from '../domain/heures.ts';
import type { TableLignes } from '../domain/indicateurs/table.ts';
import { COLONNES_HEURES } from '../import/heures.ts';
import { type Cellule, ecrireClasseur } from '../import/tableur/ecrire-classeur.ts';
import { ecrireCsv } from '../import/tableur/ecrire-csv.ts';
import { cellulesHeures } from '../import/tableur/lignes-heures.ts';
import { estClasseur } from '../import/tableur/lire-tableau.ts';

const LARGEURS = [14, 40, 28, 14, 10, 6, 24, 12, 6, 10, 16, 18, 12, 12, 9, 12];

interface LignesAEcrire {
  readonly table: TableLignes;
  readonly rangs: Int32Array;
  /** Opération de chaque numéro. */
  readonly parNumero: readonly (Operation | undefined)[];
}

/** Écrit des lignes d'heures ; l'extension choisit la forme. Le fichier se réimporte tel quel. */
export const ecrireHeures = async (fichier: string, lignes: LignesAEcrire): Promise<void> => {
  const rangees = parcourir(lignes);
  if (estClasseur(fichier)) await ecrireClasseur(fichier, [{ nom: 'Heures', lignes: rangees, largeurs: LARGEURS }]);
  else await ecrireCsv(fichier, rangees);
};

function* parcourir({ table, rangs, parNumero }: LignesAEcrire): Generator<readonly Cellule[]> {
  yield [...COLONNES_HEURES];
  for (const rang of rangs)
    yield cellulesHeures(table.colonnes.lire(rang), parNumero[table.colonnes.operation[rang] ?? -1]);
}
