import { createHash, createHmac } from 'node:crypto';
import type { Effet } from '../../dialogs/kit/conversation.ts';
import type { MessageRecu } from '../../dialogs/kit/reply.ts';
import type { Store } from '../store/port.ts';

type EffetTerritoire = Extract<Effet, { type: 'noter-besoin' | 'changer-annuaire' }>;

/** Écrit un besoin ou un changement d'annuaire ; rejoué, il n'écrit rien de plus. */
export const ecrireTerritoire = async (effet: EffetTerritoire, message: MessageRecu, store: Store): Promise<void> => {
  if (effet.type === 'noter-besoin') return noterBesoin(effet, message, store);
  const { changement, amorce } = effet;
  const passage = `${message.canal}/${message.conversation}/${message.id}`;
  const id = createHash('sha256').update(passage).digest('hex').slice(0, 24);
  await store.facilitateurs.put([...amorce, ...changement.entrees.map(({ apres }) => apres)]);
  await store.annuaire.put([{ ...changement, id, le: message.le }]);
};

/** La clé du dépôt rend l'empreinte inutilisable ailleurs : rien ne relie un besoin à qui l'a exprimé. */
const noterBesoin = async (
  { territoire, genre, relais }: Extract<Effet, { type: 'noter-besoin' }>,
  { canal, conversation, le: instant }: MessageRecu,
  store: Store,
): Promise<void> => {
  const le = instant.slice(0, 10);
  const id = createHmac('sha256', store.secret)
    .update(`besoin/${canal}/${conversation}/${territoire}/${le}`)
    .digest('hex')
    .slice(0, 24);
  if ((await store.besoins.find(id)) === null) await store.besoins.put([{ id, territoire, genre, relais, le }]);
};
