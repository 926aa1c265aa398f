import { appendFileSync, closeSync, fstatSync, fsyncSync, openSync, readSync } from 'node:fs';
import { setImmediate as laisserPasser } from 'node:timers/promises';
import type { z } from 'zod';

const FIN_DE_LIGNE = 0x0a;
const TAILLE_BLOC = 1 << 20;
/** Une dizaine de millisecondes de lecture : ce qu'une autre requête peut attendre. */
const TAILLE_BLOC_PARTAGE = 1 << 18;
const LIGNES_PAR_ECRITURE = 5000;
const LIGNE_ORDINAIRE = 1024;

/**
 * Fichier de lignes JSON en ajout seul.
 * Plusieurs processus peuvent y ajouter : chacun relit ce que les autres ont écrit avant de répondre.
 * Une dernière ligne coupée par un arrêt brutal est isolée, jamais collée à la suivante.
 */
export class Journal<T> {
  readonly #fd: number;
  readonly #schema: z.ZodType<T>;
  readonly #recevoir: (document: T, position: number) => void;
  readonly #signaler: (ligne: number) => void;
  #lu = 0;
  #lignes = 0;
  #reste = Buffer.alloc(0);

  constructor(fichier: string, options: OptionsJournal<T>) {
    this.#fd = openSync(fichier, 'a+', 0o600);
    this.#schema = options.schema;
    this.#recevoir = options.recevoir;
    this.#signaler = options.signaler ?? (() => undefined);
    if (options.lecture !== 'a-la-demande') this.relire();
  }

  /** Octets dont chaque ligne entière a été reçue : où reprendre. */
  get position(): number {
    return this.#lu - this.#reste.length;
  }

  get vide(): boolean {
    return fstatSync(this.#fd).size === 0;
  }

  /** Lignes lues, illisibles comprises : de quoi nommer les suivantes. */
  get lignes(): number {
    return this.#lignes;
  }

  /** Octets ajoutés au fichier et pas encore lus. */
  get retard(): number {
    return fstatSync(this.#fd).size - this.#lu;
  }

  /** Reprend la lecture à l'octet `position`, début de la ligne qui suit les `lignes` premières. */
  placer(position: number, lignes: number): void {
    this.#lu = position;
    this.#lignes = lignes;
    this.#reste = Buffer.alloc(0);
  }

  /** Lit ce qui a été ajouté depuis la dernière fois, par ce processus ou par un autre. */
  relire(): void {
    const taille = fstatSync(this.#fd).size;
    if (taille <= this.#lu) return;
    const bloc = Buffer.allocUnsafe(Math.min(TAILLE_BLOC, taille - this.#lu));
    while (this.#lu < taille) if (!this.#lireBloc(bloc)) break;
  }

  /** Comme `relire`, mais un grand retard se rattrape bloc par bloc, en laissant passer les autres entre deux. */
  async relireSansBloquer(): Promise<void> {
    if (this.retard > TAILLE_BLOC_PARTAGE) {
      const bloc = Buffer.allocUnsafe(TAILLE_BLOC_PARTAGE);
      while (this.retard > TAILLE_BLOC_PARTAGE && this.#lireBloc(bloc)) await laisserPasser();
    }
    this.relire();
  }

  /** Lit un bloc ; faux s'il n'y a plus rien. */
  #lireBloc(bloc: Buffer): boolean {
    const octets = readSync(this.#fd, bloc, 0, bloc.length, this.#lu);
    if (octets === 0) return false;
    const debut = this.position;
    this.#lu += octets;
    const entier = this.#reste.length === 0 ? bloc.subarray(0, octets) : joindre(this.#reste, bloc, octets);
    const fin = decouper(entier, (ligne, place) => this.#lireLigne(ligne, debut + place));
    this.#reste = Buffer.from(entier.subarray(fin));
    return true;
  }

  /** Octets `de` à `jusque` du fichier, tels quels. */
  octets(de: number, jusque: number): Buffer {
    const lus = Buffer.alloc(Math.max(0, jusque - de));
    return lus.subarray(0, readSync(this.#fd, lus, 0, lus.length, de));
  }

  /** Le document de la ligne qui commence à l'octet `position` ; null si elle est illisible. */
  lireA(position: number): T | null {
    for (let taille = LIGNE_ORDINAIRE; ; taille *= 4) {
      const lus = this.octets(position, position + taille);
      const fin = lus.indexOf(FIN_DE_LIGNE);
      if (fin < 0 && lus.length === taille) continue;
      const document = this.#schema.safeParse(parseJson(lus.toString('utf8', 0, fin < 0 ? lus.length : fin)));
      return document.success ? document.data : null;
    }
  }

  #lireLigne(ligne: string, position: number): void {
    this.#lignes += 1;
    if (ligne.trim() === '') return;
    const document = this.#schema.safeParse(parseJson(ligne));
    if (document.success) this.#recevoir(document.data, position);
    else this.#signaler(this.#lignes);
  }

  /** Ajoute et met en sûreté sur le disque avant de rendre la main. */
  append(documents: readonly T[]): void {
    if (documents.length === 0) return;
    this.relire();
    for (let i = 0; i < documents.length; i += LIGNES_PAR_ECRITURE) {
      const paquet = documents.slice(i, i + LIGNES_PAR_ECRITURE);
      const lignes = paquet.map((document) => `${JSON.stringify(document)}\n`);
      this.#ajouter(paquet, lignes);
    }
    fsyncSync(this.#fd);
    this.relire();
  }

  /** Écrit un paquet ; s'il suit exactement ce qui a été lu, ses documents sont reçus sans être relus. */
  #ajouter(documents: readonly T[], lignes: readonly string[]): void {
    const octets = Buffer.from((this.#reste.length > 0 ? '\n' : '') + lignes.join(''));
    appendFileSync(this.#fd, octets);
    if (this.#reste.length > 0 || fstatSync(this.#fd).size !== this.#lu + octets.length) {
      this.relire();
      return;
    }
    for (const [rang, document] of documents.entries()) {
      this.#recevoir(document, this.#lu);
      this.#lu += Buffer.byteLength(lignes[rang] ?? '');
      this.#lignes += 1;
    }
  }

  close(): void {
    closeSync(this.#fd);
  }
}

export interface OptionsJournal<T> {
  readonly schema: z.ZodType<T>;
  /** Reçoit chaque document, dans l'ordre du fichier, et l'octet où sa ligne commence. */
  readonly recevoir: (document: T, position: number) => void;
  /** Reçoit le numéro d'une ligne illisible, laissée de côté. */
  readonly signaler?: (ligne: number) => void;
  /** `a-la-demande` : rien n'est lu avant le premier `relire`. */
  readonly lecture?: 'a-l-ouverture' | 'a-la-demande';
}

const joindre = (reste: Buffer, bloc: Buffer, octets: number): Buffer<ArrayBuffer> =>
  Buffer.concat([reste, bloc.subarray(0, octets)]);

/** Donne chaque ligne entière et sa place ; rend où commence la ligne inachevée. */
const decouper = (octets: Buffer, recevoir: (ligne: string, place: number) => void): number => {
  let debut = 0;
  for (let fin = octets.indexOf(FIN_DE_LIGNE); fin >= 0; fin = octets.indexOf(FIN_DE_LIGNE, debut)) {
    recevoir(octets.toString('utf8', debut, fin), debut);
    debut = fin + 1;
  }
  return debut;
};

const parseJson = (ligne: string): unknown => {
  try {
    return JSON.parse(ligne);
  } catch {
    return undefined;
  }
};
