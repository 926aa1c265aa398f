import type { Proposition } from '../../src/domain/heures/propositions.ts';
import type { LigneLue } from '../../src/domain/heures.ts';
import type { Tour } from '../kit/conversation.ts';
import { formatHeures, formatPeriode } from '../kit/format.ts';
import type { Choix } from '../kit/reply.ts';
import { champsManquants, type LigneBrouillon, versLue } from './brouillon.ts';
import * as messages from './messages.ts';

const OPERATIONS_PROPOSEES = 6;

/** Boutons utiles à ce qui est demandé : lectures probables d'un doute, ou opérations possibles. */
export const proposerChoix = async (tour: Tour, lignes: readonly LigneBrouillon[]): Promise<Choix[]> => {
  const doutes = await proposerLectures(tour, lignes);
  if (doutes.length > 0) return doutes;
  if (lignes.some(({ dites }) => dites.includes('doublon'))) return [...messages.CHOIX_DOUBLON];
  return proposerOperations(tour, lignes);
};

const proposerLectures = async ({ services, message, aujourdhui }: Tour, lignes: readonly LigneBrouillon[]) => {
  const douteuse = lignes.find(({ alertes }) => alertes.length > 0);
  // Sur plusieurs lignes, un bouton ne dirait pas laquelle il change.
  if (douteuse === undefined || lignes.length > 1) return [];
  const contexte = { aujourdhui, compte: message.compte };
  const propositions = await services.registre.proposer(message.texte, versLue(douteuse), contexte);
  return propositions.map((proposition) => enChoix(proposition, versLue(douteuse)));
};

/** Le bouton envoie ce qu'on aurait tapé : « 30 h », « du 2 au 6 novembre 2026 ». */
const enChoix = ({ heures, periode }: Proposition, douteuse: LigneLue): Choix => {
  const dit = [
    heures === undefined ? null : formatHeures(heures),
    periode === undefined ? null : formatPeriode(periode),
  ]
    .filter((part) => part !== null)
    .join(' ');
  const parJour = douteuse.alertes.includes('heures-ambigues') && douteuse.heures !== null && periode === undefined;
  return { titre: parJour ? messages.enToutOuParJour(dit, heures ?? 0, douteuse.heures ?? 0) : dit, valeur: dit };
};

const proposerOperations = async ({ services, message }: Tour, lignes: readonly LigneBrouillon[]): Promise<Choix[]> => {
  const enAttente = lignes.find((ligne) => champsManquants(ligne)[0] === 'operation');
  if (enAttente === undefined) return [];
  const operations = await services.heures.operationsDe(message.compte);
  const possibles = operations.filter(({ id }) => enAttente.operationsPossibles.includes(id));
  return (possibles.length > 0 ? possibles : operations)
    .slice(0, OPERATIONS_PROPOSEES)
    .map(({ intitule }) => ({ titre: intitule, valeur: intitule }));
};
