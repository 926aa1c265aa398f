import { estObjet, type Objet } from '../valeurs.ts';

/** Une page lue, une page inchangée depuis la dernière fois, ou ce qui empêche de la lire. */
export type Page =
  | {
      readonly genre: 'lue';
      readonly enregistrements: readonly Objet[];
      readonly total: number;
      readonly etag: string | null;
    }
  | { readonly genre: 'inchangee' }
  | { readonly genre: 'echec'; readonly raison: string };

export interface Reseau {
  readonly fetch: typeof fetch;
  readonly attendre: (millisecondes: number) => Promise<void>;
}

const ESSAIS = 5;
const PREMIERE_ATTENTE = 1000;
const PLUS_LONGUE_ATTENTE = 60_000;
const DELAI = 30_000;

type Essai = Page | { readonly genre: 'a-refaire'; readonly raison: string; readonly attente: number | null };

/** `Retry-After` en secondes ou en date ; null s'il n'est pas donné. */
const attenteDite = (entete: string | null): number | null => {
  if (entete === null) return null;
  const secondes = /^\d+$/.test(entete) ? Number(entete) * 1000 : Date.parse(entete) - Date.now();
  return Number.isFinite(secondes) ? Math.min(Math.max(secondes, 0), PLUS_LONGUE_ATTENTE) : null;
};

const lireCorps = (corps: string, etag: string | null): Essai => {
  let lu: unknown;
  try {
    lu = JSON.parse(corps);
  } catch {
    return { genre: 'a-refaire', raison: 'réponse tronquée ou illisible', attente: null };
  }
  if (!estObjet(lu) || !Array.isArray(lu.results))
    return { genre: 'echec', raison: 'la réponse n’a plus la forme attendue (« results » absent)' };
  const enregistrements = lu.results.filter(estObjet);
  const total = typeof lu.total_count === 'number' ? lu.total_count : enregistrements.length;
  return { genre: 'lue', enregistrements, total, etag };
};

const essayer = async (url: string, etag: string | null, reseau: Reseau): Promise<Essai> => {
  try {
    const reponse = await reseau.fetch(url, {
      headers: {
        accept: 'application/json',
        'user-agent': 'Clausette (avis de marches reserves, Hauts-de-France)',
        ...(etag === null ? {} : { 'if-none-match': etag }),
      },
      signal: AbortSignal.timeout(DELAI),
    });
    if (reponse.status === 304) return { genre: 'inchangee' };
    if (reponse.status === 429 || reponse.status >= 500)
      return {
        genre: 'a-refaire',
        raison: `statut ${reponse.status}`,
        attente: attenteDite(reponse.headers.get('retry-after')),
      };
    if (!reponse.ok) return { genre: 'echec', raison: `statut ${reponse.status}` };
    return lireCorps(await reponse.text(), reponse.headers.get('etag'));
  } catch (cause) {
    const raison =
      cause instanceof Error && cause.name === 'TimeoutError' ? 'pas de réponse à temps' : 'connexion coupée';
    return { genre: 'a-refaire', raison, attente: null };
  }
};

/** Lit une page, en réessayant poliment : ce que le serveur demande d'attendre, sinon 1, 2, 4, 8 secondes. */
export const lirePage = async (url: string, etag: string | null, reseau: Reseau): Promise<Page> => {
  let raison = '';
  for (let rang = 0; rang < ESSAIS; rang += 1) {
    const essai = await essayer(url, etag, reseau);
    if (essai.genre !== 'a-refaire') return essai;
    raison = essai.raison;
    if (rang + 1 < ESSAIS)
      await reseau.attendre(essai.attente ?? Math.min(PREMIERE_ATTENTE * 2 ** rang, PLUS_LONGUE_ATTENTE));
  }
  return { genre: 'echec', raison: `${raison}, après ${ESSAIS} essais` };
};
