/** Textes qui portent un trait, et son poids dans chacun. */
interface Rangement {
  readonly textes: Int32Array;
  readonly poids: Float32Array;
}

/** Traits d'un texte et leur nombre. */
export const compterTraits = (traits: readonly string[]): Map<string, number> => {
  const nombres = new Map<string, number>();
  for (const trait of traits) nombres.set(trait, (nombres.get(trait) ?? 0) + 1);
  return nombres;
};

/** Morceaux de trois et quatre lettres d'un mot bordé : « net », « nett »… ; ils se ressemblent malgré une faute. */
export const decouperEnLettres = (mots: readonly string[]): string[] =>
  mots.flatMap((mot) => {
    const borde = `_${mot}_`;
    const morceaux: string[] = [];
    for (let i = 0; i + 3 <= borde.length; i += 1) {
      morceaux.push(borde.slice(i, i + 3));
      if (i + 4 <= borde.length) morceaux.push(borde.slice(i, i + 4));
    }
    return morceaux;
  });

/** Index de textes par leurs traits, comparés au cosinus de leurs poids tf-idf. */
export class IndexVecteurs {
  readonly #rangements = new Map<string, Rangement>();
  readonly #idf = new Map<string, number>();
  readonly #nombre: number;

  constructor(textes: readonly (readonly string[])[]) {
    this.#nombre = textes.length;
    const presences = new Map<string, number>();
    for (const traits of textes)
      for (const trait of new Set(traits)) presences.set(trait, (presences.get(trait) ?? 0) + 1);
    for (const [trait, presence] of presences) this.#idf.set(trait, Math.log(1 + this.#nombre / presence));
    this.#ranger(textes, presences);
  }

  #ranger(textes: readonly (readonly string[])[], presences: ReadonlyMap<string, number>): void {
    for (const [trait, presence] of presences)
      this.#rangements.set(trait, { textes: new Int32Array(presence), poids: new Float32Array(presence) });
    const places = new Map<string, number>();
    textes.forEach((traits, texte) => {
      for (const [trait, poids] of this.#normer(compterTraits(traits))) {
        const place = places.get(trait) ?? 0;
        places.set(trait, place + 1);
        const rangement = this.#rangements.get(trait);
        if (!rangement) continue;
        rangement.textes[place] = texte;
        rangement.poids[place] = poids;
      }
    });
  }

  /** Rareté d'un trait ; un trait jamais vu est le plus rare de tous. */
  idf(trait: string): number {
    return this.#idf.get(trait) ?? Math.log(1 + this.#nombre);
  }

  connait(trait: string): boolean {
    return this.#idf.has(trait);
  }

  get traits(): Iterable<string> {
    return this.#idf.keys();
  }

  #normer(nombres: ReadonlyMap<string, number>): Map<string, number> {
    const poids = new Map<string, number>();
    let carre = 0;
    for (const [trait, nombre] of nombres) {
      const valeur = (1 + Math.log(nombre)) * this.idf(trait);
      poids.set(trait, valeur);
      carre += valeur * valeur;
    }
    const norme = Math.sqrt(carre) || 1;
    for (const [trait, valeur] of poids) poids.set(trait, valeur / norme);
    return poids;
  }

  /** Cosinus (0 à 1) de la demande avec chaque texte rangé. */
  comparer(traits: ReadonlyMap<string, number>): Float64Array {
    const scores = new Float64Array(this.#nombre);
    for (const [trait, poids] of this.#normer(traits)) {
      const rangement = this.#rangements.get(trait);
      if (!rangement) continue;
      const { textes, poids: siens } = rangement;
      for (let i = 0; i < textes.length; i += 1) {
        const texte = textes[i] ?? 0;
        scores[texte] = (scores[texte] ?? 0) + poids * (siens[i] ?? 0);
      }
    }
    return scores;
  }
}
