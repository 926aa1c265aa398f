import { setTimeout as attendre, setImmediate as laisserPasser } from 'node:timers/promises';
import type { Horloge } from '../../../src/services/marches/planifier.ts';

/** Un temps que l'essai fait passer ; les minuteries partent dans l'ordre. */
export class FausseHorloge implements Horloge {
  #instant: number;
  #minuteries: { readonly le: number; readonly action: () => void }[] = [];

  constructor(debut: string) {
    this.#instant = Date.parse(debut);
  }

  readonly maintenant = (): Date => new Date(this.#instant);

  readonly programmer = (attente: number, action: () => void): (() => void) => {
    const minuterie = { le: this.#instant + attente, action };
    this.#minuteries.push(minuterie);
    return () => {
      this.#minuteries = this.#minuteries.filter((une) => une !== minuterie);
    };
  };

  get enAttente(): number {
    return this.#minuteries.length;
  }

  /** Fait partir les minuteries une à une, en laissant au réseau local le temps de répondre, tant que `encore`. */
  async avancerTantQue(encore: () => boolean): Promise<void> {
    for (let tour = 0; encore() && tour < 5000; tour += 1) {
      const [prochaine] = [...this.#minuteries].sort((a, b) => a.le - b.le);
      if (prochaine !== undefined) {
        this.#minuteries = this.#minuteries.filter((une) => une !== prochaine);
        this.#instant = Math.max(this.#instant, prochaine.le);
        prochaine.action();
      }
      await attendre(5);
    }
    if (encore()) throw new Error('ce qui était attendu n’est pas arrivé');
  }

  /** Fait passer le temps jusqu'à `instant`, minuteries comprises. */
  async avancerJusqua(instant: string): Promise<void> {
    const fin = Date.parse(instant);
    for (;;) {
      const [prochaine] = this.#minuteries.filter(({ le }) => le <= fin).sort((a, b) => a.le - b.le);
      if (prochaine === undefined) break;
      this.#minuteries = this.#minuteries.filter((une) => une !== prochaine);
      this.#instant = Math.max(this.#instant, prochaine.le);
      prochaine.action();
      for (let tour = 0; tour < 20; tour += 1) await laisserPasser();
    }
    this.#instant = fin;
  }
}
