/** Colonne de nombres d'un cliché. */
export type Colonne = Float64Array | Int32Array | Uint32Array | Uint16Array | Uint8Array;

/** Ce qu'il faut pour retrouver un index sans rejouer le registre : des nombres en colonnes, des textes, un petit reste. */
export interface Cliche {
  readonly colonnes: Readonly<Record<string, Colonne>>;
  readonly textes: Readonly<Record<string, readonly string[]>>;
  /** Données simples, vérifiées par qui les relit. */
  readonly reste: Readonly<Record<string, unknown>>;
}

/** Un cliché qui ne dit pas ce qu'on attend : on le jette et on rejoue le registre. */
export class ClicheIllisible extends Error {}

/** Ajoute un préfixe aux noms d'un cliché, pour en réunir plusieurs. */
export const reunir = (parties: Readonly<Record<string, Cliche>>): Cliche => {
  const nommer = <T>(lire: (cliche: Cliche) => Readonly<Record<string, T>>): Record<string, T> =>
    Object.fromEntries(
      Object.entries(parties).flatMap(([partie, cliche]) =>
        Object.entries(lire(cliche)).map(([nom, valeur]) => [`${partie}.${nom}`, valeur]),
      ),
    );
  return {
    colonnes: nommer(({ colonnes }) => colonnes),
    textes: nommer(({ textes }) => textes),
    reste: nommer(({ reste }) => reste),
  };
};

/** Lit une partie d'un cliché ; toute absence ou tout type inattendu est une `ClicheIllisible`. */
export class LecteurCliche {
  readonly #cliche: Cliche;
  readonly #prefixe: string;

  constructor(cliche: Cliche, partie: string) {
    this.#cliche = cliche;
    this.#prefixe = `${partie}.`;
  }

  #manque(nom: string): never {
    throw new ClicheIllisible(`${this.#prefixe}${nom}`);
  }

  float64(nom: string): Float64Array {
    const lue = this.#cliche.colonnes[this.#prefixe + nom];
    return lue instanceof Float64Array ? lue : this.#manque(nom);
  }

  int32(nom: string): Int32Array {
    const lue = this.#cliche.colonnes[this.#prefixe + nom];
    return lue instanceof Int32Array ? lue : this.#manque(nom);
  }

  uint32(nom: string): Uint32Array {
    const lue = this.#cliche.colonnes[this.#prefixe + nom];
    return lue instanceof Uint32Array ? lue : this.#manque(nom);
  }

  uint16(nom: string): Uint16Array {
    const lue = this.#cliche.colonnes[this.#prefixe + nom];
    return lue instanceof Uint16Array ? lue : this.#manque(nom);
  }

  uint8(nom: string): Uint8Array {
    const lue = this.#cliche.colonnes[this.#prefixe + nom];
    return lue instanceof Uint8Array ? lue : this.#manque(nom);
  }

  textes(nom: string): readonly string[] {
    return this.#cliche.textes[this.#prefixe + nom] ?? this.#manque(nom);
  }

  reste(nom: string): unknown {
    return this.#cliche.reste[this.#prefixe + nom];
  }
}

/** Copie une colonne dans une plus grande, du même genre : moitié plus de place. */
export const capacite = (longueur: number): number => Math.ceil(longueur * 1.5) + 64;

export const agrandir = <T extends Colonne>(colonne: T, plus: T): T => {
  plus.set(colonne);
  return plus;
};
