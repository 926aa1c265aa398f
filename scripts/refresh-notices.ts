import { setTimeout as attendre } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { ecrireHeureLocale } from '../src/channels/heure-locale.ts';
import { ConfigError, readConfig } from '../src/config.ts';
import { loadTerritoire } from '../src/content/territoire.ts';
import { actualiserNotices } from '../src/import/notices/moisson/actualiser.ts';
import type { BilanTache } from '../src/import/notices/moisson/moissonner.ts';
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
  [
    `${nom} : ${lus} lus, ${refuses.length} refusés, ${ISSUES[issue]}${raison === null ? '' : ` (${raison})`}`,
    ...refuses.slice(0, 5).map((refus) => `  refusé : ${refus}`),
  ].join('\n');

const lancer = async (): Promise<number> => {
  const { values } = parseArgs({
    options: {
      boamp: { type: 'string' },
      decp: { type: 'string' },
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
  const store = openJsonStore(config.storeDir, undefined, { avis: 'sur-disque' });
  try {
    const resultat = await actualiserNotices({
      sources: { boamp: values.boamp ?? config.sourcesNotices.boamp, decp: values.decp ?? config.sourcesNotices.decp },
      departements,
      aujourdhui,
      mois: Math.min(Math.max(Number(values.mois) || 0, 0), 120),
      dossier: config.storeDir,
      maintenant: () => new Date(),
      fetch,
      attendre: async (duree) => {
        if (values.pause) await attendre(duree);
      },
      ecrire: async (avis) => {
        await store.avis.put(avis);
      },
      suivre: (bilan) => process.stdout.write(`${direTache(bilan)}\n`),
    });
    if (resultat === null) process.stderr.write('Une autre actualisation est en cours : celle-ci ne fait rien.\n');
    return resultat?.issue === 'complete' ? 0 : 1;
  } finally {
    await store.close();
  }
};

try {
  process.exitCode = await lancer();
} catch (cause) {
  if (!(cause instanceof ConfigError)) throw cause;
  process.stderr.write(`${cause.message}\n`);
  process.exitCode = 1;
}
