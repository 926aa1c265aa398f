import { compterJours, type Jour } from '../dates.ts';
import type { Avis } from '../marches.ts';

/** D'où vient la fin prévue d'un contrat. */
export type Fondement =
  /** Durée publiée. */
  | 'duree'
  /** Écart entre les contrats successifs du même besoin. */
  | 'rythme';

export interface FinPrevue {
  readonly fin: Jour;
  readonly fondement: Fondement;
}

/** Au-delà, la durée publiée est celle d'une concession ou une faute de saisie. */
const DUREE_CREDIBLE = 120;
/** Première période d'un contrat souvent reconductible trois fois. */
const PREMIERE_PERIODE = 12;
const MOIS_MINIMUM = 6;
const JOURS_PAR_MOIS = 30.44;

/** « 1460 » dans une colonne de mois : quatre ans comptés en jours. */
const enMois = (duree: number): number => {
  const annees = duree / 365;
  return duree > DUREE_CREDIBLE && Math.abs(annees - Math.round(annees)) < 0.02 ? Math.round(annees) * 12 : duree;
};

/** `jour` décalé de mois entiers, au dernier jour du mois s'il est trop court ; sans calendrier, car on le fait cent mille fois. */
export const ajouterMois = (jour: Jour, mois: number): Jour => {
  const rang = Number(jour.slice(0, 4)) * 12 + Number(jour.slice(5, 7)) - 1 + mois;
  const [an, lu] = [Math.floor(rang / 12), (rang % 12) + 1];
  const dernier =
    lu === 2 ? (an % 4 === 0 && (an % 100 !== 0 || an % 400 === 0) ? 29 : 28) : [4, 6, 9, 11].includes(lu) ? 30 : 31;
  const quantieme = Math.min(Number(jour.slice(8, 10)), dernier);
  return `${an}-${String(lu).padStart(2, '0')}-${String(quantieme).padStart(2, '0')}`;
};

/** Durée publiée, remise en mois si elle était en jours ; null si elle n'est pas croyable. */
export const dureeCredible = ({ dureeMois }: Avis): number | null => {
  if (dureeMois === null) return null;
  const mois = Math.round(enMois(dureeMois));
  return mois >= 1 && mois <= DUREE_CREDIBLE ? mois : null;
};

/** Début d'un contrat : sa notification, à défaut sa publication. */
export const debutDe = ({ notifieLe, publieLe }: Avis): Jour | null => notifieLe ?? publieLe;

const moisEntre = (du: Jour, au: Jour): number => (compterJours({ du, au }) - 1) / JOURS_PAR_MOIS;

/** Écart habituel entre contrats successifs, en mois ; null s'il n'y a pas eu de précédent. */
export const rythmeDe = (debuts: readonly Jour[]): number | null => {
  const tries = [...debuts].sort();
  const ecarts = tries
    .slice(1)
    .map((jour, rang) => moisEntre(tries[rang] ?? jour, jour))
    // Les lots d'une même consultation commencent ensemble.
    .filter((mois) => mois >= MOIS_MINIMUM)
    .sort((a, b) => a - b);
  return ecarts[Math.floor((ecarts.length - 1) / 2)] ?? null;
};

/** Vrai si la durée publiée suffit : les contrats précédents n'y changeraient rien. */
export const dureeSuffit = (avis: Avis): boolean => (dureeCredible(avis) ?? 0) > PREMIERE_PERIODE;

/**
 * Fin prévue d'un contrat. La durée publiée, sauf si elle manque ou si douze mois ne sont que la première période d'un
 * contrat reconduit : le rythme des contrats précédents l'emporte alors.
 * @param precedents contrats antérieurs du même besoin
 */
export const prevoirFin = (avis: Avis, precedents: readonly Avis[] = []): FinPrevue | null => {
  const debut = debutDe(avis);
  if (debut === null) return null;
  const duree = dureeCredible(avis);
  const rythme = rythmeDe([...precedents.flatMap((autre) => debutDe(autre) ?? []), debut]);
  const reconduit = duree !== null && duree <= PREMIERE_PERIODE && rythme !== null && rythme >= 2 * PREMIERE_PERIODE;
  if (rythme !== null && (duree === null || reconduit))
    return { fin: ajouterMois(debut, Math.round(rythme)), fondement: 'rythme' };
  return duree === null ? null : { fin: ajouterMois(debut, duree), fondement: 'duree' };
};
