import { Modalite, type Operation, Sortie } from '../heures.ts';
import { CONVENTIONS_ETP, departementDe, type Indicateurs, type Part, PUBLICS_SUIVIS } from '../indicateurs.ts';
import { bitPublic } from './colonnes.ts';
import { estAlternance, estIae } from './selection.ts';
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

const F = 1;
const M = 2;
const CONNUE = 4;
const DURABLE = 8;
const ANRU = 16;
const IAE = 32;
const ALT = 64;
const VU = 128;
const SUIVIS = { RSA: 256, QPV: 512, JEUNE: 1024, DELD: 2048 } as const;
const COMBINAISONS = 4096;

const DIX_MILLIEMES = 10_000;

/** Marques de chaque combinaison possible, calculées une fois : publics d'un côté, sexe, sortie et modalité de l'autre. */
const MARQUES_PUBLICS = Uint16Array.from({ length: 256 }, (_, bits) => {
  const suivis = PUBLICS_SUIVIS.reduce(
    (m, public_) => ((bits & bitPublic(public_)) === 0 ? m : m | SUIVIS[public_]),
    VU,
  );
  return suivis | (estIae(bits, 0) ? IAE : 0) | (estAlternance(bits, 0) ? ALT : 0);
});
const MARQUES_SEXE = Uint16Array.of(0, F, M);
const MARQUES_SORTIE = Uint16Array.from([null, ...Sortie.options], (sortie) =>
  sortie === null ? 0 : sortie === 'CDI' || sortie === 'CDD_6_MOIS' ? CONNUE | DURABLE : CONNUE,
);
const MARQUES_MODALITE = Uint16Array.from(
  [null, ...Modalite.options],
  (_, rang) => (estIae(0, rang) ? IAE : 0) | (estAlternance(0, rang) ? ALT : 0),
);

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

interface Departement {
  cumul: number;
  readonly vus: Uint8Array;
  nombre: number;
}

/**
 * Tous les indicateurs des lignes retenues, en un passage.
 * @param rangs lignes retenues (voir `selectionner`)
 * @param parNumero opération de chaque numéro (voir `operationsParNumero`)
 */
export const agreger = (
  table: TableLignes,
  rangs: Int32Array,
  parNumero: readonly (Operation | undefined)[],
): Agregat => {
  const { beneficiaires, operations, entreprises, operation, beneficiaire, entreprise, heures } = table.colonnes;
  const { publics, sexe, sortie, modalite } = table.colonnes;
  const vus = new Uint16Array(beneficiaires.taille);
  const operationsVues = new Uint8Array(operations.taille);
  const entreprisesVues = new Uint8Array(entreprises.taille);
  const cumuls = new Float64Array(COMBINAISONS);
  const departements = new Map<string, Departement>();
  const parOperation = parNumero.map((op) => {
    if (op === undefined) return null;
    const code = departementDe(op.communeInsee);
    const departement = departements.get(code) ?? { cumul: 0, vus: new Uint8Array(beneficiaires.taille), nombre: 0 };
    departements.set(code, departement);
    return departement;
  });
  const anru = Uint8Array.from(parNumero, (op) => (op?.anru === true ? 1 : 0));
  let total = 0;
  for (let place = 0; place < rangs.length; place += 1) {
    const rang = rangs[place] ?? 0;
    const numero = operation[rang] ?? 0;
    const personne = beneficiaire[rang] ?? 0;
    const dixMilliemes = Math.round((heures[rang] ?? 0) * DIX_MILLIEMES);
    const marques =
      (MARQUES_PUBLICS[publics[rang] ?? 0] ?? 0) |
      (MARQUES_SEXE[sexe[rang] ?? 0] ?? 0) |
      (MARQUES_SORTIE[sortie[rang] ?? 0] ?? 0) |
      (MARQUES_MODALITE[modalite[rang] ?? 0] ?? 0) |
      (anru[numero] === 1 ? ANRU : 0);
    total += dixMilliemes;
    cumuls[marques] = (cumuls[marques] ?? 0) + dixMilliemes;
    vus[personne] = (vus[personne] ?? 0) | marques;
    operationsVues[numero] = 1;
    const sienne = entreprise[rang] ?? -1;
    if (sienne >= 0) entreprisesVues[sienne] = 1;
    const departement = parOperation[numero];
    if (departement) {
      departement.cumul += dixMilliemes;
      if (departement.vus[personne] === 0) {
        departement.vus[personne] = 1;
        departement.nombre += 1;
      }
    }
  }
  const hours = total / DIX_MILLIEMES;
  const part = (marque: number): Part => {
    const siennes = sommerMarques(cumuls, marque);
    return { hours: siennes, share: hours === 0 ? 0 : siennes / hours };
  };
  const nombres = repartirPersonnes(vus);
  const nombre = (marque: number) => compterMarques(nombres, marque);
  const femmes = nombre(F);
  const hommes = nombre(M);
  const connus = nombre(F | M);
  const beneficiaries = nombre(VU);
  const parSexe = (personnes: number, marque: number) => ({
    beneficiaries: personnes,
    share: connus === 0 ? 0 : personnes / connus,
    hours: sommerMarques(cumuls, marque),
  });
  const acheteurs = new Set<string>();
  for (const [numero, op] of parNumero.entries())
    if (op && operationsVues[numero] === 1) acheteurs.add(op.donneurOrdre);
  return {
    indicateurs: {
      hours,
      beneficiaries,
      operations: operationsVues.reduce((somme, vue) => somme + vue, 0),
      buyers: acheteurs.size,
      companies: entreprisesVues.reduce((somme, vue) => somme + vue, 0),
      meanHours: beneficiaries === 0 ? 0 : hours / beneficiaries,
      fte: {
        h1820: hours / CONVENTIONS_ETP.h1820,
        h1607: hours / CONVENTIONS_ETP.h1607,
        h1600: hours / CONVENTIONS_ETP.h1600,
      },
      publics: { RSA: part(SUIVIS.RSA), QPV: part(SUIVIS.QPV), JEUNE: part(SUIVIS.JEUNE), DELD: part(SUIVIS.DELD) },
      anru: part(ANRU),
      iae: part(IAE),
      alternance: part(ALT),
      women: parSexe(femmes, F),
      men: parSexe(hommes, M),
      durableExits: nombre(DURABLE),
      knownExits: nombre(CONNUE),
      departments: Object.fromEntries(
        [...departements]
          .filter(([, departement]) => departement.nombre > 0)
          .sort(([a], [b]) => a.localeCompare(b))
          .map(([code, departement]) => [
            code,
            { hours: departement.cumul / DIX_MILLIEMES, beneficiaries: departement.nombre },
          ]),
      ),
    },
    personnes: {
      total: beneficiaries,
      femmes,
      hommes,
      RSA: nombre(SUIVIS.RSA),
      QPV: nombre(SUIVIS.QPV),
      JEUNE: nombre(SUIVIS.JEUNE),
      DELD: nombre(SUIVIS.DELD),
      anru: nombre(ANRU),
      iae: nombre(IAE),
      alternance: nombre(ALT),
    },
  };
};
