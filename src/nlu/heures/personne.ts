import type { Sexe } from '../../domain/heures.ts';
import type { Marque } from '../dates/aligner.ts';

/** Une personne désignée, telle que tapée, sans sa civilité. */
export interface PersonneLue {
  readonly nom: string;
  readonly sexe: Sexe | null;
  /** Ce qui fait croire que c'est un nom, de 0 à 1. */
  readonly confiance: number;
}

const CIVILITE =
  /(?<![a-z])(m\.|mm\.?|mr\.?|mrs|m|mmes?\.?|mlles?\.?|monsieur|messieurs|madame|mesdames|mademoiselle|mesdemoiselles)\s*$/;

const PLURIEL = /^(?:mm\.?|mmes\.?|mlles\.?|messieurs|mesdames|mesdemoiselles)\s/;

/** « Mmes Marquis et Lecoq » : la civilité au pluriel vaut pour les noms qui suivent. */
export const accorderCivilite = (personnes: readonly Marque<PersonneLue>[], plie: string): Marque<PersonneLue>[] => {
  let pluriel: Marque<PersonneLue> | null = null;
  return personnes.map((marque) => {
    const suit = pluriel !== null && /^\s*(?:,|et|&|,\s*et)\s*$/.test(plie.slice(pluriel.fin, marque.debut));
    const sexe = marque.valeur.sexe ?? (suit ? (pluriel?.valeur.sexe ?? null) : null);
    const accordee = { ...marque, valeur: { ...marque.valeur, sexe } };
    pluriel = suit || PLURIEL.test(plie.slice(marque.debut)) ? accordee : null;
    return accordee;
  });
};

/** « Mme », « M. », « MM. » juste avant la place. */
export const civilite = (plie: string, place: number): { readonly sexe: Sexe; readonly debut: number } | null => {
  const trouve = CIVILITE.exec(plie.slice(0, place));
  if (!trouve) return null;
  return {
    sexe: /^m(?:me|lle|rs|adame|ademoiselle|esdames|esdemoiselles)/.test(trouve[1] ?? '') ? 'F' : 'M',
    debut: trouve.index,
  };
};
