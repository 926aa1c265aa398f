import { ETAT_NEUF, Etat } from '../../dialogs/kit/conversation.ts';
import type { MessageRecu, Reponse, Traiter } from '../../dialogs/kit/reply.ts';
import type { Conversations } from '../store/port.ts';

/** Joue un tour et écrit ses effets ; rend l'état à ranger et les réponses. */
export type Jouer = (
  etat: Etat,
  message: MessageRecu,
) => Promise<{ readonly etat: Etat; readonly reponses: readonly Reponse[] }>;

export interface OptionsPipeline {
  readonly conversations: Conversations;
  readonly jouer: Jouer;
  /** Note la panne, sans donnée personnelle ; rend la référence à donner à la personne. */
  readonly signaler: (cause: unknown) => string;
}

/** Activités retenues par conversation pour reconnaître une redistribution après un redémarrage. */
const ACTIVITES_RETENUES = 50;
/** Réponses gardées en mémoire pour les redire à un canal qui redemande. */
const REPONSES_RETENUES = 2000;
const ESSAIS = 3;

/**
 * Fait passer chaque message une seule fois, et ceux d'une conversation un par un, dans l'ordre.
 * Ne lève jamais : une panne devient une excuse en français, et l'état reste celui d'avant.
 */
export const createTraiter = (options: OptionsPipeline): Traiter => {
  const enCours = new Map<string, Promise<readonly Reponse[]>>();
  const files = new Map<string, Promise<unknown>>();
  return (message) => {
    const cle = `${message.canal}\u001f${message.conversation}\u001f${message.id}`;
    const deja = enCours.get(cle);
    if (deja) return deja;
    const conversation = `${message.canal}\u001f${message.conversation}`;
    const avant = files.get(conversation) ?? Promise.resolve();
    const reponses = avant.then(() => jouerUnTour(message, options));
    enCours.set(cle, reponses);
    oublierAnciens(enCours);
    const file = reponses.finally(() => {
      if (files.get(conversation) === file) files.delete(conversation);
    });
    files.set(conversation, file);
    return reponses;
  };
};

const oublierAnciens = (enCours: Map<string, unknown>): void => {
  for (const cle of enCours.keys()) {
    if (enCours.size <= REPONSES_RETENUES) return;
    enCours.delete(cle);
  }
};

const jouerUnTour = async (message: MessageRecu, options: OptionsPipeline): Promise<readonly Reponse[]> => {
  try {
    for (let essai = 1; essai <= ESSAIS; essai += 1) {
      const reponses = await essayer(message, options);
      if (reponses) return reponses;
    }
    throw new Error('état de conversation écrit ailleurs à chaque essai');
  } catch (cause) {
    return [{ texte: excuses(options.signaler(cause)) }];
  }
};

/** Rend null si un autre a écrit l'état entre-temps : il faut rejouer. */
const essayer = async (message: MessageRecu, options: OptionsPipeline): Promise<readonly Reponse[] | null> => {
  const { conversations, jouer } = options;
  const cle = `${message.canal}/${message.conversation}`;
  const range = await conversations.find(cle);
  const etat = lireEtat(range?.etat);
  if (etat.traites.includes(message.id)) return [];
  const resultat = await jouer(etat, message);
  const traites = [...etat.traites, message.id].slice(-ACTIVITES_RETENUES);
  const revision = range?.revision ?? 0;
  const suivant = { revision: revision + 1, etat: { ...resultat.etat, traites } };
  return (await conversations.write(cle, suivant, revision)) ? resultat.reponses : null;
};

/** Un état d'une version inconnue repart à neuf, sans oublier ce qui a déjà été traité. */
const lireEtat = (range: unknown): Etat => {
  const lu = Etat.safeParse(range);
  return lu.success ? lu.data : ETAT_NEUF;
};

const excuses = (reference: string): string =>
  `Je suis désolée, je n’ai pas pu traiter ce message. Rien n’est perdu : réessayez dans un instant, et donnez la référence **${reference}** à la personne qui administre Clausette si cela continue.`;
