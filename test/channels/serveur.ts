import type { AddressInfo } from 'node:net';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { MessageRecu, Reponse } from '../../dialogs/kit/reply.ts';
import { createBotFramework } from '../../src/channels/botframework/bot-framework.ts';
import type { Credentials } from '../../src/channels/botframework/credentials.ts';
import { createDirectLine } from '../../src/channels/directline/direct-line.ts';
import type { RateLimit } from '../../src/channels/limite.ts';
import type { Compte } from '../../src/domain/roles.ts';
import { createServer } from '../../src/web/server.ts';

export const FACILITATRICE = '00000000-0000-4000-8000-00000000f001';
export const SECRET = 'secret-de-test-assez-long';

export const compteDe = (aad: string | null): Compte =>
  aad === FACILITATRICE
    ? { id: aad, role: 'facilitateur', libelle: 'Facilitatrice', structure: null }
    : { id: aad ?? 'visiteur', role: 'visiteur', libelle: 'Visiteur', structure: null };

/** Répond en répétant, avec de quoi exercer chaque forme de réponse. */
export const repondreEnEcho = ({ texte, donnees, arrivee, compte }: MessageRecu): readonly Reponse[] => {
  if (arrivee) return [{ texte: 'Bienvenue', choix: [{ titre: 'Aide', valeur: 'aide' }] }];
  if (texte === 'panne') throw new RangeError('détail secret');
  if (texte === 'carte') {
    const actions = [{ titre: 'Valider', donnees: { action: 'valider', saisie: 's1' }, texte: 'valide' }] as const;
    return [
      { texte: 'Récapitulatif', carte: { titre: 'Saisie', lignes: [{ libelle: 'Heures', valeur: '35' }], actions } },
    ];
  }
  if (donnees) return [{ texte: `données ${JSON.stringify(donnees)} ${texte}`.trim() }];
  return [{ texte: `écho ${compte.role} : ${texte}` }];
};

export interface Reglages {
  readonly credentials?: Credentials;
  readonly rateLimit?: RateLimit;
  readonly secret?: string;
}

/** Vrai serveur sur un port libre, avec une conversation factice ; `recus` garde ce que les canaux ont transmis. */
export const demarrer = async ({ credentials, rateLimit = 'off', secret = SECRET }: Reglages = {}) => {
  const recus: MessageRecu[] = [];
  const evenements: string[] = [];
  const traiter = async (message: MessageRecu) => {
    recus.push(message);
    return repondreEnEcho(message);
  };
  const signaler = (evenement: string) => evenements.push(evenement);
  const communs = { traiter, trouverCompte: compteDe, signaler };
  const server = createServer({
    assets: { dossier: join(dirname(fileURLToPath(import.meta.url)), '../../src/web/page') },
    pret: () => true,
    indicateurs: (periode) => ({ hours: 12.5, periode }),
    comptesDemonstration: [{ id: FACILITATRICE, libelle: 'Facilitatrice </script>' }],
    signaler,
  });
  const bot = createBotFramework({ ...communs, credentials: credentials ?? null, loopback: true });
  server.post('/api/messages', bot.recevoir);
  const fermerFlux = createDirectLine({ ...communs, secret, comptesDemonstration: [FACILITATRICE], rateLimit }).mount(
    server,
  );
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port }: AddressInfo = server.address();
  const base = `http://127.0.0.1:${port}`;
  const arreter = async () => {
    fermerFlux();
    server.server.closeAllConnections();
    await new Promise<void>((resolve) => server.close(resolve));
  };
  return { base, port, recus, evenements, arreter };
};

export type Serveur = Awaited<ReturnType<typeof demarrer>>;

/** POST en JSON ; un texte est envoyé tel quel. */
export const poster = (url: string, corps: unknown, entetes: Record<string, string> = {}): Promise<Response> =>
  fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...entetes },
    body: typeof corps === 'string' ? corps : JSON.stringify(corps),
  });
