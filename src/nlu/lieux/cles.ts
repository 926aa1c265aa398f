/** Mots de liaison qu'on oublie ou qu'on ajoute en tapant un nom de lieu. */
const LIAISONS = new Set('le la les l de du des d en sur sous lez aux au a et s'.split(' '));

/** Abrégés comme les autres mots : « les » y est « lez ». */
const ARTICLES = new Set(['le', 'la', 'lez', 'l']);

const ABREGES: ReadonlyMap<string, string> = new Map([
  ['saint', 'st'],
  ['sainte', 'ste'],
  ['sts', 'st'],
  ['stes', 'ste'],
  ['les', 'lez'],
  ['lz', 'lez'],
  ['mt', 'mont'],
  ['sept', '7'],
  ['deux', '2'],
  ['trois', '3'],
]);

const accentue = /[\u0080-\uffff]/;

/** Les lettres que `plier` rendrait, sans ses autres remplacements : trente mille noms sont rangés à la première question. */
const plierVite = (texte: string): string =>
  accentue.test(texte)
    ? texte
        .normalize('NFD')
        .replace(/[\u0300-\u036f]/g, '')
        .toLowerCase()
        .replace(/œ/g, 'oe')
        .replace(/æ/g, 'ae')
    : texte.toLowerCase();

/** Mots comparables d'un nom de lieu : « Saint-Amand-les-Eaux » donne st, amand, lez, eaux. */
export const motsDuNom = (nom: string): string[] => {
  const plie = plierVite(nom);
  if (!/[^a-z]/.test(plie)) return [abreger(plie)];
  return plie
    .split(/[^a-z0-9]+/)
    .filter((mot) => mot !== '')
    .map(abreger);
};

/** Forme abrégée d'un mot déjà plié (« saint » donne « st »). */
export const abreger = (mot: string): string => ABREGES.get(mot) ?? mot;

/** Clé d'un nom : ses mots collés, pour que tirets, espaces et apostrophes ne comptent pas. */
export const cleDe = (mots: readonly string[]): string => {
  const cle = mots.join('');
  return cle.startsWith('saint') ? `st${cle.slice(5)}` : cle;
};

const DEVELOPPES: ReadonlyMap<string, string> = new Map([
  ['st', 'saint'],
  ['ste', 'sainte'],
  ['lez', 'les'],
  ['2', 'deux'],
  ['3', 'trois'],
  ['7', 'sept'],
]);

/** Clé en toutes lettres, où une faute dans « Saint » ne compte que pour une lettre. */
export const cleLongueDe = (mots: readonly string[]): string => mots.map((mot) => DEVELOPPES.get(mot) ?? mot).join('');

/** Le nom sans l'article qui le commence : « La Madeleine » se dit aussi « Madeleine ». */
export const sansArticle = (mots: readonly string[]): readonly string[] =>
  mots.length > 1 && ARTICLES.has(mots[0] ?? '') ? mots.slice(1) : mots;

/** Les mots qui restent quand on oublie les liaisons ; le nom entier s'il n'est fait que de liaisons. */
export const sansLiaisons = (mots: readonly string[]): readonly string[] => {
  const reste = mots.filter((mot) => !LIAISONS.has(mot));
  return reste.length === 0 ? mots : reste;
};

/** « sur », « de », « lez »… */
export const estLiaison = (mot: string): boolean => LIAISONS.has(mot);

/** Ajoute une valeur sous une clé, une seule fois. */
export const ranger = <T>(index: Map<string, T[]>, cle: string, valeur: T): void => {
  const rangees = index.get(cle);
  if (!rangees) index.set(cle, [valeur]);
  else if (!rangees.includes(valeur)) rangees.push(valeur);
};
