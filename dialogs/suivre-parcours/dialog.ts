import type { DemandeParcours, SituationLue } from '../../src/domain/parcours/demandes.ts';
import { peutDeclarer } from '../../src/domain/roles.ts';
import { acces } from '../compte/messages.ts';
import { contexteDe } from '../declarer-heures/lecture.ts';
import type { Conversation, Issue, Ouverte, Tour } from '../kit/conversation.ts';
import { direEcheances } from './echeances.ts';
import { AConfirmer, ASituer, type Situee } from './etapes.ts';
import { proposerGlobaliser } from './globaliser.ts';
import * as messages from './messages.ts';
import { completer, demanderNoter, demanderSituation, poursuivreNoter, poursuivreSituer } from './noter.ts';
import { direParcours } from './voir.ts';

/** Suivre le chemin d'une personne sur plusieurs contrats, sans son nom. */
export const suivreParcours: Conversation = {
  intention: 'suivre-parcours',
  async demarrer(tour: Tour) {
    const { message, services, aujourdhui } = tour;
    if (!peutDeclarer(message.compte)) return { reponses: [{ texte: acces(message.compte) }] };
    const demande = services.parcours.lire(message.texte, aujourdhui) ?? { type: 'voir' as const };
    if (demande.type === 'echeances') return direEcheances(tour);
    if (demande.type === 'globaliser') return proposerGlobaliser(tour, demande.seuil);
    const personne = await lirePersonne(tour);
    return personne === null ? { reponses: [{ texte: messages.quellePersonne }] } : repondre(tour, demande, personne);
  },
  async poursuivre(tour: Tour, { donnees }: Ouverte) {
    if (AConfirmer.safeParse(donnees).success) return poursuivreNoter(tour, donnees);
    return ASituer.safeParse(donnees).success ? poursuivreSituer(tour, donnees) : null;
  },
  async rappeler(_tour: Tour, { donnees }: Ouverte) {
    const situer = ASituer.safeParse(donnees);
    if (situer.success && situer.data.precision === 'cdd')
      return { texte: messages.quelCdd, choix: messages.CHOIX_CDD };
    if (situer.success)
      return { texte: messages.ouEnEst(situer.data), choix: messages.choixSituation(situer.data.mois !== null) };
    const confirmer = AConfirmer.safeParse(donnees);
    return confirmer.success ? { texte: messages.confirmer(confirmer.data.fait), choix: messages.OUI_NON } : null;
  },
};

/** La personne, lue comme pour des heures ; un nom y devient un code. */
const lirePersonne = async (tour: Tour): Promise<string | null> => {
  const { services, message } = tour;
  const dite = services.parcours.lirePersonne(message.texte);
  if (dite !== null) return services.heures.coder(dite).code;
  const lue = (await services.heures.lire(message.texte, { ...contexteDe(tour), brouillon: [] })).lignes[0];
  return lue?.beneficiaire ? services.heures.coder(lue.beneficiaire).code : null;
};

type DemandePersonne = Exclude<DemandeParcours, { type: 'echeances' | 'globaliser' }>;

const repondre = async (tour: Tour, demande: DemandePersonne, personne: string): Promise<Issue> => {
  const { message, services, aujourdhui } = tour;
  switch (demande.type) {
    case 'voir':
      return direParcours(tour, personne);
    case 'libelle': {
      const structure = services.parcours.structureDe(message.compte);
      const { libelle } = demande;
      return {
        reponses: [{ texte: messages.libelle(personne, libelle) }],
        effets: [{ type: 'nommer', structure, personne, libelle }],
      };
    }
    case 'eligible': {
      const { statut, debut, fin } = demande;
      if (debut !== null && fin !== null && fin < debut) return { reponses: [{ texte: messages.datesInversees }] };
      return demanderNoter(tour, {
        type: 'eligibilite',
        personne,
        statut,
        debut: debut ?? (statut === 'validee' ? aujourdhui : null),
        fin,
      });
    }
    case 'sortie':
      return noterSituation(tour, { personne, mois: null, le: demande.le ?? aujourdhui }, demande.situation);
    case 'suivi':
      return noterSituation(tour, { personne, mois: demande.mois, le: aujourdhui }, demande.situation);
  }
};

const noterSituation = async (tour: Tour, attendue: Situee, situation: SituationLue): Promise<Issue> => {
  if (attendue.le > tour.aujourdhui) return { reponses: [{ texte: messages.sortieFuture }] };
  if (situation === null) return demanderSituation(attendue);
  if (situation === 'precisez') return demanderSituation(attendue, 'cdd');
  const fait = completer(attendue, situation);
  return fait === null ? demanderSituation(attendue) : demanderNoter(tour, fait);
};
