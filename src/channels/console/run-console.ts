import { randomUUID } from 'node:crypto';
import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import type { MessageRecu, Traiter } from '../../../dialogs/kit/reply.ts';
import type { Compte } from '../../domain/roles.ts';
import { ecrireHeureLocale } from '../heure-locale.ts';
import { type Bouton, boutonsDe, rendreBoutons, rendreTexte } from './texte.ts';

/** Ce dont la conversation en console a besoin. */
export interface ConsoleOptions {
  readonly traiter: Traiter;
  readonly compte: Compte;
  readonly input: Readable;
  readonly output: Writable;
  readonly maintenant?: () => Date;
}

const SORTIES = new Set(['quitter', 'exit', 'quit']);
const INVITE = 'Vous > ';

/** Ce que la ligne tapée désigne : un numéro de bouton, ou elle-même. */
const lireLigne = (ligne: string, boutons: readonly Bouton[]): Pick<MessageRecu, 'texte' | 'donnees'> => {
  const bouton = /^\d{1,2}$/.test(ligne) ? boutons[Number(ligne) - 1] : undefined;
  if (bouton === undefined) return { texte: ligne };
  return { texte: bouton.valeur, ...(bouton.donnees === undefined ? {} : { donnees: bouton.donnees }) };
};

/** Tient une conversation ligne à ligne ; finit avec l'entrée, ou sur « quitter ». */
export const runConsole = async (options: ConsoleOptions): Promise<void> => {
  const { traiter, compte, input, output, maintenant = () => new Date() } = options;
  const conversation = `console-${randomUUID()}`;
  let boutons: readonly Bouton[] = [];

  const echanger = async (contenu: Pick<MessageRecu, 'texte' | 'donnees' | 'arrivee'>): Promise<void> => {
    const base = { id: randomUUID(), conversation, canal: 'console', compte, le: ecrireHeureLocale(maintenant()) };
    const reponses = await traiter({ ...base, ...contenu });
    for (const reponse of reponses) output.write(`\n${rendreTexte(reponse)}\n`);
    boutons = reponses.flatMap(boutonsDe);
    if (boutons.length > 0) output.write(`\n${rendreBoutons(boutons)}\n`);
    output.write('\n');
    inviter();
  };

  const terminal = 'isTTY' in input && input.isTTY === true;
  const lignes = createInterface({ input, output, terminal, prompt: INVITE });
  // L'itérateur est pris avant tout : une entrée déjà finie perdrait sinon ses lignes pendant l'accueil.
  const suite = lignes[Symbol.asyncIterator]();
  // Une entrée redirigée finit avant que ses lignes soient lues : depuis Node 24, `prompt` refuse alors.
  let finie = false;
  lignes.once('close', () => {
    finie = true;
  });
  const inviter = (): void => (finie ? void output.write(INVITE) : lignes.prompt());
  await echanger({ texte: '', arrivee: true });
  for await (const brute of suite) {
    const ligne = brute.trim();
    if (SORTIES.has(ligne.toLowerCase())) break;
    if (ligne === '') inviter();
    else await echanger(lireLigne(ligne, boutons));
  }
  lignes.close();
  output.write('\n');
};
