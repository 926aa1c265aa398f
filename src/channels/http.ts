import type { IncomingMessage, ServerResponse } from 'node:http';

/** Corps JSON lu, ou ce qu'il faut répondre à qui l'a mal envoyé. */
export type CorpsLu =
  | { readonly lu: true; readonly valeur: unknown }
  | { readonly lu: false; readonly statut: 400 | 413 | 415; readonly message: string };

/** Répond en JSON. */
export const sendJson = (res: ServerResponse, statut: number, corps: unknown): void => {
  const texte = JSON.stringify(corps);
  res.writeHead(statut, {
    'content-type': 'application/json; charset=utf-8',
    'content-length': Buffer.byteLength(texte),
    'cache-control': 'no-store',
  });
  res.end(texte);
};

/** Refuse en français ; la forme est celle de Direct Line et du Bot Framework. */
export const sendRefus = (res: ServerResponse, statut: number, message: string): void =>
  sendJson(res, statut, { error: { code: statut === 429 ? 'TooManyRequests' : 'BadArgument', message } });

const readText = async (req: IncomingMessage, max: number): Promise<string | null> => {
  const morceaux: Buffer[] = [];
  let taille = 0;
  for await (const morceau of req) {
    const octets = Buffer.from(morceau);
    taille += octets.length;
    if (taille <= max) morceaux.push(octets);
    else if (taille > max * 8) break;
  }
  return taille > max ? null : Buffer.concat(morceaux).toString('utf8');
};

/**
 * Lit un corps JSON d'au plus `max` octets.
 * Le type `application/json` est exigé : un formulaire d'un autre site ne peut pas l'envoyer sans autorisation.
 */
export const readJson = async (req: IncomingMessage, max: number): Promise<CorpsLu> => {
  const texte = await readText(req, max);
  if (texte === null) return { lu: false, statut: 413, message: `Corps trop long : ${max} octets au plus.` };
  if (texte.trim() === '') return { lu: true, valeur: undefined };
  if (!/^application\/json\b/i.test(req.headers['content-type'] ?? '')) {
    return { lu: false, statut: 415, message: 'Le type de contenu attendu est application/json.' };
  }
  try {
    const valeur: unknown = JSON.parse(texte);
    return { lu: true, valeur };
  } catch {
    return { lu: false, statut: 400, message: 'Le corps de la requête n’est pas du JSON valide.' };
  }
};

/** Nom sous lequel la personne voit le serveur ; un mandataire qui change `Host` le donne dans `X-Forwarded-Host`. */
export const hoteDe = ({ headers }: IncomingMessage): string => {
  const transmis = headers['x-forwarded-host'];
  return (typeof transmis === 'string' ? transmis.split(',')[0]?.trim() : undefined) ?? headers.host ?? '';
};

/**
 * Vrai quand un navigateur envoie la requête depuis un autre site.
 * Un autre site ne peut pas forger `X-Forwarded-Host` : le navigateur demanderait d'abord une permission jamais donnée.
 */
export const vientDAilleurs = (req: IncomingMessage): boolean => {
  const { origin } = req.headers;
  if (origin === undefined) return false;
  return !URL.canParse(origin) || new URL(origin).host !== hoteDe(req);
};

const LOCAL = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])(?::\d+)?$/i;

/** Vrai quand la requête nomme cette machine : un nom de domaine tourné vers 127.0.0.1 ne passe pas. */
export const nommeCetteMachine = (req: IncomingMessage): boolean => LOCAL.test(req.headers.host ?? '');
