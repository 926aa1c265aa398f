import { randomBytes } from 'node:crypto';

/** Signale un évènement à l'exploitant : des mots de machine, jamais ce que la personne a écrit. */
export type Signaler = (evenement: string, details: Readonly<Record<string, string>>) => void;

/** Référence courte, lisible au téléphone, qui relie des excuses au journal. */
export const createReference = (): string => randomBytes(4).toString('hex').toUpperCase();

/** Nature d'une panne, sans message : un message d'erreur peut citer ce qui a été tapé. */
export const natureDe = (cause: unknown): string => (cause instanceof Error ? cause.name : typeof cause);
