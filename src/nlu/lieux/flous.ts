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
  readonly noms: readonly NomFlou[];
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

const nombreDeBits = (bits: number): number => {
  let reste = bits;
  let nombre = 0;
  while (reste !== 0) {
    reste &= reste - 1;
    nombre++;
  }
  return nombre;
};

export const construireFlous = (noms: readonly Nom[], exterieurs: ReadonlyMap<string, readonly Exterieur[]>): Flous => {
  const flous: NomFlou[] = [];
  const parSons = new Map<string, NomFlou[]>();
  const ajouter = (flou: NomFlou): void => {
    flous.push(flou);
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
  return { noms: flous, parSons };
};

/** Longueur du nom sans son « saint », qui n'aide pas à le reconnaître. */
export const longueurUtile = (cle: string): number => cle.replace(/^sainte?(?=.)/, '').length;

/** Écart admis selon la longueur utile : un nom court ne se devine pas. */
const ecartAdmis = (cle: string): number => {
  const utile = longueurUtile(cle);
  return utile <= 4 ? 0 : utile <= 7 ? 1 : utile <= 11 ? 2 : 3;
};

/** Écarte sans calcul les noms trop différents : longueur, lettres de l'un absentes de l'autre, bords tous deux changés. */
const peutEtreProche = (flou: NomFlou, { cle, lettres, max }: { cle: string; lettres: number; max: number }): boolean =>
  Math.abs(flou.cle.length - cle.length) <= max &&
  (max < 2 || flou.cle[0] === cle[0] || (max < 3 && flou.cle.at(-1) === cle.at(-1))) &&
  nombreDeBits(flou.lettres & ~lettres) <= max &&
  nombreDeBits(lettres & ~flou.lettres) <= max;

/** Noms proches d'une saisie collée, du plus proche au plus loin ; à écart égal, le plus peuplé d'abord. */
export const corriger = (cle: string, { noms, parSons }: Flous): Correction[] => {
  if (cle.length < 4) return [];
  const max = Math.max(ecartAdmis(cle), 1);
  const maxMemeSon = Math.max(Math.floor(cle.length / 3), max);
  const lettres = lettresDe(cle);
  const memesSons = new Set(parSons.get(sonsDe(cle)));
  const corrections: Correction[] = [];
  for (const flou of memesSons) {
    const ecart = distance(cle, flou.cle, maxMemeSon);
    if (ecart <= maxMemeSon) corrections.push({ flou, ecart, memeSon: true });
  }
  for (const flou of noms)
    if (!memesSons.has(flou) && peutEtreProche(flou, { cle, lettres, max })) {
      const ecart = distance(cle, flou.cle, max);
      if (ecart <= max && ecart <= Math.max(ecartAdmis(flou.cle), 1)) corrections.push({ flou, ecart, memeSon: false });
    }
  return corrections.sort((a, b) => a.ecart - b.ecart || b.flou.population - a.flou.population);
};
