import { compterJours, type Jour } from '../../src/domain/dates.ts';
import type { Avis, FiltreMarches } from '../../src/domain/marches.ts';
import type { Conversation, Issue, Tour } from '../kit/conversation.ts';
import * as messages from './messages.ts';

const PAR_PAGE = 5;

/** Chercher les avis de marchés réservés par lieu, métier, public et date. */
export const chercherMarches: Conversation = {
  intention: 'chercher-marches',
  async demarrer(tour: Tour) {
    const { memoire, lecture, message, services, aujourdhui } = tour;
    if (lecture.ordre === 'suite' && memoire.filtre) return montrer(tour, memoire.filtre, memoire.rang);
    return montrer(tour, services.marches.lireFiltre(message.texte, aujourdhui), 0);
  },
};

const montrer = async (tour: Tour, filtre: FiltreMarches, rang: number): Promise<Issue> => {
  const { services, aujourdhui } = tour;
  const { trouves, proches, importes } = await services.marches.chercher(filtre, aujourdhui);
  const secteur = filtre.secteur === null ? null : (services.marches.secteur(filtre.secteur)?.nom ?? null);
  const titre = messages.recherche(filtre, secteur);
  if (importes === 0) return { reponses: [{ texte: `${messages.rien(titre)}\n\n${messages.videTotal}` }] };
  if (trouves.length === 0) {
    const suite = proches.length > 0 ? [messages.proches, ...lister(proches.slice(0, 3), aujourdhui)] : [];
    return { reponses: [{ texte: [messages.rien(titre), ...suite].join('\n\n') }], memoire: { filtre, rang: 0 } };
  }
  const page = trouves.slice(rang, rang + PAR_PAGE);
  if (page.length === 0) return { reponses: [{ texte: messages.finie }] };
  const reste = trouves.length > rang + PAR_PAGE;
  return {
    reponses: [
      {
        texte: [messages.trouves(titre, trouves.length), ...lister(page, aujourdhui), messages.prudence].join('\n\n'),
        ...(reste ? { choix: [{ titre: messages.suite, valeur: messages.suite }] } : {}),
      },
    ],
    memoire: { filtre, rang: rang + PAR_PAGE },
  };
};

const lister = (avis: readonly Avis[], aujourdhui: Jour): string[] =>
  avis.map((lu) => messages.avis(lu, lu.dateLimite === null ? null : joursRestants(aujourdhui, lu.dateLimite)));

const joursRestants = (aujourdhui: Jour, limite: Jour): number => compterJours({ du: aujourdhui, au: limite }) - 1;
