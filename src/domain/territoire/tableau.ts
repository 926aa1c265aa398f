import type { EtatCouverture } from './couverture.ts';
import type { EtatDesLieux } from './etat-des-lieux.ts';

/** Une intercommunalité dans le tableau public du territoire. */
export interface LigneTerritoire {
  /** SIREN. */
  readonly code: string;
  readonly nom: string;
  /** Codes des départements de la région qu'elle touche, le plus peuplé d'abord. */
  readonly departements: readonly string[];
  readonly couverture: EtatCouverture;
  readonly communes: number;
  readonly communesCouvertes: number;
  readonly habitants: number;
  readonly deborde: boolean;
  readonly structures: readonly string[];
  /** Qui répond à défaut de structure locale. */
  readonly relais: readonly string[];
  readonly besoins: number;
  readonly heures: HeuresTerritoire;
}

/** Heures réalisées, tues quand trop peu de personnes pourraient s'y reconnaître. */
export type HeuresTerritoire = { readonly type: 'connues'; readonly heures: number } | { readonly type: 'trop-peu' };

/** En dessous de ce nombre de bénéficiaires, les heures d'un territoire ne sont pas publiées. */
export const BENEFICIAIRES_MINIMUM = 5;

/** Le territoire d'une région, prêt à montrer. */
export interface TableauTerritoire {
  /** « Hauts-de-France ». */
  readonly region: string;
  readonly codeRegion: string;
  readonly departements: readonly { readonly code: string; readonly nom: string }[];
  readonly lignes: readonly LigneTerritoire[];
  readonly etat: EtatDesLieux;
}
