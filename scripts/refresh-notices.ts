import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as attendre } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { ecrireHeureLocale } from '../src/channels/heure-locale.ts';
import { ConfigError, readConfig } from '../src/config.ts';
import { loadTerritoire } from '../src/content/territoire.ts';
import { type BilanTache, EtatMoisson, moissonner } from '../src/import/notices/moisson/moissonner.ts';
import { listerTaches, SOURCES } from '../src/import/notices/moisson/taches.ts';
import { rootFolder } from '../src/root.ts';
import { openJsonStore } from '../src/store/json/open.ts';

// Va chercher les avis ouverts et les contrats de la région, et les range dans le dépôt.
//   npm run refresh:notices [-- --mois 48 --boamp ADRESSE --decp ADRESSE]

const ISSUES: Readonly<Record<BilanTache['issue'], string>> = {
  finie: 'terminé',
  inchangee: 'rien de neuf',
  'deja-finie': 'déjà lu',
  interrompue: 'interrompu, reprendra au même endroit',
};

const direTache = ({ nom, lus, refuses, issue, raison }: BilanTache): string =>
  `${nom} : ${lus} lus, ${refuses.length} refusés, ${ISSUES[issue]}${raison === null ? '' : ` (${raison})`}`;

const lireEtat = (fichier: string): EtatMoisson => {
  if (!existsSync(fichier)) return {};
  const lu = EtatMoisson.safeParse(JSON.parse(readFileSync(fichier, 'utf8')));
  return lu.success ? lu.data : {};
};

const lancer = async (): Promise<number> => {
  const { values } = parseArgs({
    options: {
      boamp: { type: 'string', default: SOURCES.boamp },
      decp: { type: 'string', default: SOURCES.decp },
      mois: { type: 'string', default: '48' },
      pause: { type: 'boolean', default: true },
    },
    allowNegative: true,
  });
  const config = readConfig(rootFolder());
  const aujourdhui = ecrireHeureLocale(new Date()).slice(0, 10);
  const departements = loadTerritoire(config.region)
    .departements.filter(({ region }) => region === config.region)
    .map(({ code }) => code);
  const store = openJsonStore(config.storeDir);
  const fichier = join(config.storeDir, 'moisson.json');
  const etat = lireEtat(fichier);
  const taches = listerTaches({
    sources: { boamp: values.boamp, decp: values.decp },
    departements,
    aujourdhui,
    mois: Math.min(Math.max(Number(values.mois) || 0, 0), 120),
  });
  let interrompues = 0;
  try {
    for (const tache of taches) {
      const bilan = await moissonner(tache, etat, {
        fetch,
        attendre: async (duree) => {
          if (values.pause) await attendre(duree);
        },
        aujourdhui,
        ecrire: async (avis) => {
          await store.avis.put(avis);
        },
        retenir: async (suite) => {
          writeFileSync(`${fichier}.tmp`, JSON.stringify(suite), { mode: 0o600 });
          renameSync(`${fichier}.tmp`, fichier);
        },
      });
      process.stdout.write(`${direTache(bilan)}\n`);
      for (const refus of bilan.refuses.slice(0, 5)) process.stdout.write(`  refusé : ${refus}\n`);
      if (bilan.issue === 'interrompue') interrompues += 1;
    }
  } finally {
    await store.close();
  }
  return interrompues > 0 ? 1 : 0;
};

try {
  process.exitCode = await lancer();
} catch (cause) {
  if (!(cause instanceof ConfigError)) throw cause;
  process.stderr.write(`${cause.message}\n`);
  process.exitCode = 1;
}
