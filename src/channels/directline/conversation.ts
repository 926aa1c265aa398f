import { randomUUID } from 'node:crypto';
import type { MessageRecu, Reponse } from '../../../dialogs/kit/reply.ts';
import { versActivites } from '../activite.ts';
import { lireAvisWebChat } from '../avis.ts';
import { ecrireHeureLocale, lireHeureLocale } from '../heure-locale.ts';
import { createReference, natureDe } from '../journal.ts';
import { excuses } from '../messages.ts';
import { type ActivitePostee, lireParole, type Parole } from './entree.ts';
import type { ActiviteDirectLine, Fil } from './historique.ts';
import type { Jeton } from './jetons.ts';
import type { Outils } from './outils.ts';

const CANAL = 'directline';
const ROBOT = { id: 'clausette', name: 'Clausette', role: 'bot' } as const;

const estampiller = (jeton: Jeton, { maintenant }: Outils) => ({
  timestamp: maintenant().toISOString(),
  channelId: CANAL,
  conversation: { id: jeton.conv },
});

const publier = (fil: Fil, jeton: Jeton, { outils, reponses }: { outils: Outils; reponses: readonly Reponse[] }) => {
  for (const activite of reponses.flatMap((reponse) => versActivites(reponse, { canal: CANAL }))) {
    fil.ajouter({ ...activite, ...estampiller(jeton, outils), id: `${jeton.conv}|${randomUUID()}`, from: ROBOT });
  }
};

const jouer = async (fil: Fil, jeton: Jeton, suite: { outils: Outils; message: Omit<MessageRecu, 'compte'> }) => {
  const { outils, message } = suite;
  try {
    const compte = await outils.trouverCompte(jeton.compte);
    const reponses = await outils.traiter({ ...message, compte });
    publier(fil, jeton, {
      outils,
      reponses: message.arrivee ? reponses.map(({ choix: _, ...reste }) => reste) : reponses,
    });
  } catch (cause) {
    const reference = createReference();
    outils.signaler('turn-failed', { reference, cause: natureDe(cause) });
    publier(fil, jeton, { outils, reponses: [{ texte: excuses(reference) }] });
  }
};

/**
 * Dit bonjour à l'ouverture ; l'identifiant fixe fait que l'accueil n'est dit qu'une fois.
 * La page propose déjà ses exemples : l'accueil n'y répète pas les siens.
 */
export const accueillir = (fil: Fil, jeton: Jeton, outils: Outils): Promise<void> =>
  jouer(fil, jeton, {
    outils,
    message: {
      id: `${jeton.conv}|arrivee`,
      conversation: jeton.conv,
      canal: CANAL,
      texte: '',
      arrivee: true,
      le: ecrireHeureLocale(outils.maintenant()),
    },
  });

const echo = (jeton: Jeton, parole: Parole, { id, postee, outils }: Postee): ActiviteDirectLine => {
  const clientActivityID = postee.channelData?.clientActivityID;
  return {
    type: 'message',
    id,
    ...estampiller(jeton, outils),
    from: { id: jeton.user, role: 'user' },
    text: parole.affiche,
    textFormat: 'plain',
    locale: 'fr-FR',
    // Web Chat reconnaît à ce numéro le message qu'il montre déjà.
    ...(clientActivityID === undefined ? {} : { channelData: { clientActivityID } }),
  };
};

interface Postee {
  readonly id: string;
  readonly postee: ActivitePostee;
  readonly outils: Outils;
}

/** Transmet un avis ; Web Chat montre lui-même qu'il est pris, la réponse n'est pas publiée. */
const noter = (jeton: Jeton, { id, postee, outils }: Postee): void => {
  const donnees = lireAvisWebChat(postee);
  if (donnees === null) return;
  const le = lireHeureLocale(postee, outils.maintenant());
  const message = { id, conversation: jeton.conv, canal: CANAL, texte: '', donnees, le };
  Promise.resolve(outils.trouverCompte(jeton.compte))
    .then((compte) => outils.traiter({ ...message, compte }))
    .catch((cause) => outils.signaler('turn-failed', { reference: createReference(), cause: natureDe(cause) }));
};

/** Identifiant d'une activité : le même envoi répété garde le même, pour n'être traité qu'une fois. */
export const identifier = (jeton: Jeton, postee: ActivitePostee): string =>
  `${jeton.conv}|${postee.channelData?.clientActivityID ?? randomUUID()}`;

/**
 * Accepte une activité postée : l'écho est publié aussitôt, les réponses suivent dans le fil.
 * Rend `false` quand le message ne dit rien.
 */
export const accepter = (fil: Fil, jeton: Jeton, postee: Postee): boolean => {
  const { id, outils } = postee;
  if (postee.postee.type === 'event') noter(jeton, postee);
  if (postee.postee.type !== 'message') return true;
  const parole = lireParole(postee.postee);
  if (parole === null) return false;
  if (fil.contient(id)) return true;
  fil.ajouter(echo(jeton, parole, postee));
  void jouer(fil, jeton, {
    outils,
    message: {
      id,
      conversation: jeton.conv,
      canal: CANAL,
      texte: parole.texte,
      ...(parole.donnees === undefined ? {} : { donnees: parole.donnees }),
      le: lireHeureLocale(postee.postee, outils.maintenant()),
    },
  });
  return true;
};
