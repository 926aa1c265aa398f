import { distance } from '../normaliser.ts';
import { MOTS_VIDES, OUVRAGES } from './mots.ts';

/** Suite de lettres ou de chiffres d'un texte aligné. */
export interface Fragment {
  readonly texte: string;
  readonly debut: number;
  readonly fin: number;
}

/** « rd919 » donne « rd » et « 919 » : on retrouve l'opération collée ou non. */
export const fragmenter = (plie: string): Fragment[] =>
  [...plie.matchAll(/[a-z]+|\d+/g)].map((trouve) => ({
    texte: trouve[0],
    debut: trouve.index,
    fin: trouve.index + trouve[0].length,
  }));

/** Un article ou un mot de liaison d'un intitulé (« construction d'une… ») ne désigne aucune opération. */
const SANS_SENS = new Set([
  'un',
  'une',
  'ses',
  'son',
  'sa',
  'par',
  'avec',
  'dans',
  'ou',
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
  'sur',
  'pour',
]);

/** Mots qui comptent d'un intitulé déjà plié. */
export const motsUtiles = (plie: string): string[] =>
  [...new Set(fragmenter(plie).map(({ texte }) => texte))].filter((mot) => !SANS_SENS.has(mot));

/** Abréviations d'ouvrages qu'on tape sur un chantier. */
const ABREGES: Readonly<Record<string, string>> = {
  coll: 'college',
  col: 'college',
  clg: 'college',
  lyc: 'lycee',
  gym: 'gymnase',
  res: 'residence',
  bat: 'batiment',
  ec: 'ecole',
  hop: 'hopital',
  mat: 'maternelle',
  med: 'mediatheque',
  st: 'saint',
  ste: 'sainte',
};

const singulier = (mot: string): string => (mot.length > 3 ? mot.replace(/[sx]$/, '') : mot);

/** Écriture au son, pour « nautik » et « kolege » : lettres muettes et doublées en moins. */
export const auSon = (mot: string): string =>
  mot
    .replace(/qu|q|c(?=[aoulrk]|$)|ck/g, 'k')
    .replace(/ph/g, 'f')
    .replace(/g(?=[eiy])/g, 'j')
    .replace(/th/g, 't')
    .replace(/y/g, 'i')
    .replace(/(.)\1+/g, '$1')
    .replace(/(?<=.{3})(?:es|e|s|x|t)$/, '');

/** 1 : même mot ; 0,9 : à une faute près ; 0 : autre mot. Les nombres ne pardonnent rien. */
export const ressembler = (lu: string, attendu: string): number => {
  if (lu === attendu || (!MOTS_VIDES.has(lu) && singulier(lu) === singulier(attendu))) return 1;
  if (ABREGES[lu] === attendu || (lu.length >= 4 && OUVRAGES.has(attendu) && attendu.startsWith(lu))) return 0.9;
  if (/\d/.test(lu) || lu.length < 4 || attendu.length < 5 || MOTS_VIDES.has(lu) || OUVRAGES.has(lu)) return 0;
  const [son, sonAttendu] = [auSon(lu), auSon(attendu)];
  if (son[0] !== sonAttendu[0] || FAUX_AMIS.has(lu)) return 0;
  if (son === sonAttendu) return 0.9;
  if (lu.length < 5) return 0;
  const max = attendu.length >= 8 ? 2 : 1;
  return distance(lu, attendu, max) <= max ? 0.9 : 0;
};

/** Mots courants trop proches d'un ouvrage pour être une faute. */
const FAUX_AMIS = new Set(['stage', 'stages', 'malle', 'camps', 'champ', 'demain', 'prime', 'crache']);
