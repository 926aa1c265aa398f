import type { Mesure } from '../../src/domain/indicateurs/demande.ts';
import { peutDeclarer } from '../../src/domain/roles.ts';
import { accesOperation } from '../compte/messages.ts';
import type { Conversation, Issue, Ouverte, Tour } from '../kit/conversation.ts';
import { estTableauComplet, poursuivreChiffres, repondreChiffres } from './chiffres.ts';
import { comparerTerritoires } from './comparer.ts';
import { DEFINITIONS } from './definitions.ts';
import { donnerReleve, exporterLignes } from './documents.ts';
import { signalerLieu } from './lieu.ts';
import * as messages from './messages.ts';
import * as soldes from './messages-soldes.ts';

/** Dire un total, un solde, ou les chiffres d'une période, d'un territoire, d'un public. */
export const suivreIndicateurs: Conversation = {
  intention: 'suivre-indicateurs',
  async demarrer(tour: Tour) {
    const { lecture, message, aujourdhui, services } = tour;
    if (lecture.chiffres === 'siens') return chiffresSiens(tour);
    const { sujet, demande, lieu, liste, compares } = await services.indicateurs.lire(message.texte, {
      aujourdhui,
      precedente: null,
    });
    if (sujet === 'definition') return dire(definir(demande.mesure));
    if (sujet === 'retard') return direRetards(tour);
    if (sujet === 'releve') return donnerReleve(tour, demande);
    if (sujet === 'export') return exporterLignes(tour, demande);
    if (liste) return listerOperations(tour);
    if (lecture.chiffres === 'total') {
      const total = await totalDemande(tour);
      if (total !== null) return total;
      if (sujet === 'prevision') return dire(soldes.previsionSansOperation);
      // Sans opération reconnue, les chiffres de toute la région répondraient à côté.
      if (estTableauComplet(demande) && demande.periode === null && demande.territoire === null)
        return dire(messages.preciser);
    }
    if (compares.length > 1) return comparerTerritoires(tour, demande, compares);
    return signalerLieu(tour, { demande, lieu }) ?? repondreChiffres(tour, demande);
  },
  async poursuivre(tour: Tour, ouverte: Ouverte) {
    return poursuivreChiffres(tour, ouverte);
  },
};

const dire = (texte: string): Issue => ({ reponses: [{ texte }] });

const direRetards = async ({ services, message, aujourdhui }: Tour): Promise<Issue> => {
  const retards = await services.indicateurs.retards(message.compte, aujourdhui);
  return dire(retards === null ? soldes.retardsReserves : soldes.retards(retards));
};

const OPERATIONS_MONTREES = 15;

/** Toutes les opérations qu'on suit, chacune avec son dû et son fait. */
const listerOperations = async ({ services, message, aujourdhui }: Tour): Promise<Issue> => {
  const { compte } = message;
  if (!peutDeclarer(compte)) return dire(soldes.listeReservee);
  const operations = await services.heures.operationsDe(compte);
  const montrees = operations.slice(0, OPERATIONS_MONTREES);
  const etats = await Promise.all(montrees.map(({ id }) => services.indicateurs.etat(id, compte, aujourdhui)));
  const lus = etats.flatMap((detail) => (detail === null ? [] : [detail.etat]));
  return dire(soldes.liste(lus, operations.length));
};

const definir = (mesure: Mesure): string => DEFINITIONS[mesure];

/** « total P-0231 », « solde école Pasteur » ; null sans l'un ni l'autre. */
const totalDemande = async (tour: Tour): Promise<Issue | null> => {
  const { services, message, aujourdhui } = tour;
  const { compte } = message;
  const contexte = { aujourdhui, compte, sujet: null, brouillon: [] };
  const ligne = (await services.heures.lire(message.texte, contexte)).lignes[0];
  if (ligne?.beneficiaire) {
    const { code } = services.heures.coder(ligne.beneficiaire);
    const total = await services.heures.totalPersonne(code, compte);
    if (total === null) return dire(accesOperation);
    const texte = messages.totalPersonne(code, total.heures, total.saisies);
    return dire(total.operations.length > 0 ? `${texte} ${messages.operationsDe(total.operations)}` : texte);
  }
  if (ligne?.operation) {
    const etat = await services.indicateurs.etat(ligne.operation, compte, aujourdhui);
    return dire(etat === null ? accesOperation : soldes.etat(etat));
  }
  if (ligne?.entreprise && (ligne.operationsPossibles ?? []).length === 0) {
    const etats = await services.indicateurs.etatsEntreprise(ligne.entreprise, compte, aujourdhui);
    return etats === null || etats.length === 0 ? null : dire(soldes.entreprise(ligne.entreprise, etats));
  }
  return (ligne?.operationsPossibles ?? []).length > 0 ? dire(messages.preciser) : null;
};

const chiffresSiens = async ({ services, message, aujourdhui }: Tour): Promise<Issue> => {
  const periode = services.indicateurs.lirePeriode(message.texte, aujourdhui);
  const chiffres = await services.indicateurs.siens(periode, message.compte);
  if (chiffres.hours === 0) return dire(messages.aucuneHeure(periode));
  const lignes = messages.lignes(chiffres).map(({ libelle, valeur }) => `- ${libelle} : **${valeur}**`);
  return dire([messages.titreSiens(periode), lignes.join('\n')].join('\n\n'));
};
