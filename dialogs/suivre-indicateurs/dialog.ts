import { anneePrecedente, type Periode } from '../../src/domain/dates.ts';
import type { Indicateurs } from '../../src/domain/indicateurs.ts';
import { accesOperation } from '../compte/messages.ts';
import type { Conversation, Issue, Tour } from '../kit/conversation.ts';
import * as messages from './messages.ts';

/** Dire un total, un solde ou les chiffres clés d'une période. */
export const suivreIndicateurs: Conversation = {
  intention: 'suivre-indicateurs',
  async demarrer(tour: Tour) {
    const { lecture } = tour;
    if (lecture.chiffres === 'siens') return chiffresSiens(tour);
    if (lecture.chiffres === 'cles') return chiffresCles(tour);
    return totalDemande(tour);
  },
};

const dire = (texte: string): Issue => ({ reponses: [{ texte }] });

/** « total P-0231 », « solde école Pasteur » ; sans l'un ni l'autre, les chiffres clés. */
const totalDemande = async (tour: Tour): Promise<Issue> => {
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
    const operation = await services.heures.operation(ligne.operation, compte);
    const solde = operation === null ? null : await services.heures.solde(operation.id);
    return dire(operation === null || solde === null ? accesOperation : messages.solde(operation, solde));
  }
  if ((ligne?.operationsPossibles ?? []).length > 0) return dire(messages.preciser);
  return chiffresCles(tour);
};

const chiffresSiens = async ({ services, message, aujourdhui }: Tour): Promise<Issue> => {
  const periode = services.indicateurs.lirePeriode(message.texte, aujourdhui);
  const chiffres = await services.indicateurs.siens(periode, message.compte);
  if (chiffres.hours === 0) return dire(messages.aucuneHeure(periode));
  return tableau(messages.titreSiens(periode), chiffres, []);
};

const chiffresCles = async (tour: Tour): Promise<Issue> => {
  const { services, message, aujourdhui } = tour;
  const periode = services.indicateurs.lirePeriode(message.texte, aujourdhui);
  const chiffres = await services.indicateurs.calculer(periode);
  if (chiffres.hours === 0) return dire(messages.aucuneHeure(periode));
  const suites = [parDepartement(tour, chiffres), await comparer(tour, periode, chiffres), messages.recouvrement];
  return tableau(
    messages.titre(periode),
    chiffres,
    suites.filter((suite) => suite !== null),
  );
};

const tableau = (titre: string, chiffres: Indicateurs, suites: readonly string[]): Issue => {
  const lignes = messages.lignes(chiffres).map(({ libelle, valeur }) => `- ${libelle} : **${valeur}**`);
  return dire([titre, lignes.join('\n'), ...suites].join('\n\n'));
};

const parDepartement = ({ services }: Tour, chiffres: Indicateurs): string | null => {
  const liste = Object.entries(chiffres.departments).map(([code, { hours }]) => ({
    nom: services.territoire.departement(code)?.nom ?? code,
    heures: hours,
  }));
  return liste.length === 0 ? null : messages.departements(liste);
};

const comparer = async ({ services }: Tour, periode: Periode | null, chiffres: Indicateurs): Promise<string | null> => {
  if (periode === null) return null;
  const precedente = anneePrecedente(periode);
  const avant = await services.indicateurs.calculer(precedente);
  return messages.comparaison(avant, chiffres, precedente.au.slice(0, 4));
};
