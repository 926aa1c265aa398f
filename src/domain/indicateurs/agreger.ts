import type { Operation } from '../heures.ts';
import { CONVENTIONS_ETP, departementDe, type Indicateurs, type Part } from '../indicateurs.ts';
import { COMBINAISONS, MARQUES } from './marques.ts';
import type { TableLignes } from './table.ts';

/** Personnes distinctes derrière chaque case : ce que le secret statistique regarde. */
export interface Personnes {
  readonly total: number;
  readonly femmes: number;
  readonly hommes: number;
  readonly RSA: number;
  readonly QPV: number;
  readonly JEUNE: number;
  readonly DELD: number;
  readonly anru: number;
  readonly iae: number;
  readonly alternance: number;
}

export interface Agregat {
  readonly indicateurs: Indicateurs;
  readonly personnes: Personnes;
}

const DIX_MILLIEMES = 10_000;

/** Heures par combinaison de marques, additionnées sans reparcourir les lignes. */
const sommerMarques = (cumuls: Float64Array, marque: number): number => {
  let total = 0;
  for (let marques = 0; marques < COMBINAISONS; marques += 1)
    if ((marques & marque) !== 0) total += cumuls[marques] ?? 0;
  return total / DIX_MILLIEMES;
};

/** Personnes par combinaison de marques : un seul passage sur les personnes. */
const repartirPersonnes = (vus: Uint16Array): Int32Array => {
  const nombres = new Int32Array(COMBINAISONS);
  for (let personne = 0; personne < vus.length; personne += 1) {
    const marques = vus[personne] ?? 0;
    nombres[marques] = (nombres[marques] ?? 0) + 1;
  }
  return nombres;
};

const compterMarques = (nombres: Int32Array, marque: number): number => {
  let nombre = 0;
  for (let marques = 0; marques < COMBINAISONS; marques += 1)
    if ((marques & marque) !== 0) nombre += nombres[marques] ?? 0;
  return nombre;
};

/** Octets d'une colonne de personnes qu'une saisie nouvelle ne déborde pas aussitôt. */
const personnesPrevues = (taille: number): number => taille + 4096;

/**
 * Cumule les indicateurs de lignes données par paquets : une ligne nouvelle ne coûte que la sienne.
 * Vaut tant qu'aucune ligne déjà comptée ne change, et que les opérations restent les mêmes.
 */
export class Agregateur {
  readonly #table: TableLignes;
  readonly #parNumero: readonly (Operation | undefined)[];
  readonly #vus: Uint16Array;
  readonly #operationsVues: Uint8Array;
  readonly #entreprisesVues: Uint8Array;
  readonly #cumuls = new Float64Array(COMBINAISONS);
  readonly #codes: readonly string[];
  /** Rang du département de chaque opération, plus un. */
  readonly #departementDe: Uint8Array;
  readonly #cumulsDepartements: Float64Array;
  readonly #vusDepartements: readonly Uint8Array[];
  readonly #anru: Uint16Array;

  /** @param parNumero opération de chaque numéro (voir `operationsParNumero`) */
  constructor(table: TableLignes, parNumero: readonly (Operation | undefined)[]) {
    const { beneficiaires, entreprises } = table.colonnes;
    const personnes = personnesPrevues(beneficiaires.taille);
    this.#table = table;
    this.#parNumero = parNumero;
    this.#vus = new Uint16Array(personnes);
    this.#operationsVues = new Uint8Array(parNumero.length);
    this.#entreprisesVues = new Uint8Array(personnesPrevues(entreprises.taille));
    const codes = parNumero.map((op) => (op === undefined ? null : departementDe(op.communeInsee)));
    this.#codes = [...new Set(codes.filter((code) => code !== null))];
    this.#departementDe = Uint8Array.from(codes, (code) => (code === null ? 0 : this.#codes.indexOf(code) + 1));
    this.#cumulsDepartements = new Float64Array(this.#codes.length);
    this.#vusDepartements = this.#codes.map(() => new Uint8Array(personnes));
    this.#anru = Uint16Array.from(parNumero, (op) => (op?.anru === true ? MARQUES.anru : 0));
  }

  /** Vrai si de nouvelles personnes, opérations ou entreprises n'y tiennent plus : il faut recommencer. */
  get deborde(): boolean {
    const { beneficiaires, operations, entreprises } = this.#table.colonnes;
    return (
      beneficiaires.taille > this.#vus.length ||
      operations.taille > this.#parNumero.length ||
      entreprises.taille > this.#entreprisesVues.length
    );
  }

  /** Vrai si une opération de ce numéro a des lignes comptées. */
  aVu(numero: number): boolean {
    return this.#operationsVues[numero] === 1;
  }

  /** @param rangs lignes retenues (voir `selectionner`), pas encore comptées */
  ajouter(rangs: Int32Array): this {
    const { operation, beneficiaire, entreprise, heures, marques } = this.#table.colonnes;
    const [vus, cumuls, anru] = [this.#vus, this.#cumuls, this.#anru];
    const [departementDe_, cumulsDepartements, vusDepartements] = [
      this.#departementDe,
      this.#cumulsDepartements,
      this.#vusDepartements,
    ];
    for (let place = 0; place < rangs.length; place += 1) {
      const rang = rangs[place] ?? 0;
      const numero = operation[rang] ?? 0;
      const personne = beneficiaire[rang] ?? 0;
      const dixMilliemes = Math.round((heures[rang] ?? 0) * DIX_MILLIEMES);
      const siennes = (marques[rang] ?? 0) | (anru[numero] ?? 0);
      cumuls[siennes] = (cumuls[siennes] ?? 0) + dixMilliemes;
      vus[personne] = (vus[personne] ?? 0) | siennes;
      this.#operationsVues[numero] = 1;
      const sienne = entreprise[rang] ?? -1;
      if (sienne >= 0) this.#entreprisesVues[sienne] = 1;
      const departement = (departementDe_[numero] ?? 0) - 1;
      const vusIci = vusDepartements[departement];
      if (vusIci === undefined) continue;
      cumulsDepartements[departement] = (cumulsDepartements[departement] ?? 0) + dixMilliemes;
      vusIci[personne] = 1;
    }
    return this;
  }

  #departements(): Indicateurs['departments'] {
    return Object.fromEntries(
      this.#codes
        .map((code, rang) => {
          const hours = (this.#cumulsDepartements[rang] ?? 0) / DIX_MILLIEMES;
          return [code, { hours, beneficiaries: sommer(this.#vusDepartements[rang]) }] as const;
        })
        .filter(([, { beneficiaries }]) => beneficiaries > 0)
        .sort(([a], [b]) => a.localeCompare(b)),
    );
  }

  agregat(): Agregat {
    const cumuls = this.#cumuls;
    const hours = sommerMarques(cumuls, MARQUES.vue);
    const part = (marque: number): Part => {
      const siennes = sommerMarques(cumuls, marque);
      return { hours: siennes, share: hours === 0 ? 0 : siennes / hours };
    };
    const nombres = repartirPersonnes(this.#vus);
    const nombre = (marque: number) => compterMarques(nombres, marque);
    const femmes = nombre(MARQUES.femme);
    const hommes = nombre(MARQUES.homme);
    const connus = nombre(MARQUES.femme | MARQUES.homme);
    const beneficiaries = nombre(MARQUES.vue);
    const parSexe = (personnes: number, marque: number) => ({
      beneficiaries: personnes,
      share: connus === 0 ? 0 : personnes / connus,
      hours: sommerMarques(cumuls, marque),
    });
    const acheteurs = new Set<string>();
    for (const [numero, op] of this.#parNumero.entries()) if (op && this.aVu(numero)) acheteurs.add(op.donneurOrdre);
    return {
      indicateurs: {
        hours,
        beneficiaries,
        operations: sommer(this.#operationsVues),
        buyers: acheteurs.size,
        companies: sommer(this.#entreprisesVues),
        meanHours: beneficiaries === 0 ? 0 : hours / beneficiaries,
        fte: {
          h1820: hours / CONVENTIONS_ETP.h1820,
          h1607: hours / CONVENTIONS_ETP.h1607,
          h1600: hours / CONVENTIONS_ETP.h1600,
        },
        publics: {
          RSA: part(MARQUES.RSA),
          QPV: part(MARQUES.QPV),
          JEUNE: part(MARQUES.JEUNE),
          DELD: part(MARQUES.DELD),
        },
        anru: part(MARQUES.anru),
        iae: part(MARQUES.iae),
        alternance: part(MARQUES.alternance),
        women: parSexe(femmes, MARQUES.femme),
        men: parSexe(hommes, MARQUES.homme),
        durableExits: nombre(MARQUES.sortieDurable),
        knownExits: nombre(MARQUES.sortieConnue),
        departments: this.#departements(),
      },
      personnes: {
        total: beneficiaries,
        femmes,
        hommes,
        RSA: nombre(MARQUES.RSA),
        QPV: nombre(MARQUES.QPV),
        JEUNE: nombre(MARQUES.JEUNE),
        DELD: nombre(MARQUES.DELD),
        anru: nombre(MARQUES.anru),
        iae: nombre(MARQUES.iae),
        alternance: nombre(MARQUES.alternance),
      },
    };
  }
}

const sommer = (marques: Uint8Array | undefined): number => {
  let somme = 0;
  if (marques) for (let rang = 0; rang < marques.length; rang += 1) somme += marques[rang] ?? 0;
  return somme;
};

/** Tous les indicateurs des lignes retenues, en un passage. */
export const agreger = (
  table: TableLignes,
  rangs: Int32Array,
  parNumero: readonly (Operation | undefined)[],
): Agregat => new Agregateur(table, parNumero).ajouter(rangs).agregat();
