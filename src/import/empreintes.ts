const TAILLE_INITIALE = 1 << 12;

/** Ensemble d'empreintes de 52 bits, huit octets chacune : un million tient en seize mégaoctets. */
export class EnsembleEmpreintes {
  #cases = new Float64Array(TAILLE_INITIALE);
  #nombre = 0;

  /**
   * Vrai si l'empreinte est nouvelle.
   * @param hexa treize chiffres hexadécimaux
   */
  ajouter(hexa: string): boolean {
    // 0 marque une case vide.
    const empreinte = Number.parseInt(hexa, 16) + 1;
    if (this.#nombre * 2 >= this.#cases.length) this.#agrandir();
    const place = chercher(this.#cases, empreinte);
    if (this.#cases[place] === empreinte) return false;
    this.#cases[place] = empreinte;
    this.#nombre += 1;
    return true;
  }

  #agrandir(): void {
    const plus = new Float64Array(this.#cases.length * 2);
    for (const empreinte of this.#cases) if (empreinte !== 0) plus[chercher(plus, empreinte)] = empreinte;
    this.#cases = plus;
  }
}

/** Case de l'empreinte, ou première case vide à partir de la sienne. */
const chercher = (cases: Float64Array, empreinte: number): number => {
  let place = empreinte % cases.length;
  while (cases[place] !== 0 && cases[place] !== empreinte) place = (place + 1) % cases.length;
  return place;
};
