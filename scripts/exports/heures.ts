import { join } from 'node:path';
import { loadKnowledge } from '../../src/content/knowledge.ts';
import { loadTerritoire } from '../../src/content/territoire.ts';
import { Modalite, type Operation, Public, Sexe } from '../../src/domain/heures.ts';
import { DEMANDE_VIDE, type Demande } from '../../src/domain/indicateurs/demande.ts';
import { operationsParNumero, selectionner } from '../../src/domain/indicateurs/selection.ts';
import type { TableLignes } from '../../src/domain/indicateurs/table.ts';
import { COLONNES_HEURES } from '../../src/import/heures.ts';
import { type Cellule, ecrireClasseur } from '../../src/import/tableur/ecrire-classeur.ts';
import { ecrireCsv } from '../../src/import/tableur/ecrire-csv.ts';
import { cellulesHeures } from '../../src/import/tableur/lignes-heures.ts';
import { estClasseur } from '../../src/import/tableur/lire-tableau.ts';
import { createGeographie } from '../../src/services/indicateurs/geographie.ts';
import type { Store } from '../../src/store/port.ts';

/** Options de la commande, telles que tapées. */
type Filtres = Readonly<
  Partial<
    Record<
      | 'du'
      | 'au'
      | 'departement'
      | 'epci'
      | 'commune'
      | 'acheteur'
      | 'entreprise'
      | 'secteur'
      | 'public'
      | 'sexe'
      | 'modalite',
      string
    >
  >
>;

interface DemandeExport {
  readonly fichier: string;
  readonly store: Store;
  readonly racine: string;
  readonly region: string;
  readonly filtres: Filtres;
}

/** Écrit les lignes d'heures qui comptent ; rend leur nombre. */
export const exporterHeures = async ({ fichier, store, racine, region, filtres }: DemandeExport): Promise<number> => {
  const table = (await store.registre.index()).lignes;
  const operations = new Map((await store.operations.all()).map((operation) => [operation.id, operation]));
  const { secteurs } = loadKnowledge(join(racine, 'knowledge')).knowledge;
  const geographie = createGeographie({ territoire: loadTerritoire(region), secteurs });
  const rangs = selectionner(table, operationsParNumero(table, operations), geographie.selection(lireFiltres(filtres)));
  const lignes = parcourir(table, rangs, operations);
  if (estClasseur(fichier)) await ecrireClasseur(fichier, [{ nom: 'Heures', lignes, largeurs: LARGEURS }]);
  else await ecrireCsv(fichier, lignes);
  return rangs.length;
};

const LARGEURS = [14, 40, 28, 14, 10, 6, 24, 12, 6, 10, 16, 18, 12, 12, 9, 12];

function* parcourir(
  table: TableLignes,
  rangs: Int32Array,
  operations: ReadonlyMap<string, Operation>,
): Generator<readonly Cellule[]> {
  yield [...COLONNES_HEURES];
  for (const rang of rangs) {
    const ligne = table.colonnes.lire(rang);
    yield cellulesHeures(ligne, operations.get(ligne.operation));
  }
}

const TERRITOIRES = ['departement', 'epci', 'commune'] as const;

const lireFiltres = (filtres: Filtres): Demande => {
  const niveau = TERRITOIRES.find((nom) => filtres[nom] !== undefined);
  const code = niveau === undefined ? '' : (filtres[niveau] ?? '');
  return {
    ...DEMANDE_VIDE,
    periode:
      filtres.du === undefined && filtres.au === undefined
        ? null
        : { du: filtres.du ?? '1900-01-01', au: filtres.au ?? '9999-12-31' },
    territoire: niveau === undefined ? null : { niveau, code, nom: code },
    acheteur: filtres.acheteur ?? null,
    entreprise: filtres.entreprise ?? null,
    secteur: filtres.secteur ?? null,
    public: filtres.public === undefined ? null : Public.parse(filtres.public),
    sexe: filtres.sexe === undefined ? null : Sexe.parse(filtres.sexe),
    modalite:
      filtres.modalite === undefined ? null : filtres.modalite === 'IAE' ? 'IAE' : Modalite.parse(filtres.modalite),
  };
};
