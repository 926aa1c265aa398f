import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { pipeline } from 'node:stream/promises';
import type { Server } from 'restify';

/** Ce qu'on peut demander d'un jeton. */
export const FORMES = ['releve', 'releve.xlsx', 'heures.csv', 'heures.xlsx'] as const;
export type Forme = (typeof FORMES)[number];

/** Un document prêt à partir, ou pourquoi il ne part pas. */
export type DocumentOuvert =
  | { readonly type: 'page'; readonly html: string }
  | {
      readonly type: 'fichier';
      readonly fichier: string;
      readonly nom: string;
      readonly retirer: () => Promise<void>;
    }
  | { readonly type: 'perime' | 'faux' | 'interdit' };

const REFUS = {
  perime: [
    410,
    'Ce lien n’est plus valable : il ne dure que trente minutes. Redemandez-le à Clausette, dans la conversation.',
  ],
  faux: [404, 'Ce lien n’est pas entier, ou il n’a pas été donné par Clausette. Redemandez-le dans la conversation.'],
  interdit: [403, 'Le compte qui a demandé ce lien n’a plus le droit de voir ces lignes.'],
} as const;

const TYPES = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8',
} as const;

const envoyerPage = (res: ServerResponse, statut: number, html: string): void => {
  res.setHeader('content-security-policy', "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'");
  res.writeHead(statut, {
    'content-type': 'text/html; charset=utf-8',
    'content-length': Buffer.byteLength(html),
    'cache-control': 'no-store',
    'x-robots-tag': 'noindex',
  });
  res.end(html);
};

const pageRefus = (message: string): string => `<!doctype html>
<html lang="fr"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Document — Clausette</title></head>
<body><main><h1>Document indisponible</h1><p>${message}</p><p><a href="/">Aller à Clausette</a></p></main></body></html>
`;

const envoyerFichier = async (
  res: ServerResponse,
  { fichier, nom, retirer }: Extract<DocumentOuvert, { type: 'fichier' }>,
) => {
  try {
    const { size } = await stat(fichier);
    res.writeHead(200, {
      'content-type': nom.endsWith('.csv') ? TYPES.csv : TYPES.xlsx,
      'content-length': size,
      'content-disposition': `attachment; filename="${nom}"`,
      'cache-control': 'no-store',
      'x-robots-tag': 'noindex',
    });
    await pipeline(createReadStream(fichier), res);
  } finally {
    await retirer();
  }
};

/** Pose les adresses des documents ; le jeton, dans l'adresse, est la seule clé. */
export const routesDocuments = (
  server: Server,
  ouvrir: (jeton: string, forme: Forme) => Promise<DocumentOuvert>,
): void => {
  for (const forme of FORMES)
    server.get(`/documents/${forme}`, async (req: IncomingMessage, res: ServerResponse) => {
      const jeton = new URL(req.url ?? '/', 'http://localhost').searchParams.get('jeton') ?? '';
      const ouvert = await ouvrir(jeton, forme);
      if (ouvert.type === 'page') envoyerPage(res, 200, ouvert.html);
      else if (ouvert.type === 'fichier') await envoyerFichier(res, ouvert);
      else {
        const [statut, message] = REFUS[ouvert.type];
        envoyerPage(res, statut, pageRefus(message));
      }
    });
};
