import type { Avis } from '../../src/domain/marches.ts';
import type { Tour } from '../kit/conversation.ts';

/** Numéro d'un avis au BOAMP. */
export const NUMERO = /\b\d{2}-\d{3,6}\b/;

/** L'avis nommé par son numéro, son rang, ou le seul montré. */
export const viser = async ({ services, message, memoire }: Tour): Promise<Avis | null> => {
  const numero = NUMERO.exec(message.texte)?.[0];
  if (numero !== undefined) return services.marches.trouver(`boamp:${numero}`);
  const { montres } = memoire;
  const rang = services.marches.lireSuiteAvis(message.texte)?.rang ?? services.marches.lireRang(message.texte);
  // Les numéros montrés continuent d'une page à l'autre.
  const premier = Math.max(memoire.rang - PAR_PAGE, 0);
  const seul = montres.length === 1 ? montres[0] : undefined;
  const id = rang === null ? seul : (montres[rang - 1 - premier] ?? montres[rang - 1]);
  return id === undefined ? null : services.marches.trouver(id);
};

/** Avis montrés d'un coup. */
export const PAR_PAGE = 5;
