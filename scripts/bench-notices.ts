import { performance } from 'node:perf_hooks';
import { loadKnowledge } from '../src/content/knowledge.ts';
import { IndexAvis } from '../src/domain/marches/index-avis.ts';
import { chercherDans } from '../src/domain/marches/recherche.ts';
import { Avis, FiltreMarches } from '../src/domain/marches.ts';

// Mesure la recherche sur des avis inventés : npm run bench:notices [-- NOMBRE]
const NOMBRE = Number(process.argv[2] ?? 250_000);
const JOUR = '2026-11-21';
const MOTS = [
  'Nettoyage des locaux',
  'Entretien des espaces verts',
  'Travaux de peinture',
  'Fourniture de repas',
  'Collecte des déchets',
  'Maintenance',
  'Étude',
  'Voirie et réseaux',
];
const VILLES = [
  'Lens',
  'Lille',
  'Amiens',
  'Beauvais',
  'Laon',
  'Arras',
  'Douai',
  'Calais',
  'Creil',
  'Soissons',
  'Albert',
  'Avion',
];
const CPV = ['90910000', '77310000', '45440000', '55520000', '90500000', '50000000', '71000000', '45233140'];
const DEPARTEMENTS = ['02', '59', '60', '62', '80', '75'];

// Un générateur fixe : la mesure porte sur le même jeu d'une fois à l'autre.
let graine = 2_463_534_242;
const hasard = (maximum: number): number => {
  graine ^= graine << 13;
  graine ^= graine >>> 17;
  graine ^= graine << 5;
  return (graine >>> 0) % maximum;
};
const parmi = (liste: readonly string[]): string => liste[hasard(liste.length)] ?? '';
const jour = (): string =>
  `20${22 + hasard(6)}-${String(1 + hasard(12)).padStart(2, '0')}-${String(1 + hasard(28)).padStart(2, '0')}`;

const MODELE = Avis.parse({
  id: 'boamp:modele',
  source: 'boamp',
  nature: 'avis',
  objet: 'x',
  acheteur: null,
  departements: [],
  lieu: null,
  publieLe: null,
  dateLimite: null,
  heureLimite: null,
  adresse: null,
  cpv: [],
  lots: [],
  reservation: { statut: 'inconnu', audiences: [], lots: [], preuve: null },
  clauseSociale: { presente: null, heures: null },
  montant: null,
  dureeMois: null,
  titulaires: [],
  lies: [],
});
const inventer = (rang: number): Avis => {
  const ville = parmi(VILLES);
  return {
    ...MODELE,
    id: `boamp:${rang}`,
    nature: hasard(3) === 0 ? 'attribution' : 'avis',
    objet: `${parmi(MOTS)} à ${ville}, marché n° ${rang}`,
    acheteur: `Ville de ${ville}`,
    departements: [parmi(DEPARTEMENTS)],
    publieLe: jour(),
    dateLimite: hasard(10) === 0 ? null : jour(),
    cpv: [parmi(CPV)],
    reservation: {
      statut: hasard(8) === 0 ? 'oui' : 'inconnu',
      audiences: hasard(2) === 0 ? ['SIAE'] : ['EA_ESAT'],
      lots: [],
      preuve: null,
    },
    montant: hasard(200_000),
  };
};

const { knowledge } = loadKnowledge('knowledge');
const index = new IndexAvis(knowledge.secteurs);
const tous = Array.from({ length: NOMBRE }, (_, rang) => inventer(rang));
const debut = performance.now();
index.ajouter(tous);
process.stdout.write(
  `${NOMBRE} avis rangés en ${Math.round(performance.now() - debut)} ms, ${Math.round(process.memoryUsage().rss / 1e6)} Mo\n`,
);

const FILTRES: readonly (readonly [string, object])[] = [
  ['ouverts réservés', {}],
  ['espaces verts, Nord', { secteur: 'espaces-verts', departements: ['59'] }],
  ['ESAT, dans plus de 15 jours', { audience: 'EA_ESAT', limiteApres: '2026-12-06' }],
  ['autour d’un lieu', { codesLieu: ['62498', '62300'], nomsLieu: VILLES, departements: ['62'] }],
  ['tous états, toutes réservations', { etat: 'tous', reserves: false }],
  ['tous, un acheteur', { etat: 'tous', reserves: false, acheteur: 'ville de Lille' }],
  ['tous, trois mots', { etat: 'tous', reserves: false, texte: 'nettoyage locaux lens' }],
  ['au-dessus de 50 k€, clos', { etat: 'clos', montantMin: 50_000 }],
  ['rien : élargi', { codesLieu: ['59999'], nomsLieu: ['Zorglub'], departements: ['59'], secteur: 'blanchisserie' }],
];
const toutes: number[] = [];
for (const [nom, filtre] of FILTRES) {
  const lu = FiltreMarches.parse(filtre);
  const durees = Array.from({ length: 200 }, () => {
    // Le temps de calcul, pas celui de la montre : une machine chargée n'y change rien.
    const depart = process.cpuUsage();
    chercherDans(index, lu, { aujourdhui: JOUR, page: { rang: 0, taille: 5 } });
    const { user, system } = process.cpuUsage(depart);
    return (user + system) / 1000;
  }).sort((a, b) => a - b);
  toutes.push(...durees);
  const { total } = chercherDans(index, lu, { aujourdhui: JOUR, page: { rang: 0, taille: 5 } });
  process.stdout.write(
    `${nom.padEnd(34)} ${String(total).padStart(7)} trouvés · médiane ${(durees[100] ?? 0).toFixed(2)} ms · p99 ${(durees[198] ?? 0).toFixed(2)} ms\n`,
  );
}
toutes.sort((a, b) => a - b);
process.stdout.write(`Ensemble : p99 ${(toutes[Math.floor(toutes.length * 0.99)] ?? 0).toFixed(2)} ms\n`);
const ajout = performance.now();
index.ajouter(Array.from({ length: 100 }, (_, rang) => inventer(NOMBRE + rang)));
process.stdout.write(`100 avis de plus : ${(performance.now() - ajout).toFixed(1)} ms\n`);
