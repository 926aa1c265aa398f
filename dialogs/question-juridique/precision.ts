import { lireSituation } from '../../src/domain/droit/situation.ts';
import type { LectureQuestion } from '../../src/domain/droit.ts';
import type { Tour } from '../kit/conversation.ts';
import { estConcernee } from './obligation.ts';

/** Une date ou un montant dits dans la question lèvent parfois le doute. */
export const preciser = (tour: Tour, texte: string, question: LectureQuestion): LectureQuestion => {
  if (question.certitude === 'sure') return question;
  const sansDate = sansEpoque(tour, texte);
  if (sansDate?.certitude === 'sure') return sansDate;
  if (question.certitude === 'aucune' || lireSituation(texte).montant === null) return question;
  const [fiche, ...voisines] = question.fiches.filter(estConcernee);
  if (fiche === undefined || !estConcernee(question.fiches[0] ?? '')) return question;
  return { certitude: 'sure', fiche, score: question.score, voisines };
};

const sansEpoque = ({ services, aujourdhui }: Tour, texte: string): LectureQuestion | null => {
  if (services.droit.lireEpoque(texte, aujourdhui) === null) return null;
  return services.droit.chercher(texte.replace(DATE, ' '), null);
};

const DATE =
  /(?:\b(?:en|au|avant|fin|début|debut|courant|le)\s+)?(?:\d{1,2}(?:er)?\s+)?(?:janvier|f[ée]vrier|mars|avril|mai|juin|juillet|ao[uû]t|septembre|octobre|novembre|d[ée]cembre)?\s*\b(?:19|20)\d\d\b/giu;
