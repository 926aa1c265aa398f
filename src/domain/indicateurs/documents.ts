import { z } from 'zod';
import { Demande } from './demande.ts';

/** Ce qu'un lien ouvre : un relevé, ou les lignes d'un chiffre ; rien d'autre. */
export const Portee = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('releve'),
    entreprise: z.string().min(1),
    mois: z.string().regex(/^\d{4}-(?:0[1-9]|1[0-2])$/),
  }),
  z.strictObject({ type: z.literal('heures'), demande: Demande }),
]);
export type Portee = z.infer<typeof Portee>;

/** Ce qu'un jeton porte, chiffré. */
export const ContenuLien = z.strictObject({
  /** Compte qui a demandé le lien : ses droits sont relus à l'ouverture. */
  compte: z.string().min(1),
  /** Instant où le lien ne vaut plus, en millisecondes. */
  expire: z.number().int(),
  portee: Portee,
});
export type ContenuLien = z.infer<typeof ContenuLien>;

/** Adresses d'un document, et leur durée. */
export interface Liens {
  /** Page à imprimer, pour un relevé. */
  readonly page: string | null;
  readonly classeur: string;
  /** Pour des lignes d'heures. */
  readonly csv: string | null;
  readonly minutes: number;
}
