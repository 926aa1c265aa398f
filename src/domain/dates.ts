import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';

/** Jour civil, `AAAA-MM-JJ`, sans heure ni fuseau. */
export const Jour = z.iso.date({ error: 'date attendue sous la forme AAAA-MM-JJ' });
export type Jour = z.infer<typeof Jour>;

/** Période de jours civils, bornes comprises, `du` ≤ `au`. */
export const Periode = z.strictObject({ du: Jour, au: Jour });
export type Periode = z.infer<typeof Periode>;

/** Nombre de jours de la période, bornes comprises. */
export const compterJours = ({ du, au }: Periode): number =>
  Temporal.PlainDate.from(du).until(Temporal.PlainDate.from(au)).days + 1;

/** Décale un jour : `ajouter('2026-11-21', { days: -1 })` → `2026-11-20`. */
export const decalerJour = (jour: Jour, duree: Temporal.DurationLike): Jour =>
  Temporal.PlainDate.from(jour).add(duree).toString();

/** L'année civile entière. */
export const annee = (an: number): Periode => ({ du: `${an}-01-01`, au: `${an}-12-31` });

/** Le mois civil qui contient `jour`. */
export const moisDe = (jour: Jour): Periode => {
  const date = Temporal.PlainDate.from(jour);
  return { du: date.with({ day: 1 }).toString(), au: date.with({ day: date.daysInMonth }).toString() };
};

/** La semaine ISO (lundi à dimanche) qui contient `jour`. */
export const semaineDe = (jour: Jour): Periode => {
  const date = Temporal.PlainDate.from(jour);
  const lundi = date.subtract({ days: date.dayOfWeek - 1 });
  return { du: lundi.toString(), au: lundi.add({ days: 6 }).toString() };
};

/** Même période, un an plus tôt. */
export const anneePrecedente = ({ du, au }: Periode): Periode => ({
  du: decalerJour(du, { years: -1 }),
  au: decalerJour(au, { years: -1 }),
});
