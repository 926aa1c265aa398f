import type { Conversation, Issue, Tour } from '../kit/conversation.ts';
import { repondreFiche } from '../question-juridique/dialog.ts';
import * as messages from './messages.ts';

/** Fiche qui fonde les deux conventions d'équivalent temps plein. */
const FICHE_ETP = 'etp-conversion-heures';

/** Convertir des heures en équivalents temps plein, et l'inverse. */
export const calculerHeures: Conversation = {
  intention: 'calculer-heures',
  async demarrer(tour: Tour): Promise<Issue> {
    const calcul = tour.lecture.etp;
    const fiche = tour.services.droit.fiche(FICHE_ETP);
    if (calcul === null || fiche === null) return { reponses: [] };
    const resultat = 'heures' in calcul ? messages.versEtp(calcul.heures) : messages.depuisEtp(calcul.etp);
    const reponse = repondreFiche(tour, fiche);
    return {
      reponses: [{ ...reponse, texte: `${resultat}\n\n${reponse.texte}` }],
      memoire: { fiche: fiche.id },
    };
  },
};
