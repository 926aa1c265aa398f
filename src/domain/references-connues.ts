import type { ReferenceArticle } from './references.ts';

/** Ce que le catalogue sait d'une référence : elle y est, une autre lui ressemble, ou rien. */
export type ReferenceResolue =
  | { readonly certitude: 'connue'; readonly ids: readonly string[] }
  | { readonly certitude: 'voisine'; readonly ids: readonly string[] }
  | { readonly certitude: 'inconnue' };

/** Rapproche une référence du catalogue ; au plus trois voisines, la plus proche d'abord. */
export const resoudreReference = (
  { candidats }: Pick<ReferenceArticle, 'candidats'>,
  connues: Iterable<string>,
): ReferenceResolue => {
  const toutes = [...connues];
  const exactes = candidats.filter((id) => toutes.includes(id));
  // L'article d'un texte dispense du texte entier.
  const precises = exactes.filter((id) => !exactes.some((autre) => autre.startsWith(`${id}-`)));
  if (precises.length > 0) return { certitude: 'connue', ids: precises };
  const demandees = candidats.map(decomposer);
  const voisines = toutes
    .map((id) => ({ id, ecart: Math.min(...demandees.map((demandee) => ecart(demandee, decomposer(id)))) }))
    .filter(({ ecart: valeur }) => Number.isFinite(valeur))
    .sort((a, b) => a.ecart - b.ecart || a.id.localeCompare(b.id))
    .slice(0, 3)
    .map(({ id }) => id);
  return voisines.length > 0 ? { certitude: 'voisine', ids: voisines } : { certitude: 'inconnue' };
};

interface Numerotation {
  /** « ccp », « ct », ou le texte entier pour une loi : « ord-2015-899 ». */
  readonly recueil: string;
  readonly lettre: string;
  readonly numeros: readonly number[];
}

const decomposer = (id: string): Numerotation => {
  const code = /^([a-z]+)-([lrd])([\d-]+)$/.exec(id);
  if (code) {
    const [, recueil = '', lettre = '', numeros = ''] = code;
    return { recueil, lettre, numeros: numeros.split('-').map(Number) };
  }
  const texte = /^(.*)-(\d{1,2})$/.exec(id);
  return { recueil: texte?.[1] ?? id, lettre: '', numeros: texte ? [Number(texte[2])] : [] };
};

/** Même numéro sous une autre lettre, puis même chapitre (les quatre premiers chiffres) ; sinon, rien de proche. */
const ecart = (a: Numerotation, b: Numerotation): number => {
  if (a.recueil !== b.recueil) return Number.POSITIVE_INFINITY;
  const lettre = a.lettre === b.lettre ? 0 : 0.5;
  if (a.lettre === '') return distance(a.numeros, b.numeros, 0);
  if (a.numeros[0] !== b.numeros[0]) return Number.POSITIVE_INFINITY;
  return lettre + distance(a.numeros, b.numeros, 1);
};

/** Écart entre deux suites de numéros : un pas compte dix fois moins à chaque rang. */
const distance = (a: readonly number[], b: readonly number[], rang: number): number => {
  let total = 0;
  for (let i = rang; i < Math.max(a.length, b.length); i++)
    total += Math.abs((a[i] ?? 0) - (b[i] ?? 0)) / 10 ** (i - rang);
  return total;
};
