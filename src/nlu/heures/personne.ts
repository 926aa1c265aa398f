import type { Sexe } from '../../domain/heures.ts';

/** Une personne désignée, telle que tapée, sans sa civilité. */
export interface PersonneLue {
  readonly nom: string;
  readonly sexe: Sexe | null;
  /** Ce qui fait croire que c'est un nom, de 0 à 1. */
  readonly confiance: number;
}

const CIVILITE = /(?<![a-z])(m\.|mr\.?|mrs|m|mme\.?|mlle\.?|monsieur|madame|mademoiselle)\s*$/;

/** « Mme », « M. » juste avant la place. */
export const civilite = (plie: string, place: number): { readonly sexe: Sexe; readonly debut: number } | null => {
  const trouve = CIVILITE.exec(plie.slice(0, place));
  if (!trouve) return null;
  return { sexe: /^m(?:me|lle|rs|adame|ademoiselle)/.test(trouve[1] ?? '') ? 'F' : 'M', debut: trouve.index };
};
