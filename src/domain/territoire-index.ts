import type { Commune, Departement, Epci, Lieu } from './territoire.ts';

/** Calcul fait à la première demande, gardé ensuite : ce qui coûte n'est payé que s'il sert. */
export const uneFois = <T>(calculer: () => T): (() => T) => {
  let garde: { readonly valeur: T } | null = null;
  return () => {
    garde ??= { valeur: calculer() };
    return garde.valeur;
  };
};

/** Commune qui n'existe plus seule : déléguée, associée ou fusionnée, et la commune d'aujourd'hui. */
export interface AncienneCommune {
  readonly code: string;
  readonly nom: string;
  /** Code INSEE de la commune actuelle. */
  readonly commune: string;
}

/** Commune d'une autre région : juste de quoi la reconnaître et la situer. */
export interface CommuneExterieure {
  readonly code: string;
  readonly nom: string;
  /** Code du département. */
  readonly departement: string;
  readonly population: number;
}

/** La géographie d'une région, et ce qu'il faut du reste du pays pour savoir ce qui en est dehors. */
export interface Territoire {
  /** Code INSEE de la région, « 32 ». */
  readonly region: string;
  /** Communes de la région. */
  readonly communes: readonly Commune[];
  readonly anciennes: readonly AncienneCommune[];
  /** Intercommunalités qui ont au moins une commune dans la région. */
  readonly epcis: readonly Epci[];
  /** Tous les départements du pays. */
  readonly departements: readonly Departement[];
  /** Communes des autres régions, lues à la première demande. */
  readonly exterieures: () => readonly CommuneExterieure[];
  readonly commune: (code: string) => Commune | undefined;
  readonly epci: (code: string) => Epci | undefined;
  readonly departement: (code: string) => Departement | undefined;
  /** Communes de la région membres d'une intercommunalité, la plus peuplée d'abord. */
  readonly communesDeLEpci: (code: string) => readonly Commune[];
  readonly communesDuDepartement: (code: string) => readonly Commune[];
  /** Communes de la région desservies par un code postal, la plus peuplée d'abord. */
  readonly communesDuCodePostal: (code: string) => readonly Commune[];
  /** Commune d'une autre région, par code INSEE ou par code postal. */
  readonly exterieureParCode: (code: string) => CommuneExterieure | undefined;
}

/** Façon courante de nommer un ou plusieurs lieux (« MEL », « le Douaisis », « la Thiérache »). */
export interface Surnom {
  readonly noms: readonly string[];
  readonly lieux: readonly Lieu[];
  /** Vrai pour une ancienne commune : la lecture rappelle le nom d'usage. */
  readonly ancienne: boolean;
}

/** Pays ou région voisine, à reconnaître comme dehors. */
export interface Dehors {
  readonly noms: readonly string[];
  /** Où cela se trouve, comme on le dirait : « Belgique », « Île-de-France ». */
  readonly ou: string;
}

/** Ce que contient `data/reference/surnoms-territoires.yaml`, références résolues. */
export interface NomsUsuels {
  readonly surnoms: readonly Surnom[];
  readonly dehors: readonly Dehors[];
}

/** Habitants d'un lieu dans la région ; ordonne les propositions. */
export const populationDe = (lieu: Lieu, territoire: Territoire): number => {
  switch (lieu.type) {
    case 'commune':
      return lieu.commune.population;
    case 'epci':
      return somme(territoire.communesDeLEpci(lieu.epci.code));
    case 'departement':
      return somme(territoire.communesDuDepartement(lieu.departement.code));
  }
};

const somme = (communes: readonly Commune[]): number =>
  communes.reduce((total, { population }) => total + population, 0);

/** Identifiant unique d'un lieu : « commune:59350 ». */
export const cleDuLieu = (lieu: Lieu): string => {
  switch (lieu.type) {
    case 'commune':
      return `commune:${lieu.commune.code}`;
    case 'epci':
      return `epci:${lieu.epci.code}`;
    case 'departement':
      return `departement:${lieu.departement.code}`;
  }
};

/** Le lieu d'un identifiant de `cleDuLieu` ; null s'il n'existe plus. */
export const lieuDeLaCle = (cle: string, territoire: Territoire): Lieu | null => {
  const [type, code = ''] = cle.split(':');
  const commune = type === 'commune' ? territoire.commune(code) : undefined;
  if (commune) return { type: 'commune', commune };
  const epci = type === 'epci' ? territoire.epci(code) : undefined;
  if (epci) return { type: 'epci', epci };
  const departement = type === 'departement' ? territoire.departement(code) : undefined;
  return departement ? { type: 'departement', departement } : null;
};
