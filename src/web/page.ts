import type { IncomingMessage, ServerResponse } from 'node:http';
import type { LecteurAssets } from './assets.ts';
import { createNonce, politiqueDeContenu } from './securite.ts';

/** Compte que la page propose de prendre, en démonstration seulement. */
export interface CompteDemonstration {
  /** aadObjectId. */
  readonly id: string;
  readonly libelle: string;
}

/** Réglages vides du modèle, remplacés à chaque envoi : le fichier reste du HTML valide. */
const REGLAGES = '{ "comptes": [], "nonce": "" }';
const ADRESSE = /\/assets\/([a-zA-Z0-9_.-]+)"/g;

/** Ajoute à chaque adresse de fichier son empreinte, pour que le navigateur le garde sans le redemander. */
const dater = async (html: string, assets: LecteurAssets): Promise<string> => {
  let date = html;
  for (const [trouve, nom = ''] of html.matchAll(ADRESSE)) {
    const fichier = await assets.read(nom);
    if (fichier !== null) date = date.replace(trouve, `/assets/${nom}?v=${fichier.empreinte}"`);
  }
  return date;
};

/** JSON posé dans une balise : « < » est échappé pour qu'aucun texte ne puisse la fermer. */
const enBalise = (valeur: unknown): string => JSON.stringify(valeur).replaceAll('<', '\\u003c');

/** Ce que le modèle nomme, remplacé par les noms de la région servie. */
const MODELE = { region: /Hauts[-‑]de[-‑]France/g, commune: 'Saint‑Omer' } as const;

/** Région servie et commune citée en exemple. */
export interface LieuxDeLaPage {
  readonly region: string;
  readonly commune: string;
}

/** La page est écrite pour une région : servie ailleurs, elle en porte les noms, tirets insécables compris. */
const situer = (html: string, { region, commune }: LieuxDeLaPage): string =>
  html
    .replace(/(?:dans les|en) Hauts-de-France/g, `en région ${region}`)
    .replace(MODELE.region, region.replaceAll('-', '‑'))
    .replaceAll(MODELE.commune, () => commune.replaceAll('-', '‑'));

/** Sert la page d'accueil avec ses réglages et un jeton de style neuf ; `false` si le fichier manque. */
export const createPage = (assets: LecteurAssets, comptes: readonly CompteDemonstration[], lieux?: LieuxDeLaPage) => {
  return async (req: IncomingMessage, res: ServerResponse): Promise<boolean> => {
    const modele = await assets.read('index.html');
    if (modele === null) return false;
    const nonce = createNonce();
    const texte = modele.corps.toString('utf8');
    const modeleSitue = lieux ? situer(texte, lieux) : texte;
    const html = (await dater(modeleSitue, assets)).replace(REGLAGES, () => enBalise({ comptes, nonce }));
    res.setHeader('content-security-policy', politiqueDeContenu(nonce));
    res.writeHead(200, {
      'content-type': 'text/html; charset=utf-8',
      'content-length': Buffer.byteLength(html),
      'cache-control': 'no-store',
    });
    res.end(req.method === 'HEAD' ? undefined : html);
    return true;
  };
};
