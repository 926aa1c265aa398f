import {
  type Activity,
  CloudAdapter,
  ConfigurationBotFrameworkAuthentication,
  ConfigurationServiceClientCredentialFactory,
  type ConversationReference,
  type InvokeResponse,
  type TurnContext,
} from 'botbuilder';
import { z } from 'zod';
import { ActiviteEntrante } from '../entree.ts';
import { champ } from './champ.ts';
import type { Credentials } from './credentials.ts';

/** Ce qu'un tour fait de son contexte. */
export type Tour = (contexte: TurnContext) => Promise<void>;

/** botbuilder ne lit d'une activité reçue que ce que `ActiviteEntrante` a vérifié. */
const ActiviteRecue = z.custom<Activity>((valeur) => ActiviteEntrante.safeParse(valeur).success);

/**
 * Le CloudAdapter de Microsoft, moins sa façon de répondre :
 * `process` écrit la pile d'erreur sur la console et le message brut dans la réponse.
 */
export class Adaptateur extends CloudAdapter {
  lireActivite(corps: unknown): Activity {
    return ActiviteRecue.parse(corps);
  }

  recevoir(autorisation: string, activite: Activity, tour: Tour): Promise<InvokeResponse | undefined> {
    return this.processActivity(autorisation, activite, tour);
  }

  /** Prend la parole dans une conversation connue ; un échec n'est pas refait ici, c'est à l'appelant d'en juger. */
  pousser(appId: string, retour: Partial<ConversationReference>, activites: Partial<Activity>[]): Promise<void> {
    return this.continueConversationAsync(appId, retour, async (contexte) => {
      sansReprise(contexte.turnState.get(this.ConnectorClientKey));
      await contexte.sendActivities(activites);
    });
  }
}

/**
 * Le client du connecteur refait de lui-même un envoi dont la liaison se coupe, quitte à le doubler, et botbuilder
 * n'a pas de réglage pour l'en empêcher.
 */
const sansReprise = (connecteur: unknown): void => {
  const pipeline = champ(champ(connecteur, 'client'), 'pipeline');
  const retirer = champ(pipeline, 'removePolicy');
  if (typeof retirer === 'function') Reflect.apply(retirer, pipeline, [{ name: 'defaultRetryPolicy' }]);
};

/** Prépare l'adaptateur ; sans identité, botbuilder n'exige aucun jeton : l'appelant n'écoute alors qu'en local. */
export const createAdaptateur = (credentials: Credentials | null): Adaptateur => {
  const factory = new ConfigurationServiceClientCredentialFactory(credentials === null ? {} : { ...credentials });
  return new Adaptateur(new ConfigurationBotFrameworkAuthentication({}, factory));
};
