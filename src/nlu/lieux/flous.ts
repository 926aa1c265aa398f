import { distance } from '../normaliser.ts';
import { cleLongueDe, motsDuNom, ranger, sansArticle } from './cles.ts';
import type { Exterieur } from './exterieur.ts';
import type { Nom } from './index-lieux.ts';
import { sonsDe } from './phonetique.ts';

/** Un nom prêt pour la recherche avec faute : sa clé et l'ensemble de ses lettres, en bits. */
export interface NomFlou {
  readonly cle: string;
  readonly lettres: number;
  readonly population: number;
  readonly cible:
    | { readonly type: 'region'; readonly nom: Nom }
    | { readonly type: 'dehors'; readonly lieu: Exterieur };
}

/** Les noms où chercher une faute, et les mêmes par leurs sons. */
export interface Flous {
  /** Par longueur de clé. */
  readonly parTaille: readonly (readonly NomFlou[])[];
  readonly parSons: ReadonlyMap<string, readonly NomFlou[]>;
}

/** Une correction possible et son écart, en lettres changées. */
export interface Correction {
  readonly flou: NomFlou;
  readonly ecart: number;
  /** Vrai si les deux graphies se prononcent pareil. */
  readonly memeSon: boolean;
}

/** Sous cette taille, une ville du dehors ne concurrence pas les noms de la région. */
const POPULATION_DEHORS = 20_000;

const lettresDe = (cle: string): number => {
  let bits = 0;
  for (let i = 0; i < cle.length; i++) bits |= 1 << (cle.charCodeAt(i) % 31);
  return bits;
};

/** Nombre de bits à 1, par moitiés, sans boucle. */
const nombreDeBits = (bits: number): number => {
  const paires = bits - ((bits >>> 1) & 0x55555555);
  const quatres = (paires & 0x33333333) + ((paires >>> 2) & 0x33333333);
  return Math.imul((quatres + (quatres >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
};

export const construireFlous = (noms: readonly Nom[], exterieurs: ReadonlyMap<string, readonly Exterieur[]>): Flous => {
  const parTaille: NomFlou[][] = Array.from({ length: 60 }, () => []);
  const parSons = new Map<string, NomFlou[]>();
  const ajouter = (flou: NomFlou): void => {
    parTaille[flou.cle.length]?.push(flou);
    ranger(parSons, sonsDe(flou.cle), flou);
  };
  // Un sigle (« CALL ») ne se devine pas : une lettre changée en fait un autre mot.
  const longs = noms.filter(({ mots, commune }) => cleLongueDe(mots).length >= (commune ? 4 : 6));
  for (const nom of longs)
    for (const cle of new Set([cleLongueDe(nom.mots), cleLongueDe(sansArticle(nom.mots))]))
      ajouter({ cle, lettres: lettresDe(cle), population: nom.population, cible: { type: 'region', nom } });
  for (const lieux of exterieurs.values())
    for (const lieu of lieux) {
      if (lieu.population < POPULATION_DEHORS) continue;
      const cle = cleLongueDe(motsDuNom(lieu.nom));
      if (cle.length >= 5)
        ajouter({ cle, lettres: lettresDe(cle), population: lieu.population, cible: { type: 'dehors', lieu } });
    }
  return { parTaille, parSons };
};

/** Longueur du nom sans son « saint », qui n'aide pas à le reconnaître. */
export const longueurUtile = (cle: string): number => cle.replace(/^sainte?(?=.)/, '').length;

/** Écart admis selon la longueur utile : un nom court ne se devine pas. */
const ecartAdmis = (cle: string): number => {
  const utile = longueurUtile(cle);
  return utile <= 4 ? 0 : utile <= 7 ? 1 : utile <= 11 ? 2 : 3;
};

interface Saisie {
  readonly cle: string;
  readonly lettres: number;
  /** Écart admis. */
  readonly max: number;
}

/** Écarte sans calcul les noms trop différents : lettres de l'un absentes de l'autre, bords tous deux changés. */
const peutEtreProche = (flou: NomFlou, { cle, lettres, max }: Saisie): boolean =>
  (max < 2 || flou.cle[0] === cle[0] || (max < 3 && flou.cle.at(-1) === cle.at(-1))) &&
  nombreDeBits(flou.lettres & ~lettres) <= max &&
  nombreDeBits(lettres & ~flou.lettres) <= max;

/** Noms proches d'une saisie collée, du plus proche au plus loin ; à écart égal, le plus peuplé d'abord. */
export const corriger = (cle: string, { parTaille, parSons }: Flous): Correction[] => {
  if (cle.length < 4) return [];
  const max = Math.max(ecartAdmis(cle), 1);
  const maxMemeSon = Math.max(Math.floor(cle.length / 3), max);
  const saisie: Saisie = { cle, max, lettres: lettresDe(cle) };
  const memesSons = new Set(parSons.get(sonsDe(cle)));
  const corrections: Correction[] = [];
  for (const flou of memesSons) {
    const ecart = distance(cle, flou.cle, maxMemeSon);
    if (ecart <= maxMemeSon) corrections.push({ flou, ecart, memeSon: true });
  }
  for (const noms of parTaille.slice(Math.max(cle.length - max, 0), cle.length + max + 1))
    for (const flou of noms) {
      if (memesSons.has(flou) || !peutEtreProche(flou, saisie)) continue;
      const ecart = distance(cle, flou.cle, max);
      if (ecart <= max && ecart <= Math.max(ecartAdmis(flou.cle), 1)) corrections.push({ flou, ecart, memeSon: false });
    }
  return corrections.sort((a, b) => a.ecart - b.ecart || b.flou.population - a.flou.population);
};
