import type { Jour } from '../dates.ts';
import type { Sortie } from '../heures.ts';

/** Situation lue ; `precisez` : un CDD sans durée ; `inconnue` : injoignable ; null : rien de dit. */
export type SituationLue = Sortie | 'precisez' | 'inconnue' | null;

/** Ce qu'un message demande ou dit d'un parcours, hors la personne dont il parle. */
export type DemandeParcours =
  | { readonly type: 'voir' }
  | { readonly type: 'echeances' }
  | { readonly type: 'globaliser'; readonly seuil: number | null }
  | { readonly type: 'sortie'; readonly situation: SituationLue; readonly le: Jour | null }
  | { readonly type: 'suivi'; readonly mois: 3 | 6 | 12; readonly situation: SituationLue }
  | {
      readonly type: 'eligible';
      readonly statut: 'validee' | 'refusee';
      readonly debut: Jour | null;
      readonly fin: Jour | null;
    }
  | { readonly type: 'libelle'; readonly libelle: string | null };
