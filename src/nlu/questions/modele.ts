import type { Traits } from '../termes.ts';

/** Un texte dont on connaît le sujet. */
export interface Exemple {
  readonly classe: number;
  readonly traits: Traits;
  /** 1 pour une formulation, moins pour une phrase de réponse. */
  readonly poids: number;
}

/** Longueur de départ d'un sujet : ses textes additionnés, ramenés à cette norme. */
const ECHELLE = 6;
const PAS = 3;
const TOURS = 3;
/** En dessous, un texte place son sujet au départ mais ne corrige plus rien. */
const POIDS_CORRIGEANT = 0.5;
/** Un exemple aussi bien reconnu n'apprend plus rien. */
const ACQUIS = 0.9;
const INFIME = 1e-2;
/** Une paire ou des lettres plus rares ne distinguent rien : les garder triplerait la table. */
const PRESENCES = 3;
const COMPOSE = /[+~]/;
/** Un mot inconnu compte moins qu'un mot rare : c'est souvent un nom propre. */
const POIDS_INCONNU = 0.5;

/** Suite de traits numérotés et leurs poids, de norme 1. */
export interface Vecteur {
  readonly numeros: Int32Array;
  readonly poids: Float32Array;
}

/** Un modèle appris, prêt à être rangé : un poids par trait (lignes) et par sujet (colonnes). */
export interface Appris {
  readonly traits: readonly string[];
  readonly idf: Float32Array;
  readonly idfInconnu: number;
  readonly poids: Float32Array;
  /** Nombre de sujets. */
  readonly nombre: number;
}

/** Un pas d'apprentissage : sa longueur, son rang, et les corrections cumulées, chacune pesée par son rang. */
interface Pas {
  readonly z: Float32Array;
  readonly pas: number;
  readonly cumul: Float32Array;
  readonly rang: number;
}

/** Régression softmax sur les traits tf-idf, apprise à la compilation ou au démarrage. */
export class Modele {
  readonly appris: Appris;
  readonly #numero: ReadonlyMap<string, number>;
  readonly #idf: Float32Array;
  readonly #poids: Float32Array;
  readonly #nombre: number;
  readonly #idfInconnu: number;

  constructor(appris: Appris) {
    this.appris = appris;
    this.#numero = new Map(appris.traits.map((trait, numero) => [trait, numero]));
    this.#idf = appris.idf;
    this.#poids = appris.poids;
    this.#nombre = appris.nombre;
    this.#idfInconnu = appris.idfInconnu;
  }

  static apprendre(exemples: readonly Exemple[], nombre: number): Modele {
    const presences = new Map<string, number>();
    for (const { traits } of exemples)
      for (const trait of traits.keys()) presences.set(trait, (presences.get(trait) ?? 0) + 1);
    const gardes = [...presences].filter(([trait, presence]) => presence >= PRESENCES || !COMPOSE.test(trait));
    const modele = new Modele({
      traits: gardes.map(([trait]) => trait),
      idf: Float32Array.from(gardes, ([, presence]) => Math.log(1 + exemples.length / presence)),
      idfInconnu: POIDS_INCONNU * Math.log(1 + exemples.length),
      poids: new Float32Array(gardes.length * nombre),
      nombre,
    });
    modele.#apprendre(exemples);
    return modele;
  }

  /** Le trait est-il connu ? */
  connait(trait: string): boolean {
    return this.#numero.has(trait);
  }

  /** Rareté d'un trait. */
  idf(trait: string): number {
    const numero = this.#numero.get(trait);
    return numero === undefined ? this.#idfInconnu : (this.#idf[numero] ?? 0);
  }

  /** Traits connus et leur poids tf-idf ; les mots inconnus allongent le vecteur sans y figurer. */
  vecteur(traits: Traits): Vecteur {
    const numeros: number[] = [];
    const poids: number[] = [];
    let carre = 0;
    for (const [trait, nombre] of traits) {
      const numero = this.#numero.get(trait);
      if (numero === undefined && COMPOSE.test(trait)) continue;
      const valeur = nombre * (numero === undefined ? this.#idfInconnu : (this.#idf[numero] ?? 0));
      carre += valeur * valeur;
      if (numero === undefined) continue;
      numeros.push(numero);
      poids.push(valeur);
    }
    const norme = Math.sqrt(carre) || 1;
    return { numeros: Int32Array.from(numeros), poids: Float32Array.from(poids, (valeur) => valeur / norme) };
  }

  #apprendre(exemples: readonly Exemple[]): void {
    const vecteurs = exemples.map(({ traits }) => this.vecteur(traits));
    this.#placer(exemples, vecteurs);
    const z = new Float32Array(this.#nombre);
    const cumul = new Float32Array(this.#poids.length);
    let rangDuPas = 0;
    const acquis = Uint8Array.from(exemples, ({ poids }) => (poids < POIDS_CORRIGEANT ? 1 : 0));
    for (let tour = 0; tour < TOURS; tour += 1)
      for (const rang of melanger(exemples.length, tour)) {
        const exemple = exemples[rang];
        const vecteur = vecteurs[rang];
        if (!exemple || !vecteur || acquis[rang] === 1) continue;
        const pas = (PAS / (1 + tour / 2)) * exemple.poids;
        rangDuPas += 1;
        if (this.#corriger(vecteur, exemple, { z, pas, cumul, rang: rangDuPas })) acquis[rang] = 1;
      }
    // La moyenne de tous les pas : l'ordre des exemples, ou une phrase de plus, y change bien moins que dans le dernier.
    for (let i = 0; i < cumul.length; i += 1)
      this.#poids[i] = (this.#poids[i] ?? 0) - (cumul[i] ?? 0) / Math.max(1, rangDuPas);
  }

  /** Départ : chaque sujet est la somme de ses textes. */
  #placer(exemples: readonly Exemple[], vecteurs: readonly Vecteur[]): void {
    const [table, nombre] = [this.#poids, this.#nombre];
    exemples.forEach(({ classe, poids }, rang) => {
      vecteurs[rang]?.numeros.forEach((numero, i) => {
        const place = numero * nombre + classe;
        table[place] = (table[place] ?? 0) + poids * (vecteurs[rang]?.poids[i] ?? 0);
      });
    });
    const carres = new Float32Array(nombre);
    for (let debut = 0; debut < table.length; debut += nombre)
      for (let j = 0; j < nombre; j += 1) carres[j] = (carres[j] ?? 0) + (table[debut + j] ?? 0) ** 2;
    const facteurs = carres.map((carre) => ECHELLE / Math.sqrt(carre || 1));
    for (let debut = 0; debut < table.length; debut += nombre)
      for (let j = 0; j < nombre; j += 1) table[debut + j] = (table[debut + j] ?? 0) * (facteurs[j] ?? 0);
  }

  #corriger(vecteur: Vecteur, { classe }: Exemple, { z, pas, cumul, rang }: Pas): boolean {
    this.#remplir(vecteur, z);
    const somme = exposer(z);
    if ((z[classe] ?? 0) / somme > ACQUIS) return true;
    const touches: number[] = [];
    const ecarts: number[] = [];
    for (let i = 0; i < z.length; i += 1) {
      const ecart = (z[i] ?? 0) / somme - (i === classe ? 1 : 0);
      if (ecart > INFIME || ecart < 0) {
        touches.push(i);
        ecarts.push(ecart * pas);
      }
    }
    const [table, nombre] = [this.#poids, this.#nombre];
    for (let i = 0; i < vecteur.numeros.length; i += 1) {
      const debut = (vecteur.numeros[i] ?? 0) * nombre;
      const valeur = vecteur.poids[i] ?? 0;
      for (let j = 0; j < touches.length; j += 1) {
        const place = debut + (touches[j] ?? 0);
        const correction = valeur * (ecarts[j] ?? 0);
        table[place] = (table[place] ?? 0) - correction;
        cumul[place] = (cumul[place] ?? 0) - rang * correction;
      }
    }
    return false;
  }

  #remplir({ numeros, poids }: Vecteur, z: Float32Array): void {
    z.fill(0);
    const [table, nombre] = [this.#poids, this.#nombre];
    for (let i = 0; i < numeros.length; i += 1) {
      const debut = (numeros[i] ?? 0) * nombre;
      const valeur = poids[i] ?? 0;
      for (let j = 0; j < nombre; j += 1) z[j] = (z[j] ?? 0) + valeur * (table[debut + j] ?? 0);
    }
  }

  /** Score de chaque sujet, avant softmax. */
  noter(vecteur: Vecteur): Float32Array {
    const z = new Float32Array(this.#nombre);
    this.#remplir(vecteur, z);
    return z;
  }
}

/** Exponentielles de 0 à -9, toutes prêtes : c'est le plus gros du temps d'apprentissage. */
const FINESSE = 64;
const EXPONENTIELLES = Float32Array.from({ length: 9 * FINESSE }, (_, i) => Math.exp(-i / FINESSE));

/** Remplace les scores par leurs exponentielles, à une constante près, et rend leur somme. */
export const exposer = (z: Float32Array): number => {
  let haut = Number.NEGATIVE_INFINITY;
  for (let i = 0; i < z.length; i += 1) if ((z[i] ?? 0) > haut) haut = z[i] ?? 0;
  let somme = 0;
  for (let i = 0; i < z.length; i += 1) {
    const valeur = EXPONENTIELLES[Math.round((haut - (z[i] ?? 0)) * FINESSE)] ?? 0;
    z[i] = valeur;
    somme += valeur;
  }
  return somme;
};

/** Ordre mêlé mais toujours le même : deux démarrages apprennent la même chose. */
const melanger = (nombre: number, tour: number): Int32Array => {
  const ordre = Int32Array.from({ length: nombre }, (_, i) => i);
  let graine = tour + 7;
  for (let i = nombre - 1; i > 0; i -= 1) {
    graine = (Math.imul(graine, 1_103_515_245) + 12_345) >>> 0;
    const j = (graine >>> 8) % (i + 1);
    const [a = 0, b = 0] = [ordre[i], ordre[j]];
    ordre[i] = b;
    ordre[j] = a;
  }
  return ordre;
};
