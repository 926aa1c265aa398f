import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Server } from 'restify';
import { z } from 'zod';
import type { Traiter } from '../../../dialogs/kit/reply.ts';
import { hoteDe, nommeCetteMachine, readJson, sendJson, sendRefus, vientDAilleurs } from '../http.ts';
import type { TrouverCompte } from '../identite.ts';
import type { Signaler } from '../journal.ts';
import { createRateLimit, type RateLimit } from '../limite.ts';
import { accepter, accueillir, identifier } from './conversation.ts';
import { ActivitePostee } from './entree.ts';
import { ecouterFlux } from './flux.ts';
import { createHistorique } from './historique.ts';
import { createJetons, type Jeton, VIE } from './jetons.ts';
import { REFUS } from './messages.ts';
import type { Outils } from './outils.ts';

/** Ce dont le service a besoin. */
export interface DirectLineOptions {
  readonly traiter: Traiter;
  readonly trouverCompte: TrouverCompte;
  readonly signaler?: Signaler;
  readonly maintenant?: () => Date;
  /** Clé des jetons, 16 caractères au moins ; la garder d'un démarrage à l'autre garde les conversations. */
  readonly secret: string;
  /** Comptes que la page peut prendre en démonstration (aadObjectId) ; vide hors démonstration. */
  readonly comptesDemonstration: readonly string[];
  readonly rateLimit: RateLimit;
}

/** Le service : `mount` pose les routes et le flux sur un serveur, et rend de quoi fermer les WebSocket. */
export interface DirectLine {
  readonly mount: (server: Server) => () => void;
}

interface Requete extends IncomingMessage {
  readonly params?: unknown;
}
type Suite = (req: Requete, res: ServerResponse, jeton: Jeton) => Promise<void> | void;

const CORPS_MAX = 32 * 1024;
const TEXTE_MAX = 4000;
/** Un bureau entier partage une adresse : elle a droit à plus qu'une seule page. */
const PAR_ADRESSE = 10;
const RACINE = '/v3/directline';

const Demande = z.looseObject({ compte: z.string().min(1).nullish() }).optional();
const Params = z.looseObject({ id: z.string() });

const bearer = ({ headers }: IncomingMessage): string => /^Bearer (\S+)$/i.exec(headers.authorization ?? '')?.[1] ?? '';
const repereDe = ({ url }: IncomingMessage): string =>
  new URL(url ?? '/', 'http://localhost').searchParams.get('watermark') ?? '';

const streamUrl = (req: IncomingMessage, { conv, texte, watermark }: Record<string, string>): string => {
  const { headers } = req;
  const securise = headers['x-forwarded-proto'] === 'https' || headers.origin?.startsWith('https:') === true;
  const requete = new URLSearchParams({ watermark: watermark ?? '', t: texte ?? '' });
  return `${securise ? 'wss' : 'ws'}://${hoteDe(req)}${RACINE}/conversations/${conv}/stream?${requete}`;
};

/** Direct Line 3.0 embarqué : mêmes adresses et mêmes formes que le service de Microsoft, sans lui. */
export const createDirectLine = (options: DirectLineOptions): DirectLine => {
  const { signaler = () => undefined, maintenant = () => new Date() } = options;
  const outils: Outils = { ...options, signaler, maintenant };
  const horloge = () => maintenant().getTime();
  const jetons = createJetons(options.secret, horloge);
  const historique = createHistorique(horloge);
  const permettre = createRateLimit(options.rateLimit, horloge);

  const freiner = (req: IncomingMessage, res: ServerResponse): boolean => {
    const cle = bearer(req);
    const adresse = permettre(`ip ${req.socket.remoteAddress}`, PAR_ADRESSE);
    if (adresse && (cle === '' || permettre(`jeton ${jetons.lire(cle)?.conv ?? ''}`))) return false;
    res.setHeader('retry-after', '60');
    sendRefus(res, 429, REFUS.tropDeRequetes);
    return true;
  };

  // En démonstration, n'importe qui prend un compte : un site qui se ferait passer pour cette machine est refusé.
  const estEtrangere = (req: IncomingMessage): boolean =>
    vientDAilleurs(req) || (options.comptesDemonstration.length > 0 && !nommeCetteMachine(req));

  const garder = (suite: (req: Requete, res: ServerResponse) => Promise<void> | void) => {
    return async (req: Requete, res: ServerResponse): Promise<void> => {
      if (estEtrangere(req)) return sendRefus(res, 403, REFUS.origine);
      if (req.method === 'POST' && freiner(req, res)) return;
      await suite(req, res);
    };
  };

  const avecJeton = (suite: Suite, usage: 'acces' | 'echange' = 'acces') =>
    garder((req, res) => {
      const jeton = jetons.lire(bearer(req), usage);
      if (jeton === null) return sendRefus(res, 403, REFUS.jeton);
      const params = Params.safeParse(req.params);
      if (params.success && params.data.id !== jeton.conv) return sendRefus(res, 403, REFUS.autreConversation);
      return suite(req, res, jeton);
    });

  const presenter = (req: IncomingMessage, jeton: Jeton) => {
    const token = jetons.prolonger(jeton);
    const adresse = streamUrl(req, { conv: jeton.conv, texte: token, watermark: repereDe(req) });
    return { conversationId: jeton.conv, token, expires_in: VIE, streamUrl: adresse, referenceGrammarId: '' };
  };

  const generer = garder(async (req, res) => {
    const corps = await readJson(req, CORPS_MAX);
    if (!corps.lu) return sendRefus(res, corps.statut, corps.message);
    const demande = Demande.safeParse(corps.valeur);
    if (!demande.success) return sendRefus(res, 400, REFUS.activite);
    const compte = demande.data?.compte ?? null;
    if (compte !== null && !options.comptesDemonstration.includes(compte)) return sendRefus(res, 403, REFUS.compte);
    const { jeton, texte } = jetons.creer(compte);
    sendJson(res, 200, { conversationId: jeton.conv, token: texte, expires_in: VIE });
  });

  const rafraichir = avecJeton((_req, res, jeton) => {
    sendJson(res, 200, { conversationId: jeton.conv, token: jetons.prolonger(jeton), expires_in: VIE });
  }, 'echange');

  const commencer = avecJeton((req, res, jeton) => {
    const fil = historique.ouvrir(jeton.conv);
    const nouvelle = fil.commencer();
    if (nouvelle) void accueillir(fil, jeton, outils);
    sendJson(res, nouvelle ? 201 : 200, presenter(req, jeton));
  });

  const reprendre = avecJeton((req, res, jeton) => {
    historique.ouvrir(jeton.conv, repereDe(req));
    sendJson(res, 200, presenter(req, jeton));
  });

  const lire = avecJeton((req, res, jeton) => {
    sendJson(res, 200, historique.ouvrir(jeton.conv, repereDe(req)).depuis(repereDe(req)));
  });

  const poster = avecJeton(async (req, res, jeton) => {
    const corps = await readJson(req, CORPS_MAX);
    if (!corps.lu) return sendRefus(res, corps.statut, corps.message);
    const postee = ActivitePostee.safeParse(corps.valeur);
    if (!postee.success) return sendRefus(res, 400, REFUS.activite);
    if ((postee.data.text?.length ?? 0) > TEXTE_MAX) return sendRefus(res, 400, REFUS.texteTropLong);
    const id = identifier(jeton, postee.data);
    const acceptee = accepter(historique.ouvrir(jeton.conv), jeton, { id, postee: postee.data, outils });
    return acceptee ? sendJson(res, 200, { id }) : sendRefus(res, 400, REFUS.activite);
  });

  return {
    mount: (server) => {
      server.post(`${RACINE}/tokens/generate`, generer);
      server.post(`${RACINE}/tokens/refresh`, rafraichir);
      server.post(`${RACINE}/conversations`, commencer);
      server.get(`${RACINE}/conversations/:id`, reprendre);
      server.get(`${RACINE}/conversations/:id/activities`, lire);
      server.post(`${RACINE}/conversations/:id/activities`, poster);
      server.post(
        `${RACINE}/conversations/:id/upload`,
        avecJeton((_req, res) => sendRefus(res, 415, REFUS.sansPieceJointe)),
      );
      server.get(
        `${RACINE}/conversations/:id/stream`,
        garder((_req, res) => sendRefus(res, 426, REFUS.fluxSansWebSocket)),
      );
      return ecouterFlux(server.server, { jetons, historique });
    },
  };
};
