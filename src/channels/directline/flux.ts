import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { WebSocket, WebSocketServer } from 'ws';
import { vientDAilleurs } from '../http.ts';
import type { Historique, Lot } from './historique.ts';
import type { Jetons } from './jetons.ts';

const CHEMIN = /^\/v3\/directline\/conversations\/([\w-]{1,100})\/stream$/;
const BATTEMENT = 30_000;

const refuser = (socket: Duplex, statut: string): void => {
  socket.end(`HTTP/1.1 ${statut}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
};

const send = (ws: WebSocket, lot: Lot): void => {
  if (ws.readyState === WebSocket.OPEN) ws.send(JSON.stringify(lot));
};

/** Ferme les prises mortes : un pair qui ne répond plus au ping est oublié au battement suivant. */
const battre = (ws: WebSocket): void => {
  let vivant = true;
  ws.on('pong', () => {
    vivant = true;
  });
  const battement = setInterval(() => {
    if (!vivant) return ws.terminate();
    vivant = false;
    ws.ping();
  }, BATTEMENT);
  battement.unref();
  ws.on('close', () => clearInterval(battement));
};

const brancher = (ws: WebSocket, historique: Historique, { conv, watermark }: { conv: string; watermark: string }) => {
  const fil = historique.ouvrir(conv, watermark);
  const arreter = fil.suivre((lot) => send(ws, lot));
  if (arreter === null) return ws.close(1013, 'Trop de pages ouvertes');
  ws.on('close', arreter);
  ws.on('error', () => ws.terminate());
  battre(ws);
  const lot = fil.depuis(watermark);
  if (lot.activities.length > 0) send(ws, lot);
};

/** Sert le flux WebSocket de Direct Line sur l'évènement `upgrade` ; rend de quoi tout fermer. */
export const ecouterFlux = (
  server: Server,
  { jetons, historique }: { readonly jetons: Jetons; readonly historique: Historique },
): (() => void) => {
  // Le navigateur n'envoie que des messages vides pour garder la connexion : rien de long n'est lu.
  const wss = new WebSocketServer({ noServer: true, maxPayload: 1024 });

  server.on('upgrade', (req: IncomingMessage, socket: Duplex, head: Buffer) => {
    socket.on('error', () => socket.destroy());
    const url = new URL(req.url ?? '/', 'http://localhost');
    const conv = CHEMIN.exec(url.pathname)?.[1];
    if (conv === undefined) return refuser(socket, '404 Not Found');
    if (vientDAilleurs(req)) return refuser(socket, '403 Forbidden');
    const jeton = jetons.lire(url.searchParams.get('t') ?? '');
    if (jeton === null || jeton.conv !== conv) return refuser(socket, '403 Forbidden');
    const watermark = url.searchParams.get('watermark') ?? '';
    wss.handleUpgrade(req, socket, head, (ws) => brancher(ws, historique, { conv, watermark }));
  });

  return () => {
    for (const ws of wss.clients) ws.terminate();
    wss.close();
  };
};
