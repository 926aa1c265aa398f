import { z } from 'zod';
import { Jour } from '../dates.ts';

const Euros = z.number().int().positive();

/** Seuils européens d'une période, en euros hors taxes (`knowledge/seuils.yaml`). */
export const PeriodeSeuils = z.strictObject({
  du: Jour,
  au: Jour,
  /** Fournitures et services de l'État et des autorités centrales. */
  etat: Euros,
  /** Fournitures et services des collectivités et autres pouvoirs adjudicateurs. */
  collectivites: Euros,
  /** Fournitures et services des entités adjudicatrices. */
  entites: Euros,
  /** Travaux, quel que soit l'acheteur. */
  travaux: Euros,
  concessions: Euros,
  /** Services sociaux et autres services spécifiques : montants d'usage. */
  servicesSociaux: Euros,
  servicesSociauxEntites: Euros,
});
export type PeriodeSeuils = z.infer<typeof PeriodeSeuils>;

/** Montants sous lesquels un achat se passe de publicité et de mise en concurrence, en euros hors taxes. */
export const PeriodeDispense = z.strictObject({
  du: Jour,
  /** Nul : la rédaction vaut encore. */
  au: Jour.nullable(),
  fournitures: Euros,
  /** Nul : montant que nous ne suivons pas pour cette période. */
  travaux: Euros.nullable(),
});
export type PeriodeDispense = z.infer<typeof PeriodeDispense>;

/** L'obligation de considérations sociales, les montants qui la déclenchent, et ceux de l'achat direct. */
export const Seuils = z.strictObject({
  obligation: z.strictObject({
    /** Premier jour où une consultation lancée doit la respecter. */
    du: Jour,
    marche: z.string(),
    concession: z.string(),
    /** Les travaux plus courts que cela, en mois, en sont dispensés. */
    travauxCourts: z.number().int().positive(),
  }),
  dispense: z.strictObject({ article: z.string(), periodes: z.array(PeriodeDispense).min(1) }),
  /** Achats annuels au-delà desquels le SPASER est obligatoire. */
  spaser: z.strictObject({ article: z.string(), montant: Euros }),
  periodes: z.array(PeriodeSeuils).min(1),
});
export type Seuils = z.infer<typeof Seuils>;

/** Seuils d'un jour ; null si aucun n'est connu pour ce jour. */
export const seuilsDu = ({ periodes }: Seuils, jour: Jour): PeriodeSeuils | null =>
  periodes.find(({ du, au }) => du <= jour && jour <= au) ?? null;

/** Montants de dispense d'un jour ; null si aucun n'est connu pour ce jour. */
export const dispenseDu = ({ dispense }: Seuils, jour: Jour): PeriodeDispense | null =>
  dispense.periodes.find(({ du, au }) => du <= jour && (au === null || jour <= au)) ?? null;
