import type { Conversation, Tour } from '../kit/conversation.ts';
import * as messages from './messages.ts';

const QUESTIONS_MONTREES = 30;

/** Dire qui l'on est, et montrer aux administrateurs ce qui est resté sans réponse. */
export const compte: Conversation = {
  intention: 'compte',
  async demarrer({ lecture, message, services }: Tour) {
    if (!lecture.veille) return { reponses: [{ texte: messages.quiSuisJe(message.compte) }] };
    const questions = await services.veille.questions(message.compte);
    if (questions === null) return { reponses: [{ texte: messages.questionsReservees }] };
    const texte =
      questions.length === 0 ? messages.aucuneQuestion : messages.questions(questions.slice(-QUESTIONS_MONTREES));
    return { reponses: [{ texte }] };
  },
};
