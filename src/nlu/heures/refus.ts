import type { Faits } from './faits.ts';

type Place = { readonly debut: number; readonly fin: number };

/** Ce qui précède une valeur que le message écarte : « et pas 21 », « au lieu de lundi », « remplace Claire ». */
const ECARTE =
  /(?:\b(?:pas|et non(?: pas)?|au lieu(?:\s+(?:de|du|des|d'))?|plutot que|a la place(?:\s+(?:de|du))?|remplace[rz]?|n'est pas|n'etait pas|ni)\s*(?:de\s+|du\s+|des\s+|d'|le\s+|la\s+|les\s+|l'|sur\s+|pour\s+|chez\s+|a\s+|au\s+|en\s+|avec\s+|mme\s+|m\.?\s+)*)$/;
/** « passe de 21 à 14 h » : la première valeur est l'ancienne. */
const PASSE_DE = /\b(?:passe[rz]?|corrige[rz]?|change[rz]?|modifie[rz]?)\s+(?:les\s+heures\s+)?(?:de|d')\s*$/;

/** « 28 c'est faux, c'est 26 », « 2,8 non, 28 » : la valeur démentie aussitôt dite, si une autre la suit. */
const DEMENTI =
  /^\s*(?:,\s*)?(?:par erreur\b|(?:(?:c'est|c'etait|est|etait)\s+(?:faux|pas bon|une erreur|incorrect|inexact|pas ca|(?:beaucoup |un peu )?trop|pas assez)\b)|non\b).*[a-z\d]/;

const ecarte = (plie: string, { debut, fin }: Place): boolean => {
  const avant = plie.slice(0, debut);
  return ECARTE.test(avant) || PASSE_DE.test(avant) || DEMENTI.test(plie.slice(fin));
};

const separer = <T extends Place>(
  plie: string,
  marques: readonly T[],
): { readonly gardees: readonly T[]; readonly refusees: readonly T[] } => ({
  gardees: marques.filter((marque) => !ecarte(plie, marque)),
  refusees: marques.filter((marque) => ecarte(plie, marque)),
});

/** Ce que le message affirme, et ce qu'il écarte. */
export interface Tri {
  readonly dits: Faits;
  readonly refuses: Faits;
}

/** Sépare « 14 » de « pas 21 ». */
export const trier = (faits: Faits): Tri => {
  const { plie } = faits;
  const durees = separer(plie, faits.durees);
  const periodes = separer(plie, faits.periodes);
  const operations = separer(plie, faits.operations);
  const entreprises = separer(plie, faits.entreprises);
  const personnes = separer(plie, faits.personnes);
  const nus = separer(plie, faits.nus);
  const choisir = (part: 'gardees' | 'refusees'): Faits => ({
    ...faits,
    durees: durees[part],
    periodes: periodes[part],
    operations: operations[part],
    entreprises: entreprises[part],
    personnes: personnes[part],
    nus: nus[part],
  });
  return { dits: choisir('gardees'), refuses: choisir('refusees') };
};
