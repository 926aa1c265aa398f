// @ts-check
import { adaptiveCardsHostConfig, overrideLocalizedStrings, styleOptions } from './apparence.js';
import {
  creerSession,
  essayerWebSocket,
  garderSession,
  lireSession,
  prolongerSession,
  reprendreFlux,
} from './session.js';

/** @typedef {import('./session.js').Session} Session */

const JETON_PERIME = 3;
const PROLONGER_TOUTES_LES = 10 * 60 * 1000;

/** @type {any} */
const { WebChat } = window;
/** @type {{ comptes: { id: string, libelle: string }[], nonce: string }} */
const reglages = JSON.parse(document.getElementById('reglages')?.textContent ?? '{"comptes":[]}');

const fil = /** @type {HTMLElement} */ (document.getElementById('fil'));
const choixCompte = /** @type {HTMLSelectElement} */ (document.getElementById('compte'));
const exemples = /** @type {NodeListOf<HTMLButtonElement>} */ (document.querySelectorAll('[data-question]'));

/** @type {{ session: Session, directLine: any, store: any, battement: number } | null} */
let enCours = null;

/** @param {string} message */
const montrerPanne = (message) => {
  const panne = /** @type {HTMLElement} */ (document.getElementById('panne'));
  panne.textContent = message;
  panne.hidden = false;
  fil.hidden = true;
};

/**
 * Les espaces insécables sont de la typographie, pas de la question.
 * @param {string} texte
 */
const enTexteNu = (texte) =>
  texte
    .trim()
    .replace(/[\u00a0\u202f]/g, ' ')
    .replace(/\u2011/g, '-');

/** Au doigt, viser la saisie ouvrirait le clavier sur la réponse. */
const viserSaisie = () => {
  if (matchMedia('(pointer: coarse)').matches) {
    document.getElementById('discussion')?.focus();
    return;
  }
  const saisie = fil.querySelector('[data-id="webchat-sendbox-input"]');
  if (saisie instanceof HTMLElement) saisie.focus();
};

/**
 * Les exemples s'effacent dès que la personne a parlé, y compris dans l'historique repris.
 * La saisie n'apparaît qu'une fois relié : avant, Web Chat laisserait tomber l'envoi sans le dire.
 * @param {HTMLElement} scene
 */
const createStore = (scene) =>
  WebChat.createStore({}, () => (/** @type {any} */ next) => (/** @type {any} */ action) => {
    const activite = action.payload?.activity;
    if (action.type === 'DIRECT_LINE/INCOMING_ACTIVITY' && activite?.from?.role === 'user') {
      document.body.classList.add('entamee');
    }
    const suite = next(action);
    if (action.type === 'DIRECT_LINE/CONNECT_FULFILLED') relier(scene);
    return suite;
  });

/** @param {HTMLElement} scene */
const relier = (scene) => {
  if (!scene.isConnected) return;
  scene.setAttribute('aria-busy', 'false');
  for (const bouton of exemples) bouton.disabled = false;
};

const arreter = () => {
  if (enCours === null) return;
  clearInterval(enCours.battement);
  enCours.directLine.end();
  enCours = null;
};

/** Un ordinateur qui sort de veille revient avec un jeton périmé : il s'échange encore. */
const renouer = async () => {
  if (enCours === null) return;
  const session = await prolongerSession(enCours.session);
  const { token, streamUrl } = await reprendreFlux(session);
  enCours.session = garderSession({ ...session, token });
  enCours.directLine.reconnect({ token, streamUrl, conversationId: session.conversationId });
};

/**
 * @param {Session} session
 * @param {{ reprise: boolean }} options
 */
const afficher = async (session, { reprise }) => {
  const webSocket = await essayerWebSocket(session);
  arreter();
  // Un élément neuf à chaque conversation : Web Chat n'oublie rien de l'ancien.
  const scene = document.createElement('div');
  scene.className = 'scene';
  scene.setAttribute('aria-busy', 'true');
  const store = createStore(scene);
  const directLine = WebChat.createDirectLine({
    domain: new URL('/v3/directline', location.href).href,
    token: session.token,
    ...(reprise ? { conversationId: session.conversationId } : {}),
    webSocket,
    pollingInterval: 1000,
  });
  directLine.connectionStatus$.subscribe((/** @type {number} */ etat) => {
    if (etat === JETON_PERIME) renouer().catch(() => recommencer(session.compte));
  });
  const battement = window.setInterval(() => {
    if (enCours === null) return;
    prolongerSession(enCours.session).then(
      (neuve) => {
        if (enCours !== null) enCours.session = neuve;
      },
      () => undefined,
    );
  }, PROLONGER_TOUTES_LES);
  enCours = { session, directLine, store, battement };
  fil.replaceChildren(scene);
  WebChat.renderWebChat(
    {
      directLine,
      store,
      locale: 'fr-FR',
      nonce: reglages.nonce,
      styleOptions,
      adaptiveCardsHostConfig,
      overrideLocalizedStrings,
    },
    scene,
  );
};

/** @param {string} compte */
const recommencer = async (compte) => {
  document.body.classList.remove('entamee');
  for (const bouton of exemples) bouton.disabled = true;
  fil.querySelector('.scene')?.setAttribute('aria-busy', 'true');
  choixCompte.value = compte;
  await afficher(await creerSession(compte), { reprise: false });
};

const ouvrir = async () => {
  const gardee = lireSession();
  if (gardee === null || !comptePossible(gardee.compte)) return recommencer('');
  choixCompte.value = gardee.compte;
  const prolongee = await prolongerSession(gardee).catch(() => null);
  if (prolongee === null) return recommencer(gardee.compte);
  await afficher(prolongee, { reprise: true });
};

/** @param {string} compte */
const comptePossible = (compte) => compte === '' || reglages.comptes.some(({ id }) => id === compte);

const preparerDemonstration = () => {
  if (reglages.comptes.length === 0) return;
  choixCompte.append(
    ...[{ id: '', libelle: 'Visiteur' }, ...reglages.comptes].map(({ id, libelle }) => new Option(libelle, id)),
  );
  for (const id of ['demonstration', 'roles']) document.getElementById(id)?.removeAttribute('hidden');
  choixCompte.addEventListener('change', () => recommencer(choixCompte.value).catch(echouer));
};

const echouer = () => {
  for (const bouton of exemples) bouton.disabled = true;
  montrerPanne('La conversation n’a pas pu s’ouvrir. Vérifiez votre connexion, puis rechargez la page.');
};

const demarrer = () => {
  if (WebChat === undefined) return echouer();
  preparerDemonstration();
  document.getElementById('nouvelle')?.addEventListener('click', () => {
    recommencer(choixCompte.value).then(viserSaisie, echouer);
  });
  for (const bouton of exemples) {
    bouton.disabled = true;
    bouton.addEventListener('click', () => {
      enCours?.store.dispatch({
        type: 'WEB_CHAT/SEND_MESSAGE',
        payload: { text: enTexteNu(bouton.textContent ?? ''), method: 'keyboard' },
      });
      viserSaisie();
    });
  }
  ouvrir().catch(echouer);
};

demarrer();
