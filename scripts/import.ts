import { existsSync, statSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { accorder } from '../dialogs/kit/format.ts';
import { ConfigError, readConfig } from '../src/config.ts';
import { COLONNES_HEURES, COLONNES_OBLIGATOIRES } from '../src/import/heures.ts';
import { COLONNES_OPERATIONS, COLONNES_OPERATIONS_EN_PLUS, OPERATIONS_OBLIGATOIRES } from '../src/import/operations.ts';
import { COLONNES_STRUCTURES } from '../src/import/structures.ts';
import { rootFolder } from '../src/root.ts';
import { openJsonStore } from '../src/store/json/open.ts';
import { createBarre } from './imports/barre.ts';
import { choisirColonnes, demanderAuTerminal, type Tableau } from './imports/colonnes.ts';
import { importFacilitateurs } from './imports/facilitateurs.ts';
import { importHeures } from './imports/heures.ts';
import { importNotices } from './imports/notices.ts';
import { importOperations } from './imports/operations.ts';
import type { Importation, Rapport } from './imports/rapport.ts';
import { importStructures } from './imports/structures.ts';

// Importe un fichier dans le dépôt nommé par STORE_DIR ; le même fichier deux fois ne change rien.
//   npm run import -- heures|operations FICHIER.csv|FICHIER.xlsx [--strict] [--apercu] [--mapping FICHIER.json]
//   npm run import -- facilitateurs FICHIER.json|FICHIER.csv [--strict] [--apercu]
//   npm run import -- notices FICHIER.json|.xml|.csv|.parquet [--strict] [--apercu]
//   npm run import -- structures FICHIER.csv|FICHIER.xlsx [--type EA] [--source "Liste des EA"] [--date 2026-10-01] [--remplace]

const AIDE = `Usage :
  npm run import -- heures FICHIER.csv|FICHIER.xlsx [--strict] [--apercu] [--mapping FICHIER.json | --colonnes "heures=Nb heures,debut=Du"]
  npm run import -- operations FICHIER.csv|FICHIER.xlsx [--strict] [--apercu] [--mapping FICHIER.json | --colonnes "…"]
  npm run import -- facilitateurs FICHIER.json|FICHIER.csv [--strict] [--apercu]
  npm run import -- notices FICHIER.json|.xml|.csv|.parquet [--strict] [--apercu]
  npm run import -- structures FICHIER.csv|FICHIER.xlsx [--strict] [--apercu] [--type EA] [--source "Liste des EA"] [--date 2026-10-01] [--remplace]
--strict : si une seule ligne est refusée, rien n’est enregistré.
--apercu : dit ce qui changerait, à quoi servirait chaque colonne et ce qui serait refusé, sans rien enregistrer.
--mapping : un fichier JSON, {"heures": "Nb heures", "debut": "Du"}. Des titres inconnus font proposer une correspondance.
--remplace : la liste est complète ; les structures de la même source qui n’y sont plus sont retirées.`;

const IMPORTATIONS: ReadonlyMap<string, Importation> = new Map([
  ['heures', importHeures],
  ['operations', importOperations],
  ['facilitateurs', importFacilitateurs],
  ['notices', importNotices],
  ['structures', importStructures],
]);

/** Colonnes des fichiers en tableau ; les titres des listes de structures sont reconnus d'office. */
const TABLEAUX: ReadonlyMap<string, Omit<Tableau, 'genre'>> = new Map([
  ['heures', { attendues: COLONNES_HEURES, obligatoires: COLONNES_OBLIGATOIRES }],
  [
    'operations',
    { attendues: [...COLONNES_OPERATIONS, ...COLONNES_OPERATIONS_EN_PLUS], obligatoires: OPERATIONS_OBLIGATOIRES },
  ],
  ['structures', { attendues: COLONNES_STRUCTURES, obligatoires: [] }],
]);

const REFUS_MONTRES = 200;

const dire = (rapport: Rapport): string => {
  const { bilan, refus, strict, apercu = [] } = rapport;
  const lignes = refus.slice(0, REFUS_MONTRES);
  if (refus.length > REFUS_MONTRES) lignes.push(`… et ${refus.length - REFUS_MONTRES} autres refus.`);
  const resume =
    bilan === null
      ? refus.length === 0
        ? 'Aperçu seulement : rien n’est enregistré.'
        : `Rien n’est enregistré (${accorder(refus.length, 'refus', 'refus')}${strict ? ', option --strict' : ''}).`
      : `${accorder(bilan.ajoutes, 'ajout')}, ${accorder(bilan.modifies, 'modification')}, ${accorder(bilan.inchanges, 'inchangé', 'inchangés')}, ${accorder(refus.length, 'refus', 'refus')}.`;
  return [...apercu, ...lignes, resume].join('\n');
};

const lancer = async (): Promise<number> => {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: {
      strict: { type: 'boolean', default: false },
      apercu: { type: 'boolean', default: false },
      colonnes: { type: 'string' },
      mapping: { type: 'string' },
      type: { type: 'string' },
      source: { type: 'string' },
      date: { type: 'string' },
      remplace: { type: 'boolean', default: false },
    },
  });
  const [genre = '', fichier = ''] = positionals;
  const importer = IMPORTATIONS.get(genre);
  if (importer === undefined || fichier === '') {
    process.stderr.write(`${AIDE}\n`);
    return 2;
  }
  if (!existsSync(fichier) || !statSync(fichier).isFile()) {
    process.stderr.write(`Le fichier ${fichier} n’existe pas.\n`);
    return 2;
  }
  const tableau = TABLEAUX.get(genre);
  const { colonnes, mapping } = values;
  const dites = { colonnes, mapping, apercu: values.apercu && genre !== 'structures' };
  const lues = tableau
    ? await choisirColonnes(fichier, { genre, ...tableau }, { dites, demander: demanderAuTerminal() })
    : ({ type: 'lire', colonnes: new Map<string, string>(), apercu: [] } as const);
  if (lues.type === 'arret') {
    process.stderr.write(`${lues.message}\n`);
    return 1;
  }
  const racine = rootFolder();
  const config = readConfig(racine);
  const store = openJsonStore(config.storeDir, undefined, { avis: 'sur-disque' });
  const barre = createBarre(statSync(fichier).size);
  try {
    const rapport = await importer({
      fichier,
      store,
      region: config.region,
      strict: values.strict,
      apercu: values.apercu,
      avancer: barre.avancer,
      colonnes: lues.colonnes,
      precisions: {
        type: values.type ?? null,
        source: values.source ?? null,
        date: values.date ?? null,
        remplace: values.remplace,
      },
    });
    barre.finir();
    process.stdout.write(`${[...lues.apercu, dire(rapport)].join('\n')}\n`);
    return rapport.refus.length > 0 ? 1 : 0;
  } finally {
    barre.finir();
    await store.close();
  }
};

try {
  process.exitCode = await lancer();
} catch (cause) {
  const attendue = cause instanceof ConfigError || (cause instanceof Error && 'code' in cause);
  process.stderr.write(
    `${attendue ? cause.message : 'L’import a échoué sur une panne imprévue ; rien de plus n’est enregistré.'}\n`,
  );
  if (!attendue) throw cause;
  process.exitCode = 1;
}
