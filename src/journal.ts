import { randomBytes } from 'node:crypto';

/** Note un évènement pour l'exploitant : une ligne JSON sur la sortie d'erreur, jamais ce qu'une personne a écrit. */
export const signaler = (evenement: string, details: Readonly<Record<string, string>> = {}): void => {
  process.stderr.write(`${JSON.stringify({ time: new Date().toISOString(), event: evenement, ...details })}\n`);
};

/** Note une panne et rend la référence à donner à la personne. La pile dit où, sans le message. */
export const signalerPanne = (cause: unknown): string => {
  const reference = randomBytes(4).toString('hex').toUpperCase();
  const pile = cause instanceof Error ? (cause.stack ?? '').split('\n').filter((ligne) => /^\s+at /.test(ligne)) : [];
  const nature = cause instanceof Error ? cause.name : typeof cause;
  signaler('turn-failed', { reference, cause: nature, stack: pile.slice(0, 6).join(' ').replace(/\s+/g, ' ') });
  return reference;
};
