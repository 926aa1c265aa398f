import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Contours } from '../../domain/territoire/contours.ts';
import type { TableauTerritoire } from '../../domain/territoire/tableau.ts';
import type { LecteurAssets } from '../assets.ts';
import { createNonce, politiqueDeContenu } from '../securite.ts';
import { ecrireCsv, ecrireGeoJson } from './donnees.ts';
import { ecrirePage, type Vue } from './page.ts';
import { FONDS } from './textes.ts';

/** Ce que les pages du territoire demandent. */
export interface SourcesTerritoire {
  readonly tableau: () => Promise<TableauTerritoire>;
  /** Contours rangés dans le dépôt ; null tant qu'ils n'ont pas été demandés. */
  readonly contours: () => Contours | null;
}

type Route = (req: IncomingMessage, res: ServerResponse) => Promise<void>;

const ADRESSE = /\/assets\/([a-zA-Z0-9_.-]+)"/g;

/** Date les adresses des fichiers, pour que le navigateur les garde sans les redemander. */
const dater = async (html: string, assets: LecteurAssets): Promise<string> => {
  let date = html;
  for (const [trouve, nom = ''] of html.slice(0, html.indexOf('</head>')).matchAll(ADRESSE)) {
    const fichier = await assets.read(nom);
    if (fichier !== null) date = date.replace(trouve, `/assets/${nom}?v=${fichier.empreinte}"`);
  }
  return date;
};

const lireVue = ({ url }: IncomingMessage, tableau: TableauTerritoire): Vue => {
  const { searchParams } = new URL(url ?? '/', 'http://localhost');
  const departement = searchParams.get('departement');
  return {
    fond: FONDS.find((fond) => fond === searchParams.get('fond')) ?? 'couverture',
    departement: tableau.departements.some(({ code }) => code === departement) ? departement : null,
  };
};

const envoyer = (
  { method }: IncomingMessage,
  res: ServerResponse,
  { type, corps, fichier }: { readonly type: string; readonly corps: string; readonly fichier?: string },
): void => {
  res.writeHead(200, {
    'content-type': `${type}; charset=utf-8`,
    'content-length': Buffer.byteLength(corps),
    'cache-control': 'no-store',
    ...(fichier === undefined ? {} : { 'content-disposition': `attachment; filename="${fichier}"` }),
  });
  res.end(method === 'HEAD' ? undefined : corps);
};

/** Routes de la page du territoire et de ses données, à poser sur le serveur. */
export const routesTerritoire = (
  { tableau, contours }: SourcesTerritoire,
  assets: LecteurAssets,
): ReadonlyMap<string, Route> =>
  new Map<string, Route>([
    [
      '/territoire',
      async (req, res) => {
        const dresse = await tableau();
        const corps = await dater(ecrirePage(dresse, contours(), lireVue(req, dresse)), assets);
        res.setHeader('content-security-policy', politiqueDeContenu(createNonce()));
        envoyer(req, res, { type: 'text/html', corps });
      },
    ],
    [
      '/api/territoire.csv',
      async (req, res) => {
        envoyer(req, res, { type: 'text/csv', corps: ecrireCsv(await tableau()), fichier: 'territoire.csv' });
      },
    ],
    [
      '/api/territoire.geojson',
      async (req, res) => {
        const corps = ecrireGeoJson(await tableau(), contours());
        envoyer(req, res, { type: 'application/geo+json', corps, fichier: 'territoire.geojson' });
      },
    ],
  ]);
