import { VISITEUR } from '../../src/domain/roles.ts';
import type { MessageRecu } from '../kit/reply.ts';

/** À qui est une alerte : au compte s'il est prouvé, sinon à la conversation. */
export const proprietaireDe = ({ compte, canal, conversation }: MessageRecu): string =>
  compte.id === VISITEUR.id ? `conversation:${canal}/${conversation}` : `compte:${compte.id}`;
