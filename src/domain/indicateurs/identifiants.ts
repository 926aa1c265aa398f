import { agrandir, type Cliche, capacite, type LecteurCliche } from './cliche.ts';

const encodeur = new TextEncoder();
const decodeur = new TextDecoder();

/**
 * Identifiants numérotés dans l'ordre, bout à bout dans un seul tableau d'octets : un million tient en quarante
 * mégaoctets, là où autant de textes et une `Map` en prendraient plus de cent.
 */
export class Identifiants {
  #octets: Uint8Array = new Uint8Array(1 << 12);
  /** Où finit chacun dans les octets. */
  #fins: Uint32Array = new Uint32Array(64);
  /** Table de hachage : numéro plus un, 0 pour une case vide. */
  #cases: Int32Array = new Int32Array(256);
  #taille = 0;
  #brouillon: Uint8Array = new Uint8Array(128);

  get taille(): number {
    return this.#taille;
  }

  /** Numéro d'un identifiant, créé à la première rencontre. */
  numeroter(id: string): number {
    const dit = this.#coder(id);
    const place = this.#placer(dit);
    const connu = this.#cases[place] ?? 0;
    if (connu > 0) return connu - 1;
    const debut = this.#debut(this.#taille);
    this.#reserver(debut + dit.length);
    this.#octets.set(dit, debut);
    this.#fins[this.#taille] = debut + dit.length;
    this.#taille += 1;
    this.#cases[place] = this.#taille;
    if (this.#taille * 2 > this.#cases.length) this.#hacher(this.#cases.length * 2);
    return this.#taille - 1;
  }

  /** Numéro d'un identifiant déjà rencontré ; −1 sinon. */
  chercher(id: string): number {
    return (this.#cases[this.#placer(this.#coder(id))] ?? 0) - 1;
  }

  texte(numero: number): string {
    if (numero < 0 || numero >= this.#taille) return '';
    return decodeur.decode(this.#octets.subarray(this.#debut(numero), this.#fins[numero]));
  }

  /** Octets d'un identifiant, dans un brouillon qui ressert : `TextEncoder` seul coûterait plus que tout le reste. */
  #coder(id: string): Uint8Array {
    if (this.#brouillon.length < id.length) this.#brouillon = new Uint8Array(id.length * 2);
    for (let rang = 0; rang < id.length; rang += 1) {
      const signe = id.charCodeAt(rang);
      if (signe > 0x7f) return encodeur.encode(id);
      this.#brouillon[rang] = signe;
    }
    return this.#brouillon.subarray(0, id.length);
  }

  #debut(numero: number): number {
    return numero === 0 ? 0 : (this.#fins[numero - 1] ?? 0);
  }

  /** Case de l'identifiant, ou première case vide à partir de la sienne. */
  #placer(dit: Uint8Array): number {
    const masque = this.#cases.length - 1;
    let place = hacher(dit, 0, dit.length) & masque;
    for (;;) {
      const connu = this.#cases[place] ?? 0;
      if (connu === 0 || this.#egal(connu - 1, dit)) return place;
      place = (place + 1) & masque;
    }
  }

  #egal(numero: number, dit: Uint8Array): boolean {
    const debut = this.#debut(numero);
    if ((this.#fins[numero] ?? 0) - debut !== dit.length) return false;
    for (let rang = 0; rang < dit.length; rang += 1) if (this.#octets[debut + rang] !== dit[rang]) return false;
    return true;
  }

  #reserver(octets: number): void {
    if (octets > this.#octets.length) this.#octets = agrandir(this.#octets, new Uint8Array(capacite(octets)));
    if (this.#taille === this.#fins.length) this.#fins = agrandir(this.#fins, new Uint32Array(capacite(this.#taille)));
  }

  #hacher(cases: number): void {
    const plus = new Int32Array(cases);
    for (let numero = 0; numero < this.#taille; numero += 1) {
      let place = hacher(this.#octets, this.#debut(numero), this.#fins[numero] ?? 0) & (cases - 1);
      while (plus[place] !== 0) place = (place + 1) & (cases - 1);
      plus[place] = numero + 1;
    }
    this.#cases = plus;
  }

  cliche(): Cliche {
    return {
      colonnes: {
        octets: this.#octets.subarray(0, this.#debut(this.#taille)),
        fins: this.#fins.subarray(0, this.#taille),
        cases: this.#cases,
      },
      textes: {},
      reste: {},
    };
  }

  static relire(lecteur: LecteurCliche): Identifiants {
    const lus = new Identifiants();
    lus.#octets = lecteur.uint8('octets');
    lus.#fins = lecteur.uint32('fins');
    lus.#cases = lecteur.int32('cases');
    lus.#taille = lus.#fins.length;
    return lus;
  }
}

/** Empreinte FNV-1a de quelques octets. */
const hacher = (octets: Uint8Array, debut: number, fin: number): number => {
  let empreinte = 0x811c9dc5;
  for (let rang = debut; rang < fin; rang += 1) empreinte = Math.imul(empreinte ^ (octets[rang] ?? 0), 0x01000193);
  // Le mélange final répartit aussi les identifiants qui ne diffèrent que par la fin.
  return (empreinte ^ (empreinte >>> 15)) >>> 0;
};
