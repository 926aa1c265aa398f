import { distance } from '../normaliser.ts';

const MOIS: Readonly<Record<string, number>> = {
  janvier: 1,
  janv: 1,
  jan: 1,
  fevrier: 2,
  fevr: 2,
  fev: 2,
  mars: 3,
  avril: 4,
  avr: 4,
  mai: 5,
  juin: 6,
  juillet: 7,
  juil: 7,
  jul: 7,
  aout: 8,
  aou: 8,
  septembre: 9,
  sept: 9,
  sep: 9,
  octobre: 10,
  oct: 10,
  novembre: 11,
  nov: 11,
  decembre: 12,
  dec: 12,
};

const JOURS: Readonly<Record<string, number>> = {
  lundi: 1,
  lun: 1,
  lundis: 1,
  mardi: 2,
  mar: 2,
  mardis: 2,
  mercredi: 3,
  mercredis: 3,
  mer: 3,
  mecredi: 3,
  jeudi: 4,
  jeudis: 4,
  jeu: 4,
  vendredi: 5,
  vendredis: 5,
  ven: 5,
  vend: 5,
  lund: 1,
  mard: 2,
  jeud: 4,
  samedi: 6,
  samedis: 6,
  sam: 6,
  dimanche: 7,
  dimanches: 7,
  dim: 7,
};

const NOMBRES: Readonly<Record<string, number>> = {
  un: 1,
  une: 1,
  premier: 1,
  premiere: 1,
  deux: 2,
  deuxieme: 2,
  second: 2,
  seconde: 2,
  trois: 3,
  troisieme: 3,
  quatre: 4,
  quatrieme: 4,
  cinq: 5,
  cinquieme: 5,
  six: 6,
  sept: 7,
  huit: 8,
  neuf: 9,
  dix: 10,
  douze: 12,
  quinze: 15,
};

const QUANTIEMES = [
  'premier',
  'deux',
  'trois',
  'quatre',
  'cinq',
  'six',
  'sept',
  'huit',
  'neuf',
  'dix',
  'onze',
  'douze',
  'treize',
  'quatorze',
  'quinze',
  'seize',
  'dix-sept',
  'dix-huit',
  'dix-neuf',
  'vingt',
  'vingt et un',
  'vingt-deux',
  'vingt-trois',
  'vingt-quatre',
  'vingt-cinq',
  'vingt-six',
  'vingt-sept',
  'vingt-huit',
  'vingt-neuf',
  'trente',
  'trente et un',
];

const normaliserLettres = (mot: string): string => mot.replace(/[\s-]+/g, ' ').trim();

/** Motif d'un quantième, en chiffres ou en lettres, les plus longs d'abord. */
export const QUANTIEME_ECRIT = `\\d{1,2}|${[...QUANTIEMES]
  .sort((a, b) => b.length - a.length)
  .map((mot) => mot.replace(/[ -]/g, '[ -]'))
  .join('|')}`;

/** Quantième écrit, en chiffres ou en lettres ; 0 s'il n'en est pas un. */
export const lireQuantiemeEcrit = (mot: string): number =>
  /^\d/.test(mot)
    ? Number(mot)
    : QUANTIEMES.findIndex((ecrit) => normaliserLettres(ecrit) === normaliserLettres(mot)) + 1;

/** Fautes tolérées : une dès six lettres, deux dès huit, jamais sur la première lettre. */
const approcher = (mot: string, connus: Readonly<Record<string, number>>, minimum: number): number | null => {
  const exact = connus[mot];
  if (exact !== undefined) return exact;
  if (mot.length < minimum) return null;
  const max = mot.length >= 8 ? 2 : 1;
  for (const [connu, valeur] of Object.entries(connus))
    if (connu.length >= minimum && connu[0] === mot[0] && distance(mot, connu, max) <= max) return valeur;
  return null;
};

/** Numéro d'un mois écrit en toutes lettres, abrégé ou fautif ; mot déjà plié. */
export const lireMois = (mot: string): number | null => approcher(mot, MOIS, 6);

/** Numéro ISO d'un jour de la semaine (lundi = 1) ; mot déjà plié. */
export const lireJourSemaine = (mot: string): number | null => approcher(mot, JOURS, 7);

/** Petit nombre ou rang, en chiffres ou en lettres ; mot déjà plié. */
export const lirePetitNombre = (mot: string): number | null =>
  /^\d+/.test(mot) ? Number.parseInt(mot, 10) : (NOMBRES[mot] ?? null);

/** Un mois écrit seul n'est sûr que sous une forme qui n'est ni un nom ni un nombre (« mai », « mars », « sept »). */
export const moisSeulSur = (mot: string): boolean =>
  lireMois(mot) !== null && !['mai', 'mars', 'sept', 'sep', 'jan', 'jul', 'aou', 'avr'].includes(mot);
