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

/** L'obligation de considérations sociales et les montants qui la déclenchent. */
export const Seuils = z.strictObject({
  obligation: z.strictObject({
    /** Premier jour où une consultation lancée doit la respecter. */
    du: Jour,
    marche: z.string(),
    concession: z.string(),
    /** Les travaux plus courts que cela, en mois, en sont dispensés. */
    travauxCourts: z.number().int().positive(),
  }),
  periodes: z.array(PeriodeSeuils).min(1),
});
export type Seuils = z.infer<typeof Seuils>;

/** Seuils d'un jour ; null si aucun n'est connu pour ce jour. */
export const seuilsDu = ({ periodes }: Seuils, jour: Jour): PeriodeSeuils | null =>
  periodes.find(({ du, au }) => du <= jour && jour <= au) ?? null;
