import { decalerJour, moisDe, type Periode, semaineDe } from '../../domain/dates.ts';
import { plusJours } from '../dates/calendrier.ts';

type Decalage = (periode: Periode) => Periode;

const jours =
  (nombre: number): Decalage =>
  ({ du, au }) => ({ du: plusJours(du, nombre), au: plusJours(au, nombre) });

const semaines =
  (nombre: number): Decalage =>
  ({ du }) =>
    semaineDe(plusJours(du, nombre * 7));

const mois =
  (nombre: number): Decalage =>
  ({ du }) =>
    moisDe(decalerJour(moisDe(du).du, { months: nombre }));

/** Ce qui se dit par rapport à la date du brouillon, et non au jour présent. */
const VOISINES: readonly (readonly [RegExp, Decalage])[] = [
  [/\b(?:la veille|le jour d'avant|le jour precedent)\b/, jours(-1)],
  [/\b(?:le lendemain|le jour d'apres|le jour suivant)\b/, jours(1)],
  [/\bla semaine (?:d'avant|precedente)\b/, semaines(-1)],
  [/\bla semaine (?:d'apres|suivante)\b/, semaines(1)],
  [/\ble mois (?:d'avant|precedent)\b/, mois(-1)],
  [/\ble mois (?:d'apres|suivant)\b/, mois(1)],
];

/** « la veille », « la semaine d'avant » : par rapport à la période déjà dite ; null si le message ne le dit pas. */
export const periodeVoisine = (plie: string, periode: Periode): Periode | null =>
  VOISINES.find(([motif]) => motif.test(plie))?.[1](periode) ?? null;
