import type { LectureQuestion } from '../domain/droit.ts';
import { classer, classerAvecSujet, decider, type IndexQuestions } from './classement.ts';
import { plier } from './normaliser.ts';

/** « et pour… », « et si… », « quelles… ? » : une suite, qui ne se comprend qu'avec le sujet d'avant. */
const SUITE = /^(?:et\b|ou\b|mais\b|sinon\b|dans ce cas\b|par contre\b|meme chose\b|idem\b|aussi\b|alors\b|donc\b)/;
const MOTS_ELLIPTIQUES = 6;

/** Reconnaît la question ; une suite elliptique emprunte le sujet dont on parlait. */
export const chercherQuestion = (texte: string, sujet: string | null, index: IndexQuestions): LectureQuestion => {
  const titre = titreExact(texte, index);
  if (titre !== null) return { certitude: 'sure', fiche: titre, score: 1, voisines: [] };
  const seule = decider(classer(texte, index));
  const plie = plier(texte).trim();
  const elliptique = SUITE.test(plie) || plie.split(/\s+/).length <= MOTS_ELLIPTIQUES;
  if (sujet === null || !elliptique || (seule.certitude === 'sure' && seule.score > 0.62 && !SUITE.test(plie)))
    return seule;
  const ensemble = decider(classerAvecSujet(texte, sujet, index));
  return ensemble.certitude !== 'aucune' && ensemble.score >= seule.score ? ensemble : seule;
};

/** Un bouton renvoie le titre de la fiche tel quel. */
const titreExact = (texte: string, { fiches }: IndexQuestions): string | null => {
  const nu = texte.trim();
  for (const fiche of fiches.values()) if (fiche.titre === nu && fiche.statut === 'publiee') return fiche.id;
  return null;
};
