import { TableEmpreintes } from '../../domain/table-empreintes.ts';
import type { Bilan, Collection } from '../port.ts';
import { comparer, type OptionsCollection } from './collection.ts';
import { Journal } from './journal.ts';

/** Documents par clé laissés sur le disque : seule leur place est en mémoire, pour importer plus gros qu'elle. */
export class CollectionSurDisque<T> implements Collection<T> {
  readonly #journal: Journal<T>;
  readonly #places = new TableEmpreintes();
  readonly #cle: (document: T) => string;

  constructor(fichier: string, options: OptionsCollection<T>) {
    this.#cle = options.cle;
    this.#journal = new Journal(fichier, {
      schema: options.schema,
      recevoir: (document, position) => this.#places.poser(this.#cle(document), position),
      signaler: options.signaler,
      lecture: 'a-la-demande',
    });
  }

  #lire(place: number | undefined): T | null {
    return place === undefined ? null : this.#journal.lireA(place);
  }

  async all(): Promise<readonly T[]> {
    return (await this.depuis(0)).documents;
  }

  async depuis(position: number): Promise<{ readonly position: number; readonly documents: readonly T[] }> {
    await this.#journal.relireSansBloquer();
    const places = [...this.#places.valeurs()].filter((place) => place >= position).sort((a, b) => a - b);
    return { position: this.#journal.position, documents: places.flatMap((place) => this.#lire(place) ?? []) };
  }

  async find(cle: string): Promise<T | null> {
    await this.#journal.relireSansBloquer();
    return this.#lire(this.#places.lire(cle));
  }

  async put(documents: readonly T[]): Promise<Bilan> {
    await this.#journal.relireSansBloquer();
    const { aEcrire, bilan } = comparer(documents, this.#cle, (cle) => this.#lire(this.#places.lire(cle)));
    this.#journal.append(aEcrire);
    return bilan;
  }

  get vide(): boolean {
    return this.#journal.vide;
  }

  close(): void {
    this.#journal.close();
  }
}
