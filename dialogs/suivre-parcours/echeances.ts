import type { Echeance } from '../../src/domain/parcours/echeances.ts';
import type { Issue, Tour } from '../kit/conversation.ts';
import { ouvrir } from './etapes.ts';
import * as messages from './messages.ts';

const ECHEANCES_MONTREES = 15;

/** Liste ce qui est dû, puis pose la première question de suivi. */
export const direEcheances = async (tour: Tour): Promise<Issue> => {
  const { services, message, aujourdhui } = tour;
  const echeances = await services.parcours.echeances(message.compte, aujourdhui);
  if (echeances.length === 0) return { reponses: [{ texte: messages.aucuneEcheance }] };
  const lignes = echeances.slice(0, ECHEANCES_MONTREES).map(messages.ligneEcheance);
  return poserSuivi({ reponses: [{ texte: messages.echeances(lignes, echeances.length) }] }, echeances);
};

/** Après une réponse, la question suivante s'il y en a une. */
export const enchainer = async (tour: Tour, issue: Issue, faite: string): Promise<Issue> => {
  const { services, message, aujourdhui } = tour;
  const echeances = await services.parcours.echeances(message.compte, aujourdhui);
  return poserSuivi(
    issue,
    // La réponse n'est écrite qu'à la fin du tour : cette personne n'est plus à demander.
    echeances.filter(({ personne }) => personne !== faite),
  );
};

const poserSuivi = (issue: Issue, echeances: readonly Echeance[]): Issue => {
  const suivi = echeances.find((echeance) => echeance.type === 'suivi');
  if (suivi?.type !== 'suivi') return issue;
  const attendue = { personne: suivi.personne, mois: suivi.mois, le: suivi.sortie };
  const question = { texte: messages.ouEnEst(attendue), choix: messages.choixSituation(true) };
  return { ...issue, reponses: [...issue.reponses, question], ouverte: ouvrir('situer', attendue) };
};
