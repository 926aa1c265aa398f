import { randomBytes } from 'node:crypto';
import type { ServerResponse } from 'node:http';

/** Jeton à usage unique qui autorise les feuilles de style que Web Chat crée lui-même. */
export const createNonce = (): string => randomBytes(16).toString('base64');

// Web Chat crée aussi une feuille vide et sans jeton, qu'il remplit par le DOM : seule une feuille vide a cette empreinte.
const FEUILLE_VIDE = "'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='";

/**
 * Politique de contenu de la page : rien ne vient d'ailleurs, aucun script en ligne, aucun `eval`.
 * Web Chat affiche ses pictogrammes en `data:` et en `blob:`.
 */
export const politiqueDeContenu = (nonce: string): string =>
  [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}' ${FEUILLE_VIDE}`,
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');

/** En-têtes de toute réponse. */
export const protegerReponse = (res: ServerResponse): void => {
  res.setHeader('x-content-type-options', 'nosniff');
  res.setHeader('referrer-policy', 'no-referrer');
  res.setHeader('cross-origin-opener-policy', 'same-origin');
  res.setHeader('cross-origin-resource-policy', 'same-origin');
  res.setHeader('permissions-policy', 'camera=(), microphone=(), geolocation=()');
  res.setHeader('content-security-policy', "default-src 'none'; frame-ancestors 'none'");
};
