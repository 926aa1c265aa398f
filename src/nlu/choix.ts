import { aligner, composer } from './dates/aligner.ts';
import { distance } from './normaliser.ts';

const RANGS: readonly (readonly [RegExp, number])[] = [
  [/^(?:premiere?|1(?:er|ere|re))$/, 1],
  [/^(?:deuxieme|seconde?|2(?:e|eme|nde?|de))$/, 2],
  [/^(?:troisieme|3(?:e|eme))$/, 3],
  [/^(?:quatrieme|4(?:e|eme))$/, 4],
  [/^(?:cinquieme|5(?:e|eme))$/, 5],
  [/^(?:sixieme|6(?:e|eme))$/, 6],
  [/^(?:septieme|7(?:e|eme))$/, 7],
  [/^(?:huitieme|8(?:e|eme))$/, 8],
  [/^(?:neuvieme|9(?:e|eme))$/, 9],
];
const NOMBRES = ['un', 'deux', 'trois', 'quatre', 'cinq', 'six', 'sept', 'huit', 'neuf'];
const AVANT =
  /^(?:(?:c'est|plutot|alors|je (?:prends|choisis|veux|dirais)|option|choix|la|le|celui|celle|du|de|reponse)\s+|(?:numero|n°|no)\s*|l')+/;

const mots = (texte: string): string[] => texte.split(/[^a-z0-9]+/).filter((mot) => mot.length > 0);
const VIDES = new Set([
  'de',
  'du',
  'des',
  'la',
  'le',
  'les',
  'l',
  'd',
  'et',
  'a',
  'au',
  'aux',
  'en',
  'un',
  'une',
  'c',
  'est',
]);
const utiles = (texte: string): string[] =>
  mots(texte)
    .filter((mot) => !VIDES.has(mot))
    .map((mot) => (mot.length > 3 ? mot.replace(/s$/, '') : mot));

const proche = (a: string, b: string): boolean => {
  if (a === b) return true;
  const longueur = Math.min(a.length, b.length);
  const max = longueur >= 8 ? 2 : longueur >= 5 ? 1 : 0;
  return max > 0 && distance(a, b, max) <= max;
};

const parRang = (reste: string, nombre: number): number | null => {
  const chiffre = /^(\d{1,2})[).]?$/.exec(reste);
  const rang = chiffre
    ? Number(chiffre[1])
    : (RANGS.find(([motif]) => motif.test(reste))?.[1] ?? NOMBRES.indexOf(reste) + 1);
  if (/^derniere?$/.test(reste)) return nombre - 1;
  if (/^avant[- ]derniere?$/.test(reste)) return nombre >= 2 ? nombre - 2 : null;
  return rang >= 1 && rang <= nombre ? rang - 1 : null;
};

/** Part des mots de l'option que le texte dit, à une faute près. */
const noter = (lus: readonly string[], option: string): number => {
  const attendus = utiles(option);
  if (attendus.length === 0 || lus.length === 0) return 0;
  const trouves = attendus.filter((mot) => lus.some((lu) => proche(lu, mot))).length;
  const expliques = lus.filter((lu) => attendus.some((mot) => proche(lu, mot))).length;
  return trouves === 0 ? 0 : trouves / attendus.length + expliques / lus.length;
};

/** Rang (à partir de 0) de l'option choisie, par son numéro, son rang ou ses mots, fautes comprises ; null en cas de doute. */
export const lireChoix = (texte: string, options: readonly string[]): number | null => {
  const plie = aligner(composer(texte))
    .trim()
    .replace(/[\s.!]+$/, '');
  const pliees = options.map((option) => aligner(composer(option)).trim());
  const exacte = pliees.indexOf(plie);
  if (exacte >= 0) return exacte;
  const rang = parRang(plie.replace(AVANT, ''), options.length);
  if (rang !== null) return rang;
  const lus = utiles(plie);
  const notes = pliees.map((option) => noter(lus, option));
  const meilleure = Math.max(0, ...notes);
  const gagnantes = notes.filter((note) => note > meilleure - 0.01).length;
  // Il faut que l'essentiel de ce qui est dit désigne l'option, et elle seule.
  return meilleure >= 0.75 && gagnantes === 1 ? notes.indexOf(meilleure) : null;
};
