import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { DEMANDE_VIDE, type Demande } from '../src/domain/indicateurs/demande.ts';
import { loadRessources } from '../src/load.ts';
import { rootFolder } from '../src/root.ts';
import { buildServices } from '../src/services/build.ts';
import { openJsonStore } from '../src/store/json/open.ts';
import { ecrireFichierInvente } from './bench-fichier.ts';
import { importHeures } from './imports/heures.ts';

// Mesure les réponses sur un grand registre : npm run bench:indicators [-- LIGNES]

const dire = (texte: string): void => void process.stdout.write(`${texte}\n`);
const mega = (octets: number): string => `${Math.round(octets / 1e6)} Mo`;
const COORDINATEUR = { id: 'c', role: 'coordinateur', libelle: 'Coordination', structure: null } as const;
const ESSAIS = 15;

const AN = { du: '2020-01-01', au: '2020-12-31' };
const QUESTIONS: Readonly<Record<string, Partial<Demande>>> = {
  'chiffres clés, tout': {},
  'chiffres clés 2020': { periode: AN },
  'QPV dans l’Oise, comparés à l’année d’avant': {
    mesure: 'heures',
    public: 'QPV',
    periode: AN,
    avant: { du: '2019-01-01', au: '2019-12-31' },
    territoire: { niveau: 'departement', code: '60', nom: 'Oise' },
  },
  'heures 2020 par département': { mesure: 'heures', periode: AN, dimension: 'departement' },
  'secteurs 2020': { mesure: 'secteurs', periode: AN, dimension: 'secteur' },
  'toutes les heures par mois': { mesure: 'heures', dimension: 'mois' },
};

/** Dans un processus neuf : le démarrage et la mémoire sont ceux du service. */
const mesurer = async (depot: string): Promise<void> => {
  const debut = performance.now();
  const store = openJsonStore(depot);
  const services = buildServices(loadRessources(rootFolder(), '32', store));
  const ouvert = performance.now();
  const avantRegistre = process.cpuUsage();
  await services.indicateurs.calculer(null);
  const registre = process.cpuUsage(avantRegistre);
  dire(
    `Démarrage : contenu ${Math.round(ouvert - debut)} ms, registre ${Math.round(performance.now() - ouvert)} ms (calcul ${Math.round((registre.user + registre.system) / 1000)} ms) ; mémoire au plus ${mega(process.resourceUsage().maxRSS * 1024)}`,
  );
  for (const [nom, partie] of Object.entries(QUESTIONS)) {
    const demande = { ...DEMANDE_VIDE, ...partie };
    const durees: number[] = [];
    const avant = process.cpuUsage();
    for (let essai = 0; essai < ESSAIS; essai += 1) {
      const depart = performance.now();
      await services.indicateurs.repondre(demande, COORDINATEUR);
      durees.push(performance.now() - depart);
    }
    durees.sort((a, b) => a - b);
    const { user, system } = process.cpuUsage(avant);
    const calcul = (user + system) / 1000 / ESSAIS;
    dire(
      `${nom} : calcul ${calcul.toFixed(1)} ms, médiane ${durees[Math.floor(ESSAIS / 2)]?.toFixed(1)} ms, au plus ${durees.at(-1)?.toFixed(1)} ms`,
    );
  }
  await store.close();
};

const preparer = async (lignes: number): Promise<void> => {
  const dossier = mkdtempSync(join(tmpdir(), 'clausette-indicateurs-'));
  try {
    const fichier = join(dossier, 'heures.csv');
    await ecrireFichierInvente(fichier, lignes);
    const depot = join(dossier, 'depot');
    const store = openJsonStore(depot);
    await importHeures({ fichier, store, region: '32', strict: false, avancer: () => undefined });
    await store.close();
    dire(`${lignes} lignes d’heures`);
    const enfant = fork(fileURLToPath(import.meta.url), ['mesurer', depot]);
    await once(enfant, 'exit');
  } finally {
    rmSync(dossier, { recursive: true, force: true });
  }
};

const [premier = '1000000', depot = ''] = process.argv.slice(2);
if (premier === 'mesurer') await mesurer(depot);
else await preparer(Number(premier));
