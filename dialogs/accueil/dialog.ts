import type { Politesse } from '../../src/domain/comprehension.ts';
import type { Conversation, Tour } from '../kit/conversation.ts';
import type { Reponse } from '../kit/reply.ts';
import type { ServiceTerritoire } from '../services.ts';
import * as messages from './messages.ts';

const REPONSES: Readonly<Record<Exclude<Politesse, 'aide'>, Reponse>> = {
  bonjour: { texte: messages.bonjour, choix: messages.EXEMPLES },
  merci: { texte: messages.merci },
  'au-revoir': { texte: messages.auRevoir },
};

/** Bienvenue de la première visite. */
export const accueillir = ({ region, exemples }: Pick<ServiceTerritoire, 'region' | 'exemples'>): Reponse => ({
  texte: messages.bienvenue(region, exemples),
  choix: messages.EXEMPLES,
});

const CORRIGER = /\b(?:corrig|modifi|rectifi)/i;

/** Répondre à une politesse ou à un appel à l'aide. */
export const accueil: Conversation = {
  intention: 'accueil',
  async demarrer({ lecture, message, services }: Tour) {
    const { politesse, ordre } = lecture;
    if (ordre === 'abandonner' || ordre === 'defaire') return { reponses: [{ texte: messages.rienOuvert }] };
    if (politesse === null && CORRIGER.test(message.texte)) return { reponses: [{ texte: messages.corriger }] };
    if (politesse !== null && politesse !== 'aide') return { reponses: [REPONSES[politesse]] };
    return {
      reponses: [{ texte: messages.aide(message.compte.role, services.territoire.exemples), choix: messages.EXEMPLES }],
    };
  },
};
