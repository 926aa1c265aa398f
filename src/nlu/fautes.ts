import { distance } from './normaliser.ts';

/** Mots connus, par première lettre et longueur, pour corriger une faute de frappe. */
export interface Vocabulaire {
  readonly connus: ReadonlySet<string>;
  readonly parCle: ReadonlyMap<string, readonly string[]>;
}

const LONGUEUR_MINIMALE = 5;

/** @param corrections mots vers lesquels corriger ; @param autres mots justes, à laisser tels quels. */
export const construireVocabulaire = (corrections: Iterable<string>, autres: Iterable<string> = []): Vocabulaire => {
  const cibles = new Set(corrections);
  const parCle = new Map<string, string[]>();
  for (const mot of cibles) {
    if (mot.length < LONGUEUR_MINIMALE || !/^[a-z]+$/.test(mot)) continue;
    const cle = `${mot[0]}${mot.length}`;
    const liste = parCle.get(cle);
    if (liste) liste.push(mot);
    else parCle.set(cle, [mot]);
  }
  return { connus: new Set([...cibles, ...autres]), parCle };
};

/** Élision collée : « lordonnance », « dheures », « jdois ». */
const COLLEE = /^(?:[ldjnsmtc]|qu)(?=[a-z]{4})/;

/** Le mot, ou le mot connu le plus proche s'il a l'air d'une faute. */
export const corrigerMot = (mot: string, vocabulaire: Vocabulaire): string => {
  if (mot.length < LONGUEUR_MINIMALE || vocabulaire.connus.has(mot) || !/^[a-z]+$/.test(mot)) return mot;
  const decolle = mot.replace(COLLEE, '');
  if (decolle !== mot && vocabulaire.connus.has(decolle)) return decolle;
  return chercherProche(mot, vocabulaire) ?? (decolle === mot ? null : chercherProche(decolle, vocabulaire)) ?? mot;
};

const chercherProche = (mot: string, { parCle }: Vocabulaire): string | null => {
  if (mot.length < LONGUEUR_MINIMALE) return null;
  const permis = mot.length >= 8 ? 2 : 1;
  let meilleur: string | null = null;
  let proche = permis + 1;
  for (let longueur = mot.length - permis; longueur <= mot.length + permis; longueur += 1) {
    for (const connu of parCle.get(`${mot[0]}${longueur}`) ?? []) {
      const ecart = distance(mot, connu, permis);
      if (ecart < proche) [meilleur, proche] = [connu, ecart];
    }
  }
  return meilleur;
};
