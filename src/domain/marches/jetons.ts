import type { Avis, Secteur } from '../marches.ts';
import { aplatir } from './texte.ts';

/** Mots d'un texte, sans accents ni marque de pluriel : « Espaces verts » → « espace », « vert ». */
export const jetons = (texte: string): string[] =>
  (aplatir(texte).match(/[a-z0-9]+/g) ?? []).map((mot) => mot.replace(/(?<=\D)[sx]$/, ''));

/** Vrai si `suite` se lit d'un trait dans `mots`, à partir de `place`. */
export const seLit = (mots: readonly string[], suite: readonly string[], place: number): boolean =>
  suite.every((mot, rang) => mots[place + rang] === mot);

/** Familles d'achat d'un avis, par leur rang dans la liste donnée. */
export type LecteurSecteurs = (
  avis: Pick<Avis, 'cpv' | 'objet'> & { readonly lots: readonly { readonly intitule: string }[] },
) => readonly number[];

/**
 * Prépare la reconnaissance de toutes les familles à la fois : le CPV de l'avis, sinon les mots de son objet et, sans
 * CPV, de ses lots.
 */
export const creerLecteurSecteurs = (secteurs: readonly Secteur[]): LecteurSecteurs => {
  const parPrefixe = new Map<string, number[]>();
  const parMot = new Map<string, { readonly suite: readonly string[]; readonly secteur: number }[]>();
  secteurs.forEach(({ cpv, mots }, secteur) => {
    for (const prefixe of cpv) parPrefixe.set(prefixe, [...(parPrefixe.get(prefixe) ?? []), secteur]);
    for (const suite of mots.map(jetons)) {
      const [premier] = suite;
      if (premier !== undefined) parMot.set(premier, [...(parMot.get(premier) ?? []), { suite, secteur }]);
    }
  });
  return ({ cpv, objet, lots }) => {
    const lus = new Set<number>();
    for (const code of cpv)
      for (let taille = 2; taille <= 8; taille += 1)
        for (const secteur of parPrefixe.get(code.slice(0, taille)) ?? []) lus.add(secteur);
    const textes = cpv.length > 0 ? [objet] : [objet, ...lots.map(({ intitule }) => intitule)];
    for (const texte of textes) {
      const mots = jetons(texte);
      mots.forEach((mot, place) => {
        for (const { suite, secteur } of parMot.get(mot) ?? []) if (seLit(mots, suite, place)) lus.add(secteur);
      });
    }
    return [...lus];
  };
};

/** Mots qui annoncent un lieu dans un objet. */
export const AVANT_UN_LIEU: ReadonlySet<string> = new Set(['a', 'de', 'sur', 'd']);

/** « Ville de Lens » achète ; « … à Lens » dans l'objet, mais pas « collège Albert-Camus » pour Albert. */
export const nommeLeLieu = ({ acheteur, objet }: Avis, lieu: readonly string[]): boolean => {
  const chez = jetons(acheteur ?? '');
  if (chez.some((_mot, place) => seLit(chez, lieu, place))) return true;
  const dans = jetons(objet);
  return dans.some((_mot, place) => seLit(dans, lieu, place) && AVANT_UN_LIEU.has(dans[place - 1] ?? ''));
};
