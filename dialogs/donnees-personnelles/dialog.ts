import type { Conversation } from '../kit/conversation.ts';
import * as messages from './messages.ts';

/** Dire ce qui est gardé, et effacer ce qui désigne une personne. */
export const donneesPersonnelles: Conversation = {
  intention: 'donnees-personnelles',
  async demarrer() {
    return { reponses: [{ texte: messages.explication }] };
  },
};
