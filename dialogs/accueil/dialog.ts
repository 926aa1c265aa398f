import type { Politesse } from '../../src/domain/comprehension.ts';
import type { Conversation, Tour } from '../kit/conversation.ts';
import type { Reponse } from '../kit/reply.ts';
import * as messages from './messages.ts';

const REPONSES: Readonly<Record<Politesse, Reponse>> = {
  bonjour: { texte: messages.bonjour, choix: messages.EXEMPLES },
  aide: { texte: messages.aide, choix: messages.EXEMPLES },
  merci: { texte: messages.merci },
  'au-revoir': { texte: messages.auRevoir },
};

/** Bienvenue de la première visite. */
export const accueillir = (region: string): Reponse => ({
  texte: messages.bienvenue(region),
  choix: messages.EXEMPLES,
});

/** Répondre à une politesse ou à un appel à l'aide. */
export const accueil: Conversation = {
  intention: 'accueil',
  async demarrer({ lecture }: Tour) {
    return { reponses: [REPONSES[lecture.politesse ?? 'aide']] };
  },
};
