import { Ecriture } from '../../domain/heures.ts';
import type { Registre } from '../port.ts';
import { Journal } from './journal.ts';

/** Registre des heures : une écriture par ligne, jamais réécrite ; un identifiant n'y entre qu'une fois. */
export class JsonRegistre implements Registre {
  readonly #journal: Journal<Ecriture>;
  readonly #ecritures: Ecriture[] = [];
  readonly #connues = new Set<string>();

  constructor(fichier: string, signaler: (ligne: number) => void) {
    this.#journal = new Journal<Ecriture>(fichier, {
      schema: Ecriture,
      recevoir: (ecriture) => {
        if (this.#connues.has(ecriture.id)) return;
        this.#connues.add(ecriture.id);
        this.#ecritures.push(ecriture);
      },
      signaler,
    });
  }

  async all(): Promise<readonly Ecriture[]> {
    this.#journal.relire();
    return this.#ecritures;
  }

  async append(ecritures: readonly Ecriture[]): Promise<number> {
    this.#journal.relire();
    const vues = new Set<string>();
    const nouvelles = ecritures.filter(({ id }) => !this.#connues.has(id) && !vues.has(id) && vues.add(id));
    this.#journal.append(nouvelles);
    return nouvelles.length;
  }

  get vide(): boolean {
    return this.#ecritures.length === 0;
  }

  close(): void {
    this.#journal.close();
  }
}
