import type { Operation } from '../heures.ts';
import { CONVENTIONS_ETP, departementDe, type Indicateurs, type Part } from '../indicateurs.ts';
import { bitPublic, FEMME, HOMME, rangSortie } from './colonnes.ts';
import { bitsDe, estAlternance, estIae } from './selection.ts';
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
const BITS = [
  [bitPublic('RSA'), SUIVIS.RSA],
  [bitPublic('QPV'), SUIVIS.QPV],
  [bitPublic('JEUNE'), SUIVIS.JEUNE],
  [bitPublic('DELD'), SUIVIS.DELD],
] as const;

const CDI = rangSortie('CDI');
const CDD_6_MOIS = rangSortie('CDD_6_MOIS');
const DIX_MILLIEMES = 10_000;

/** Marques d'une ligne : publics suivis, sexe, sortie, IAE, alternance. */
const marquesDe = (table: TableLignes, rang: number): number => {
  const { sexe, sortie, modalite } = table.colonnes;
  const bits = bitsDe(table, rang);
  let marques = VU;
  for (const [bit, marque] of BITS) if ((bits & bit) !== 0) marques |= marque;
  if (sexe[rang] === FEMME) marques |= F;
  else if (sexe[rang] === HOMME) marques |= M;
  const issue = sortie[rang] ?? 0;
  if (issue !== 0) marques |= issue === CDI || issue === CDD_6_MOIS ? CONNUE | DURABLE : CONNUE;
  if (estIae(bits, modalite[rang] ?? 0)) marques |= IAE;
  if (estAlternance(bits, modalite[rang] ?? 0)) marques |= ALT;
  return marques;
};

/** Heures par combinaison de marques : quelques centaines de cases, additionnées ensuite sans reparcourir les lignes. */
const sommerMarques = (cumuls: ReadonlyMap<number, number>, marque: number): number => {
  let total = 0;
  for (const [marques, cumul] of cumuls) if ((marques & marque) !== 0) total += cumul;
  return total / DIX_MILLIEMES;
};

const compterMarques = (vus: Uint16Array, marque: number): number => {
  let nombre = 0;
  for (const marques of vus) if ((marques & marque) !== 0) nombre += 1;
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
  const vus = new Uint16Array(beneficiaires.taille);
  const operationsVues = new Uint8Array(operations.taille);
  const entreprisesVues = new Uint8Array(entreprises.taille);
  const cumuls = new Map<number, number>();
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
  for (const rang of rangs) {
    const numero = operation[rang] ?? 0;
    const personne = beneficiaire[rang] ?? 0;
    const dixMilliemes = Math.round((heures[rang] ?? 0) * DIX_MILLIEMES);
    const marques = marquesDe(table, rang) | (anru[numero] === 1 ? ANRU : 0);
    total += dixMilliemes;
    cumuls.set(marques, (cumuls.get(marques) ?? 0) + dixMilliemes);
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
  const nombre = (marque: number) => compterMarques(vus, marque);
  const femmes = nombre(F);
  const hommes = nombre(M);
  const connus = nombre(F | M);
  const beneficiaries = nombre(VU);
  const sexe = (personnes: number, marque: number) => ({
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
      women: sexe(femmes, F),
      men: sexe(hommes, M),
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
