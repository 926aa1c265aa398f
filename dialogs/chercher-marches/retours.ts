import type { FiltreMarches } from '../../src/domain/marches.ts';
import type { Issue, Tour } from '../kit/conversation.ts';
import { PAR_PAGE } from './designer.ts';
import * as messages from './messages-analyses.ts';

/** « Bientôt de retour » : contrats réservés ou clausés qui se terminent dans trois à douze mois. */
export const montrerRetours = async (tour: Tour, filtre: FiltreMarches, rang: number): Promise<Issue> => {
  const { services, aujourdhui } = tour;
  const retours = await services.marches.retours(filtre, aujourdhui);
  const secteur = filtre.secteur === null ? null : (services.marches.secteur(filtre.secteur)?.nom ?? null);
  const page = retours.slice(rang, rang + PAR_PAGE);
  const titre = messages.titreRetours(filtre, secteur);
  if (page.length === 0 && retours.length > 0) return { reponses: [{ texte: messages.finRetours }] };
  if (page.length === 0) return { reponses: [{ texte: messages.aucunRetour(titre) }], memoire: { rang: 0 } };
  return {
    reponses: [
      {
        texte: [
          messages.retours(titre, retours.length),
          ...page.map((retour, place) => messages.retour(retour, { numero: rang + place + 1, aujourdhui })),
          messages.commentPrevu,
        ].join('\n\n'),
        ...(retours.length > rang + PAR_PAGE ? { choix: [{ titre: 'La suite', valeur: 'La suite' }] } : {}),
      },
    ],
    memoire: { rang: rang + PAR_PAGE, montres: page.map(({ avis }) => avis.id) },
  };
};
