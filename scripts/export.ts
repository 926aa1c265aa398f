import { parseArgs } from 'node:util';
import { ConfigError, readConfig } from '../src/config.ts';
import { Jour } from '../src/domain/dates.ts';
import { rootFolder } from '../src/root.ts';
import { openJsonStore } from '../src/store/json/open.ts';
import { exporterHeures } from './exports/heures.ts';
import { exporterReleve } from './exports/releve.ts';

// Écrit des heures, ou le relevé d'une entreprise, dans un fichier ; l'extension choisit la forme.
//   npm run export -- heures FICHIER.csv|FICHIER.xlsx [--du 2026-01-01] [--au 2026-12-31] [--departement 60] …
//   npm run export -- releve --entreprise "Batinord" --mois 2026-10 FICHIER.xlsx|FICHIER.html

const AIDE = `Usage :
  npm run export -- heures FICHIER.csv|FICHIER.xlsx [--du JOUR] [--au JOUR] [--departement CODE] [--epci SIREN] [--commune INSEE]
                    [--acheteur NOM] [--entreprise NOM] [--secteur ID] [--public RSA] [--sexe F] [--modalite ETTI]
  npm run export -- releve --entreprise NOM --mois AAAA-MM FICHIER.xlsx|FICHIER.html
Un export d’heures se réimporte tel quel : il redonne les mêmes lignes.`;

const texte = { type: 'string' } as const;

const lancer = async (): Promise<number> => {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: {
      du: texte,
      au: texte,
      departement: texte,
      epci: texte,
      commune: texte,
      acheteur: texte,
      entreprise: texte,
      secteur: texte,
      public: texte,
      sexe: texte,
      modalite: texte,
      mois: texte,
    },
  });
  const [genre, fichier] = positionals;
  if (fichier === undefined || (genre !== 'heures' && genre !== 'releve')) return refuser(AIDE);
  for (const jour of [values.du, values.au])
    if (jour !== undefined && !Jour.safeParse(jour).success)
      return refuser(`« ${jour} » n’est pas un jour : écrivez 2026-11-02.`);
  const racine = rootFolder();
  const { storeDir, region } = readConfig(racine);
  const store = openJsonStore(storeDir);
  try {
    if (genre === 'heures') {
      const nombre = await exporterHeures({ fichier, store, racine, region, filtres: values });
      process.stdout.write(`${nombre} lignes écrites dans ${fichier}.\n`);
      return 0;
    }
    if (values.entreprise === undefined || !/^\d{4}-(?:0[1-9]|1[0-2])$/.test(values.mois ?? '')) return refuser(AIDE);
    const ecrites = await exporterReleve({ fichier, store, entreprise: values.entreprise, mois: values.mois ?? '' });
    process.stdout.write(ecrites.message);
    return ecrites.trouve ? 0 : 1;
  } finally {
    await store.close();
  }
};

const refuser = (message: string): number => {
  process.stderr.write(`${message}\n`);
  return 2;
};

try {
  process.exitCode = await lancer();
} catch (cause) {
  const attendue = cause instanceof ConfigError || (cause instanceof Error && 'code' in cause);
  if (!attendue) throw cause;
  process.stderr.write(`${cause.message}\n`);
  process.exitCode = 1;
}
