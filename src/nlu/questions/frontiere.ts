import type { Exemple, Modele, Vecteur } from './modele.ts';

/** Une régression logistique : un poids par trait du modèle, et un biais. */
export interface Frontiere {
  readonly poids: Float32Array;
  readonly biais: number;
}

/** Un exemple, et s'il est l'affaire d'une fiche. */
export interface ExempleFrontiere extends Exemple {
  readonly dedans: boolean;
}

const TOURS = 6;
const PAS = 2;
/** Trois formulations sur quatre sont à nous : les autres comptent double. */
const POIDS_DEHORS = 2;
const POIDS_REPONSE = 0.3;
/** Le biais suit lentement : ce sont les mots qui décident. */
const INERTIE = 0.02;

/** De quel côté tombe un message : positif chez nous. */
export const situer = (vecteur: Vecteur, { poids, biais }: Frontiere): number => {
  let somme = biais;
  for (let i = 0; i < vecteur.numeros.length; i += 1)
    somme += (poids[vecteur.numeros[i] ?? 0] ?? 0) * (vecteur.poids[i] ?? 0);
  return somme;
};

/** Apprend à séparer ce qui est notre affaire du reste, quel que soit le sujet. */
export const apprendreFrontiere = (exemples: readonly ExempleFrontiere[], modele: Modele): Frontiere => {
  const vecteurs = exemples.map(({ traits }) => modele.vecteur(traits));
  const poids = new Float32Array(modele.appris.traits.length);
  let biais = 1;
  let graine = 5;
  for (let tour = 0; tour < TOURS; tour += 1)
    for (let essai = 0; essai < exemples.length; essai += 1) {
      graine = (Math.imul(graine, 1_103_515_245) + 12_345) >>> 0;
      const rang = (graine >>> 4) % exemples.length;
      const [exemple, vecteur] = [exemples[rang], vecteurs[rang]];
      if (!exemple || !vecteur) continue;
      const ecart = 1 / (1 + Math.exp(-situer(vecteur, { poids, biais }))) - (exemple.dedans ? 1 : 0);
      const importance = exemple.dedans ? (exemple.poids < 1 ? POIDS_REPONSE : 1) : POIDS_DEHORS;
      const pas = (ecart * importance * PAS) / (1 + tour / 2);
      biais -= pas * INERTIE;
      vecteur.numeros.forEach((numero, i) => {
        poids[numero] = (poids[numero] ?? 0) - pas * (vecteur.poids[i] ?? 0);
      });
    }
  return { poids, biais };
};
