import { Temporal } from 'temporal-polyfill';
import type { Jour, Periode } from '../../domain/dates.ts';

/** Le jour civil, ou null s'il n'existe pas (30 février). */
export const construire = (an: number, mois: number, jour: number): Jour | null => {
  if (mois < 1 || mois > 12 || jour < 1) return null;
  const debutMois = Temporal.PlainDate.from({ year: an, month: mois, day: 1 });
  return jour > debutMois.daysInMonth ? null : debutMois.with({ day: jour }).toString();
};

export const unJour = (jour: Jour): Periode => ({ du: jour, au: jour });

export const jourSemaine = (jour: Jour): number => Temporal.PlainDate.from(jour).dayOfWeek;

/** Nombre de jours de `a` à `b`, négatif si `b` précède. */
export const ecart = (a: Jour, b: Jour): number =>
  Temporal.PlainDate.from(a).until(Temporal.PlainDate.from(b), { largestUnit: 'day' }).days;

/** Décale d'un nombre de jours. */
export const plusJours = (jour: Jour, jours: number): Jour =>
  Temporal.PlainDate.from(jour).add({ days: jours }).toString();

/** Du 1er au dernier jour des mois `de` à `a` de l'année. */
export const moisEntiers = (an: number, de: number, a: number): Periode => ({
  du: Temporal.PlainDate.from({ year: an, month: de, day: 1 }).toString(),
  au: Temporal.PlainDate.from({ year: an, month: a, day: 31 }).toString(),
});

export const trimestre = (an: number, rang: number): Periode => moisEntiers(an, rang * 3 - 2, rang * 3);
export const semestre = (an: number, rang: number): Periode => moisEntiers(an, rang * 6 - 5, rang * 6);

/** Semaine ISO numérotée, lundi à dimanche ; null si l'année n'a pas ce numéro. */
export const semaineNumero = (an: number, numero: number): Periode | null => {
  if (numero < 1 || numero > 53) return null;
  const quatreJanvier = Temporal.PlainDate.from({ year: an, month: 1, day: 4 });
  const lundi = quatreJanvier.subtract({ days: quatreJanvier.dayOfWeek - 1 }).add({ days: (numero - 1) * 7 });
  if (lundi.add({ days: 3 }).year !== an) return null;
  return { du: lundi.toString(), au: lundi.add({ days: 6 }).toString() };
};

/** Jours du lundi au vendredi compris dans la période. */
export const joursOuvres = ({ du, au }: Periode): number => {
  const total = ecart(du, au) + 1;
  if (total <= 0) return 0;
  const premier = jourSemaine(du);
  const reste = total % 7;
  let ouvres = Math.floor(total / 7) * 5;
  for (let i = 0; i < reste; i++) if (((premier - 1 + i) % 7) + 1 <= 5) ouvres++;
  return ouvres;
};

/** La période est-elle une semaine, un mois, un trimestre, un semestre ou une année du calendrier ? */
export const estCalendaire = ({ du, au }: Periode): boolean => {
  const debut = Temporal.PlainDate.from(du);
  const fin = Temporal.PlainDate.from(au);
  if (ecart(du, au) === 6 && debut.dayOfWeek === 1) return true;
  return debut.day === 1 && fin.day === fin.daysInMonth;
};

const parOrdre = (a: Jour, b: Jour): readonly [Jour, Jour] => (a.localeCompare(b) <= 0 ? [a, b] : [b, a]);

/** Les deux périodes réunies, de la première à la dernière borne. */
export const reunir = (a: Periode, b: Periode): Periode => ({
  du: parOrdre(a.du, b.du)[0],
  au: parOrdre(a.au, b.au)[1],
});
