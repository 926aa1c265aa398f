import type { Memoire } from '../kit/conversation.ts';
import type { MessageRecu, Reponse } from '../kit/reply.ts';
import type { Services } from '../services.ts';
import * as messages from './messages.ts';

/** Ce qu'on ajoute à l'accueil : une ligne s'il y a des échéances, une fois par jour. */
export const direVisite = async (
  { rappelees }: Memoire,
  message: MessageRecu,
  services: Services,
): Promise<Reponse | null> => {
  const aujourdhui = message.le.slice(0, 10);
  // La coordination a trop de personnes pour qu'un bonjour les passe en revue : elle le demande.
  if (message.compte.role !== 'facilitateur' || rappelees === aujourdhui) return null;
  const echeances = await services.parcours.echeances(message.compte, aujourdhui);
  if (echeances.length === 0) return null;
  return { texte: messages.rappelVisite(echeances), choix: messages.CHOIX_ECHEANCES };
};
