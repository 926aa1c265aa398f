import { plier } from '../normaliser.ts';

/** Caractère qui remplace ce qui a déjà été compris, sans déplacer le reste. */
export const LU = '¤';

/** Texte recomposé (NFC) : un caractère accentué y tient sur une seule place. */
export const composer = (texte: string): string => texte.normalize('NFC').replace(/œ/g, 'oe').replace(/Œ/g, 'Oe');

const plierCaractere = (caractere: string): string => {
  if (/[’‘ʼ`´′]/.test(caractere)) return "'";
  if (/\s/.test(caractere)) return caractere === '\n' ? '\n' : ' ';
  const plie = plier(caractere);
  return plie.length === 1 ? plie : caractere;
};

/** Texte plié caractère par caractère : même longueur que le texte composé, donc mêmes places. */
export const aligner = (texte: string): string =>
  texte.replace(/[^a-z0-9 ]/g, (caractere) => plierCaractere(caractere)).replace(/[→➜⇒]/g, '>');

/** Efface un passage compris, à longueur égale. */
export const masquer = (plie: string, { debut, fin }: { readonly debut: number; readonly fin: number }): string =>
  plie.slice(0, debut) + LU.repeat(Math.max(0, fin - debut)) + plie.slice(fin);

/** Places où un mot ou un nombre commence. */
export const departs = (plie: string): number[] =>
  [...plie.matchAll(/(?<![a-z\d])[a-z\d]|(?<=[a-z])\d|(?<=\d)[a-z]|[-+~½](?=\d)/g)].map((trouve) => trouve.index);

/** Essaie une expression « collante » (drapeau y) à une place donnée. */
export const essayer = (expression: RegExp, plie: string, place: number): RegExpExecArray | null => {
  expression.lastIndex = place;
  return expression.exec(plie);
};

/** Un passage du message et ce qu'il veut dire. */
export interface Marque<T> {
  readonly debut: number;
  readonly fin: number;
  readonly valeur: T;
}
