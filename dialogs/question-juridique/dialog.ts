import type { Citation, Fiche, LectureQuestion } from '../../src/domain/droit.ts';
import { EXEMPLES } from '../accueil/messages.ts';
import type { Conversation, Issue, Tour } from '../kit/conversation.ts';
import { formatJour } from '../kit/format.ts';
import type { Choix, Reponse } from '../kit/reply.ts';
import * as messages from './messages.ts';

/** Répondre d'une fiche, proposer deux ou trois questions, ou savoir se taire. */
export const questionJuridique: Conversation = {
  intention: 'question-juridique',
  async demarrer(tour: Tour) {
    return repondreQuestion(tour, tour.lecture.question);
  },
};

const repondreQuestion = (tour: Tour, question: LectureQuestion): Issue => {
  const { services, message } = tour;
  if (question.certitude === 'aucune') {
    return {
      reponses: [{ texte: messages.aucune, choix: EXEMPLES }],
      effets: [{ type: 'noter-question', texte: message.texte, certitude: 'aucune', fiches: [] }],
    };
  }
  if (question.certitude === 'hesitante') {
    return {
      reponses: [{ texte: messages.hesitation, choix: choixDe(tour, question.fiches) }],
      effets: [{ type: 'noter-question', texte: message.texte, certitude: 'hesitante', fiches: question.fiches }],
    };
  }
  const fiche = services.droit.fiche(question.fiche);
  if (fiche === null) return repondreQuestion(tour, { certitude: 'aucune', score: 0 });
  return { reponses: [repondreFiche(tour, fiche)], memoire: { fiche: fiche.id } };
};

const choixDe = ({ services }: Tour, ids: readonly string[]): Choix[] =>
  ids.flatMap((id) => {
    const fiche = services.droit.fiche(id);
    return fiche ? [{ titre: fiche.titre, valeur: fiche.titre }] : [];
  });

/** La réponse d'une fiche, avec ses sources, sa date et ses questions liées. */
export const repondreFiche = (tour: Tour, fiche: Fiche): Reponse => {
  const citations = tour.services.droit.citations(fiche, tour.aujourdhui);
  const parties = [
    fiche.reponse,
    fiche.detail,
    messages.RESERVES[fiche.confiance],
    [messages.SOURCES, ...citations.map(ligneSource)].join('\n'),
    messages.verifie(formatJour(fiche.luLe)),
  ];
  return {
    texte: parties.filter((partie) => partie).join('\n\n'),
    citations,
    choix: choixDe(tour, fiche.liees).slice(0, 3),
    avis: { fiche: fiche.id },
  };
};

const ligneSource = (citation: Citation, rang: number): string =>
  messages.source(
    rang + 1,
    citation.libelle,
    citation.lien,
    citation.enVigueurDu === null ? null : formatJour(citation.enVigueurDu),
  );
