import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openJsonStore } from '../src/store/json/open.ts';
import { ecrireFichierInvente } from './bench-fichier.ts';
import { importHeures } from './imports/heures.ts';

// Mesure un import : npm run bench:import [-- LIGNES]

const lignes = Number(process.argv[2] ?? 1_000_000);
const dossier = mkdtempSync(join(tmpdir(), 'clausette-import-'));
const fichier = join(dossier, 'heures.csv');
const dire = (texte: string): void => void process.stdout.write(`${texte}\n`);
const secondes = (depuis: number): string => ((performance.now() - depuis) / 1000).toFixed(1);
const mega = (octets: number): string => `${Math.round(octets / 1e6)} Mo`;

try {
  await ecrireFichierInvente(fichier, lignes);
  dire(`Fichier inventé : ${lignes} lignes, ${mega(statSync(fichier).size)}`);
  for (const passage of ['premier import', 'le même, une seconde fois']) {
    const store = openJsonStore(join(dossier, 'depot'));
    const debut = performance.now();
    const avant = process.cpuUsage();
    const { bilan, refus } = await importHeures({
      fichier,
      store,
      region: '32',
      strict: false,
      avancer: () => undefined,
    });
    const { user, system } = process.cpuUsage(avant);
    dire(
      `${passage} : ${secondes(debut)} s (calcul ${((user + system) / 1e6).toFixed(1)} s), ${bilan?.ajoutes} ajouts, ${bilan?.inchanges} inchangées, ${refus.length} refus ; mémoire au plus ${mega(process.resourceUsage().maxRSS * 1024)}`,
    );
    await store.close();
  }
} finally {
  rmSync(dossier, { recursive: true, force: true });
}
