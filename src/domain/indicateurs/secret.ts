import type { Indicateurs, Part } from '../indicateurs.ts';
import type { Agregat } from './agreger.ts';
import type { Case } from './ventiler.ts';

/** En dessous, on reconnaîtrait quelqu'un : la case ne se publie pas. */
export const SEUIL_SECRET = 5;

/** Vrai pour une case de 1 à 4 personnes ; personne n'est à protéger dans une case vide. */
export const estPetite = (personnes: number): boolean => personnes > 0 && personnes < SEUIL_SECRET;

/** Une case se cache si elle est petite, ou si ce qui reste du total l'est et se retrouverait par soustraction. */
export const estSecrete = (personnes: number, total: number): boolean =>
  estPetite(personnes) || estPetite(total - personnes);

export type Cachable<T> = T | null;

/** Les indicateurs tels qu'on les publie : `null` là où moins de cinq personnes sont comptées. */
export interface IndicateursPublics
  extends Omit<
    Indicateurs,
    | 'hours'
    | 'beneficiaries'
    | 'meanHours'
    | 'fte'
    | 'publics'
    | 'anru'
    | 'iae'
    | 'alternance'
    | 'women'
    | 'men'
    | 'durableExits'
    | 'knownExits'
    | 'departments'
  > {
  readonly hours: number | null;
  readonly beneficiaries: number | null;
  readonly meanHours: number | null;
  readonly fte: Cachable<Indicateurs['fte']>;
  readonly publics: Readonly<Record<keyof Indicateurs['publics'], Cachable<Part>>>;
  readonly anru: Cachable<Part>;
  readonly iae: Cachable<Part>;
  readonly alternance: Cachable<Part>;
  readonly women: Cachable<Indicateurs['women']>;
  readonly men: Cachable<Indicateurs['men']>;
  readonly durableExits: number | null;
  readonly knownExits: number | null;
  readonly departments: Readonly<Record<string, Cachable<Indicateurs['departments'][string]>>>;
}

/** Cache ce qui désignerait moins de cinq personnes, y compris par soustraction. */
export const masquerIndicateurs = ({ indicateurs, personnes }: Agregat): IndicateursPublics => {
  const { total } = personnes;
  const toutCache = estPetite(total);
  const garder = <T>(valeur: T, nombre: number): Cachable<T> =>
    toutCache || estSecrete(nombre, total) ? null : valeur;
  const { publics, women, men, durableExits, knownExits } = indicateurs;
  // Femmes et hommes se complètent : en cacher un seul le livrerait par différence.
  const sexes =
    !toutCache &&
    !estPetite(personnes.femmes) &&
    !estPetite(personnes.hommes) &&
    !estSecrete(personnes.femmes, total) &&
    !estSecrete(personnes.hommes, total);
  const sorties = !toutCache && !estPetite(knownExits) && !estSecrete(durableExits, knownExits);
  return {
    ...indicateurs,
    hours: toutCache ? null : indicateurs.hours,
    beneficiaries: toutCache ? null : indicateurs.beneficiaries,
    meanHours: toutCache ? null : indicateurs.meanHours,
    fte: toutCache ? null : indicateurs.fte,
    publics: {
      RSA: garder(publics.RSA, personnes.RSA),
      QPV: garder(publics.QPV, personnes.QPV),
      JEUNE: garder(publics.JEUNE, personnes.JEUNE),
      DELD: garder(publics.DELD, personnes.DELD),
    },
    anru: garder(indicateurs.anru, personnes.anru),
    iae: garder(indicateurs.iae, personnes.iae),
    alternance: garder(indicateurs.alternance, personnes.alternance),
    women: sexes ? women : null,
    men: sexes ? men : null,
    durableExits: sorties ? durableExits : null,
    knownExits: sorties ? knownExits : null,
    departments: masquerDepartements(indicateurs, toutCache),
  };
};

const masquerDepartements = ({ departments }: Indicateurs, toutCache: boolean): IndicateursPublics['departments'] => {
  const cles = Object.entries(departments);
  const caches = caseCachees(cles.map(([, { beneficiaries }]) => beneficiaries));
  return Object.fromEntries(cles.map(([code, valeur], rang) => [code, toutCache || caches.has(rang) ? null : valeur]));
};

/**
 * Rangs à cacher d'une ligne de cases qui s'additionnent : les petites, et la plus petite des autres tant que ce qui
 * est caché, pris ensemble, ne réunit pas assez de personnes ou tient à une seule case.
 */
export const caseCachees = (personnes: readonly number[]): ReadonlySet<number> => {
  const caches = new Set<number>();
  for (const [rang, nombre] of personnes.entries()) if (estPetite(nombre)) caches.add(rang);
  if (caches.size === 0) return caches;
  const autres = [...personnes.keys()]
    .filter((rang) => !caches.has(rang) && (personnes[rang] ?? 0) > 0)
    .sort((a, b) => (personnes[a] ?? 0) - (personnes[b] ?? 0));
  const somme = () => [...caches].reduce((total, rang) => total + (personnes[rang] ?? 0), 0);
  while ((caches.size < 2 || somme() < SEUIL_SECRET) && autres.length > 0) {
    const suivante = autres.shift();
    if (suivante !== undefined) caches.add(suivante);
  }
  return caches;
};

/** Une ligne de tableau croisé telle qu'on la montre. */
export interface CasePublique {
  readonly cle: string;
  readonly hours: number | null;
  readonly beneficiaries: number | null;
  /** Part des femmes parmi les personnes de sexe connu, de 0 à 1 ; null si cachée ou inconnue. */
  readonly womenShare: number | null;
}

const partFemmes = ({ women, knownSex }: Case): number | null => (knownSex === 0 ? null : women / knownSex);

export const montrerCases = (cases: readonly Case[]): CasePublique[] =>
  cases.map((une) => ({
    cle: une.cle,
    hours: une.hours,
    beneficiaries: une.beneficiaries,
    womenShare: partFemmes(une),
  }));

/**
 * Cache les petites cases ; une ligne de publics, qui se recouvrent, se protège aussi du total.
 * Les cases cachées viennent à la fin, par ordre alphabétique : leur place dirait leur grandeur.
 */
export const masquerCases = (cases: readonly Case[], total: number): CasePublique[] => {
  const caches = caseCachees(cases.map(({ beneficiaries }) => beneficiaries));
  const montrees: CasePublique[] = [];
  const secretes: CasePublique[] = [];
  for (const [rang, une] of cases.entries()) {
    const { cle, hours, beneficiaries } = une;
    if (caches.has(rang) || estSecrete(beneficiaries, total))
      secretes.push({ cle, hours: null, beneficiaries: null, womenShare: null });
    else
      montrees.push({
        cle,
        hours,
        beneficiaries,
        womenShare: estSecrete(une.women, une.knownSex) ? null : partFemmes(une),
      });
  }
  return [...montrees, ...secretes.sort((a, b) => a.cle.localeCompare(b.cle))];
};
