import type { MessageRecu, Reponse } from '../../../dialogs/kit/reply.ts';
import { type CanalMarches, cleCanal, type Remise } from '../../domain/marches/canal.ts';
import { versActivites } from '../activite.ts';
import type { ActiviteEntrante } from '../entree.ts';
import type { Adaptateur } from './adaptateur.ts';
import { champ } from './champ.ts';
import type { Credentials } from './credentials.ts';

/** Adresse de retour d'une conversation, tirée de l'activité qui vient d'en arriver. */
export const lireCanal = (
  { serviceUrl, conversation, recipient, from }: ActiviteEntrante,
  message: Pick<MessageRecu, 'canal' | 'conversation'>,
): CanalMarches => ({
  id: cleCanal(message),
  canal: message.canal,
  conversation: message.conversation,
  reference: {
    serviceUrl,
    conversation: conversation.id,
    type: conversation.conversationType ?? null,
    organisation: conversation.tenantId ?? null,
    robot: recipient?.id ?? '',
    personne: from.id,
  },
  statut: 'joignable',
});

/** Statuts par lesquels Teams dit que la conversation n'existe plus ou n'accepte plus le robot. */
const PERDU = new Set([400, 403, 404, 410]);
/** La demande n'a pas atteint le canal : la refaire ne peut pas doubler le message. */
const JAMAIS_PARTI = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN']);

/** Ce que l'échec d'un envoi dit de la suite ; une réponse du canal, même fâcheuse, prouve qu'il n'a rien remis. */
const lireEchec = (cause: unknown): Remise => {
  const statut = champ(cause, 'statusCode');
  if (typeof statut === 'number') return PERDU.has(statut) ? 'perdu' : 'a-refaire';
  const codes = [cause, champ(cause, 'originalError'), champ(cause, 'cause')].map((une) => champ(une, 'code'));
  return codes.some((code) => typeof code === 'string' && JAMAIS_PARTI.has(code)) ? 'a-refaire' : 'incertain';
};

/** Pousse une réponse dans une conversation qui n'attend rien. */
export const createPousser =
  (adaptateur: () => Promise<Pick<Adaptateur, 'pousser'>>, credentials: Credentials | null) =>
  async ({ canal, reference }: CanalMarches, reponse: Reponse): Promise<Remise> => {
    const { serviceUrl, conversation, type, organisation, robot, personne } = reference;
    const retour = {
      channelId: canal,
      serviceUrl,
      bot: { id: robot, name: '' },
      user: { id: personne, name: '' },
      conversation: {
        id: conversation,
        name: '',
        isGroup: type !== null && type !== 'personal',
        conversationType: type ?? 'personal',
        ...(organisation === null ? {} : { tenantId: organisation }),
      },
    };
    try {
      await (await adaptateur()).pousser(credentials?.MicrosoftAppId ?? '', retour, versActivites(reponse, { canal }));
      return 'remis';
    } catch (cause) {
      return lireEchec(cause);
    }
  };
