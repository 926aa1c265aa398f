import { z } from 'zod';

/** Question restée sans réponse sûre, gardée pour les rédacteurs ; déjà masquée. */
export const QuestionNotee = z.strictObject({
  id: z.string(),
  texte: z.string(),
  certitude: z.enum(['aucune', 'hesitante']),
  fiches: z.array(z.string()),
  le: z.iso.datetime({ offset: true }),
});
export type QuestionNotee = z.infer<typeof QuestionNotee>;

/** « Utile » ou « pas utile », avec la fiche et la date de sa lecture. */
export const AvisFiche = z.strictObject({
  id: z.string(),
  fiche: z.string(),
  luLe: z.string(),
  reaction: z.enum(['utile', 'pas-utile']),
  le: z.iso.datetime({ offset: true }),
});
export type AvisFiche = z.infer<typeof AvisFiche>;
