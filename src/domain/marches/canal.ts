import { z } from 'zod';

/** Où écrire à une personne qui n'a rien demandé à l'instant ; seulement pour qui a une alerte, et sans son nom. */
export const CanalMarches = z.strictObject({
  /** `msteams/<conversation>`, voir `cleCanal`. */
  id: z.string().min(1),
  canal: z.string().min(1),
  /** La conversation telle que les alertes la nomment. */
  conversation: z.string().min(1),
  /** Adresse de retour du Bot Framework. */
  reference: z.strictObject({
    serviceUrl: z.url(),
    conversation: z.string().min(1),
    type: z.string().nullable(),
    organisation: z.string().nullable(),
    robot: z.string(),
    personne: z.string(),
  }),
  statut: z.enum(['joignable', 'perdu']),
});
export type CanalMarches = z.infer<typeof CanalMarches>;

export const cleCanal = ({ canal, conversation }: Pick<CanalMarches, 'canal' | 'conversation'>): string =>
  `${canal}/${conversation}`;

/**
 * Ce qu'il advient d'un message poussé : `incertain`, la liaison a été coupée sans qu'on sache s'il est parti ;
 * `perdu`, la conversation n'existe plus ou n'accepte plus le robot.
 */
export type Remise = 'remis' | 'a-refaire' | 'incertain' | 'perdu';
