// @ts-check

/**
 * Ce que l'onglet garde pour reprendre la conversation après un rechargement.
 * @typedef {{ conversationId: string, token: string, compte: string }} Session
 */

const RACINE = '/v3/directline';
const CLE = 'clausette.session';

/**
 * @param {string} chemin
 * @param {{ methode?: string, token?: string, corps?: unknown }} [options]
 * @returns {Promise<any>}
 */
const demander = async (chemin, { methode = 'POST', token, corps } = {}) => {
  const reponse = await fetch(`${RACINE}${chemin}`, {
    method: methode,
    headers: {
      ...(token ? { authorization: `Bearer ${token}` } : {}),
      ...(corps === undefined ? {} : { 'content-type': 'application/json' }),
    },
    ...(corps === undefined ? {} : { body: JSON.stringify(corps) }),
  });
  if (!reponse.ok) throw new Error(`HTTP ${reponse.status}`);
  return reponse.json();
};

/** @returns {Session | null} */
export const lireSession = () => {
  try {
    const session = JSON.parse(sessionStorage.getItem(CLE) ?? 'null');
    return typeof session?.token === 'string' && typeof session?.conversationId === 'string' ? session : null;
  } catch {
    return null;
  }
};

/** @param {Session} session */
export const garderSession = (session) => {
  try {
    sessionStorage.setItem(CLE, JSON.stringify(session));
  } catch {
    // Un navigateur qui refuse tout stockage perd la conversation au rechargement, rien de plus.
  }
  return session;
};

/**
 * Ouvre une conversation neuve ; `compte` est vide pour un visiteur.
 * @param {string} compte
 * @returns {Promise<Session>}
 */
export const creerSession = async (compte) => {
  const { conversationId, token } = await demander('/tokens/generate', { corps: compte ? { compte } : {} });
  return garderSession({ conversationId, token, compte });
};

/**
 * Échange le jeton contre un neuf, pour la même conversation.
 * @param {Session} session
 * @returns {Promise<Session>}
 */
export const prolongerSession = async (session) => {
  const { token } = await demander('/tokens/refresh', { token: session.token });
  return garderSession({ ...session, token });
};

/**
 * Adresse du flux, avec un jeton neuf.
 * @param {Session} session
 * @returns {Promise<{ token: string, streamUrl: string, conversationId: string }>}
 */
export const reprendreFlux = (session) =>
  demander(`/conversations/${session.conversationId}?watermark=`, { methode: 'GET', token: session.token });

/**
 * Vrai quand les WebSocket passent : certains réseaux d'entreprise les coupent, et la page relève alors les messages.
 * @param {Session} session
 * @returns {Promise<boolean>}
 */
export const essayerWebSocket = ({ conversationId, token }) =>
  new Promise((resolve) => {
    const adresse = new URL(`${RACINE}/conversations/${conversationId}/stream`, location.href);
    adresse.protocol = location.protocol === 'https:' ? 'wss:' : 'ws:';
    adresse.search = new URLSearchParams({ t: token, watermark: '-' }).toString();
    const prise = new WebSocket(adresse);
    /** @param {boolean} reussi */
    const finir = (reussi) => {
      clearTimeout(delai);
      prise.close();
      resolve(reussi);
    };
    const delai = setTimeout(() => finir(false), 2500);
    prise.onopen = () => finir(true);
    prise.onerror = () => finir(false);
  });
