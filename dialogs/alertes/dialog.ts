import { type AlerteMarches, empreinteAvis, retenir } from '../../src/domain/marches/alertes.ts';
import type { FiltreMarches } from '../../src/domain/marches.ts';
import { titrer } from '../chercher-marches/avis.ts';
import type { Conversation, Issue, Tour } from '../kit/conversation.ts';
import * as messages from './messages.ts';
import { proprietaireDe } from './proprietaire.ts';

/** Assez pour tout retenir d'une recherche sans garder une liste sans fin. */
const PLUS_D_AVIS = 2000;
const PLUS_D_ALERTES = 20;

/** Garder une recherche et dire ce qui s'y ajoute. */
export const alertes: Conversation = {
  intention: 'alertes',
  async demarrer(tour: Tour) {
    const ordre = tour.services.marches.lireOrdreAlerte(tour.message.texte) ?? { type: 'lister' };
    if (ordre.type === 'creer') return creer(tour, filtreVoulu(tour));
    const siennes = await tour.services.marches.alertes(proprietaireDe(tour.message));
    if (ordre.type === 'lister') return lister(tour, siennes);
    if (ordre.type === 'renommer') return renommer(siennes, ordre);
    return ordre.type === 'supprimer-toutes' ? supprimer(siennes) : supprimerUne(siennes, ordre.rang);
  },
  async revenir(tour: Tour) {
    const { memoire, message, services } = tour;
    const siennes = memoire.sujet === 'alertes' ? await services.marches.alertes(proprietaireDe(message)) : [];
    if (siennes.length > 0 && TOUT.test(message.texte)) return supprimer(siennes);
    const ordre = services.marches.lireOrdreAlerte(message.texte);
    // « préviens-moi », juste après une recherche : il n'y a rien d'autre à suivre.
    if (ordre?.type !== 'creer' || memoire.sujet !== 'chercher-marches' || memoire.filtre === null) return null;
    return creer(tour, filtreVoulu(tour));
  },
  async poursuivre(tour: Tour) {
    const { lecture, memoire } = tour;
    if (memoire.sujet !== 'chercher-marches' || memoire.filtre === null) return null;
    if (lecture.confirmation === 'oui') return creer(tour, memoire.filtre);
    return lecture.confirmation === 'non' ? { reponses: [{ texte: messages.sansAlerte }] } : null;
  },
};

/** « Préviens-moi des nouveaux » reprend la recherche précédente ; un message plus précis en dit une autre. */
const filtreVoulu = ({ services, message, aujourdhui, memoire }: Tour): FiltreMarches => {
  const lu = services.marches.lireFiltre(message.texte, aujourdhui);
  const dit = lu.secteur ?? lu.audience ?? lu.lieu ?? lu.acheteur ?? lu.montantMin ?? lu.limiteApres ?? lu.limiteAvant;
  return { ...(dit === null && memoire.filtre !== null ? memoire.filtre : lu), etat: 'ouvert' };
};

const creer = async (tour: Tour, filtre: FiltreMarches): Promise<Issue> => {
  const { message, services, aujourdhui } = tour;
  const proprietaire = proprietaireDe(message);
  const siennes = await services.marches.alertes(proprietaire);
  const libelle = titrer(tour, filtre);
  if (siennes.some((alerte) => alerte.libelle === libelle || memeFiltre(alerte.filtre, filtre)))
    return { reponses: [{ texte: messages.dejaLa(libelle) }] };
  if (siennes.length >= PLUS_D_ALERTES) return { reponses: [{ texte: messages.trop(PLUS_D_ALERTES) }] };
  const { trouves, total } = await services.marches.chercher(filtre, aujourdhui, { rang: 0, taille: PLUS_D_AVIS });
  const alerte: AlerteMarches = {
    id: `${proprietaire}/${message.id}`,
    proprietaire,
    canal: message.canal,
    conversation: message.conversation,
    filtre,
    libelle,
    creeLe: aujourdhui,
    active: true,
    dits: Object.fromEntries(trouves.map((avis) => [avis.id, empreinteAvis({ avis, issue: 'en-cours' })])),
  };
  return {
    reponses: [
      {
        texte: messages.creee({
          libelle,
          rang: siennes.length + 1,
          total,
          teams: message.canal === 'msteams',
          courriel: COURRIEL.test(message.texte),
        }),
      },
    ],
    effets: [{ type: 'ranger-alertes', alertes: [alerte] }],
  };
};

/** Un courriel, un SMS : Clausette n'en envoie pas, et le dit. */
const COURRIEL = /\b(?:e-?mails?|mails?|courriels?|sms|textos?)\b/i;
const TOUT = /^\W*(?:supprim\w*|efface\w*|arr[eê]te\w*|enl[eè]ve\w*|stop) ?(?:les |-les |tout\w*|les toutes)\W*$/i;

const memeFiltre = (un: FiltreMarches, autre: FiltreMarches): boolean => JSON.stringify(un) === JSON.stringify(autre);

const renommer = (
  siennes: readonly AlerteMarches[],
  { rang, nom }: { readonly rang: number | null; readonly nom: string },
): Issue => {
  if (siennes.length === 0) return { reponses: [{ texte: messages.aucune }] };
  const visee = rang === null && siennes.length === 1 ? siennes[0] : siennes[(rang ?? 0) - 1];
  if (visee === undefined)
    return { reponses: [{ texte: `${messages.laquelleRenommer}\n\n${messages.liste(siennes)}` }] };
  return {
    reponses: [{ texte: messages.renommee(visee.libelle, nom) }],
    effets: [{ type: 'ranger-alertes', alertes: [{ ...visee, libelle: nom }] }],
  };
};

const lister = async (tour: Tour, siennes: readonly AlerteMarches[]): Promise<Issue> => {
  const nouvelles = await tour.services.marches.nouvelles(proprietaireDe(tour.message), tour.aujourdhui);
  if (siennes.length === 0) return { reponses: [{ texte: messages.aucune }] };
  return {
    reponses: [
      { texte: messages.liste(siennes) },
      ...(nouvelles.length > 0 ? [{ texte: messages.nouvelles(nouvelles) }] : []),
    ],
    effets: [{ type: 'ranger-alertes', alertes: nouvelles.map((lue) => retenir(lue.alerte, lue.nouvelles)) }],
  };
};

const supprimer = (alertesVisees: readonly AlerteMarches[]): Issue =>
  alertesVisees.length === 0
    ? { reponses: [{ texte: messages.aucune }] }
    : {
        reponses: [{ texte: messages.supprimees(alertesVisees.map(({ libelle }) => libelle)) }],
        effets: [
          {
            type: 'ranger-alertes',
            alertes: alertesVisees.map((alerte) => ({ ...alerte, active: false, dits: {} })),
          },
        ],
      };

const supprimerUne = (siennes: readonly AlerteMarches[], rang: number | null): Issue => {
  if (siennes.length === 0) return { reponses: [{ texte: messages.aucune }] };
  const visee = rang === null && siennes.length === 1 ? siennes[0] : siennes[(rang ?? 0) - 1];
  if (visee !== undefined) return supprimer([visee]);
  return { reponses: [{ texte: `${messages.laquelle}\n\n${messages.liste(siennes)}` }] };
};
