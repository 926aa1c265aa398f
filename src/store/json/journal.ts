import { appendFileSync, closeSync, fstatSync, fsyncSync, openSync, readSync } from 'node:fs';
import type { z } from 'zod';

const FIN_DE_LIGNE = 0x0a;
const TAILLE_BLOC = 1 << 20;

/**
 * Fichier de lignes JSON en ajout seul.
 * Plusieurs processus peuvent y ajouter : chacun relit ce que les autres ont écrit avant de répondre.
 * Une dernière ligne coupée par un arrêt brutal est isolée, jamais collée à la suivante.
 */
export class Journal<T> {
  readonly #fd: number;
  readonly #schema: z.ZodType<T>;
  readonly #recevoir: (document: T) => void;
  readonly #signaler: (ligne: number) => void;
  #lu = 0;
  #lignes = 0;
  #reste = Buffer.alloc(0);

  constructor(fichier: string, options: OptionsJournal<T>) {
    this.#fd = openSync(fichier, 'a+', 0o600);
    this.#schema = options.schema;
    this.#recevoir = options.recevoir;
    this.#signaler = options.signaler ?? (() => undefined);
    this.relire();
  }

  /** Lit ce qui a été ajouté depuis la dernière fois, par ce processus ou par un autre. */
  relire(): void {
    const taille = fstatSync(this.#fd).size;
    const bloc = Buffer.allocUnsafe(Math.min(TAILLE_BLOC, Math.max(taille - this.#lu, 1)));
    while (this.#lu < taille) {
      const octets = readSync(this.#fd, bloc, 0, bloc.length, this.#lu);
      if (octets === 0) break;
      this.#lu += octets;
      this.#absorber(Buffer.concat([this.#reste, bloc.subarray(0, octets)]));
    }
  }

  #absorber(octets: Buffer): void {
    let debut = 0;
    for (let fin = octets.indexOf(FIN_DE_LIGNE); fin >= 0; fin = octets.indexOf(FIN_DE_LIGNE, debut)) {
      this.#lireLigne(octets.toString('utf8', debut, fin));
      debut = fin + 1;
    }
    this.#reste = Buffer.from(octets.subarray(debut));
  }

  #lireLigne(ligne: string): void {
    this.#lignes += 1;
    if (ligne.trim() === '') return;
    const document = this.#schema.safeParse(parseJson(ligne));
    if (document.success) this.#recevoir(document.data);
    else this.#signaler(this.#lignes);
  }

  /** Ajoute et met en sûreté sur le disque avant de rendre la main. */
  append(documents: readonly T[]): void {
    if (documents.length === 0) return;
    this.relire();
    const debut = this.#reste.length > 0 ? '\n' : '';
    for (let i = 0; i < documents.length; i += 5000) {
      const lignes = documents.slice(i, i + 5000).map((document) => `${JSON.stringify(document)}\n`);
      appendFileSync(this.#fd, (i === 0 ? debut : '') + lignes.join(''));
    }
    fsyncSync(this.#fd);
    this.relire();
  }

  close(): void {
    closeSync(this.#fd);
  }
}

export interface OptionsJournal<T> {
  readonly schema: z.ZodType<T>;
  /** Reçoit chaque document, dans l'ordre du fichier. */
  readonly recevoir: (document: T) => void;
  /** Reçoit le numéro d'une ligne illisible, laissée de côté. */
  readonly signaler?: (ligne: number) => void;
}

const parseJson = (ligne: string): unknown => {
  try {
    return JSON.parse(ligne);
  } catch {
    return undefined;
  }
};
