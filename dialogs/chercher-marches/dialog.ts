import type { FiltreMarches } from '../../src/domain/marches.ts';
import type { Conversation, Issue, Tour } from '../kit/conversation.ts';
import type { DemandeMarches } from '../services.ts';
import { montrerAcheteurs } from './acheteurs.ts';
import { montrerAvis } from './avis.ts';
import { poursuivreAvis } from './detail.ts';
import { montrerPotentiel } from './potentiel.ts';
import { aiderARepondre, approfondir } from './repondre.ts';
import { montrerRetours } from './retours.ts';
import { montrerStructures } from './structures.ts';

const MONTRER: Readonly<
  Record<Exclude<DemandeMarches, 'repondre'>, (tour: Tour, filtre: FiltreMarches, rang: number) => Promise<Issue>>
> = {
  avis: montrerAvis,
  acheteurs: montrerAcheteurs,
  retours: montrerRetours,
  potentiel: montrerPotentiel,
  structures: montrerStructures,
};

/** « les marchés qui se ferment cette semaine » après « bientôt de retour » : on revient aux avis. */
const AVIS_NOMMES = /\b(?:march[ée]s?|avis|lots?|consultations?)(?!\p{L})/iu;

/** « Qui achète ça ? », « quelles structures peuvent le faire ? » : la recherche d'avant, vue autrement. */
const REPRISE = /(?<!\p{L})(?:ça|ca|cela|le faire|y répondre|y repondre|ce genre|ce type)(?!\p{L})/iu;

/** Chercher les marchés réservés ou clausés : avis, acheteurs, retours, potentiel, et comment y répondre. */
export const chercherMarches: Conversation = {
  intention: 'chercher-marches',
  async demarrer(tour: Tour) {
    const { memoire, lecture, message, services, aujourdhui } = tour;
    if (lecture.ordre === 'suite' && memoire.filtre) return montrer(tour, memoire.filtre, memoire.rang);
    const demande = services.marches.lireDemande(message.texte);
    if (demande === 'repondre') return aiderARepondre(tour);
    return montrer(tour, services.marches.lireFiltre(message.texte, aujourdhui), 0, demande);
  },
  async revenir(tour: Tour) {
    const { memoire, message, services, aujourdhui, lecture } = tour;
    if (memoire.sujet !== 'chercher-marches' || message.donnees) return null;
    if (lecture.politesse !== null || lecture.ordre !== null || lecture.intention === 'alertes') return null;
    const suite = approfondir(tour) ?? (await poursuivreAvis(tour));
    if (suite !== null || memoire.filtre === null) return suite;
    const demande = services.marches.lireDemande(message.texte);
    if (demande !== 'avis' && demande !== 'repondre' && REPRISE.test(message.texte))
      return montrer(tour, memoire.filtre, 0, demande);
    if (demande !== 'avis') return null;
    const filtre = services.marches.affiner(message.texte, memoire.filtre, aujourdhui);
    if (filtre === null) return null;
    return AVIS_NOMMES.test(message.texte) ? montrer(tour, filtre, 0, 'avis') : montrer(tour, filtre, 0);
  },
};

const montrer = async (
  tour: Tour,
  filtre: FiltreMarches,
  rang: number,
  demande: Exclude<DemandeMarches, 'repondre'> = tour.memoire.demandeMarches,
): Promise<Issue> => {
  const issue = await MONTRER[demande](tour, filtre, rang);
  return { ...issue, memoire: { filtre, demandeMarches: demande, ...issue.memoire } };
};
