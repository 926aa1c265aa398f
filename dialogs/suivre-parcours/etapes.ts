import { z } from 'zod';
import { Jour } from '../../src/domain/dates.ts';
import { Sortie } from '../../src/domain/heures.ts';
import type { FaitParcours } from '../../src/domain/parcours/faits.ts';
import type { Ouverte, Tour } from '../kit/conversation.ts';

const Mois = z.union([z.literal(3), z.literal(6), z.literal(12)]);

/** Un fait compris, pas encore écrit. */
export const ANoter = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('eligibilite'),
    personne: z.string(),
    statut: z.enum(['validee', 'refusee']),
    debut: Jour.nullable(),
    fin: Jour.nullable(),
  }),
  z.strictObject({ type: z.literal('sortie'), personne: z.string(), le: Jour, situation: Sortie }),
  z.strictObject({ type: z.literal('suivi'), personne: z.string(), mois: Mois, situation: Sortie.nullable() }),
]);
export type ANoter = z.infer<typeof ANoter>;

/** Un fait dont on demande confirmation. */
export const AConfirmer = z.strictObject({ fait: ANoter });

/** Une sortie ou un suivi dont la situation reste à dire ; `sortie` : le jour de la sortie, pour la question. */
export const ASituer = z.strictObject({
  personne: z.string(),
  /** null : la situation à la sortie elle-même. */
  mois: Mois.nullable(),
  le: Jour,
  /** `cdd` : on a demandé si le CDD fait six mois. */
  precision: z.enum(['aucune', 'cdd']).default('aucune'),
});
export type ASituer = z.infer<typeof ASituer>;

/** Personne, étape et jour d'une situation à dire. */
export type Situee = Omit<ASituer, 'precision'>;

export const ouvrir = (etape: string, donnees: object): Ouverte => ({
  conversation: 'suivre-parcours',
  etape,
  donnees,
});

/** Le fait, avec d'où il vient ; son identifiant ne dépend que du message. */
export const signer = (fait: ANoter, { message }: Tour): FaitParcours => ({
  ...fait,
  id: `parcours/${message.conversation}/${message.id}`,
  origine: {
    auteur: message.compte.id,
    canal: message.canal,
    message: `${message.conversation}/${message.id}`,
    le: message.le,
    role: message.compte.role,
    libelle: message.compte.libelle,
  },
});
