import { z } from 'zod';
import { Jour } from '../dates.ts';
import { Origine, Sortie } from '../heures.ts';

/** Étapes où l'on redemande la situation, en mois après la sortie. */
export const ETAPES = [3, 6, 12] as const;
export type Etape = (typeof ETAPES)[number];

const commun = {
  id: z.string(),
  /** Code de la personne, jamais son nom. */
  personne: z.string().min(1),
  origine: Origine,
};

/** Un fait du parcours d'une personne, en ajout seul ; le dernier d'une sorte l'emporte. */
export const FaitParcours = z.discriminatedUnion('type', [
  z.strictObject({
    ...commun,
    type: z.literal('eligibilite'),
    statut: z.enum(['validee', 'refusee']),
    debut: Jour.nullable(),
    /** Dernier jour où les heures comptent ; null : 24 mois après `debut`. */
    fin: Jour.nullable(),
  }),
  z.strictObject({ ...commun, type: z.literal('sortie'), le: Jour, situation: Sortie }),
  z.strictObject({
    ...commun,
    type: z.literal('suivi'),
    mois: z.union([z.literal(3), z.literal(6), z.literal(12)]),
    /** null : injoignable ou inconnue. */
    situation: Sortie.nullable(),
  }),
]);
export type FaitParcours = z.infer<typeof FaitParcours>;
