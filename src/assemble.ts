import type { MessageRecu, Reponse, Traiter } from '../dialogs/kit/reply.ts';
import type { Services } from '../dialogs/services.ts';
import { jouerTour } from '../dialogs/turn.ts';
import type { Config } from './config.ts';
import { COMPTES_DEMONSTRATION } from './demonstration.ts';
import type { IndexAvis } from './domain/marches/index-avis.ts';
import { type Compte, VISITEUR } from './domain/roles.ts';
import { uneFois } from './domain/territoire-index.ts';
import { signalerPanne } from './journal.ts';
import { plier } from './nlu/normaliser.ts';
import { createTraiter } from './pipeline/traiter.ts';
import { buildServices, type Ressources } from './services/build.ts';
import { ecrireEffets } from './services/effets.ts';
import { createLiens, type ServiceLiens } from './services/liens.ts';
import { suivreAvis } from './services/marches/index-suivi.ts';

/** Clausette prête à parler, quel que soit le canal. */
export interface Assemblage {
  readonly traiter: Traiter;
  readonly trouverCompte: (aadObjectId: string | null) => Promise<Compte>;
  readonly services: Services;
  /** L'index des avis, à jour des imports. */
  readonly indexAvis: () => Promise<IndexAvis>;
  /** Liens donnés dans la conversation, et ce qu'ils ouvrent. */
  readonly liens: ServiceLiens;
}

/** Relie conversations, services et dépôt. */
export const assembler = (
  ressources: Ressources,
  config: Pick<Config, 'demonstration'> & Partial<Pick<Config, 'publicUrl'>>,
): Assemblage => {
  const { store } = ressources;
  const indexAvis = suivreAvis(store.avis, ressources.knowledge.secteurs);
  const { publicUrl = '' } = config;
  const liens = createLiens({ secret: store.secret, publicUrl, maintenant: () => new Date() });
  const services = buildServices(ressources, indexAvis, liens);
  const sources = { store, fiche: services.droit.fiche, motConnu: createMotConnu(ressources) };
  const traiter = createTraiter({
    conversations: store.conversations,
    signaler: signalerPanne,
    async jouer(etat, message: MessageRecu): Promise<{ etat: typeof etat; reponses: readonly Reponse[] }> {
      const resultat = await jouerTour(etat, message, services);
      await ecrireEffets(resultat.effets, message, sources);
      return resultat;
    },
  });
  return { traiter, services, indexAvis, liens, trouverCompte: createTrouverCompte(ressources, config) };
};

const createTrouverCompte =
  ({ store }: Ressources, { demonstration }: Pick<Config, 'demonstration'>) =>
  async (aadObjectId: string | null): Promise<Compte> => {
    if (aadObjectId === null) return VISITEUR;
    const demo = demonstration ? COMPTES_DEMONSTRATION.find(({ id }) => id === aadObjectId) : undefined;
    return demo ?? (await store.comptes.find(aadObjectId)) ?? { ...VISITEUR, id: aadObjectId };
  };

/** Mots du métier et des lieux : en majuscules dans une question, ils ne sont pas un nom de personne. */
const createMotConnu = (ressources: Ressources): ((mot: string) => boolean) => {
  const connus = uneFois(() => apprendreMots(ressources));
  return (mot) => connus().has(plier(mot));
};

const apprendreMots = ({ knowledge, territoire, annuaire }: Ressources): ReadonlySet<string> => {
  const textes = [
    ...knowledge.lexique.flatMap(({ terme, developpe, synonymes }) => [terme, developpe ?? '', ...synonymes]),
    ...[...knowledge.fiches.values()].flatMap(({ titre, phrases }) => [titre, ...phrases]),
    ...[...territoire.communes, ...territoire.epcis, ...territoire.departements, ...annuaire].map(({ nom }) => nom),
  ];
  return new Set(textes.flatMap((texte) => plier(texte).split(/[^a-z0-9]+/)).filter((mot) => mot.length > 2));
};
