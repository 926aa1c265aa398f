import { decalerJour, type Jour } from '../dates.ts';
import type { LigneHeures, Operation } from '../heures.ts';
import { sommer } from '../registre.ts';

/** Durée usuelle d'éligibilité à la clause, en mois : pratique des facilitateurs, à confirmer localement. */
export const MOIS_ELIGIBILITE = 24;

/** Heures de mise à disposition par une AI, sur 24 mois (code du travail, L. 5132-9 et R. 5132-18). */
export const PLAFOND_AI = 480;

/** Règle de la clause qui fait avertir ; aucune n'empêche d'enregistrer. */
export const REGLES = [
  'doublon',
  'mois-valide',
  'non-eligible',
  'eligibilite-non-validee',
  'avant-eligibilite',
  'embauche-directe-plus-de-24-mois',
  'eligibilite-terminee',
  'ai-plus-de-480-h',
  'operation-complete',
  'public-hors-contrat',
] as const;
export type Regle = (typeof REGLES)[number];

/** Éligibilité d'une personne, telle que les facilitateurs l'ont dite. */
export interface Eligibilite {
  readonly statut: 'validee' | 'refusee' | 'inconnue';
  readonly debut: Jour | null;
  readonly fin: Jour | null;
}

/** Ce qu'il faut savoir pour appliquer les règles à une ligne. */
export interface ContexteRegles {
  readonly operation: Operation | null;
  /** Heures déjà comptées sur l'opération. */
  readonly realisees: number;
  readonly eligibilite: Eligibilite;
  /** Lignes déjà comptées de la personne, sur toutes les opérations. */
  readonly deLaPersonne: readonly LigneHeures[];
}

/** Règles que la ligne heurte, dans l'ordre de `REGLES` ; les doublons et les mois validés se jugent ailleurs. */
export const verifierRegles = (ligne: LigneHeures, contexte: ContexteRegles): Regle[] => {
  const { eligibilite } = contexte;
  const heurtees: Partial<Record<Regle, boolean>> = {
    'non-eligible': eligibilite.statut === 'refusee',
    'eligibilite-non-validee': eligibilite.statut === 'inconnue',
    'avant-eligibilite': eligibilite.debut !== null && ligne.debut < eligibilite.debut,
    'embauche-directe-plus-de-24-mois': embaucheTropLongue(ligne, contexte),
    'eligibilite-terminee': eligibilite.fin !== null && ligne.fin > eligibilite.fin,
    'ai-plus-de-480-h': depasseAi(ligne, contexte),
    'operation-complete': depasseOperation(ligne, contexte),
    'public-hors-contrat': publicHorsContrat(ligne, contexte.operation),
  };
  return REGLES.filter((regle) => heurtees[regle] === true);
};

/** Les 24 mois courent de l'éligibilité dite, sinon de la première embauche directe connue. */
const embaucheTropLongue = (ligne: LigneHeures, { eligibilite, deLaPersonne }: ContexteRegles): boolean => {
  if (ligne.modalite !== 'EMBAUCHE_DIRECTE') return false;
  const directes = deLaPersonne.filter(({ modalite }) => modalite === 'EMBAUCHE_DIRECTE').map(({ debut }) => debut);
  const depart = [eligibilite.debut, ...directes, ligne.debut].filter((jour) => jour !== null).sort()[0];
  return depart !== undefined && ligne.fin >= decalerJour(depart, { months: MOIS_ELIGIBILITE });
};

const depasseAi = (ligne: LigneHeures, { deLaPersonne }: ContexteRegles): boolean => {
  if (ligne.modalite !== 'AI') return false;
  const debut = decalerJour(ligne.fin, { months: -MOIS_ELIGIBILITE });
  const deja = deLaPersonne.filter(({ modalite, fin }) => modalite === 'AI' && fin > debut);
  return sommer([...deja.map(({ heures }) => heures), ligne.heures]) > PLAFOND_AI;
};

const depasseOperation = (ligne: LigneHeures, { operation, realisees }: ContexteRegles): boolean => {
  if (operation === null || operation.heuresPrevues === null || operation.reportSurplus === true) return false;
  return sommer([realisees, ligne.heures]) > operation.heuresPrevues;
};

const publicHorsContrat = ({ publics }: LigneHeures, operation: Operation | null): boolean => {
  const admis = operation?.publics ?? [];
  return admis.length > 0 && publics.length > 0 && !publics.some((public_) => admis.includes(public_));
};
