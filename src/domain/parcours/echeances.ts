import { decalerJour, type Jour } from '../dates.ts';
import { ETAPES, type Etape } from './faits.ts';
import type { Parcours } from './parcours.ts';

/** Délai, en jours, avant la fin d'éligibilité où l'on prévient. */
export const JOURS_AVANT_FIN = 90;

/** Ce qu'il y a à faire pour une personne. */
export type Echeance =
  | { readonly type: 'fin-eligibilite'; readonly personne: string; readonly le: Jour; readonly estimee: boolean }
  | { readonly type: 'suivi'; readonly personne: string; readonly mois: Etape; readonly sortie: Jour };

/** Échéances d'un parcours, ce jour-là ; un suivi manqué cède la place au suivant. */
export const echeancesDe = (parcours: Parcours, aujourdhui: Jour): Echeance[] => {
  const { personne, sortie } = parcours;
  if (sortie !== null) {
    const dus = ETAPES.filter((mois) => decalerJour(sortie.le, { months: mois }) <= aujourdhui);
    const mois = dus.at(-1);
    const repondu = parcours.suivis.some((suivi) => mois !== undefined && suivi.mois >= mois);
    return mois === undefined || repondu ? [] : [{ type: 'suivi', personne, mois, sortie: sortie.le }];
  }
  const le = parcours.eligibilite.fin ?? parcours.finEstimee;
  if (le === null || le < aujourdhui || le > decalerJour(aujourdhui, { days: JOURS_AVANT_FIN })) return [];
  return [{ type: 'fin-eligibilite', personne, le, estimee: parcours.eligibilite.fin === null }];
};

/** Toutes les échéances : les fins d'éligibilité les plus proches d'abord, puis les suivis. */
export const listerEcheances = (parcours: readonly Parcours[], aujourdhui: Jour): Echeance[] => {
  const toutes = parcours.flatMap((un) => echeancesDe(un, aujourdhui));
  const jourDe = (echeance: Echeance): Jour => (echeance.type === 'suivi' ? echeance.sortie : echeance.le);
  const rang = ({ type }: Echeance): number => (type === 'fin-eligibilite' ? 0 : 1);
  return toutes.sort((a, b) => rang(a) - rang(b) || jourDe(a).localeCompare(jourDe(b)));
};
