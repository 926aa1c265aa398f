import type { IncomingMessage, ServerResponse } from 'node:http';
import restify from 'restify';
import type { Periode } from '../domain/dates.ts';
import type { Demande } from '../domain/indicateurs/demande.ts';
import { type Assets, createAssets } from './assets.ts';
import { sendErreur } from './erreurs.ts';
import { lireDemande } from './indicateurs.ts';
import { type CompteDemonstration, createPage, type LieuxDeLaPage } from './page.ts';
import { type Conservation, pageRegistre } from './registre/page.ts';
import { protegerReponse } from './securite.ts';
import { routesTerritoire, type SourcesTerritoire } from './territoire/routes.ts';

/** Ce dont le serveur a besoin ; les canaux posent ensuite leurs propres routes. */
export interface ServerOptions {
  readonly assets: Assets;
  /** Vrai quand le robot peut répondre. */
  readonly pret: () => boolean;
  /** Indicateurs agrégés d'une période, `null` pour tout ; le résultat est rendu tel quel en JSON. */
  readonly indicateurs: (periode: Periode | null) => unknown;
  /** Les mêmes pour une partie des lignes, sous le secret statistique. */
  readonly indicateursFiltres?: (demande: Demande) => unknown;
  /** Noms de la région servie ; absent : ceux de la page livrée. */
  readonly lieux?: LieuxDeLaPage;
  /** Page du territoire et ses données ; absent : pas de page. */
  readonly territoire?: SourcesTerritoire;
  /** Durée que le registre des traitements annonce ; absente : sans anonymisation automatique. */
  readonly conservation?: Conservation;
  /** Vide hors démonstration. */
  readonly comptesDemonstration: readonly CompteDemonstration[];
  readonly signaler?: (evenement: string, details: Readonly<Record<string, string>>) => void;
}

type Route = (req: IncomingMessage, res: ServerResponse) => Promise<void>;

const sendJson = (res: ServerResponse, statut: number, corps: unknown): void => {
  const texte = JSON.stringify(corps);
  res.writeHead(statut, {
    'content-type': 'application/json; charset=utf-8',
    'content-length': Buffer.byteLength(texte),
    'cache-control': 'no-store',
  });
  res.end(texte);
};

/** Page sans script ; sa feuille de style en ligne est la seule permise. */
const sendPage = (req: IncomingMessage, res: ServerResponse, html: string): void => {
  res.setHeader('content-security-policy', "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'");
  res.writeHead(200, {
    'content-type': 'text/html; charset=utf-8',
    'content-length': Buffer.byteLength(html),
    'cache-control': 'no-cache',
  });
  res.end(req.method === 'HEAD' ? undefined : html);
};

const urlDe = ({ url }: IncomingMessage): URL => new URL(url ?? '/', 'http://localhost');

const statutDe = (erreur: unknown): number =>
  erreur instanceof Error && 'statusCode' in erreur && typeof erreur.statusCode === 'number' ? erreur.statusCode : 500;

/** Serveur nu : en-têtes de protection, erreurs en français, rien sur la console. */
const createServerNu = (signaler: NonNullable<ServerOptions['signaler']>): restify.Server => {
  const server = restify.createServer({ name: 'clausette' });
  // Le journal de restify écrirait sur la sortie standard ; le nôtre est `signaler`.
  Reflect.set(server.log, 'level', 'silent');
  server.pre((_req: IncomingMessage, res: ServerResponse, next: () => void) => {
    res.removeHeader('server');
    protegerReponse(res);
    next();
  });
  server.on('restifyError', (req: IncomingMessage, res: ServerResponse, erreur: unknown) => {
    const statut = statutDe(erreur);
    if (statut >= 500) signaler('http-failed', { cause: erreur instanceof Error ? erreur.name : typeof erreur });
    // Le rappel de restify n'est pas appelé : il écrirait sa propre réponse après celle-ci, et le processus tomberait.
    if (!res.headersSent) sendErreur(res, statut, req.headers.accept ?? '');
    else if (!res.writableEnded) res.destroy();
  });
  server.server.requestTimeout = 30_000;
  server.server.headersTimeout = 15_000;
  return server;
};

/** Prépare le serveur web : page, fichiers, santé, données ouvertes. */
export const createServer = (options: ServerOptions): restify.Server => {
  const { pret, indicateurs, comptesDemonstration, signaler = () => undefined } = options;
  const server = createServerNu(signaler);
  const assets = createAssets(options.assets);
  const page = createPage(assets, comptesDemonstration, options.lieux);

  const servir = (chemin: string, route: Route): void => {
    server.get(chemin, route);
    server.head(chemin, route);
  };

  servir('/', async (req, res) => {
    if (!(await page(req, res))) sendErreur(res, 404, 'text/html');
  });
  servir('/registre-traitements', async (req, res) => sendPage(req, res, pageRegistre(options.conservation ?? 'off')));
  servir('/assets/:nom', async (req, res) => {
    const nom = urlDe(req).pathname.slice('/assets/'.length);
    if (!(await assets.send(req, res, nom))) sendErreur(res, 404, req.headers.accept ?? '');
  });
  if (options.territoire)
    for (const [chemin, route] of routesTerritoire(options.territoire, assets)) servir(chemin, route);
  server.get('/healthz', async (_req: IncomingMessage, res: ServerResponse) => {
    if (pret()) sendJson(res, 200, { status: 'ok' });
    else sendJson(res, 503, { status: 'starting' });
  });
  server.get('/api/indicators', async (req: IncomingMessage, res: ServerResponse) => {
    const demande = lireDemande(urlDe(req).searchParams);
    if (!demande.valide) return sendJson(res, 400, { error: demande.message });
    const { periode, filtre } = demande;
    const filtrer = options.indicateursFiltres;
    sendJson(res, 200, await (filtre !== null && filtrer ? filtrer(filtre) : indicateurs(periode)));
  });
  return server;
};
