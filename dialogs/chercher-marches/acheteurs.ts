import type { FiltreMarches } from '../../src/domain/marches.ts';
import type { Issue, Tour } from '../kit/conversation.ts';
import { titrer } from './avis.ts';
import * as messages from './messages-analyses.ts';

const MONTRES = 10;

/** « Qui achète du nettoyage en réservé ? » : les acheteurs, le plus actif d'abord. */
export const montrerAcheteurs = async (tour: Tour, filtre: FiltreMarches, rang: number): Promise<Issue> => {
  const tous = { ...filtre, etat: 'tous' as const };
  const acheteurs = await tour.services.marches.acheteurs(tous, tour.aujourdhui);
  const titre = titrer(tour, tous);
  const page = acheteurs.slice(rang, rang + MONTRES);
  const reste = acheteurs.length > rang + MONTRES;
  const titres = { titre, nombre: acheteurs.length, suite: rang > 0 };
  const texte = page.length === 0 ? messages.sansAcheteur(titres) : messages.pageAcheteurs(titres, page);
  return {
    reponses: [{ texte, ...(reste ? { choix: [{ titre: 'La suite', valeur: 'La suite' }] } : {}) }],
    memoire: { filtre: tous, rang: rang + MONTRES },
  };
};
