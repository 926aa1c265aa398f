import type { Issue, Tour } from '../kit/conversation.ts';
import { joursDe } from './avis.ts';
import { viser } from './designer.ts';
import * as messages from './messages.ts';
import * as reponse from './messages-reponse.ts';
import { aiderARepondre, quiAppeler } from './repondre.ts';

/** La suite d'une liste d'avis : un avis en entier, comment y répondre, ou qui appeler. */
export const poursuivreAvis = async (tour: Tour): Promise<Issue | null> => {
  const { services, message, memoire } = tour;
  if (memoire.montres.length === 0) return null;
  const suite = services.marches.lireSuiteAvis(message.texte);
  if (suite === null) return null;
  if (suite.type === 'repondre') return aiderARepondre(tour);
  const avis = await viser(tour);
  if (avis === null) return { reponses: [{ texte: reponse.lequel(memoire.montres.length) }] };
  if (suite.type === 'contact')
    return { reponses: [{ texte: `${reponse.titreContact(avis)}\n\n${await quiAppeler(tour, avis)}` }] };
  const repondre = messages.commentRepondre(suite.rang ?? 1);
  return {
    reponses: [
      {
        texte: messages.avisEntier(avis, {
          jours: joursDe(tour, avis),
          numero: suite.rang ?? 1,
          agenda: message.canal === 'directline',
        }),
        choix: [{ titre: repondre, valeur: repondre }],
      },
    ],
  };
};
