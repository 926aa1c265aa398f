import type { Commune, Lieu } from '../../territoire.ts';
import type { Structure } from '../structures.ts';

/** Où une structure se trouve par rapport au lieu demandé, du plus près au plus loin. */
export type Proximite = 'commune' | 'epci' | 'departement' | 'region';

type Point = NonNullable<Structure['position']>;

/** Une structure et sa commune. */
export interface Situee {
  readonly structure: Structure;
  readonly commune: Commune;
}

const RAYON_TERRE_KM = 6371;
const radians = (degres: number): number => (degres * Math.PI) / 180;

/** Distance à vol d'oiseau, en kilomètres. */
export const distanceKm = (a: Point, b: Point): number => {
  const [phi, psi] = [radians(b.latitude - a.latitude) / 2, radians(b.longitude - a.longitude) / 2];
  const corde = Math.sin(phi) ** 2 + Math.cos(radians(a.latitude)) * Math.cos(radians(b.latitude)) * Math.sin(psi) ** 2;
  return 2 * RAYON_TERRE_KM * Math.asin(Math.min(1, Math.sqrt(corde)));
};

const moyenne = (points: readonly Point[]): Point | null =>
  points.length === 0
    ? null
    : {
        latitude: points.reduce((somme, { latitude }) => somme + latitude, 0) / points.length,
        longitude: points.reduce((somme, { longitude }) => somme + longitude, 0) / points.length,
      };

/**
 * Centre approché d'un lieu, d'après les structures qui y sont situées : aucune liste de communes ne donne leur
 * position. Null si aucune n'en a une.
 */
export const centreDe = (lieu: Lieu, toutes: readonly Situee[]): Point | null => {
  const points = (garder: (commune: Commune) => boolean): Point[] =>
    toutes.flatMap(({ structure, commune }) =>
      structure.position !== null && garder(commune) ? [structure.position] : [],
    );
  if (lieu.type === 'departement') return null;
  if (lieu.type === 'epci') return moyenne(points(({ epci }) => epci === lieu.epci.code));
  const { code, epci } = lieu.commune;
  return moyenne(points((commune) => commune.code === code)) ?? moyenne(points((commune) => commune.epci === epci));
};

/** Rang administratif : la même commune, la même intercommunalité, le même département, ou plus loin. */
export const proximiteDe = (lieu: Lieu, { code, epci, departement }: Commune): Proximite => {
  switch (lieu.type) {
    case 'commune':
      if (lieu.commune.code === code) return 'commune';
      if (lieu.commune.epci !== null && lieu.commune.epci === epci) return 'epci';
      return lieu.commune.departement === departement ? 'departement' : 'region';
    case 'epci':
      if (lieu.epci.code === epci) return 'epci';
      return lieu.epci.communes.some((membre) => membre.slice(0, 2) === departement) ? 'departement' : 'region';
    case 'departement':
      return lieu.departement.code === departement ? 'departement' : 'region';
  }
};

/** Une structure d'un lieu demandé par son département est « sur place ». */
export const estSurPlace = (lieu: Lieu, proximite: Proximite): boolean =>
  lieu.type === 'departement' ? proximite === 'departement' : proximite === 'commune' || proximite === 'epci';
