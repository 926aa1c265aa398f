import type { Jour } from '../../domain/dates.ts';
import type { PointLu } from './point.ts';
import { lireQuantieme, lireQuantiemeNu } from './quantiemes.ts';
import { lireRelatif } from './relatifs.ts';

/** « 7h30 », « 7,5 » : le second nombre n'est pas un quantième. */
const suiteDeNombre = (plie: string, place: number): boolean =>
  /\d/.test(plie.charAt(place)) &&
  (/\d\s?h$|\d[.,:]$/.test(plie.slice(Math.max(0, place - 4), place)) ||
    (/\d\s*h\s+$/.test(plie.slice(0, place)) && /^(?:3[2-9]|[4-5]\d)(?!\d)/.test(plie.slice(place))));

/** Les points déjà lus du dernier texte : les formes de plage essaient dix fois la même place. */
let memoire: { plie: string; aujourdhui: Jour; points: Map<number, PointLu | null> } = {
  plie: '',
  aujourdhui: '',
  points: new Map(),
};

/** Le point le plus long qui commence à cette place. */
export const lirePoint = (plie: string, place: number, aujourdhui: Jour): PointLu | null => {
  if (memoire.plie !== plie || memoire.aujourdhui !== aujourdhui) memoire = { plie, aujourdhui, points: new Map() };
  const connu = memoire.points.get(place);
  if (connu !== undefined) return connu;
  const lu = lireNeuf(plie, place, aujourdhui);
  memoire.points.set(place, lu);
  return lu;
};

const lireNeuf = (plie: string, place: number, aujourdhui: Jour): PointLu | null => {
  const quantieme = suiteDeNombre(plie, place) ? null : lireQuantieme(plie, place);
  const relatif = lireRelatif(plie, place, aujourdhui);
  if (!quantieme || !relatif) return quantieme ?? relatif;
  return relatif.fin > quantieme.fin ? relatif : quantieme;
};

/** Un point, ou un quantième sans article (« du 3 au 7 »). */
export const pointOuNu = (plie: string, place: number, aujourdhui: Jour): PointLu | null =>
  lirePoint(plie, place, aujourdhui) ?? (suiteDeNombre(plie, place) ? null : lireQuantiemeNu(plie, place));
