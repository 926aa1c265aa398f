import type { MessageRecu, Reponse, Traiter } from '../../../dialogs/kit/reply.ts';
import type { CanalMarches } from '../../domain/marches/canal.ts';
import { versActivites } from '../activite.ts';
import type { MemoireAvis } from '../avis.ts';
import type { ActiviteEntrante } from '../entree.ts';
import type { TrouverCompte } from '../identite.ts';
import { createReference, natureDe, type Signaler } from '../journal.ts';
import { excuses } from '../messages.ts';
import type { Tour } from './adaptateur.ts';
import { lireCanal } from './canal.ts';
import type { Credentials } from './credentials.ts';
import { lireMessage } from './message.ts';

export interface Outils {
  readonly traiter: Traiter;
  readonly trouverCompte: TrouverCompte;
  readonly credentials: Credentials | null;
  readonly signaler: Signaler;
  readonly maintenant: () => Date;
  readonly memoire: MemoireAvis;
  /** Garde de quoi écrire plus tard à cette conversation, si elle l'a demandé par une alerte. */
  readonly retenirCanal?: ((canal: CanalMarches) => Promise<void>) | undefined;
}

type Contexte = Parameters<Tour>[0];

/** Identité prouvée : avec des identifiants, seul Teams, et dans notre organisation, garantit l'aadObjectId. */
const identiteProuvee = ({ from, channelId, conversation }: ActiviteEntrante, credentials: Credentials | null) => {
  const aad = from.aadObjectId ?? null;
  if (credentials === null) return aad;
  const chezNous = conversation.tenantId === credentials.MicrosoftAppTenantId;
  return channelId === 'msteams' && chezNous ? aad : null;
};

/** Joint à un avis la fiche du message jugé, quand nous l'avons envoyée depuis le démarrage. */
const completerAvis = (activite: ActiviteEntrante, memoire: MemoireAvis): Readonly<Record<string, string>> => {
  const fiche = activite.type === 'invoke' ? memoire.retrouver(activite.replyToId ?? '') : undefined;
  return fiche === undefined ? {} : { fiche };
};

const repondre = async (activite: ActiviteEntrante, outils: Outils): Promise<readonly Reponse[]> => {
  try {
    const compte = await outils.trouverCompte(identiteProuvee(activite, outils.credentials));
    const message = lireMessage(activite, { compte, maintenant: outils.maintenant() });
    if (message === null) return [];
    const donnees = message.donnees && { ...message.donnees, ...completerAvis(activite, outils.memoire) };
    const reponses = await outils.traiter(donnees === undefined ? message : { ...message, donnees });
    await retenirCanal(activite, message, outils);
    return reponses;
  } catch (cause) {
    const reference = createReference();
    outils.signaler('turn-failed', { reference, cause: natureDe(cause) });
    return [{ texte: excuses(reference) }];
  }
};

/** Ne pas pouvoir garder l'adresse ne prive personne de sa réponse. */
const retenirCanal = async (activite: ActiviteEntrante, message: MessageRecu, outils: Outils): Promise<void> => {
  if (message.canal !== 'msteams') return;
  try {
    await outils.retenirCanal?.(lireCanal(activite, message));
  } catch (cause) {
    outils.signaler('channel-not-kept', { cause: natureDe(cause) });
  }
};

const envoyer = async (contexte: Contexte, reponse: Reponse, { credentials, memoire }: Outils): Promise<void> => {
  const bouton = credentials === null ? 'discret' : 'messageBack';
  const envois = await contexte.sendActivities(versActivites(reponse, { canal: contexte.activity.channelId, bouton }));
  for (const envoi of envois) if (reponse.avis && envoi?.id) memoire.retenir(envoi.id, reponse.avis.fiche);
};

/** Ce qu'il advient d'un tour : l'appelant répond autrement selon qu'il a commencé et que le canal a reçu la réponse. */
export interface Deroulement {
  readonly jouer: Tour;
  readonly etat: () => 'attendu' | 'commence' | 'envoi-impossible';
}

/** Joue le tour d'une activité authentifiée ; une panne s'excuse avec une référence et n'échappe pas. */
export const createTour = (activite: ActiviteEntrante, outils: Outils): Deroulement => {
  let etat: ReturnType<Deroulement['etat']> = 'attendu';

  const jouer: Tour = async (contexte) => {
    etat = 'commence';
    const reponses = await repondre(activite, outils);
    if (activite.type === 'invoke') {
      // Teams remercie lui-même d'un avis, et attend l'acquittement sans délai : rien d'autre n'est envoyé.
      if (activite.name === 'message/submitAction') {
        await contexte.sendActivity({ type: 'invokeResponse', value: { status: 200, body: {} } });
      }
      return;
    }
    try {
      for (const reponse of reponses) await envoyer(contexte, reponse, outils);
    } catch (cause) {
      etat = 'envoi-impossible';
      outils.signaler('reply-not-delivered', { cause: natureDe(cause) });
    }
  };

  return { jouer, etat: () => etat };
};
