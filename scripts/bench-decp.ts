import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream, existsSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

// Mesure l'import d'un gros fichier de données essentielles par la commande compilée (« npm run build » d'abord) :
//   npm run bench:decp [-- MO PART_DE_LA_REGION DOSSIER_COMPILE]

const [megaoctets = '1000', part = '0.09', compile = 'dist'] = process.argv.slice(2);
const VOULUS = Number(megaoctets) * 1e6;
const PART = Number(part);
const OBJETS = [
  'Entretien des espaces verts et des abords des bâtiments communaux',
  'Nettoyage des locaux et de la vitrerie du groupe scolaire',
  'Travaux de réhabilitation énergétique de logements collectifs, lot peinture',
  'Fourniture de papier et de fournitures de bureau : marché réservé aux ESAT et entreprises adaptées',
  'Mission de maîtrise d’œuvre pour la requalification du centre-bourg',
];
const SOCIALES = [
  'Pas de considération sociale',
  'Clause sociale',
  'Critère social',
  'Marché réservé',
  'Pas de considération sociale',
];
const LIEUX = ['75056', '13055', '69123', '31555', '33063', '44109', '67482', '34172', '35238', '06088'];
const REGION = ['59350', '62498', '80021', '60057', '02408'];

const pris = (liste: readonly string[], rang: number): string => liste[rang % liste.length] ?? '';

/** Un contrat inventé à la forme 2.0.4, avec les fautes qu'on voit dans les vrais fichiers. */
const contrat = (rang: number): string => {
  const ici = (rang * 7919) % 1000 < PART * 1000;
  const lieu = pris(ici ? REGION : LIEUX, rang);
  const brut = JSON.stringify(
    {
      id: `2025${String(rang).padStart(10, '0')}`,
      acheteur: rang % 997 === 0 ? {} : { id: `2${String(((rang * 31) % 9_000_000) + 1_000_000)}300017` },
      nature: 'Marché',
      objet: `${pris(OBJETS, rang)} — ${rang % 4000}`,
      codeCPV: pris(['77310000-6', '90911200-8', '45442100', '30192000', '71221000'], rang),
      techniques: { technique: ['Sans objet'] },
      modalitesExecution: { modaliteExecution: ['Bons de commande'] },
      idAccordCadre: rang % 5 === 0 ? 'CDL' : undefined,
      marcheInnovant: false,
      ccag: 'Fournitures courantes et services',
      offresRecues: 3,
      attributionAvance: false,
      tauxAvance: 0,
      typeGroupementOperateurs: 'Pas de groupement',
      sousTraitanceDeclaree: false,
      procedure: 'Procédure adaptée',
      lieuExecution: { code: lieu, typeCode: 'Code commune' },
      dureeMois: 48,
      dateNotification: `2025-0${1 + (rang % 9)}-11`,
      datePublicationDonnees: `2025-0${1 + (rang % 9)}-28`,
      montant: rang % 313 === 0 ? '@NAN@' : 84_000.5 + rang,
      typesPrix: { typePrix: ['Définitif ferme'] },
      formePrix: 'Unitaire',
      origineUE: 0,
      origineFrance: 0,
      titulaires: [{ titulaire: { id: '38103128500491', typeIdentifiant: 'SIRET' } }],
      considerationsSociales: { considerationSociale: [pris(SOCIALES, rang)] },
      considerationsEnvironnementales: { considerationEnvironnementale: ['Clause environnementale'] },
      modifications: [],
    },
    null,
    2,
  );
  return brut.replace('"@NAN@"', 'NaN');
};

const inventer = async (fichier: string): Promise<number> => {
  const flux = createWriteStream(fichier);
  flux.write('{"marches":{"marche":[\n');
  let [ecrits, rang] = [0, 0];
  while (ecrits < VOULUS) {
    const lot = Array.from({ length: 500 }, () => contrat(rang++)).join(',\n');
    ecrits += Buffer.byteLength(lot);
    if (!flux.write(ecrits < VOULUS ? `${lot},\n` : lot)) await once(flux, 'drain');
  }
  flux.end(']}}\n');
  await once(flux, 'finish');
  return rang;
};

/** Le plus de mémoire qu'a tenu la commande, dit par elle-même en sortant. */
const TEMOIN = `data:text/javascript,process.on('exit',()=>process.stderr.write('\\nMEMOIRE '+process.resourceUsage().maxRSS+' '+process.cpuUsage().user))`;

const importer = async (fichier: string, depot: string): Promise<void> => {
  const commande = join(compile, 'scripts', 'import.js');
  if (!existsSync(commande)) throw new Error(`${commande} manque : lancez « npm run build ».`);
  const debut = performance.now();
  const enfant = spawn(process.execPath, ['--import', TEMOIN, commande, 'notices', fichier], {
    env: { ...process.env, STORE_DIR: depot },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let [dit, note] = ['', ''];
  enfant.stdout.on('data', (bloc: Buffer) => {
    dit += bloc.toString();
  });
  enfant.stderr.on('data', (bloc: Buffer) => {
    note += bloc.toString();
  });
  await once(enfant, 'close');
  const [, memoire = '0', calcul = '0'] = /MEMOIRE (\d+) (\d+)/.exec(note) ?? [];
  const lignes = dit.split('\n').filter((ligne) => !/, ligne \d+ :/.test(ligne));
  process.stdout.write(
    `${lignes.join('\n')}mémoire au plus ${Math.round((Number(memoire) * 1024) / 1e6)} Mo, ${Math.round((performance.now() - debut) / 1000)} s (calcul ${Math.round(Number(calcul) / 1e6)} s)\n`,
  );
};

const dossier = mkdtempSync(join(tmpdir(), 'clausette-decp-'));
try {
  const fichier = join(dossier, 'decp.json');
  const contrats = await inventer(fichier);
  process.stdout.write(
    `Fichier inventé : ${contrats} contrats, ${Math.round(statSync(fichier).size / 1e6)} Mo, ${Math.round(PART * 100)} % dans la région\n`,
  );
  for (const passage of ['Premier import', 'Le même, une seconde fois']) {
    process.stdout.write(`\n${passage}\n`);
    await importer(fichier, join(dossier, 'depot'));
  }
} finally {
  rmSync(dossier, { recursive: true, force: true });
}
