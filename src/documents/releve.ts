import { moisDe } from '../domain/dates.ts';
import type { LigneHeures, Operation } from '../domain/heures.ts';
import type { TableLignes } from '../domain/indicateurs/table.ts';
import { dresserReleve, type Releve } from '../domain/soldes/releve.ts';
import { type Cellule, ecrireClasseur } from '../import/tableur/ecrire-classeur.ts';

/** Relevé d'une entreprise, sur les opérations données. @param mois « 2026-10 » */
export const releverEntreprise = (
  table: TableLignes,
  operations: readonly Operation[],
  { entreprise, mois }: { readonly entreprise: string; readonly mois: string },
): Releve => {
  const parId = new Map(operations.map((operation) => [operation.id, operation]));
  return dresserReleve(lignesDesOperations(table, entreprise, parId), parId, {
    entreprise,
    periode: moisDe(`${mois}-01`),
  });
};

/** Lignes des opérations où l'entreprise a fait des heures : les seules qu'un relevé regarde. */
function* lignesDesOperations(
  { colonnes }: TableLignes,
  entreprise: string,
  parId: ReadonlyMap<string, Operation>,
): Generator<LigneHeures> {
  const numero = colonnes.entreprises.chercher(entreprise);
  const siennes = new Uint8Array(colonnes.operations.taille);
  for (let rang = 0; rang < colonnes.taille; rang += 1)
    if (numero >= 0 && colonnes.entreprise[rang] === numero && colonnes.active[rang] === 1)
      siennes[colonnes.operation[rang] ?? 0] = 1;
  for (const [operation, id] of colonnes.operations.textes.entries()) if (!parId.has(id)) siennes[operation] = 0;
  for (let rang = 0; rang < colonnes.taille; rang += 1)
    if (colonnes.active[rang] === 1 && siennes[colonnes.operation[rang] ?? 0] === 1) yield colonnes.lire(rang);
}

/** Écrit un relevé en classeur : le détail, puis les soldes. */
export const ecrireReleve = (fichier: string, releve: Releve): Promise<void> =>
  ecrireClasseur(fichier, [
    { nom: 'Relevé', lignes: detail(releve), largeurs: [44, 28, 10, 14, 20, 10] },
    { nom: 'Soldes', lignes: soldes(releve), largeurs: [44, 28, 10, 12, 14, 18, 12, 12] },
  ]);

function* detail({ operations, total }: Releve): Generator<readonly Cellule[]> {
  yield ['Opération', 'Donneur d’ordre', 'Lot', 'Bénéficiaire', 'Modalité', 'Heures'];
  for (const { intitule, donneurOrdre, lot, lignes } of operations)
    for (const { beneficiaire, modalite, heures } of lignes)
      yield [intitule, donneurOrdre, lot, beneficiaire, modalite, heures];
  yield ['Total', null, null, null, null, total];
}

function* soldes({ operations }: Releve): Generator<readonly Cellule[]> {
  yield [
    'Opération',
    'Donneur d’ordre',
    'Lot',
    'Heures du mois',
    'Cumul de l’entreprise',
    'Cumul de l’opération',
    'Heures dues',
    'Reste',
  ];
  for (const { intitule, donneurOrdre, lot, mois, cumul, cumulTous, dues } of operations)
    yield [intitule, donneurOrdre, lot, mois, cumul, cumulTous, dues, dues === null ? null : dues - cumulTous];
}
