import { z } from 'zod';
import type { ActiviteEntrante } from '../entree.ts';

const ValeurAvis = z.looseObject({
  actionName: z.literal('feedback'),
  actionValue: z.looseObject({ reaction: z.enum(['like', 'dislike']) }),
});

/** « Utile / pas utile » pressé dans Teams ; le commentaire libre n'est pas gardé, il peut nommer quelqu'un. */
export const lireAvis = ({ name, value }: ActiviteEntrante): Readonly<Record<string, string>> | null => {
  if (name !== 'message/submitAction') return null;
  const avis = ValeurAvis.safeParse(value);
  return avis.success ? { action: 'avis', reaction: avis.data.actionValue.reaction } : null;
};

/** Se souvient de la fiche de chaque message envoyé, pour savoir laquelle un avis juge. */
export interface MemoireAvis {
  retenir(message: string, fiche: string): void;
  retrouver(message: string): string | undefined;
}

/** Mémoire bornée : passé `max` messages, le plus ancien est oublié. */
export const createMemoireAvis = (max = 2000): MemoireAvis => {
  const fiches = new Map<string, string>();
  return {
    retenir: (message, fiche) => {
      fiches.set(message, fiche);
      const [premier] = fiches.keys();
      if (fiches.size > max && premier !== undefined) fiches.delete(premier);
    },
    retrouver: (message) => fiches.get(message),
  };
};
