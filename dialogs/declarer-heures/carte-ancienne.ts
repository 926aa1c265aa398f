import type { Tour } from '../kit/conversation.ts';
import type { Reponse } from '../kit/reply.ts';
import { idSaisie } from './enregistrer.ts';
import type { EnAttente } from './etapes.ts';
import * as cartes from './messages-carte.ts';

/** Dit ce qu'est devenue la saisie d'une vieille carte : enregistrée, abandonnée, en attente, ou on ne sait plus. */
export const direCarteAncienne = async (
  tour: Tour,
  cle: string | undefined,
  enAttente: EnAttente = [],
): Promise<Reponse> => {
  if (cle === undefined) return { texte: cartes.carteAncienne };
  if (enAttente.some((brouillon) => brouillon.cle === cle)) return { texte: cartes.carteEnAttente };
  if (tour.memoire.abandons.includes(cle)) return { texte: cartes.carteAbandonnee };
  const connue = await tour.services.registre.connue(idSaisie(tour, cle, 0));
  return { texte: connue ? cartes.carteEnregistree : cartes.carteAncienne };
};
