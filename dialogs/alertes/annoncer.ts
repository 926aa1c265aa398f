import { retenir } from '../../src/domain/marches/alertes.ts';
import type { Effet, Etat } from '../kit/conversation.ts';
import type { MessageRecu, Reponse } from '../kit/reply.ts';
import type { Services } from '../services.ts';
import * as messages from './messages.ts';
import { proprietaireDe } from './proprietaire.ts';

interface Resultat {
  readonly etat: Etat;
  readonly reponses: readonly Reponse[];
  readonly effets: readonly Effet[];
}

/** Ajoute à la réponse ce que les alertes ont de neuf, une seule fois, et jamais au milieu d'une saisie. */
export const annoncerNouvelles = async <T extends Resultat>(
  resultat: T,
  message: MessageRecu,
  services: Services,
): Promise<T> => {
  const occupee = resultat.etat.ouvertes.some(({ conversation }) => conversation === 'declarer-heures');
  const dejaDites = resultat.effets.some(({ type }) => type === 'ranger-alertes');
  if (occupee || dejaDites) return resultat;
  const nouvelles = await services.marches.nouvelles(proprietaireDe(message), message.le.slice(0, 10));
  if (nouvelles.length === 0) return resultat;
  const alertes = nouvelles.map((lue) => retenir(lue.alerte, lue.nouvelles));
  return {
    ...resultat,
    reponses: [...resultat.reponses, { texte: messages.nouvelles(nouvelles) }],
    effets: [...resultat.effets, { type: 'ranger-alertes', alertes }],
  };
};
