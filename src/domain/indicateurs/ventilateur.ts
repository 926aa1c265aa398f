import { FEMME, HOMME } from './colonnes.ts';
import type { TableLignes } from './table.ts';
import { type Case, type Grouper, lePlusDHeures } from './ventiler.ts';

const DIX_MILLIEMES = 10_000;
/** Au-delà, un bit par groupe et par personne prendrait plus de place que la réponse n'en vaut. */
const OCTETS_MAXIMAUX = 8 << 20;
const PERSONNES_A_VENIR = 4096;

const motsPour = (personnes: number): number => Math.ceil((personnes + PERSONNES_A_VENIR) / 32);

/**
 * Répartit des lignes données par paquets entre peu de groupes, un bit par groupe et par personne : une ligne nouvelle
 * ne coûte que la sienne. Vaut tant qu'aucune ligne déjà comptée ne change.
 */
export class Ventilateur {
  readonly #table: TableLignes;
  readonly #selon: Grouper;
  readonly #mots: number;
  readonly #vus: Uint32Array;
  readonly #cumuls: Float64Array;
  readonly #personnes: Int32Array;
  readonly #femmes: Int32Array;
  readonly #sexesConnus: Int32Array;
  #deborde = false;

  constructor(table: TableLignes, selon: Grouper) {
    this.#table = table;
    this.#selon = selon;
    this.#mots = motsPour(table.colonnes.beneficiaires.taille);
    this.#vus = new Uint32Array(this.#mots * selon.noms.length);
    this.#cumuls = new Float64Array(selon.noms.length);
    this.#personnes = new Int32Array(selon.noms.length);
    this.#femmes = new Int32Array(selon.noms.length);
    this.#sexesConnus = new Int32Array(selon.noms.length);
  }

  /** Vrai si les groupes sont assez peu nombreux. */
  static convient({ colonnes }: TableLignes, { noms }: Grouper): boolean {
    return motsPour(colonnes.beneficiaires.taille) * noms.length * 4 <= OCTETS_MAXIMAUX;
  }

  /** Vrai si une personne ou une valeur nouvelle n'y tient plus : il faut recommencer. */
  get deborde(): boolean {
    return this.#deborde || this.#table.colonnes.beneficiaires.taille > this.#mots * 32;
  }

  /** @param rangs lignes retenues, pas encore comptées */
  ajouter(rangs: Int32Array): this {
    const { numeros, decalage, colonne } = this.#selon;
    const valeurs = this.#table.colonnes[colonne];
    if (this.deborde) return this;
    for (let place = 0; place < rangs.length; place += 1) {
      const rang = rangs[place] ?? 0;
      const valeur = valeurs[rang] ?? 0;
      if (colonne === 'publics') this.#compterBits(valeur, rang);
      else {
        const numero = numeros[valeur + decalage];
        if (numero === undefined) this.#deborde = true;
        else if (numero >= 0) this.#compter(numero, rang);
      }
    }
    return this;
  }

  #compterBits(bits: number, rang: number): void {
    if (bits === 0) this.#compter(this.#selon.noms.length - 1, rang);
    for (let groupe = 0; bits >> groupe !== 0; groupe += 1) if ((bits >> groupe) & 1) this.#compter(groupe, rang);
  }

  #compter(groupe: number, rang: number): void {
    const { heures, beneficiaire, sexe } = this.#table.colonnes;
    this.#cumuls[groupe] = (this.#cumuls[groupe] ?? 0) + Math.round((heures[rang] ?? 0) * DIX_MILLIEMES);
    const personne = beneficiaire[rang] ?? 0;
    const mot = groupe * this.#mots + (personne >>> 5);
    const bit = 1 << (personne & 31);
    const vus = this.#vus[mot] ?? 0;
    if ((vus & bit) !== 0) return;
    this.#vus[mot] = vus | bit;
    this.#personnes[groupe] = (this.#personnes[groupe] ?? 0) + 1;
    const lu = sexe[rang] ?? 0;
    if (lu === FEMME) this.#femmes[groupe] = (this.#femmes[groupe] ?? 0) + 1;
    if (lu === FEMME || lu === HOMME) this.#sexesConnus[groupe] = (this.#sexesConnus[groupe] ?? 0) + 1;
  }

  /** Le plus d'heures d'abord ; les groupes sans personne n'y sont pas. */
  cases(): Case[] {
    return this.#selon.noms
      .map((cle, groupe) => ({
        cle,
        hours: (this.#cumuls[groupe] ?? 0) / DIX_MILLIEMES,
        beneficiaries: this.#personnes[groupe] ?? 0,
        women: this.#femmes[groupe] ?? 0,
        knownSex: this.#sexesConnus[groupe] ?? 0,
      }))
      .filter(({ beneficiaries }) => beneficiaries > 0)
      .sort(lePlusDHeures);
  }
}
