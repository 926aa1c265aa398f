import { Ecriture } from '../../domain/heures.ts';
import type { Registre } from '../port.ts';
import { Journal } from './journal.ts';

type Recevoir = (ecriture: Ecriture) => void;

/**
 * Registre des heures : une écriture par ligne, jamais réécrite ; un identifiant n'y entre qu'une fois.
 * Seuls les identifiants restent en mémoire : qui veut les écritures les suit, ou les relit du disque.
 */
export class JsonRegistre implements Registre {
  readonly #journal: Journal<Ecriture>;
  readonly #connues = new Set<string>();
  /** Octets où commence une écriture redonnée, à sauter si on relit. */
  readonly #doublons = new Set<number>();
  #recevoir: Recevoir = () => undefined;

  constructor(fichier: string, signaler: (ligne: number) => void) {
    this.#journal = new Journal<Ecriture>(fichier, {
      schema: Ecriture,
      lecture: 'a-la-demande',
      recevoir: (ecriture, position) => {
        if (this.#connues.has(ecriture.id)) this.#doublons.add(position);
        else {
          this.#connues.add(ecriture.id);
          this.#recevoir(ecriture);
        }
      },
      signaler,
    });
  }

  async all(): Promise<readonly Ecriture[]> {
    const ecritures: Ecriture[] = [];
    await this.suivre(0, (ecriture) => ecritures.push(ecriture));
    return ecritures;
  }

  async suivre(depuis: number, recevoir: Recevoir): Promise<number> {
    const connu = this.#journal.position;
    if (depuis < connu)
      this.#journal.reparcourir(depuis, connu, (ecriture, position) => {
        if (!this.#doublons.has(position)) recevoir(ecriture);
      });
    this.#recevoir = recevoir;
    try {
      this.#journal.relire();
    } finally {
      this.#recevoir = () => undefined;
    }
    return this.#journal.position;
  }

  async append(ecritures: readonly Ecriture[]): Promise<number> {
    this.#journal.relire();
    const vues = new Set<string>();
    const nouvelles = ecritures.filter(({ id }) => !this.#connues.has(id) && !vues.has(id) && vues.add(id));
    this.#journal.append(nouvelles);
    return nouvelles.length;
  }

  get vide(): boolean {
    return this.#journal.vide;
  }

  close(): void {
    this.#journal.close();
  }
}
