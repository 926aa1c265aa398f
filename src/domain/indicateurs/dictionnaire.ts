/** Numérote des textes à mesure qu'on les rencontre : un million de lignes ne garde chaque texte qu'une fois. */
export class Dictionnaire {
  readonly #numeros = new Map<string, number>();
  readonly #textes: string[] = [];

  /** Numéro d'un texte, créé à la première rencontre. */
  numeroter(texte: string): number {
    const connu = this.#numeros.get(texte);
    if (connu !== undefined) return connu;
    const numero = this.#textes.length;
    this.#numeros.set(texte, numero);
    this.#textes.push(texte);
    return numero;
  }

  /** Numéro d'un texte déjà rencontré ; −1 sinon. */
  chercher(texte: string): number {
    return this.#numeros.get(texte) ?? -1;
  }

  texte(numero: number): string {
    return this.#textes[numero] ?? '';
  }

  get taille(): number {
    return this.#textes.length;
  }

  get textes(): readonly string[] {
    return this.#textes;
  }
}

/** Textes qui finissent par un nombre (« heures.csv:1234 ») : le début n'est gardé qu'une fois. */
export class TextesNumerotes {
  readonly #debuts = new Dictionnaire();

  /** Début et nombre ; le nombre vaut −1 quand le texte n'en porte pas. */
  coder(texte: string): { readonly debut: number; readonly nombre: number } {
    const trouve = /^(.*\D)?([1-9]\d{0,8})$/s.exec(texte);
    return trouve
      ? { debut: this.#debuts.numeroter(trouve[1] ?? ''), nombre: Number(trouve[2]) }
      : { debut: this.#debuts.numeroter(texte), nombre: -1 };
  }

  texte(debut: number, nombre: number): string {
    return nombre < 0 ? this.#debuts.texte(debut) : `${this.#debuts.texte(debut)}${nombre}`;
  }
}
