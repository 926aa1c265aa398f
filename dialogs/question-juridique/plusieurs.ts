import type { QuestionDecoupee } from '../../src/domain/droit/decoupe.ts';
import type { Citation, LectureQuestion } from '../../src/domain/droit.ts';
import type { Effet, Issue, Tour } from '../kit/conversation.ts';
import type { Choix } from '../kit/reply.ts';
import { choixDe, composer, listerSources } from './fiche.ts';
import * as messages from './messages.ts';
import { preciser } from './precision.ts';

const CHOIX_MONTRES = 3;
/** « Et pour une concession ? » ne se comprend qu'avec la question d'avant. */
const SUITE = /^(?:et|ou|sinon|dans ce cas|même chose|idem)\b/i;

interface Lue {
  /** La question et le début du message. */
  readonly texte: string;
  readonly posee: string;
  readonly question: LectureQuestion;
}

interface Section {
  readonly texte: string;
  readonly fiche: string | null;
  readonly citations: readonly Citation[];
  readonly choix: readonly Choix[];
  readonly effets: readonly Effet[];
}

/**
 * Répond à chaque question d'un message, citations ensemble.
 * Rend null si moins de deux sont reconnues, ou si toutes mènent à la même fiche : le message n'en posait qu'une.
 */
export const repondrePlusieurs = (tour: Tour, questions: readonly QuestionDecoupee[]): Issue | null => {
  let sujet = tour.memoire.fiche;
  const lues = questions.map(({ entiere, enContexte, question: posee }) => {
    const avant = SUITE.test(posee) ? sujet : null;
    const question = preciser(tour, entiere, tour.services.droit.chercher(entiere, avant));
    if (question.certitude === 'sure') sujet = question.fiche;
    return { texte: enContexte, posee, question };
  });
  const reconnues = lues.flatMap(({ question }) => (question.certitude === 'sure' ? [question.fiche] : []));
  if (reconnues.length < 2 || new Set(reconnues).size < reconnues.length) return null;
  const sections = lues.map((lue) => lireSection(tour, lue));
  const citations = sansDoublon(sections.flatMap((section) => section.citations));
  const textes = sections.map((section, rang) =>
    messages.section(rang + 1, questions[rang]?.question ?? '', section.texte),
  );
  const derniere = reconnues.at(-1);
  return {
    reponses: [
      {
        texte: [...textes, listerSources(tour, citations)].join('\n\n'),
        citations,
        choix: sections.flatMap(({ choix }) => choix).slice(0, CHOIX_MONTRES),
        ...(reconnues[0] === undefined ? {} : { avis: { fiche: reconnues[0] } }),
      },
    ],
    ...(derniere === undefined ? {} : { memoire: { fiche: derniere } }),
    effets: sections.flatMap(({ effets }) => effets),
  };
};

const lireSection = (tour: Tour, { texte, posee, question }: Lue): Section => {
  if (question.certitude === 'sure') {
    const fiche = tour.services.droit.fiche(question.fiche);
    if (fiche) {
      const corps = composer(tour, fiche, { texte, passages: false });
      return { ...corps, fiche: fiche.id, choix: choixDe(tour, [fiche.id]), effets: [] };
    }
  }
  const fiches = question.certitude === 'hesitante' ? question.fiches : [];
  const certitude = question.certitude === 'hesitante' ? 'hesitante' : 'aucune';
  return {
    texte: certitude === 'aucune' ? messages.sectionAucune : messages.sectionHesitante,
    fiche: null,
    citations: [],
    choix: choixDe(tour, fiches),
    effets: [{ type: 'noter-question', texte: posee, certitude, fiches }],
  };
};

const sansDoublon = (citations: readonly Citation[]): readonly Citation[] =>
  citations.filter(({ id }, rang) => citations.findIndex((autre) => autre.id === id) === rang);
