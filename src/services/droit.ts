import type { ServiceDroit } from '../../dialogs/services.ts';
import type { Knowledge } from '../content/knowledge.ts';
import { citer } from '../domain/citations.ts';
import type { IndexQuestions } from '../nlu/classement.ts';
import { chercherQuestion } from '../nlu/questions.ts';

/** Fiches, sources et reconnaissance des questions. */
export const createServiceDroit = (knowledge: Knowledge, index: IndexQuestions): ServiceDroit => ({
  fiche: (id) => knowledge.fiches.get(id) ?? null,
  citations: (fiche, aujourdhui) =>
    fiche.sources.flatMap((id) => {
      const source = knowledge.sources.get(id);
      return source ? [citer(source, aujourdhui)] : [];
    }),
  chercher: (texte, sujet) => chercherQuestion(texte, sujet, index),
});
