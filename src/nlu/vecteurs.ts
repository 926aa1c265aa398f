/** Un texte rangé : à quel document il appartient, et ses traits pondérés. */
interface Rangement {
  readonly document: number;
  readonly poids: number;
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
  readonly #rangements = new Map<string, Rangement[]>();
  readonly #idf = new Map<string, number>();
  readonly #nombre: number;

  constructor(textes: readonly (readonly string[])[]) {
    this.#nombre = textes.length;
    const presences = new Map<string, number>();
    for (const traits of textes)
      for (const trait of new Set(traits)) presences.set(trait, (presences.get(trait) ?? 0) + 1);
    for (const [trait, presence] of presences) this.#idf.set(trait, Math.log(1 + this.#nombre / presence));
    textes.forEach((traits, document) => {
      for (const [trait, poids] of this.#normer(compterTraits(traits))) {
        const liste = this.#rangements.get(trait);
        if (liste) liste.push({ document, poids });
        else this.#rangements.set(trait, [{ document, poids }]);
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
    for (const [trait, poids] of this.#normer(traits))
      for (const rangement of this.#rangements.get(trait) ?? [])
        scores[rangement.document] = (scores[rangement.document] ?? 0) + poids * rangement.poids;
    return scores;
  }
}
