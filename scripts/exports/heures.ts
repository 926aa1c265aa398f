import { join } from 'node:path';
import { loadKnowledge } from '../../src/content/knowledge.ts';
import { loadTerritoire } from '../../src/content/territoire.ts';
import { ecrireHeures } from '../../src/documents/heures.ts';
import { Modalite, Public, Sexe } from '../../src/domain/heures.ts';
import { DEMANDE_VIDE, type Demande } from '../../src/domain/indicateurs/demande.ts';
import { operationsParNumero, selectionner } from '../../src/domain/indicateurs/selection.ts';
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
  const { lignes: table } = await store.registre.index();
  const operations = new Map((await store.operations.all()).map((operation) => [operation.id, operation]));
  const { secteurs } = loadKnowledge(join(racine, 'knowledge')).knowledge;
  const geographie = createGeographie({ territoire: loadTerritoire(region), secteurs });
  const parNumero = operationsParNumero(table, operations);
  const rangs = selectionner(table, parNumero, geographie.selection(lireFiltres(filtres)));
  await ecrireHeures(fichier, { table, rangs, parNumero });
  return rangs.length;
};

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
