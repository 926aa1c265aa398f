import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Services } from '../dialogs/services.ts';
import type { Ecriture } from '../src/domain/heures.ts';
import { DEMANDE_VIDE, type Demande } from '../src/domain/indicateurs/demande.ts';
import { loadRessources } from '../src/load.ts';
import { rootFolder } from '../src/root.ts';
import { buildServices } from '../src/services/build.ts';
import { openJsonStore } from '../src/store/json/open.ts';
import type { Store } from '../src/store/port.ts';
import { ecrireFichierInvente } from './bench-fichier.ts';
import { importHeures } from './imports/heures.ts';

// Mesure le service sur un grand registre : démarrage, indicateurs, historique, validation, une saisie.
//   npm run bench:indicators [-- LIGNES]

const dire = (texte: string): void => void process.stdout.write(`${texte}\n`);
const mega = (octets: number): string => `${Math.round(octets / 1e6)} Mo`;
const COORDINATEUR = { id: 'c', role: 'coordinateur', libelle: 'Coordination', structure: null } as const;
const ESSAIS = 40;

const AN = { du: '2020-01-01', au: '2020-12-31' };
const OISE = { niveau: 'departement', code: '60', nom: 'Oise' } as const;
const QUESTIONS: Readonly<Record<string, Partial<Demande>>> = {
  'chiffres clés, tout': {},
  'chiffres clés 2020': { periode: AN },
  'QPV dans l’Oise, 2020 et 2019': {
    mesure: 'heures',
    public: 'QPV',
    periode: AN,
    avant: { du: '2019-01-01', au: '2019-12-31' },
    territoire: OISE,
  },
  'heures 2020 par département': { mesure: 'heures', periode: AN, dimension: 'departement' },
  'secteurs 2020': { mesure: 'secteurs', periode: AN, dimension: 'secteur' },
  'toutes les heures par mois': { mesure: 'heures', dimension: 'mois' },
  'toutes, par année': { mesure: 'heures', dimension: 'annee' },
  'toutes, par intercommunalité': { mesure: 'heures', dimension: 'epci' },
  'toutes, par public': { mesure: 'heures', dimension: 'public' },
  'toutes, par modalité': { mesure: 'heures', dimension: 'modalite' },
  'toutes, par donneur d’ordre': { mesure: 'heures', dimension: 'acheteur' },
  'toutes, par entreprise': { mesure: 'heures', dimension: 'entreprise' },
  'toutes, par opération': { mesure: 'heures', dimension: 'operation' },
  'femmes en ETTI, tout': { mesure: 'femmes', sexe: 'F', modalite: 'ETTI' },
};

/** Répète une demande et dit ce qu'elle a pris. */
const mesurer = async (nom: string, faire: () => Promise<unknown>, essais = ESSAIS): Promise<void> => {
  const durees: number[] = [];
  const avant = process.cpuUsage();
  for (let essai = 0; essai < essais; essai += 1) {
    const depart = performance.now();
    await faire();
    durees.push(performance.now() - depart);
  }
  const { user, system } = process.cpuUsage(avant);
  durees.sort((a, b) => a - b);
  const quantile = (part: number): string =>
    (durees[Math.min(durees.length - 1, Math.floor(durees.length * part))] ?? 0).toFixed(1);
  dire(
    `${nom.padEnd(36)} calcul ${((user + system) / 1000 / essais).toFixed(1).padStart(6)} ms, médiane ${quantile(0.5).padStart(7)} ms, 99ᵉ centile ${quantile(0.99).padStart(7)} ms`,
  );
};

const saisie = (id: string): Ecriture => ({
  type: 'saisie',
  id,
  alertes: [],
  ligne: {
    operation: 'OP-0001',
    beneficiaire: 'B-1',
    debut: '2024-10-01',
    fin: '2024-10-01',
    heures: 7,
    entreprise: 'Entreprise 0001',
    publics: ['RSA'],
    sexe: null,
    anneeNaissance: null,
    modalite: 'ETTI',
    sortie: null,
  },
  origine: { auteur: 'c', canal: 'essai', message: id, le: '2026-11-21T10:00:00+01:00' },
});

const mesurerRegistre = async (services: Services, store: Store): Promise<void> => {
  await mesurer('historique d’une personne', () =>
    services.registre.historique({ beneficiaire: 'B-104729' }, COORDINATEUR),
  );
  await mesurer('historique d’une opération', () =>
    services.registre.historique({ operation: 'OP-0017' }, COORDINATEUR),
  );
  await mesurer('état d’un mois à valider', () => services.registre.mois('2020-10'));
  await mesurer('solde d’une opération', () => services.indicateurs.etat('OP-0017', COORDINATEUR, '2026-11-21'));
  let rang = 0;
  const debut = Date.now();
  const suivante = () => {
    rang += 1;
    return saisie(`banc-${debut}-${rang}`);
  };
  await mesurer('une saisie, mise en sûreté', () => store.registre.append([suivante()]));
  await mesurer('une saisie, puis ses chiffres clés', async () => {
    await store.registre.append([suivante()]);
    await services.indicateurs.repondre(DEMANDE_VIDE, COORDINATEUR);
  });
};

/** Dans un processus neuf : le démarrage et la mémoire sont ceux du service. */
const mesurerService = async (depot: string): Promise<void> => {
  const debut = performance.now();
  const store = openJsonStore(depot);
  const services = buildServices(loadRessources(rootFolder(), '32', store));
  const ouvert = performance.now();
  await services.indicateurs.calculer(null);
  dire(
    `Démarrage : contenu ${Math.round(ouvert - debut)} ms, première réponse ${Math.round(performance.now() - ouvert)} ms plus tard ; mémoire au plus ${mega(process.resourceUsage().maxRSS * 1024)}`,
  );
  for (const [nom, partie] of Object.entries(QUESTIONS))
    await mesurer(nom, () => services.indicateurs.repondre({ ...DEMANDE_VIDE, ...partie }, COORDINATEUR));
  await mesurerRegistre(services, store);
  dire(`Mémoire au plus ${mega(process.resourceUsage().maxRSS * 1024)}`);
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
    for (const cas of ['avec le cliché de l’index', 'sans cliché : le registre se rejoue']) {
      dire(cas);
      await once(fork(fileURLToPath(import.meta.url), ['mesurer', depot]), 'exit');
      rmSync(join(depot, 'heures.cliche'), { force: true });
    }
  } finally {
    rmSync(dossier, { recursive: true, force: true });
  }
};

const [premier = '1000000', depot = ''] = process.argv.slice(2);
if (premier === 'mesurer') await mesurerService(depot);
else await preparer(Number(premier));
