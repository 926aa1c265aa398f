import { z } from 'zod';

/** Un avis « utile / pas utile », tel que la conversation le reçoit. */
export type DonneesAvis = Readonly<Record<string, string>>;

const ValeurTeams = z.looseObject({
  actionName: z.literal('feedback'),
  actionValue: z.looseObject({ reaction: z.enum(['like', 'dislike']) }),
});

/** « Utile / pas utile » pressé dans Teams ; le commentaire libre n'est pas gardé, il peut nommer quelqu'un. */
export const lireAvisTeams = (activite: {
  readonly name?: string | null | undefined;
  readonly value?: unknown;
}): DonneesAvis | null => {
  if (activite.name !== 'message/submitAction') return null;
  const avis = ValeurTeams.safeParse(activite.value);
  return avis.success ? { action: 'avis', reaction: avis.data.actionValue.reaction } : null;
};

const PREFIXE = 'avis:';
const ACTIONS = { LikeAction: 'like', DislikeAction: 'dislike' } as const;

/** Boutons d'avis de Web Chat pour une fiche. */
export const actionsAvis = (fiche: string) => [
  { '@type': 'LikeAction' as const, '@id': `${PREFIXE}like:${fiche}`, actionStatus: 'PotentialActionStatus' as const },
  {
    '@type': 'DislikeAction' as const,
    '@id': `${PREFIXE}dislike:${fiche}`,
    actionStatus: 'PotentialActionStatus' as const,
  },
];

const EvenementWebChat = z.looseObject({
  name: z.literal('webchat:activity-status/feedback'),
  entities: z.tuple([
    z.looseObject({
      '@type': z.enum(['LikeAction', 'DislikeAction']),
      '@id': z.string().regex(/^avis:(?:dis)?like:[a-z0-9-]{1,120}$/),
    }),
  ]),
});

/** « Utile / pas utile » pressé dans Web Chat, qui renvoie l'action telle qu'il l'a reçue. */
export const lireAvisWebChat = (evenement: unknown): DonneesAvis | null => {
  const lu = EvenementWebChat.safeParse(evenement);
  if (!lu.success) return null;
  const [{ '@type': type, '@id': id }] = lu.data.entities;
  return { action: 'avis', reaction: ACTIONS[type], fiche: id.slice(id.lastIndexOf(':') + 1) };
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
