import { parseArgs } from 'node:util';
import { assembler } from '../src/assemble.ts';
import { runConsole } from '../src/channels/console/run-console.ts';
import { ecrireHeureLocale } from '../src/channels/heure-locale.ts';
import { readConfig } from '../src/config.ts';
import { installerDemonstration } from '../src/demonstration.ts';
import { loadRessources } from '../src/load.ts';
import { rootFolder } from '../src/root.ts';
import { openJsonStore } from '../src/store/json/open.ts';

// Parle avec Clausette dans le terminal.
//   npm run chat                       en visiteur
//   npm run chat -- --compte IDENTIFIANT   avec un compte connu

const { values } = parseArgs({ options: { compte: { type: 'string' } } });
const racine = rootFolder();
const config = readConfig(racine);
const store = openJsonStore(config.storeDir);
if (config.demonstration) await installerDemonstration(store, racine, ecrireHeureLocale(new Date()).slice(0, 10));
const { traiter, trouverCompte } = assembler(loadRessources(racine, config.region, store), config);
await runConsole({
  traiter,
  compte: await trouverCompte(values.compte ?? null),
  input: process.stdin,
  output: process.stdout,
});
await store.close();
