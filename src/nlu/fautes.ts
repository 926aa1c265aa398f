import { distance } from './normaliser.ts';

/** Mots connus, par première lettre et longueur, pour corriger une faute de frappe. */
export interface Vocabulaire {
  readonly connus: ReadonlySet<string>;
  readonly parCle: ReadonlyMap<string, readonly string[]>;
}

const LONGUEUR_MINIMALE = 5;

export const construireVocabulaire = (traits: Iterable<string>): Vocabulaire => {
  const connus = new Set(traits);
  const parCle = new Map<string, string[]>();
  for (const mot of connus) {
    if (mot.length < LONGUEUR_MINIMALE || !/^[a-z-]+$/.test(mot)) continue;
    const cle = `${mot[0]}${mot.length}`;
    const liste = parCle.get(cle);
    if (liste) liste.push(mot);
    else parCle.set(cle, [mot]);
  }
  return { connus, parCle };
};

/** Remplace chaque mot inconnu par le mot connu le plus proche, s'il n'y en a qu'un d'assez proche. */
export const corriger = (termes: readonly string[], vocabulaire: Vocabulaire): string[] =>
  termes.map((terme) => {
    if (vocabulaire.connus.has(terme) || terme.length < LONGUEUR_MINIMALE || !/^[a-z]+$/.test(terme)) return terme;
    return chercherProche(terme, vocabulaire) ?? terme;
  });

const chercherProche = (terme: string, { parCle }: Vocabulaire): string | null => {
  const permis = terme.length >= 8 ? 2 : 1;
  let meilleur: string | null = null;
  let proche = permis + 1;
  for (let longueur = terme.length - permis; longueur <= terme.length + permis; longueur += 1) {
    for (const mot of parCle.get(`${terme[0]}${longueur}`) ?? []) {
      const ecart = distance(terme, mot, permis);
      if (ecart < proche) [meilleur, proche] = [mot, ecart];
    }
  }
  return meilleur;
};
