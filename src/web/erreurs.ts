import type { ServerResponse } from 'node:http';

const MESSAGES: Readonly<Record<number, string>> = {
  400: 'La requête est mal formée.',
  404: 'Cette page n’existe pas.',
  405: 'Cette méthode n’est pas acceptée à cette adresse.',
  413: 'La requête est trop longue.',
  503: 'Le service démarre ; réessayez dans un instant.',
};

const PANNE = 'Une panne est survenue de notre côté. Réessayez dans un instant.';

/** Phrase montrée pour un statut HTTP : jamais le message d'une exception. */
export const messageDe = (statut: number): string => MESSAGES[statut] ?? PANNE;

const pageErreur = (statut: number): string => `<!doctype html>
<html lang="fr"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>${messageDe(statut)} — Clausette</title>
<h1>${messageDe(statut)}</h1><p><a href="/">Revenir à l’accueil de Clausette</a></p></html>
`;

/** Répond par une erreur, en page pour un navigateur, en JSON pour un programme. */
export const sendErreur = (res: ServerResponse, statut: number, accept: string): void => {
  const enPage = accept.includes('text/html');
  const corps = enPage ? pageErreur(statut) : JSON.stringify({ error: messageDe(statut) });
  res.writeHead(statut, {
    'content-type': `${enPage ? 'text/html' : 'application/json'}; charset=utf-8`,
    'content-length': Buffer.byteLength(corps),
    'cache-control': 'no-store',
  });
  res.end(corps);
};
