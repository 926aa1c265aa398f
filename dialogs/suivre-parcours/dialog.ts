import type { Conversation } from '../kit/conversation.ts';

/** Suivre le parcours d'une personne, sans son nom. */
export const suivreParcours: Conversation = {
  intention: 'suivre-parcours',
  async demarrer() {
    return { reponses: [] };
  },
};
