import { parseArgs } from 'node:util';
import { ConfigError, readConfig } from '../src/config.ts';
import { rootFolder } from '../src/root.ts';
import { appliquerConservation } from '../src/services/conservation.ts';
import { openJsonStore } from '../src/store/json/open.ts';

// Anonymise les personnes dont rien n'a été écrit depuis la durée de conservation, comme le service le fait chaque nuit.
//   npm run anonymize [-- --mois 60] [--essai]

const AIDE = `Usage : npm run anonymize [-- --mois 60] [--essai]
--mois  : durée de conservation, en mois, depuis la dernière heure ou le dernier fait de parcours de la personne ;
          sans elle, celle du réglage RETENTION_MONTHS
--essai : dit combien de personnes seraient anonymisées, sans rien changer`;

const lancer = async (): Promise<number> => {
  const { values } = parseArgs({ options: { mois: { type: 'string' }, essai: { type: 'boolean', default: false } } });
  const { storeDir, retention } = readConfig(rootFolder());
  const reglee = retention === 'off' ? undefined : retention.mois;
  const mois = values.mois === undefined ? reglee : Number(values.mois);
  if (mois === undefined || !Number.isInteger(mois) || mois < 1) {
    process.stderr.write(`${AIDE}\n`);
    return 2;
  }
  const store = openJsonStore(storeDir);
  try {
    const { essai } = values;
    const nombre = await appliquerConservation({ store, mois }, { le: new Date(), canal: 'commande', essai });
    process.stdout.write(
      `Personnes ${essai ? 'à anonymiser' : 'anonymisées'} : ${nombre} (rien depuis ${mois} mois).\n`,
    );
    return 0;
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
