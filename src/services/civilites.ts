import type { LigneLue, Sexe } from '../domain/heures.ts';
import { plier } from '../nlu/normaliser.ts';

const CIVILITE = /^(m|mr|monsieur|mme|madame|mlle|mademoiselle)(?:\.\s*|\s+)(?=\S)/i;
const PARTICULES = new Set(['le', 'la', 'de', 'du', 'des', 'd', 'el', 'al', 'ben', 'van', 'ait', 'da', 'dos', 'di']);

export interface NomLu {
  readonly nom: string;
  readonly sexe: Sexe | null;
}

/** « Mme Martin » : le nom, et le sexe que dit la civilité. */
export const separerCivilite = (dit: string): NomLu => {
  const civilite = CIVILITE.exec(dit);
  if (!civilite) return { nom: dit, sexe: null };
  return { nom: dit.slice(civilite[0].length), sexe: /^(?:mm|ml|mad)/i.test(civilite[0]) ? 'F' : 'M' };
};

/** Un seul nom, sans prénom : deux personnes peuvent le porter, la civilité les distingue. */
export const estNomSeul = (nom: string): boolean =>
  !/\d/.test(nom) &&
  plier(nom)
    .split(/[\s'’]+/)
    .filter((mot) => mot !== '' && !PARTICULES.has(mot)).length === 1;

const avecCivilite = (nom: string, sexe: Sexe): string => `${sexe === 'F' ? 'Mme' : 'M.'} ${nom}`;

/** Sexe des lignes déjà enregistrées sous ce nom ; undefined s'il n'y en a aucune. */
export type SexeConnu = (nom: string) => Sexe | null | undefined;

/** Noms connus que « Martin », dit seul et sans civilité, peut désigner. */
export const nomsConnus = ({ beneficiaire, sexe }: LigneLue, connu: SexeConnu): string[] => {
  if (beneficiaire === null || sexe !== null || !estNomSeul(beneficiaire)) return [];
  const noms = [beneficiaire, avecCivilite(beneficiaire, 'F'), avecCivilite(beneficiaire, 'M')];
  return noms.filter((nom) => connu(nom) !== undefined);
};

/**
 * Nom à coder d'une ligne lue : un nom de famille seul prend la civilité, ou celle sous laquelle il est déjà connu.
 * Null quand deux personnes le portent : il faut le redemander.
 */
export const preciserNom = (ligne: LigneLue, connu: SexeConnu): string | null => {
  const { beneficiaire, sexe } = ligne;
  if (beneficiaire === null || !estNomSeul(beneficiaire)) return beneficiaire;
  const nu = connu(beneficiaire);
  if (sexe !== null) {
    const precis = avecCivilite(beneficiaire, sexe);
    const memeSansCivilite = nu !== undefined && (nu === null || nu === sexe);
    return connu(precis) === undefined && memeSansCivilite ? beneficiaire : precis;
  }
  const connus = nomsConnus(ligne, connu);
  return connus.length > 1 ? null : (connus[0] ?? beneficiaire);
};
