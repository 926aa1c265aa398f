import { lireDemandeDefinition } from '../../src/domain/droit/definition.ts';
import { estSansQuestion, lireDemandeDetail, lireSuiteArticle } from '../../src/domain/droit/demande.ts';
import { lireRelance } from '../../src/domain/droit/relance.ts';
import type { LectureQuestion } from '../../src/domain/droit.ts';
import { EXEMPLES } from '../accueil/messages.ts';
import type { Conversation, Effet, Issue, Tour } from '../kit/conversation.ts';
import { repondreArticle } from './article.ts';
import { repondreDefinition, repondreDifference } from './definition.ts';
import { choixDe, repondreAvecSituation, repondreDetail, repondreRelance } from './fiche.ts';
import * as messages from './messages.ts';
import { repondrePlusieurs } from './plusieurs.ts';
import { exigerLeMot, preciser, situationDe } from './precision.ts';

export { repondreFiche } from './fiche.ts';

/** Répondre d'un article, d'un terme ou d'une fiche, proposer deux ou trois questions, ou savoir se taire. */
export const questionJuridique: Conversation = {
  intention: 'question-juridique',
  async demarrer(tour: Tour) {
    const { droit } = tour.services;
    const { texte } = tour.message;
    const { question } = tour.lecture;
    const detail = tour.lecture.ordre === 'suite' ? { titre: null } : lireDemandeDetail(texte);
    if (detail) return deplier(tour, detail.titre);
    const relance = tour.memoire.fiche === null ? null : lireRelance(texte);
    const dont = tour.memoire.fiche === null ? null : droit.fiche(tour.memoire.fiche);
    if (relance && dont) return { reponses: [repondreRelance(tour, dont, relance)], memoire: { fiche: dont.id } };
    // Un bouton renvoie le titre d'une fiche : rien à interpréter.
    if (question.certitude === 'sure' && droit.fiche(question.fiche)?.titre === texte.trim())
      return repondreQuestion(tour, question);
    if (estSansQuestion(texte)) return { reponses: [{ texte: messages.queVoulezVous, choix: EXEMPLES }] };
    const consultation = droit.consulter(ancienArticle(tour) ?? texte);
    if (consultation) return repondreArticle(tour, consultation);
    const terme = droit.definir(texte);
    // La fiche dont on parlait ne définit pas un autre mot.
    if (terme) return repondreDefinition(tour, terme, droit.chercher(texte, null));
    const termes = droit.comparer(texte);
    if (termes && !compare(tour, question)) return repondreDifference(tour, termes);
    const demande = lireDemandeDefinition(texte);
    if (demande !== null) return repondreQuestion(tour, exigerLeMot(tour, demande, question));
    const questions = droit.decouper(texte);
    return (questions.length > 1 ? repondrePlusieurs(tour, questions) : null) ?? repondreQuestion(tour, question);
  },
};

/** « Et le 15 ? » après l'article 14 : la même série, dite en entier. */
const ancienArticle = ({ memoire, message }: Tour): string | null => {
  const numero = lireSuiteArticle(message.texte);
  if (numero === null) return null;
  if (memoire.fiche?.startsWith('ancien-article-')) return messages.articleCmp(numero);
  return memoire.fiche?.startsWith('ancien-ordonnance-') ? messages.articleOrdonnance(numero) : null;
};

/** Le développement de la fiche nommée, ou de celle dont on parlait. */
const deplier = (tour: Tour, titre: string | null): Issue => {
  const { droit } = tour.services;
  const nommee = titre === null ? null : droit.chercher(titre, null);
  const id = nommee?.certitude === 'sure' ? nommee.fiche : tour.memoire.fiche;
  const fiche = id === null ? null : droit.fiche(id);
  return fiche === null
    ? { reponses: [{ texte: messages.plusDeQuoi, choix: EXEMPLES }] }
    : { reponses: [repondreDetail(tour, fiche)], memoire: { fiche: fiche.id } };
};

/** Vrai si la fiche reconnue répond elle-même de la différence. */
const compare = ({ services }: Tour, question: LectureQuestion): boolean =>
  question.certitude === 'sure' && /différence|distingu/i.test(services.droit.fiche(question.fiche)?.titre ?? '');

const repondreQuestion = (tour: Tour, lue: LectureQuestion): Issue => {
  const { services, message } = tour;
  const question = preciser(tour, message.texte, lue);
  if (question.certitude === 'aucune') {
    const porte = question.exterieur === undefined ? null : services.droit.porte(question.exterieur);
    const texte = porte === null ? messages.aucune : messages.horsDomaine(porte);
    return { reponses: [{ texte, choix: EXEMPLES }], effets: [noter(message.texte, question)] };
  }
  if (question.certitude === 'hesitante')
    return {
      reponses: [{ texte: messages.hesitation, choix: choixDe(tour, question.fiches) }],
      effets: [noter(message.texte, question)],
    };
  const fiche = services.droit.fiche(question.fiche);
  if (fiche === null) return repondreQuestion(tour, { certitude: 'aucune', score: 0 });
  const situation = situationDe(tour);
  const reponse = repondreAvecSituation(tour, fiche, situation);
  const inconnus = services.droit.inconnus(message.texte);
  const texte = inconnus.length > 0 ? `${messages.attentionInconnu(inconnus)}\n\n${reponse.texte}` : reponse.texte;
  return {
    reponses: [{ ...reponse, texte }],
    memoire: { fiche: fiche.id, situation: situation.montant === null ? null : situation },
  };
};

const noter = (texte: string, question: Exclude<LectureQuestion, { certitude: 'sure' }>): Effet => ({
  type: 'noter-question',
  texte,
  certitude: question.certitude,
  fiches: question.certitude === 'hesitante' ? question.fiches : [],
});
