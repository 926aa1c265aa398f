import type { Alerte, LigneLue } from '../../src/domain/heures.ts';
import type { Tour } from '../kit/conversation.ts';
import type { Homonyme } from '../services.ts';
import { type LigneBrouillon, versLue, versPersonne } from './brouillon.ts';
import type { NommerOperation } from './recapitulatif.ts';

export interface LignesLues {
  readonly lignes: LigneBrouillon[];
  /** De 0 à 1 : le message est-il bien une saisie, ou la suite du brouillon ? */
  readonly score: number;
  /** Personnes entre lesquelles un nom seul hésite. */
  readonly homonymes: readonly Homonyme[];
  /** Un mot d'un nom a été corrigé, alors que le nom n'est pas gardé : il faut le redire en entier. */
  readonly nomPartiel: boolean;
}

export const contexteDe = ({ message, aujourdhui, memoire }: Tour) => ({
  aujourdhui,
  compte: message.compte,
  sujet: memoire.fiche,
});

/** Lit le message comme une suite du brouillon ; un nom de personne y devient aussitôt un code. */
export const lireLignes = async (tour: Tour, lignes: readonly LigneBrouillon[]): Promise<LignesLues> => {
  const { services, message } = tour;
  const contexte = contexteDe(tour);
  const personnes = lignes.flatMap(({ beneficiaire }) => (beneficiaire ? [beneficiaire] : []));
  const lecture = await services.heures.lire(message.texte, { ...contexte, brouillon: lignes.map(versLue), personnes });
  const connues = new Map(personnes.map((personne) => [personne.code, personne]));
  const coder = (nom: string | null) => (nom === null ? null : versPersonne(services.heures.coder(nom)));
  const lues = await Promise.all(
    lecture.lignes.map(async (lue) => {
      const alertes = await services.heures.verifier(lue, contexte);
      const beneficiaire = connues.get(lue.beneficiaire ?? '') ?? coder(lue.beneficiaire);
      return versBrouillon(lue, beneficiaire, alertes);
    }),
  );
  const reprises = lues.map((ligne, rang) => reprendre(ligne, lignes[rang], message.texte));
  return {
    lignes: reprises,
    score: lecture.score,
    homonymes: lecture.homonymes,
    nomPartiel: reprises.some((ligne, rang) => ligne.beneficiaire !== lues[rang]?.beneficiaire),
  };
};

const ORTHOGRAPHE = /\bavec (?:un|une|deux|le|la)\b|\b(?:s['’]|ça s['’])?[eé]cri[tv]|orthographe|pr[eé]nom|\bnom\b/i;

/** « Zaoui avec un i » ne corrige qu'un mot de « F. Z. » : sans le reste, ce serait une autre personne. */
const reprendre = (ligne: LigneBrouillon, avant: LigneBrouillon | undefined, texte: string): LigneBrouillon => {
  const [dite, connue] = [ligne.beneficiaire, avant?.beneficiaire ?? null];
  if (!avant || dite === null || connue === null || dite.code === connue.code) return ligne;
  const { publics, sexe, modalite } = avant;
  // « Zaoui », puis « Farid Zaoui » : la même personne, mieux dite, garde ce qu'on sait d'elle.
  if (connue.mots.length > 0 && connue.mots.every((mot) => dite.mots.includes(mot)))
    return {
      ...ligne,
      publics: ligne.publics.length > 0 ? ligne.publics : publics,
      sexe: ligne.sexe ?? sexe,
      modalite: ligne.modalite ?? modalite,
    };
  if (connue.mots.length < 2 || dite.mots.length !== 1) return ligne;
  if (!ORTHOGRAPHE.test(texte) && !connue.libelle.includes(dite.libelle)) return ligne;
  return { ...ligne, beneficiaire: null, publics, sexe, modalite };
};

/** Revérifie des lignes changées sans texte (champs d'une carte). */
export const reverifier = async (tour: Tour, lignes: readonly LigneBrouillon[]): Promise<LigneBrouillon[]> =>
  Promise.all(
    lignes.map(async (ligne) => ({
      ...ligne,
      alertes: [...(await tour.services.heures.verifier(versLue(ligne), contexteDe(tour)))],
    })),
  );

const versBrouillon = (
  lue: LigneLue,
  beneficiaire: LigneBrouillon['beneficiaire'],
  alertes: readonly Alerte[],
): LigneBrouillon => ({
  heures: lue.heures,
  periode: lue.periode,
  beneficiaire,
  operation: lue.operation,
  operationsPossibles: [...(lue.operationsPossibles ?? [])],
  entreprise: lue.entreprise,
  publics: [...lue.publics],
  sexe: lue.sexe,
  modalite: lue.modalite,
  alertes: [...new Set([...lue.alertes, ...alertes])],
  regles: [],
  dites: [],
  doublonDu: null,
});

/** Deux états d'un brouillon disent-ils la même chose ? Les avertissements n'y changent rien. */
export const ditPareil = (unes: readonly LigneBrouillon[], autres: readonly LigneBrouillon[]): boolean =>
  JSON.stringify(unes.map(versLue)) === JSON.stringify(autres.map(versLue));

/** Intitulé des opérations de cette personne, par identifiant. */
export const nommerOperations = async ({ services, message }: Tour): Promise<NommerOperation> => {
  const operations = await services.heures.operationsDe(message.compte);
  const intitules = new Map(operations.map(({ id, intitule }) => [id, intitule]));
  return (id) => intitules.get(id) ?? id;
};
