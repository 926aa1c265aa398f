import type { DemandeRegistre } from '../../src/domain/heures/demandes.ts';
import { peutDeclarer } from '../../src/domain/roles.ts';
import { acces } from '../compte/messages.ts';
import type { Conversation, Issue, Ouverte, Tour } from '../kit/conversation.ts';
import type { Reponse } from '../kit/reply.ts';
import { depuisLigneHeures } from './brouillon.ts';
import { direCarteAncienne } from './carte-ancienne.ts';
import { corrigerSaisies, demanderCorriger, poursuivreCorriger } from './corriger.ts';
import { demanderDefaire, demanderRetablir, poursuivreDefaire, poursuivreRetablir } from './defaire.ts';
import { ACorriger, ADefaire, ARetablir, AValider, type EnAttente, Saisie } from './etapes.ts';
import { direHistorique } from './historique.ts';
import { contexteDe, nommerOperations } from './lecture.ts';
import * as messages from './messages.ts';
import * as textes from './messages-registre.ts';
import { annoncer, direBrouillon } from './recapitulatif.ts';
import { commencerSaisie, empiler, prolongerSaisie, suivreSaisie } from './saisie.ts';
import { demanderValider, poursuivreValider } from './valider.ts';

/** Déclarer des heures en une phrase, compléter, corriger, confirmer, défaire, retrouver. */
export const declarerHeures: Conversation = {
  intention: 'declarer-heures',
  async demarrer(tour: Tour) {
    const { message, services, lecture, aujourdhui } = tour;
    if (!peutDeclarer(message.compte)) return { reponses: [{ texte: acces(message.compte) }] };
    if (message.donnees) return { reponses: [await direCarteAncienne(tour, message.donnees.brouillon)] };
    const demande = services.registre.lire(message.texte, aujourdhui);
    if (demande) return demarrerDemande(tour, demande, []);
    if (lecture.ordre === 'defaire') return demanderDefaire(tour, []);
    if (lecture.ordre === 'abandonner')
      return tour.memoire.enregistree === null
        ? { reponses: [{ texte: messages.rienEnCours }] }
        : demanderDefaire(tour, []);
    return commencerSaisie(tour, []);
  },
  async poursuivre(tour: Tour, { donnees }: Ouverte) {
    const attente = lireAttente(donnees);
    if (attente === null) return { reponses: [{ texte: messages.repriseAZero }] };
    if (parleDAutreChose(tour)) return null;
    return (
      (await interrompre(tour, attente)) ?? (await revenirAEnregistree(tour, donnees)) ?? poursuivreEtape(tour, donnees)
    );
  },
  async revenir(tour: Tour) {
    const { memoire, message, services } = tour;
    if (memoire.enregistree === null || message.donnees || !peutDeclarer(message.compte)) return null;
    if (tour.lecture.confirmation === 'oui') return { reponses: [{ texte: messages.dejaEnregistre }] };
    if (ANNULE_CECI.test(message.texte)) return demanderDefaire(tour, []);
    const saisies = await services.registre.saisies(memoire.enregistree.saisies);
    if (saisies.length === 0) return null;
    if (services.registre.estCorrection(message.texte)) return corrigerSaisies(tour, saisies, []);
    return PAREIL.test(message.texte)
      ? prolongerSaisie(
          tour,
          saisies.map(({ ligne }) => depuisLigneHeures(ligne)),
        )
      : null;
  },
  async rappeler(tour: Tour, { donnees }: Ouverte) {
    const lu = Saisie.safeParse(donnees);
    if (!lu.success) return rappelerQuestion(donnees);
    const operations = await tour.services.heures.operationsDe(tour.message.compte);
    const reponse = direBrouillon(lu.data, await nommerOperations(tour), operations);
    return annoncer(messages.reprise, reponse);
  },
};

/** Saisies qui attendent sous cette étape, ou la saisie elle-même ; null si l'état est d'une autre époque. */
const lireAttente = (donnees: unknown): EnAttente | null => {
  const saisie = Saisie.safeParse(donnees);
  if (saisie.success) return empiler(saisie.data);
  for (const forme of [ADefaire, ACorriger, ARetablir, AValider]) {
    const lue = forme.safeParse(donnees);
    if (lue.success) return lue.data.enAttente;
  }
  return null;
};

/** Un « oui » tardif agirait encore : on redit ce qu'il ferait. */
const rappelerQuestion = (donnees: unknown): Reponse | null => {
  if (ADefaire.safeParse(donnees).success) return { texte: textes.EN_ATTENTE.annulation, choix: textes.OUI_NON };
  if (ACorriger.safeParse(donnees).success) return { texte: textes.EN_ATTENTE.correction, choix: textes.OUI_NON };
  if (ARetablir.safeParse(donnees).success) return { texte: textes.EN_ATTENTE.retablissement, choix: textes.OUI_NON };
  return AValider.safeParse(donnees).success ? { texte: textes.EN_ATTENTE.mois, choix: textes.OUI_NON } : null;
};

/** Un parcours ou un historique se consulte au milieu d'une saisie, sans y toucher. */
const parleDAutreChose = ({ message, services, lecture, aujourdhui }: Tour): boolean =>
  message.donnees === undefined &&
  (lecture.intention === 'suivre-parcours' || services.registre.lire(message.texte, aujourdhui)?.type === 'historique');

/** « annule la dernière saisie », « valide octobre » au milieu d'une saisie : elle attend, elle n'est pas perdue. */
const interrompre = async (tour: Tour, attente: EnAttente): Promise<Issue | null> => {
  const { message, services, lecture, aujourdhui } = tour;
  if (message.donnees) return null;
  const demande = services.registre.lire(message.texte, aujourdhui);
  if (demande && (demande.type !== 'corriger' || (await viseUneAutre(tour, attente))))
    return demarrerDemande(tour, demande, attente);
  return lecture.ordre === 'defaire' ? demanderDefaire(tour, attente) : null;
};

/** « même chose semaine 45 », « pareil pour P-0232 » : une saisie de plus sur le modèle de celle qui vient d'être faite. */
const PAREIL =
  /^(?:et |alors |puis |ensuite )?(?:pareil|idem|(?:la |le |les )?m[eê]mes?(?: chose| heures| saisie)?)(?![\p{L}])/iu;

/** « annule ça », « annule-la », « supprime cette ligne » : ce qui vient d'être dit, sans le nommer. */
const ANNULE_CECI =
  /^(?:non,? |oups,? |euh,? |en fait,? )?(?:annul|supprim|effac|défai|defai|retir|enl[eè]v)\p{L}*[\s-]+(?:ça|ca|cela|la|le|l[ae] dernière?|cette (?:saisie|ligne|entrée))(?: (?:stp|svp|s['’]il (?:te|vous) pla[iî]t))?[\s.!]*$/iu;

/** Juste après un enregistrement, « non, c'était 4 h » et « annule ça » visent ce qui vient d'être enregistré. */
const revenirAEnregistree = async (tour: Tour, donnees: unknown): Promise<Issue | null> => {
  const { message, services, memoire, lecture } = tour;
  const saisie = Saisie.safeParse(donnees);
  if (!saisie.success || !saisie.data.apresEnregistrement || message.donnees || memoire.enregistree === null)
    return null;
  const attente = empiler(saisie.data);
  if (ANNULE_CECI.test(message.texte)) return demanderDefaire(tour, attente);
  if (lecture.ordre === 'abandonner') return null;
  if (lecture.confirmation === 'oui' || !services.registre.estCorrection(message.texte)) return null;
  const saisies = await services.registre.saisies(memoire.enregistree.saisies);
  return saisies.length === 0 ? null : corrigerSaisies(tour, saisies, attente);
};

/** « corrige la saisie de P-0300 » vise le registre si P-0300 n'est pas dans ce qui est en cours. */
const viseUneAutre = async (tour: Tour, attente: EnAttente): Promise<boolean> => {
  const { services, message } = tour;
  const lue = (await services.heures.lire(message.texte, { ...contexteDe(tour), brouillon: [] })).lignes[0];
  if (!lue?.beneficiaire) return false;
  const { code } = services.heures.coder(lue.beneficiaire);
  return attente.every(({ lignes }) => lignes.every(({ beneficiaire }) => beneficiaire?.code !== code));
};

const demarrerDemande = (tour: Tour, demande: DemandeRegistre, attente: EnAttente): Promise<Issue> => {
  switch (demande.type) {
    case 'historique':
      return direHistorique(tour);
    case 'corriger':
      return demanderCorriger(tour, attente);
    case 'annuler-correction':
      return demanderRetablir(tour, attente);
    case 'valider':
    case 'rouvrir':
      return demanderValider(tour, { action: demande.type, mois: demande.mois }, attente);
  }
};

const poursuivreEtape = async (tour: Tour, donnees: unknown): Promise<Issue | null> => {
  const saisie = Saisie.safeParse(donnees);
  if (saisie.success) return suivreSaisie(tour, saisie.data);
  if (tour.message.donnees) return null;
  if (ADefaire.safeParse(donnees).success) return poursuivreDefaire(tour, donnees);
  if (ACorriger.safeParse(donnees).success) return poursuivreCorriger(tour, donnees);
  if (ARetablir.safeParse(donnees).success) return poursuivreRetablir(tour, donnees);
  return poursuivreValider(tour, donnees);
};
