import { compterJours, type Jour } from '../dates.ts';
import { sommer } from '../registre.ts';
import type { Parcours } from './parcours.ts';

/** Volume d'un parcours qualifiant, en heures : hypothèse de travail, modifiable dans la question. */
export const SEUIL_QUALIFIANT = 1200;

/** Heures mensuelles d'un temps plein : 35 h × 52 semaines ÷ 12 mois. */
const HEURES_PAR_MOIS = 1820 / 12;
const JOURS_PAR_MOIS = 365.25 / 12;

/** Opération encore ouverte, située dans son bassin (EPCI). */
export interface OperationOuverte {
  readonly id: string;
  readonly epci: string;
  readonly entreprises: readonly string[];
  /** Heures qui restent à faire, plus de zéro. */
  readonly reste: number;
}

export interface Candidat {
  readonly personne: string;
  /** Heures à temps plein que la fin d'éligibilité laisse encore. */
  readonly possibles: number;
  readonly fin: Jour | null;
}

/** Un bassin où plusieurs contrats peuvent s'additionner. */
export interface Globalisation {
  readonly epci: string;
  readonly operations: readonly OperationOuverte[];
  readonly total: number;
  /** Entreprises titulaires d'au moins deux de ces contrats. */
  readonly titulaires: readonly string[];
  readonly candidats: readonly Candidat[];
}

export interface Hypotheses {
  readonly aujourdhui: Jour;
  readonly seuil: number;
}

/** Bassins où les heures restantes d'au moins deux contrats atteignent le seuil, et les personnes déjà en parcours là. */
export const proposerGlobalisation = (
  operations: readonly OperationOuverte[],
  parcours: readonly Parcours[],
  hypotheses: Hypotheses,
): Globalisation[] => {
  const bassins = new Map<string, OperationOuverte[]>();
  for (const operation of operations) bassins.set(operation.epci, [...(bassins.get(operation.epci) ?? []), operation]);
  return [...bassins]
    .map(([epci, siennes]) => ({
      epci,
      operations: siennes.sort((a, b) => b.reste - a.reste),
      total: sommer(siennes.map(({ reste }) => reste)),
      titulaires: titulairesDe(siennes),
      candidats: candidatsDe(siennes, parcours, hypotheses),
    }))
    .filter(({ operations: siennes, total }) => siennes.length >= 2 && total >= hypotheses.seuil)
    .sort((a, b) => b.total - a.total);
};

const titulairesDe = (operations: readonly OperationOuverte[]): string[] => {
  const comptes = new Map<string, number>();
  for (const { entreprises } of operations)
    for (const nom of new Set(entreprises)) comptes.set(nom, (comptes.get(nom) ?? 0) + 1);
  return [...comptes].filter(([, nombre]) => nombre >= 2).map(([nom]) => nom);
};

const candidatsDe = (
  operations: readonly OperationOuverte[],
  parcours: readonly Parcours[],
  { aujourdhui, seuil }: Hypotheses,
): Candidat[] => {
  const ids = new Set(operations.map(({ id }) => id));
  return parcours
    .filter(({ sortie, eligibilite }) => sortie === null && eligibilite.statut !== 'refusee')
    .filter(({ contrats }) => contrats.some(({ operation }) => ids.has(operation)))
    .map(({ personne, eligibilite, finEstimee }) => {
      const fin = eligibilite.fin ?? finEstimee;
      return { personne, fin, possibles: heuresPossibles(fin, aujourdhui) };
    })
    .filter(({ possibles }) => possibles >= seuil)
    .sort((a, b) => b.possibles - a.possibles || a.personne.localeCompare(b.personne));
};

const heuresPossibles = (fin: Jour | null, aujourdhui: Jour): number => {
  if (fin === null || fin < aujourdhui) return 0;
  return Math.floor((compterJours({ du: aujourdhui, au: fin }) / JOURS_PAR_MOIS) * HEURES_PAR_MOIS);
};
