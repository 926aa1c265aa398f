import {
  type Activity,
  CloudAdapter,
  ConfigurationBotFrameworkAuthentication,
  ConfigurationServiceClientCredentialFactory,
  type InvokeResponse,
  type TurnContext,
} from 'botbuilder';
import { z } from 'zod';
import { ActiviteEntrante } from '../entree.ts';
import type { Credentials } from './credentials.ts';

/** Ce qu'un tour fait de son contexte. */
export type Tour = (contexte: TurnContext) => Promise<void>;

/** botbuilder ne lit d'une activité reçue que ce que `ActiviteEntrante` a vérifié. */
const ActiviteRecue = z.custom<Activity>((valeur) => ActiviteEntrante.safeParse(valeur).success);

/**
 * Le CloudAdapter de Microsoft, moins sa façon de répondre :
 * `process` écrit la pile d'erreur sur la console et le message brut dans la réponse.
 */
class Adaptateur extends CloudAdapter {
  lireActivite(corps: unknown): Activity {
    return ActiviteRecue.parse(corps);
  }

  recevoir(autorisation: string, activite: Activity, tour: Tour): Promise<InvokeResponse | undefined> {
    return this.processActivity(autorisation, activite, tour);
  }
}

/** Prépare l'adaptateur ; sans identité, botbuilder n'exige aucun jeton : l'appelant n'écoute alors qu'en local. */
export const createAdaptateur = (credentials: Credentials | null): Adaptateur => {
  const factory = new ConfigurationServiceClientCredentialFactory(credentials === null ? {} : { ...credentials });
  return new Adaptateur(new ConfigurationBotFrameworkAuthentication({}, factory));
};
