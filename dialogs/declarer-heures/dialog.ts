import { peutDeclarer } from '../../src/domain/roles.ts';
import { acces } from '../compte/messages.ts';
import type { Conversation, Issue, Ouverte, Tour } from '../kit/conversation.ts';
import type { Choix } from '../kit/reply.ts';
import { Brouillon, champsManquants, versLignesHeures } from './brouillon.ts';
import { demanderDefaire, poursuivreDefaire } from './defaire.ts';
import { enregistrer } from './enregistrer.ts';
import { lireLignes, nommerOperations } from './lecture.ts';
import * as messages from './messages.ts';
import { direBrouillon } from './recapitulatif.ts';

/** Au-delà, le message est lu comme une saisie d'heures. */
const SCORE_SAISIE = 0.5;

/** Au-delà, le message parle d'autre chose. */
const SCORE_AUTRE_SUJET = 0.6;

const OPERATIONS_PROPOSEES = 6;

/** Déclarer des heures en une phrase, compléter, corriger, confirmer, défaire. */
export const declarerHeures: Conversation = {
  intention: 'declarer-heures',
  async demarrer(tour: Tour) {
    if (!peutDeclarer(tour.message.compte)) return { reponses: [{ texte: acces(tour.message.compte) }] };
    if (tour.message.donnees) return { reponses: [{ texte: messages.carteAncienne }] };
    if (tour.lecture.ordre === 'defaire') return demanderDefaire(tour);
    if (tour.lecture.ordre === 'abandonner') return { reponses: [{ texte: messages.rienEnCours }] };
    const { lignes } = await lireLignes(tour, []);
    return montrer(tour, { cle: tour.message.id, lignes });
  },
  async poursuivre(tour: Tour, ouverte: Ouverte) {
    if (ouverte.etape === 'defaire') return poursuivreDefaire(tour, ouverte);
    const lu = Brouillon.safeParse(ouverte.donnees);
    if (!lu.success) return { reponses: [{ texte: messages.repriseAZero }] };
    return suivre(tour, lu.data);
  },
  async rappeler(tour: Tour, ouverte: Ouverte) {
    const lu = Brouillon.safeParse(ouverte.donnees);
    if (ouverte.etape === 'defaire' || !lu.success) return null;
    const reponse = direBrouillon(lu.data, await nommerOperations(tour));
    return { ...reponse, texte: `${messages.reprise}\n\n${reponse.texte}` };
  },
};

const suivre = async (tour: Tour, brouillon: Brouillon): Promise<Issue | null> => {
  const { message, lecture } = tour;
  const { donnees } = message;
  if (donnees && donnees.brouillon !== brouillon.cle)
    return { reponses: [{ texte: messages.carteAncienne }], ouverte: ouvrir(brouillon) };
  if (lecture.ordre === 'abandonner' || donnees?.action === 'heures.abandonner')
    return { reponses: [{ texte: messages.abandonnee }] };
  if (lecture.ordre === 'defaire') return null;
  if (lecture.confirmation === 'oui' || donnees?.action === 'heures.enregistrer') {
    const lignes = versLignesHeures(brouillon);
    return lignes === null ? montrer(tour, brouillon) : enregistrer(tour, brouillon.cle, lignes);
  }
  const { lignes, score } = await lireLignes(tour, brouillon.lignes);
  const change = JSON.stringify(lignes) !== JSON.stringify(brouillon.lignes);
  if (!change && lecture.confirmation === 'non')
    return { reponses: [{ texte: messages.queCorriger }], ouverte: ouvrir(brouillon) };
  return change && estSaisie(tour, brouillon, score) ? montrer(tour, { ...brouillon, lignes }) : null;
};

/** Une question de droit posée au milieu n'est pas une saisie, même si elle parle d'heures. */
const estSaisie = ({ lecture }: Tour, { lignes }: Brouillon, score: number): boolean => {
  if (lecture.politesse !== null) return false;
  if (score >= SCORE_SAISIE) return true;
  const autreSujet = lecture.intention !== 'declarer-heures' && lecture.score >= SCORE_AUTRE_SUJET;
  return !autreSujet && lignes.some((ligne) => champsManquants(ligne).length > 0 || ligne.alertes.length > 0);
};

const ouvrir = (brouillon: Brouillon): Ouverte => ({
  conversation: 'declarer-heures',
  etape: 'saisie',
  donnees: brouillon,
});

/** Redit ce qui est compris et demande la suite. */
const montrer = async (tour: Tour, brouillon: Brouillon): Promise<Issue> => {
  const rienDeCompris = brouillon.lignes.every((ligne) => champsManquants(ligne).length === 4);
  const reponse = rienDeCompris
    ? { texte: messages.commencer }
    : direBrouillon(brouillon, await nommerOperations(tour));
  const choix = await proposerOperations(tour, brouillon);
  return { reponses: [choix.length > 0 ? { ...reponse, choix } : reponse], ouverte: ouvrir(brouillon) };
};

/** Des boutons quand c'est l'opération qu'on demande. */
const proposerOperations = async ({ services, message }: Tour, { lignes }: Brouillon): Promise<Choix[]> => {
  const enAttente = lignes.find((ligne) => champsManquants(ligne)[0] === 'operation');
  if (enAttente === undefined) return [];
  const operations = await services.heures.operationsDe(message.compte);
  const possibles = operations.filter(({ id }) => enAttente.operationsPossibles.includes(id));
  return (possibles.length > 0 ? possibles : operations)
    .slice(0, OPERATIONS_PROPOSEES)
    .map(({ intitule }) => ({ titre: intitule, valeur: intitule }));
};
