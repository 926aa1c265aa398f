import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Reponse, Traiter } from '../../../dialogs/kit/reply.ts';
import type { CanalMarches, Remise } from '../../domain/marches/canal.ts';
import { createMemoireAvis } from '../avis.ts';
import { ActiviteEntrante, nommerDefauts } from '../entree.ts';
import { nommeCetteMachine, readJson, sendJson, sendRefus, vientDAilleurs } from '../http.ts';
import type { TrouverCompte } from '../identite.ts';
import { createReference, natureDe, type Signaler } from '../journal.ts';
import { createPousser } from './canal.ts';
import type { Credentials } from './credentials.ts';
import { ECOUTE_SANS_IDENTITE, REFUS } from './messages.ts';
import { createTour, type Outils } from './tour.ts';

/** Ce dont le canal a besoin. */
export interface BotFrameworkOptions {
  readonly traiter: Traiter;
  readonly trouverCompte: TrouverCompte;
  readonly credentials: Credentials | null;
  /** Vrai quand le serveur n'écoute que sur la boucle locale. */
  readonly loopback: boolean;
  readonly signaler?: Signaler;
  readonly maintenant?: () => Date;
  /** Garde de quoi écrire plus tard à une conversation. */
  readonly retenirCanal?: Outils['retenirCanal'];
}

/** Le canal : une fonction pour `POST /api/messages`, une pour charger botbuilder d'avance, une pour prendre la parole. */
export interface BotFramework {
  readonly recevoir: (req: IncomingMessage, res: ServerResponse) => Promise<void>;
  readonly preparer: () => Promise<void>;
  /** Écrit à une conversation qui n'attend rien. */
  readonly pousser: (canal: CanalMarches, reponse: Reponse) => Promise<Remise>;
}

const CORPS_MAX = 256 * 1024;

const refuserAvantLecture = (req: IncomingMessage, { credentials }: BotFrameworkOptions): string | null => {
  if (credentials !== null) return null;
  return nommeCetteMachine(req) && !vientDAilleurs(req) ? null : REFUS.horsDeCetteMachine;
};

/**
 * Branche le protocole du Bot Framework.
 * Sans identité Azure, toute activité est crue : ce n'est permis que sur la boucle locale.
 */
export const createBotFramework = (options: BotFrameworkOptions): BotFramework => {
  const { credentials, signaler = () => undefined, maintenant = () => new Date() } = options;
  if (credentials === null && !options.loopback) throw new Error(ECOUTE_SANS_IDENTITE);
  const outils: Outils = { ...options, signaler, maintenant, memoire: createMemoireAvis() };

  // L'import de botbuilder coûte une demi-seconde : il commence après l'écoute, et les requêtes l'attendent.
  let chargement: ReturnType<typeof charger> | undefined;
  const charger = async () => (await import('./adaptateur.ts')).createAdaptateur(credentials);
  const adaptateur = () => {
    chargement ??= charger();
    return chargement;
  };

  const recevoir = async (req: IncomingMessage, res: ServerResponse): Promise<void> => {
    const interdit = refuserAvantLecture(req, options);
    if (interdit !== null) return sendRefus(res, 403, interdit);
    const corps = await readJson(req, CORPS_MAX);
    if (!corps.lu) return sendRefus(res, corps.statut, corps.message);
    const activite = ActiviteEntrante.safeParse(corps.valeur);
    if (!activite.success) return sendRefus(res, 400, nommerDefauts(activite.error));

    const tour = createTour(activite.data, outils);
    try {
      const recue = (await adaptateur()).lireActivite(corps.valeur);
      const reponse = await (await adaptateur()).recevoir(req.headers.authorization ?? '', recue, tour.jouer);
      if (tour.etat() === 'envoi-impossible') return sendRefus(res, 502, REFUS.envoiImpossible);
      if (reponse?.body === undefined) {
        res.writeHead(reponse?.status ?? 200, { 'content-length': 0 });
        res.end();
      } else sendJson(res, reponse.status, reponse.body);
    } catch (cause) {
      const reference = createReference();
      signaler('bot-framework-refused', { reference, cause: natureDe(cause) });
      // Avant le tour, seule l'authentification peut échouer.
      if (tour.etat() === 'attendu') sendRefus(res, 401, REFUS.identite);
      else sendRefus(res, 500, REFUS.panne(reference));
    }
  };

  return {
    recevoir,
    preparer: async () => {
      await adaptateur();
    },
    pousser: createPousser(adaptateur, credentials),
  };
};
