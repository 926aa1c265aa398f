import { randomUUID } from 'node:crypto';
import type { MessageRecu } from '../../../dialogs/kit/reply.ts';
import type { Compte } from '../../domain/roles.ts';
import { lireAvisTeams } from '../avis.ts';
import { type ActiviteEntrante, lireSoumission, retirerMentions } from '../entree.ts';
import { lireHeureLocale } from '../heure-locale.ts';

const estPersonnelle = ({ conversation }: ActiviteEntrante): boolean =>
  conversation.isGroup !== true && (conversation.conversationType ?? 'personal') === 'personal';

/** Conversation suivie : à plusieurs, chacun garde la sienne, pour que personne ne valide la saisie d'un autre. */
const conversationDe = (activite: ActiviteEntrante): string =>
  estPersonnelle(activite) ? activite.conversation.id : `${activite.conversation.id}|${activite.from.id}`;

/** Vrai quand l'ajout annonce une arrivée : à plusieurs, seule celle du robot compte. */
const annonceUneArrivee = (activite: ActiviteEntrante): boolean => {
  const ajouts = activite.membersAdded ?? [];
  return estPersonnelle(activite) ? ajouts.length > 0 : ajouts.some(({ id }) => id === activite.recipient?.id);
};

type Contenu = Pick<MessageRecu, 'id' | 'texte' | 'donnees' | 'arrivee'>;

const contenuDe = (activite: ActiviteEntrante): Contenu | null => {
  const id = `${activite.conversation.id}|${activite.id ?? randomUUID()}`;
  switch (activite.type) {
    case 'message': {
      const { donnees, texte } = lireSoumission(activite.value);
      const lu = texte ?? retirerMentions(activite);
      return { id, texte: lu, ...(donnees === undefined ? {} : { donnees }) };
    }
    case 'conversationUpdate':
      // L'identifiant ne dépend que de la conversation : l'accueil n'est dit qu'une fois.
      return annonceUneArrivee(activite)
        ? { id: `${activite.conversation.id}|arrivee`, texte: '', arrivee: true }
        : null;
    case 'invoke': {
      const donnees = lireAvisTeams(activite);
      return donnees === null ? null : { id, texte: '', donnees };
    }
    default:
      return null;
  }
};

/** Construit le message d'une activité authentifiée ; `null` quand il n'y a rien à traiter. */
export const lireMessage = (
  activite: ActiviteEntrante,
  { compte, maintenant }: { readonly compte: Compte; readonly maintenant: Date },
): MessageRecu | null => {
  const contenu = contenuDe(activite);
  if (contenu === null) return null;
  return {
    ...contenu,
    conversation: conversationDe(activite),
    canal: activite.channelId,
    compte,
    le: lireHeureLocale(activite, maintenant),
  };
};
