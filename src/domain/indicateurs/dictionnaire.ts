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

  /** Change un texte sans changer son numéro : tout ce qui le cite suit. */
  renommer(ancien: string, nouveau: string): void {
    const numero = this.#numeros.get(ancien);
    if (numero === undefined || this.#numeros.has(nouveau)) return;
    this.#numeros.delete(ancien);
    this.#numeros.set(nouveau, numero);
    this.#textes[numero] = nouveau;
  }

  static relire(textes: readonly string[]): Dictionnaire {
    const lu = new Dictionnaire();
    for (const texte of textes) lu.numeroter(texte);
    return lu;
  }
}

/** Textes qui finissent par un nombre (« heures.csv:1234 ») : le début n'est gardé qu'une fois. */
export class TextesNumerotes {
  readonly #debuts: Dictionnaire;

  constructor(debuts = new Dictionnaire()) {
    this.#debuts = debuts;
  }

  get debuts(): readonly string[] {
    return this.#debuts.textes;
  }

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
