import { Public } from '../domain/heures.ts';
import type { LigneCsv, Refus } from './csv.ts';
import { type Lu, lireDansListe } from './valeurs.ts';

/** Lit les colonnes d'une ligne et retient tous les refus, pas seulement le premier. */
export class Lecteur {
  readonly refus: Refus[] = [];
  readonly #fichier: string;
  readonly #ligne: LigneCsv;

  constructor(fichier: string, ligne: LigneCsv) {
    this.#fichier = fichier;
    this.#ligne = ligne;
  }

  texte(colonne: string): string {
    return this.#ligne.valeurs[colonne] ?? '';
  }

  refuser(colonne: string, raison: string): null {
    this.refus.push({ fichier: this.#fichier, ligne: this.#ligne.numero, colonne, raison });
    return null;
  }

  /** Valeur obligatoire. */
  exiger<T>(colonne: string, lire: (texte: string) => Lu<T>): T | null {
    const texte = this.texte(colonne);
    if (texte === '') return this.refuser(colonne, 'valeur manquante : elle est obligatoire');
    return this.#lire(colonne, lire(texte));
  }

  /** Valeur facultative : null si la case est vide. */
  permettre<T>(colonne: string, lire: (texte: string) => Lu<T>): T | null {
    const texte = this.texte(colonne);
    return texte === '' ? null : this.#lire(colonne, lire(texte));
  }

  #lire<T>(colonne: string, lu: Lu<T>): T | null {
    return 'valeur' in lu ? lu.valeur : this.refuser(colonne, lu.raison);
  }
}

/** Texte libre tel quel. */
export const lireTexte = (texte: string): Lu<string> => ({ valeur: texte });

/** Plusieurs valeurs séparées par « | ». */
export const lireListe = (texte: string): Lu<string[]> => ({
  valeur: texte
    .split('|')
    .map((morceau) => morceau.trim())
    .filter((morceau) => morceau !== ''),
});

/** Publics d'une case, « RSA|QPV » ou « RSA, QPV » ; ce qui n'en est pas un est refusé. */
export const lirePublics = (lecteur: Lecteur): Public[] => {
  const mots = lecteur.texte('publics').split(/[|,;/]/);
  return mots.flatMap((mot) => {
    if (mot.trim() === '') return [];
    const lu = lireDansListe(mot.trim(), Public.options);
    if ('valeur' in lu) return [lu.valeur];
    lecteur.refuser('publics', lu.raison);
    return [];
  });
};

/** Colonnes attendues absentes du fichier, dites une fois, sur la ligne de titres. */
export const colonnesManquantes = (fichier: string, ligne: LigneCsv, attendues: readonly string[]): Refus[] =>
  attendues
    .filter((colonne) => !(colonne in ligne.valeurs))
    .map((colonne) => ({
      fichier,
      ligne: 1,
      colonne,
      raison: `colonne absente ; titres attendus : ${attendues.join(';')}`,
    }));
