import { fork } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openJsonStore } from '../src/store/json/open.ts';
import { ecrireFichierInvente } from './bench-fichier.ts';
import { importHeures } from './imports/heures.ts';

// Mesure un import, puis le même une seconde fois, chacun dans un processus neuf : npm run bench:import [-- LIGNES]

const dire = (texte: string): void => void process.stdout.write(`${texte}\n`);
const secondes = (depuis: number): string => ((performance.now() - depuis) / 1000).toFixed(1);
const mega = (octets: number): string => `${Math.round(octets / 1e6)} Mo`;

const importer = async (nom: string, dossier: string): Promise<void> => {
  const debut = performance.now();
  const store = openJsonStore(join(dossier, 'depot'));
  const { bilan, refus } = await importHeures({
    fichier: join(dossier, 'heures.csv'),
    store,
    region: '32',
    strict: false,
    avancer: () => undefined,
  });
  await store.close();
  const { user, system } = process.cpuUsage();
  dire(
    `${nom} : ${secondes(debut)} s (calcul ${((user + system) / 1e6).toFixed(1)} s), ${bilan?.ajoutes} ajouts, ${bilan?.inchanges} inchangées, ${refus.length} refus ; mémoire au plus ${mega(process.resourceUsage().maxRSS * 1024)}`,
  );
};

const mesurer = async (lignes: number): Promise<void> => {
  const dossier = mkdtempSync(join(tmpdir(), 'clausette-import-'));
  try {
    await ecrireFichierInvente(join(dossier, 'heures.csv'), lignes);
    dire(`Fichier inventé : ${lignes} lignes, ${mega(statSync(join(dossier, 'heures.csv')).size)}`);
    for (const passage of ['premier import', 'le même, une seconde fois'])
      await once(fork(fileURLToPath(import.meta.url), [passage, dossier]), 'exit');
    for (const nom of ['heures.ndjson', 'heures.cliche'])
      if (existsSync(join(dossier, 'depot', nom))) dire(`${nom} : ${mega(statSync(join(dossier, 'depot', nom)).size)}`);
  } finally {
    rmSync(dossier, { recursive: true, force: true });
  }
};

const [premier = '1000000', dossier = ''] = process.argv.slice(2);
if (dossier === '') await mesurer(Number(premier));
else await importer(premier, dossier);
