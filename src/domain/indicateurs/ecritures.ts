import type { Ecriture } from '../heures.ts';
import { agrandir, type Cliche, capacite, type LecteurCliche } from './cliche.ts';
import type { Identifiants } from './identifiants.ts';
import type { TableLignes } from './table.ts';

/** Genre d'une écriture ; une correction qui en défait une autre est à part. */
export const GENRES = { saisie: 0, correction: 1, annulation: 2, validation: 3, anonymisation: 4, retour: 5 } as const;
export type Genre = (typeof GENRES)[keyof typeof GENRES];

const genreDe = (ecriture: Ecriture): Genre =>
  ecriture.type === 'correction' && ecriture.defait !== undefined ? GENRES.retour : GENRES[ecriture.type];

/**
 * Ce qu'il faut savoir de chaque écriture pour la retrouver sans relire le registre : où elle est, ce qu'elle vise, de
 * quelle personne et de quelle opération elle parlait alors.
 */
export class Ecritures {
  /** Octet où commence chaque écriture. */
  position: Float64Array = new Float64Array(64);
  genre: Uint8Array = new Uint8Array(64);
  /** Numéro de la saisie dont parle l'écriture ; −1 pour les autres. */
  saisie: Int32Array = new Int32Array(64);
  /** −1 quand l'écriture ne porte pas de ligne. */
  beneficiaire: Int32Array = new Int32Array(64);
  operation: Int32Array = new Int32Array(64);
  /** Auteur, dans le dictionnaire des origines. */
  auteur: Int32Array = new Int32Array(64);
  taille = 0;

  /** Note une écriture, déjà appliquée à la table et numérotée à la suite des autres. */
  ajouter(ecriture: Ecriture, position: number, { colonnes, origines, ids }: TableLignes): void {
    if (this.taille === this.genre.length) this.#agrandir();
    const numero = this.taille;
    const ligne = 'ligne' in ecriture ? ecriture.ligne : null;
    this.position[numero] = position;
    this.genre[numero] = genreDe(ecriture);
    this.saisie[numero] = saisieVisee(ecriture, ids, numero);
    this.beneficiaire[numero] = ligne === null ? -1 : colonnes.beneficiaires.numeroter(ligne.beneficiaire);
    this.operation[numero] = ligne === null ? -1 : colonnes.operations.numeroter(ligne.operation);
    this.auteur[numero] = origines.auteurs.numeroter(ecriture.origine.auteur);
    this.taille += 1;
  }

  #agrandir(): void {
    const taille = capacite(this.taille);
    this.position = agrandir(this.position, new Float64Array(taille));
    this.genre = agrandir(this.genre, new Uint8Array(taille));
    this.saisie = agrandir(this.saisie, new Int32Array(taille));
    this.beneficiaire = agrandir(this.beneficiaire, new Int32Array(taille));
    this.operation = agrandir(this.operation, new Int32Array(taille));
    this.auteur = agrandir(this.auteur, new Int32Array(taille));
  }

  cliche(): Cliche {
    const { taille } = this;
    return {
      colonnes: {
        position: this.position.subarray(0, taille),
        genre: this.genre.subarray(0, taille),
        saisie: this.saisie.subarray(0, taille),
        beneficiaire: this.beneficiaire.subarray(0, taille),
        operation: this.operation.subarray(0, taille),
        auteur: this.auteur.subarray(0, taille),
      },
      textes: {},
      reste: {},
    };
  }

  static relire(lecteur: LecteurCliche): Ecritures {
    const lues = new Ecritures();
    lues.position = lecteur.float64('position');
    lues.genre = lecteur.uint8('genre');
    for (const nom of ['saisie', 'beneficiaire', 'operation', 'auteur'] as const) lues[nom] = lecteur.int32(nom);
    lues.taille = lues.genre.length;
    return lues;
  }
}

const saisieVisee = (ecriture: Ecriture, ids: Identifiants, numero: number): number => {
  if (ecriture.type === 'saisie') return numero;
  return ecriture.type === 'correction' || ecriture.type === 'annulation' ? ids.chercher(ecriture.vise) : -1;
};
