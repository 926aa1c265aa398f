import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Server } from 'restify';
import type { Avis, FiltreMarches } from '../../domain/marches.ts';
import { ecrireAtom } from './atom.ts';
import { type Curseur, ecrireCurseur, lireCurseur } from './curseur.ts';
import { type LecturesNotices, lireDemandeNotices } from './demande.ts';
import { ecrireIcs } from './ics.ts';
import { ecrireItem } from './item.ts';

/** Un avis et s'il est encore ouvert. */
export interface AvisOuvert {
  readonly avis: Avis;
  readonly ouvert: boolean;
}

/** Ce que les routes demandent au service. */
export interface SourcesNotices extends LecturesNotices {
  /** Avis qui suivent le curseur, par échéance, `taille` au plus. */
  readonly lister: (filtre: FiltreMarches, page: PageNotices) => Promise<readonly AvisOuvert[]>;
  readonly trouver: (id: string) => Promise<AvisOuvert | null>;
}

export interface PageNotices {
  readonly apres: Curseur | null;
  readonly taille: number;
}

type Page =
  | { readonly valide: true; readonly avis: readonly AvisOuvert[]; readonly suite: string | null }
  | { readonly valide: false; readonly statut: 400 | 404; readonly message: string };

const TYPES = {
  json: 'application/json; charset=utf-8',
  atom: 'application/atom+xml; charset=utf-8',
  ics: 'text/calendar; charset=utf-8',
} as const;

interface Envoi {
  readonly statut: number;
  readonly type: string;
  readonly corps: string;
}

const envoyer = (req: IncomingMessage, res: ServerResponse, { statut, type, corps }: Envoi): void => {
  res.writeHead(statut, {
    'content-type': type,
    'content-length': Buffer.byteLength(corps),
    'cache-control': 'no-store',
    // Données ouvertes : tout site peut les lire.
    'access-control-allow-origin': '*',
  });
  res.end(req.method === 'HEAD' ? undefined : corps);
};

const lirePage = async (params: URLSearchParams, sources: SourcesNotices): Promise<Page> => {
  const demande = lireDemandeNotices(params, sources);
  if (!demande.valide) return { valide: false, statut: 400, message: demande.message };
  if (demande.id !== null) {
    const lu = await sources.trouver(demande.id);
    return lu === null
      ? { valide: false, statut: 404, message: 'Le paramètre « id » ne désigne aucun avis connu.' }
      : { valide: true, avis: [lu], suite: null };
  }
  const apres = demande.curseur === null ? null : lireCurseur(demande.curseur);
  if (demande.curseur !== null && apres === null)
    return { valide: false, statut: 400, message: 'Le paramètre « cursor » n’a pas été donné par Clausette.' };
  const lus = await sources.lister(demande.filtre, { apres, taille: demande.limite + 1 });
  const avis = lus.slice(0, demande.limite);
  const dernier = avis.at(-1)?.avis;
  return { valide: true, avis, suite: lus.length > demande.limite && dernier ? ecrireCurseur(dernier) : null };
};

const emisLe = (): string => `${new Date().toISOString().slice(0, 19).replace(/[-:]/g, '')}Z`;

const ECRIRE: Readonly<Record<keyof typeof TYPES, (page: Extract<Page, { valide: true }>, requete: string) => string>> =
  {
    json: ({ avis, suite }) => JSON.stringify({ items: avis.map((lu) => ecrireItem(lu.avis, lu.ouvert)), next: suite }),
    atom: ({ avis, suite }, requete) =>
      ecrireAtom(
        avis.map((lu) => lu.avis),
        { requete, suite },
      ),
    ics: ({ avis }) =>
      ecrireIcs(
        avis.map((lu) => lu.avis),
        emisLe(),
      ),
  };

/** Pose `/api/notices`, `/api/notices.atom` et `/api/notices.ics`. */
export const routesNotices = (server: Server, sources: SourcesNotices): void => {
  const poser = (chemin: string, format: keyof typeof TYPES): void => {
    const route = async (req: IncomingMessage, res: ServerResponse): Promise<void> => {
      const url = new URL(req.url ?? '/', 'http://localhost');
      const page = await lirePage(url.searchParams, sources);
      if (page.valide) envoyer(req, res, { statut: 200, type: TYPES[format], corps: ECRIRE[format](page, url.search) });
      else envoyer(req, res, { statut: page.statut, type: TYPES.json, corps: JSON.stringify({ error: page.message }) });
    };
    server.get(chemin, route);
    server.head(chemin, route);
  };
  poser('/api/notices', 'json');
  poser('/api/notices.atom', 'atom');
  poser('/api/notices.ics', 'ics');
};
