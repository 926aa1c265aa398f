import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { extname, join } from 'node:path';

/** Où sont les fichiers de la page ; `extra` nomme ceux qui vivent ailleurs (le paquet Web Chat en développement). */
export interface Assets {
  readonly dossier: string;
  readonly extra?: Readonly<Record<string, string>>;
}

interface Fichier {
  readonly corps: Buffer;
  readonly empreinte: string;
}

const TYPES: Readonly<Record<string, string>> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.txt': 'text/plain; charset=utf-8',
};
const NOM = /^[a-zA-Z0-9_-]+(?:\.[a-zA-Z0-9_-]+)*$/;
const ENCODAGES = [
  ['br', '.br'],
  ['gzip', '.gz'],
] as const;
const UN_AN = 'public, max-age=31536000, immutable';

/** Lit les fichiers de la page, gardés en mémoire tant qu'ils ne changent pas. */
export interface LecteurAssets {
  readonly read: (nom: string) => Promise<Fichier | null>;
  readonly send: (req: IncomingMessage, res: ServerResponse, nom: string) => Promise<boolean>;
}

const createCache = () => {
  const cache = new Map<string, Fichier & { readonly date: number }>();
  return async (chemin: string): Promise<Fichier | null> => {
    const etat = await stat(chemin).catch(() => null);
    if (etat === null || !etat.isFile()) return null;
    const connu = cache.get(chemin);
    if (connu?.date === etat.mtimeMs) return connu;
    const corps = await readFile(chemin);
    const lu = { corps, date: etat.mtimeMs, empreinte: createHash('sha256').update(corps).digest('hex').slice(0, 16) };
    cache.set(chemin, lu);
    return lu;
  };
};

const accepte = (req: IncomingMessage, encodage: string): boolean =>
  new RegExp(`(?:^|,)\\s*${encodage}\\s*(?:;\\s*q=(?!0(?:\\.0*)?\\s*(?:,|$))|,|$)`).test(
    String(req.headers['accept-encoding'] ?? ''),
  );

/** Prépare la lecture des fichiers d'un dossier : un nom simple, jamais un chemin. */
export const createAssets = ({ dossier, extra = {} }: Assets): LecteurAssets => {
  const lire = createCache();
  const cheminDe = (nom: string): string | null => (NOM.test(nom) ? (extra[nom] ?? join(dossier, nom)) : null);

  const read = async (nom: string): Promise<Fichier | null> => {
    const chemin = cheminDe(nom);
    return chemin === null ? null : lire(chemin);
  };

  const choisir = async (req: IncomingMessage, nom: string) => {
    const chemin = cheminDe(nom);
    if (chemin === null) return null;
    for (const [encodage, suffixe] of ENCODAGES) {
      const compresse = accepte(req, encodage) ? await lire(`${chemin}${suffixe}`) : null;
      if (compresse !== null) return { fichier: compresse, encodage };
    }
    const fichier = await lire(chemin);
    return fichier === null ? null : { fichier, encodage: null };
  };

  const send = async (req: IncomingMessage, res: ServerResponse, nom: string): Promise<boolean> => {
    const type = TYPES[extname(nom)];
    const choix = type === undefined ? null : await choisir(req, nom);
    if (choix === null || type === undefined) return false;
    const etag = `"${choix.fichier.empreinte}"`;
    res.setHeader('etag', etag);
    res.setHeader('vary', 'accept-encoding');
    // L'adresse porte l'empreinte du fichier : elle ne désignera jamais un autre contenu.
    res.setHeader('cache-control', (req.url ?? '').includes('?v=') ? UN_AN : 'no-cache');
    if (req.headers['if-none-match'] === etag) {
      // restify remplace `writeHead` par une version qui ne rend rien : pas d'appel enchaîné.
      res.writeHead(304);
      res.end();
      return true;
    }
    if (choix.encodage !== null) res.setHeader('content-encoding', choix.encodage);
    res.writeHead(200, { 'content-type': type, 'content-length': choix.fichier.corps.length });
    res.end(req.method === 'HEAD' ? undefined : choix.fichier.corps);
    return true;
  };

  return { read, send };
};
