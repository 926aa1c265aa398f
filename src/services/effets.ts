import { createHash } from 'node:crypto';
import type { Effet } from '../../dialogs/kit/conversation.ts';
import type { MessageRecu } from '../../dialogs/kit/reply.ts';
import type { Fiche } from '../domain/droit.ts';
import { masquer } from '../domain/masque.ts';
import type { Store } from '../store/port.ts';
import { ecrireTerritoire } from './effets-territoire.ts';

export interface SourcesEffets {
  readonly store: Store;
  readonly fiche: (id: string) => Fiche | null;
  /** Mot du métier ou d'un lieu, qui n'est pas un nom de personne. */
  readonly motConnu: (mot: string) => boolean;
}

const LONGUEUR_NOTEE = 400;

/** Écrit ce qu'un tour demande ; rejoué, il n'écrit rien de plus. */
export const ecrireEffets = async (
  effets: readonly Effet[],
  message: MessageRecu,
  { store, fiche, motConnu }: SourcesEffets,
): Promise<void> => {
  const id = createHash('sha256')
    .update(`${message.canal}/${message.conversation}/${message.id}`)
    .digest('hex')
    .slice(0, 24);
  for (const [rang, effet] of effets.entries()) {
    if (effet.type === 'ecrire-heures') {
      await store.registre.append(effet.ecritures);
    } else if (effet.type === 'ecrire-parcours') {
      await store.parcours.put(effet.faits);
    } else if (effet.type === 'nommer') {
      const { structure, personne, libelle } = effet;
      if (libelle === null) await store.libelles.remove(personne, structure);
      else await store.libelles.put(structure, personne, libelle);
    } else if (effet.type === 'noter-question') {
      const texte = masquer(effet.texte, motConnu).slice(0, LONGUEUR_NOTEE);
      await store.questions.put([
        {
          id: rang === 0 ? id : `${id}-${rang}`,
          texte,
          certitude: effet.certitude,
          fiches: [...effet.fiches],
          le: message.le,
        },
      ]);
    } else if (effet.type === 'ranger-alertes') {
      await store.alertes.put(effet.alertes);
    } else if (effet.type === 'noter-besoin' || effet.type === 'changer-annuaire') {
      await ecrireTerritoire(effet, message, store);
    } else {
      const luLe = fiche(effet.fiche)?.luLe;
      if (luLe !== undefined)
        await store.avisFiches.put([{ id, fiche: effet.fiche, luLe, reaction: effet.reaction, le: message.le }]);
    }
  }
};
