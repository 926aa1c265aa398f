import { isDeepStrictEqual } from 'node:util';
import type { Avis } from '../../domain/marches.ts';

/** Ce qu'un import demande à l'endroit où il range les avis. */
export interface Casier<B> {
  find(id: string): Promise<Avis | null>;
  put(avis: readonly Avis[]): Promise<B>;
}

/**
 * Range les avis d'un fichier qui peut publier deux fois le même : un avis qui change ce qui est déjà rangé n'est
 * écrit qu'à la fin, dans sa dernière version, pour que relire le même fichier ne change rien.
 */
export class Depot<B> {
  readonly #casier: Casier<B>;
  /** Réunit deux publications d'un même avis ; par défaut, la dernière l'emporte. */
  readonly #reunir: (avant: Avis, suivant: Avis) => Avis;
  readonly #differes = new Map<string, Avis>();

  constructor(casier: Casier<B>, reunir: (avant: Avis, suivant: Avis) => Avis = (_avant, suivant) => suivant) {
    this.#casier = casier;
    this.#reunir = reunir;
  }

  async ecrire(avis: readonly Avis[]): Promise<B> {
    const nouveaux: Avis[] = [];
    const duLot = new Set<string>();
    for (const un of avis) {
      const differe = this.#differes.get(un.id);
      const range = await this.#casier.find(un.id);
      if (range === null && differe === undefined && !duLot.has(un.id)) {
        duLot.add(un.id);
        nouveaux.push(un);
        continue;
      }
      const premier = differe ?? range ?? nouveaux.find(({ id }) => id === un.id);
      const reuni = premier === undefined ? un : this.#reunir(premier, un);
      // Ce qui ne change rien n'attend pas la fin : le même fichier relu ne tient pas en mémoire.
      if (differe === undefined && isDeepStrictEqual(reuni, range)) nouveaux.push(reuni);
      else this.#differes.set(un.id, reuni);
    }
    return this.#casier.put(nouveaux);
  }

  /** Écrit ce qui attendait ; ce qui n'a pas changé est compté comme inchangé. */
  async finir(): Promise<B> {
    const avis = [...this.#differes.values()];
    this.#differes.clear();
    return this.#casier.put(avis);
  }
}

/** Un contrat de plusieurs titulaires tient plusieurs lignes d'un fichier à plat. */
export const reunirTitulaires = (avant: Avis, suivant: Avis): Avis =>
  avant.objet === suivant.objet
    ? { ...suivant, titulaires: [...new Set([...avant.titulaires, ...suivant.titulaires])].sort() }
    : suivant;
