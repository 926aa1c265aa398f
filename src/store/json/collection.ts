import { isDeepStrictEqual } from 'node:util';
import type { z } from 'zod';
import type { Bilan, Collection } from '../port.ts';
import { Journal, type OptionsJournal } from './journal.ts';

/** Documents par clé, sur un journal : le dernier écrit l'emporte. */
export class JsonCollection<T> implements Collection<T> {
  readonly #journal: Journal<T>;
  readonly #parCle = new Map<string, T>();
  readonly #cle: (document: T) => string;
  /** Clés dans l'ordre d'écriture : ce qui permet de suivre la collection. */
  readonly #ordre: string[] = [];

  constructor(fichier: string, options: OptionsCollection<T>) {
    this.#cle = options.cle;
    this.#journal = new Journal(fichier, {
      schema: options.schema,
      recevoir: (document) => this.#recevoir(document),
      signaler: options.signaler,
      ...(options.lecture === undefined ? {} : { lecture: options.lecture }),
    });
  }

  #recevoir(document: T): void {
    const cle = this.#cle(document);
    this.#parCle.set(cle, document);
    this.#ordre.push(cle);
  }

  async depuis(position: number): Promise<{ readonly position: number; readonly documents: readonly T[] }> {
    await this.#journal.relireSansBloquer();
    const cles = position >= this.#ordre.length ? [] : new Set(this.#ordre.slice(position));
    return { position: this.#ordre.length, documents: [...cles].flatMap((cle) => this.#parCle.get(cle) ?? []) };
  }

  async all(): Promise<readonly T[]> {
    await this.#journal.relireSansBloquer();
    return [...this.#parCle.values()];
  }

  async find(cle: string): Promise<T | null> {
    await this.#journal.relireSansBloquer();
    return this.#parCle.get(cle) ?? null;
  }

  async put(documents: readonly T[]): Promise<Bilan> {
    await this.#journal.relireSansBloquer();
    const { aEcrire, bilan } = comparer(documents, this.#cle, (cle) => this.#parCle.get(cle) ?? null);
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

/** Ce que ces documents changent à ceux qui sont rangés ; un même document deux fois compte pour un. */
export const comparer = <T>(
  documents: readonly T[],
  cleDe: (document: T) => string,
  range: (cle: string) => T | null,
): { readonly aEcrire: T[]; readonly bilan: Bilan } => {
  const aEcrire: T[] = [];
  let [ajoutes, modifies] = [0, 0];
  for (const [cle, document] of new Map(documents.map((un) => [cleDe(un), un]))) {
    const avant = range(cle);
    if (avant !== null && isDeepStrictEqual(avant, document)) continue;
    if (avant === null) ajoutes += 1;
    else modifies += 1;
    aEcrire.push(document);
  }
  return { aEcrire, bilan: { ajoutes, modifies, inchanges: documents.length - ajoutes - modifies } };
};

export interface OptionsCollection<T> {
  readonly schema: z.ZodType<T>;
  readonly cle: (document: T) => string;
  readonly signaler: (ligne: number) => void;
  /** `a-la-demande` : un grand fichier n'est lu qu'au premier besoin, et le service est prêt sans l'attendre. */
  readonly lecture?: OptionsJournal<T>['lecture'];
}
