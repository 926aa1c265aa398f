import { createHash } from 'node:crypto';
import { appendFileSync, statSync } from 'node:fs';
import { Ecriture } from '../../domain/heures.ts';
import { ClicheIllisible } from '../../domain/indicateurs/cliche.ts';
import { IndexRegistre } from '../../domain/indicateurs/index-registre.ts';
import type { Registre } from '../port.ts';
import { ecrireCliche, effacerCliche, lireCliche, type Repere } from './cliche.ts';
import { Journal } from './journal.ts';
import { remplacerCodes } from './remplacer.ts';

/** En dessous, rejouer les écritures nouvelles prend moins d'une demi-seconde : aucun cliché n'est utile. */
export const SEUIL_CLICHE = 20_000;

const BOUT = 1 << 16;

/** Octets de retard au-delà desquels le cliché d'un autre processus se charge plus vite que ses lignes ne se rejouent. */
const RETARD_ADOPTION = 1 << 24;

/**
 * Registre des heures : une écriture par ligne, jamais réécrite ; un identifiant n'y entre qu'une fois.
 * En mémoire, l'index ; sur le disque, les écritures font foi et le cliché de l'index n'est qu'un raccourci.
 */
export class JsonRegistre implements Registre {
  readonly #journal: Journal<Ecriture>;
  readonly #fichier: string;
  readonly #signaler: (ligne: number) => void;
  readonly #seuil: number;
  #index = new IndexRegistre();
  #illisibles: number[] = [];
  /** Effacements connus de l'index ; −1 tant que rien n'a été lu. */
  #effacements = -1;
  /** Écritures que le cliché du disque connaît. */
  #couvertes = 0;
  #tour: Promise<unknown> = Promise.resolve();

  constructor(fichier: string, signaler: (ligne: number) => void, seuil = SEUIL_CLICHE) {
    this.#fichier = fichier;
    this.#signaler = signaler;
    this.#seuil = seuil;
    this.#journal = new Journal<Ecriture>(fichier, {
      schema: Ecriture,
      lecture: 'a-la-demande',
      recevoir: (ecriture, position) => void this.#index.appliquer(ecriture, position),
      signaler: (ligne) => {
        this.#illisibles.push(ligne);
        signaler(ligne);
      },
    });
  }

  get #cliche(): string {
    return this.#fichier.replace(/\.ndjson$/, '.cliche');
  }

  /** Un octet par effacement : sa taille dit à tous les processus que des lignes ont changé sur place. */
  get #compteur(): string {
    return this.#fichier.replace(/\.ndjson$/, '.effacements');
  }

  #compterEffacements(): number {
    return statSync(this.#compteur, { throwIfNoEntry: false })?.size ?? 0;
  }

  /** L'un après l'autre : un lecteur ne voit jamais un index à moitié avancé. */
  #ensuite<T>(faire: () => Promise<T>): Promise<T> {
    const suite = this.#tour.then(faire);
    this.#tour = suite.catch(() => undefined);
    return suite;
  }

  index(): Promise<IndexRegistre> {
    return this.#ensuite(() => this.#rattraper());
  }

  async #rattraper(): Promise<IndexRegistre> {
    const effacements = this.#compterEffacements();
    if (effacements !== this.#effacements) await this.#recommencer(effacements);
    const { retard } = this.#journal;
    if (retard === 0) return this.#index;
    if (retard > RETARD_ADOPTION) await this.#adopter();
    const avant = this.#index.taille;
    await this.#journal.relireSansBloquer();
    if (this.#index.taille - avant >= this.#seuil) this.#photographier();
    return this.#index;
  }

  /** Repart du cliché s'il est celui de ce registre, du début sinon. */
  async #recommencer(effacements: number): Promise<void> {
    this.#effacements = effacements;
    this.#index = new IndexRegistre();
    this.#illisibles = [];
    this.#couvertes = 0;
    this.#journal.placer(0, 0);
    await this.#adopter();
  }

  /** Prend le cliché du disque s'il est celui de ce registre, et plus avancé que l'index. */
  async #adopter(): Promise<void> {
    const lu = await lireCliche(this.#cliche);
    if (lu === null) return;
    const { position, lignes, illisibles, empreinte, effacements } = lu.repere;
    if (effacements !== this.#effacements || position <= this.#journal.position) return;
    const index = empreinte === this.#empreinte(position) ? relireIndex(lu.cliche) : null;
    if (index === null) return;
    for (const ligne of illisibles.slice(this.#illisibles.length)) this.#signaler(ligne);
    this.#index = index;
    this.#illisibles = [...illisibles];
    this.#couvertes = index.taille;
    this.#journal.placer(position, lignes);
  }

  /** Du début et de la fin des octets déjà lus : un registre remplacé, restauré ou raccourci ne s'y trompe pas. */
  #empreinte(position: number): string {
    const debut = this.#journal.octets(0, Math.min(BOUT, position));
    const fin = this.#journal.octets(Math.max(0, position - BOUT), position);
    return createHash('sha256').update(debut).update(fin).digest('hex');
  }

  #photographier(): void {
    const { position, lignes } = this.#journal;
    const repere: Repere = {
      position,
      lignes,
      illisibles: this.#illisibles,
      empreinte: this.#empreinte(position),
      effacements: this.#effacements,
    };
    try {
      ecrireCliche(this.#cliche, this.#index.cliche(), repere);
      this.#couvertes = this.#index.taille;
    } catch {
      // Un disque plein ne doit rien arrêter : sans cliché, le prochain démarrage rejoue le registre.
      effacerCliche(this.#cliche);
    }
  }

  all(): Promise<readonly Ecriture[]> {
    return this.#ensuite(async () => {
      const index = await this.#rattraper();
      return Array.from({ length: index.taille }, (_, numero) => numero).flatMap((numero) => this.#lire(numero));
    });
  }

  relire(numeros: readonly number[]): Promise<readonly Ecriture[]> {
    return this.#ensuite(async () => {
      await this.#rattraper();
      return numeros.flatMap((numero) => this.#lire(numero));
    });
  }

  #lire(numero: number): Ecriture[] {
    const position = this.#index.position(numero);
    const lue = position < 0 ? null : this.#journal.lireA(position);
    return lue === null ? [] : [lue];
  }

  append(ecritures: readonly Ecriture[]): Promise<number> {
    return this.#ensuite(async () => {
      const index = await this.#rattraper();
      const vues = new Set<string>();
      const nouvelles = ecritures.filter(({ id }) => !index.connue(id) && !vues.has(id) && vues.add(id));
      this.#journal.append(nouvelles);
      return nouvelles.length;
    });
  }

  /** Remplace des codes sur le disque et dans l'index ; le cliché qui les portait disparaît d'abord. */
  remplacer(codes: ReadonlyMap<string, string>): Promise<number> {
    return this.#ensuite(async () => {
      await this.#rattraper();
      this.#noterEffacement();
      const nombre = await remplacerCodes(this.#fichier, 'beneficiaire', codes);
      // Un second passage au compteur : qui aurait lu pendant le remplacement relira.
      this.#noterEffacement();
      for (const [ancien, nouveau] of codes) this.#index.renommer(ancien, nouveau);
      if (this.#index.taille >= this.#seuil) this.#photographier();
      return nombre;
    });
  }

  #noterEffacement(): void {
    effacerCliche(this.#cliche);
    appendFileSync(this.#compteur, '\n', { mode: 0o600, flush: true });
    // Si un autre processus en note un au même moment, le compte diffère, et l'index se relira.
    this.#effacements += 1;
  }

  get vide(): boolean {
    return this.#journal.vide;
  }

  async close(): Promise<void> {
    await this.#tour;
    if (this.#index.taille - this.#couvertes >= this.#seuil) this.#photographier();
    this.#journal.close();
  }
}

const relireIndex = (cliche: Parameters<typeof IndexRegistre.relire>[0]): IndexRegistre | null => {
  try {
    return IndexRegistre.relire(cliche);
  } catch (cause) {
    if (cause instanceof ClicheIllisible) return null;
    throw cause;
  }
};
