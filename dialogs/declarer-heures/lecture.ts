import type { Alerte, LigneLue } from '../../src/domain/heures.ts';
import type { Tour } from '../kit/conversation.ts';
import { type LigneBrouillon, versLue } from './brouillon.ts';
import type { NommerOperation } from './recapitulatif.ts';

export interface LignesLues {
  readonly lignes: LigneBrouillon[];
  /** De 0 à 1 : le message est-il bien une saisie, ou la suite du brouillon ? */
  readonly score: number;
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
  const lecture = await services.heures.lire(message.texte, { ...contexte, brouillon: lignes.map(versLue) });
  const connues = new Map(
    lignes.flatMap(({ beneficiaire }) => (beneficiaire ? [[beneficiaire.code, beneficiaire]] : [])),
  );
  const lues = await Promise.all(
    lecture.lignes.map(async (lue) => {
      const alertes = await services.heures.verifier(lue, contexte);
      const coder = () => (lue.beneficiaire === null ? null : services.heures.coder(lue.beneficiaire));
      const beneficiaire = connues.get(lue.beneficiaire ?? '') ?? coder();
      return versBrouillon(lue, beneficiaire, alertes);
    }),
  );
  return { lignes: lues, score: lecture.score };
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
