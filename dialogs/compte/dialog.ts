import { grouperQuestions } from '../../src/domain/veille.ts';
import type { Conversation, Tour } from '../kit/conversation.ts';
import * as messages from './messages.ts';

const GROUPES_MONTRES = 15;

/** Dire qui l'on est, et montrer aux administrateurs ce qui est resté sans réponse. */
export const compte: Conversation = {
  intention: 'compte',
  async demarrer({ lecture, message, services }: Tour) {
    if (!lecture.veille) return { reponses: [{ texte: messages.quiSuisJe(message.compte) }] };
    const questions = await services.veille.questions(message.compte);
    if (questions === null) return { reponses: [{ texte: messages.questionsReservees }] };
    if (questions.length === 0) return { reponses: [{ texte: messages.aucuneQuestion }] };
    const groupes = grouperQuestions(questions);
    const montres = groupes.slice(0, GROUPES_MONTRES).map(({ exemple, questions: siennes, fiches, derniere }) => ({
      exemple,
      nombre: siennes.length,
      certitude: siennes.some(({ certitude }) => certitude === 'aucune') ? ('aucune' as const) : ('hesitante' as const),
      fiche: services.droit.fiche(fiches[0] ?? '')?.titre ?? null,
      derniere,
    }));
    return { reponses: [{ texte: messages.questions(questions.length, montres, groupes.length - montres.length) }] };
  },
};
