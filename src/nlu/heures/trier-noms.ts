import type { Marque } from '../dates/aligner.ts';
import { plier } from '../normaliser.ts';
import { MOT_SEUL } from './mot-seul.ts';
import type { PersonneLue } from './personne.ts';
import { PRENOMS } from './prenoms.ts';

const aPrenom = (nom: string): boolean =>
  plier(nom)
    .split(/[^a-z]+/)
    .some((mot) => PRENOMS.has(mot));
const plusieursMots = ({ valeur }: Marque<PersonneLue>): boolean => /\S\s+\S/.test(valeur.nom);

/** « zbigniew kowalczyk et farid zaoui » : lié à un nom sûr, un nom inconnu en est un aussi. */
const estLie = (marque: Marque<PersonneLue>, surs: readonly Marque<PersonneLue>[], plie: string): boolean =>
  surs.some(({ debut, fin }) => {
    const entre = marque.fin <= debut ? plie.slice(marque.fin, debut) : plie.slice(fin, marque.debut);
    return /^\s*(?:,|;|et|ou|puis|&|,\s*et)\s*$/.test(entre);
  });

/** « Intervention de Claire… » : la majuscule du premier mot n'apprend rien. */
const estDebutDePhrase = ({ debut, valeur }: Marque<PersonneLue>, plie: string): boolean =>
  !/\s/.test(valeur.nom) &&
  !aPrenom(valeur.nom) &&
  /(?:^|[.!?\n]\s*)$/.test(plie.slice(0, debut)) &&
  valeur.confiance < 0.65;

/** Le tuteur, le chef ou la conseillère ne sont pas la personne en insertion. */
const AUTRE_ROLE =
  /\b(?:tut(?:eur|rice)|encadrante?|chef(?:fe)?(?: de chantier| d'equipe)?|conduct(?:eur|rice)(?: de travaux)?|referente?|conseill(?:er|ere)|responsable|de la part de|transmis par|demande de|signe)\s*:?\s*$/;

/** « Zaoui, Farid : 7 h » : un nom, une virgule et un prénom. */
const recoller = (noms: readonly Marque<PersonneLue>[], plie: string): Marque<PersonneLue>[] => {
  const recolles: Marque<PersonneLue>[] = [];
  for (const marque of noms) {
    const avant = recolles[recolles.length - 1];
    const seuls =
      avant &&
      avant.valeur.sexe === null &&
      !plusieursMots(avant) &&
      !plusieursMots(marque) &&
      !aPrenom(avant.valeur.nom) &&
      aPrenom(marque.valeur.nom);
    if (avant && seuls && /^, ?$/.test(plie.slice(avant.fin, marque.debut)))
      recolles[recolles.length - 1] = {
        ...avant,
        fin: marque.fin,
        valeur: { ...marque.valeur, nom: `${avant.valeur.nom}, ${marque.valeur.nom}` },
      };
    else recolles.push(marque);
  }
  return recolles;
};

/** Un mot sans prénom ni civilité : « zaoui » que rien n'entoure, « Wozniak » à majuscule. */
const estFaible = (marque: Marque<PersonneLue>): boolean =>
  marque.valeur.confiance >= MOT_SEUL &&
  marque.valeur.confiance < 0.65 &&
  !plusieursMots(marque) &&
  !aPrenom(marque.valeur.nom);

const sans = <T>(marques: readonly T[], une: T): readonly T[] => marques.filter((autre) => autre !== une);

/** Ce qui attend un nom : les personnes trouvées autrement (codes, initiales) et les durées du message. */
interface Attente {
  readonly autres: number;
  readonly durees: number;
}

/** Quand un nom est sûr, les mots douteux n'en sont pas ; seul, un mot douteux vaut mieux que rien s'il est situé. */
export const trierNoms = (
  noms: readonly Marque<PersonneLue>[],
  plie: string,
  { autres, durees }: Attente,
): Marque<PersonneLue>[] => {
  const roles = recoller(noms, plie).filter(({ debut }) => !AUTRE_ROLE.test(plie.slice(0, debut)));
  const surs = roles.filter(({ valeur }) => valeur.confiance >= 0.5);
  const certains = surs.filter((marque) => aPrenom(marque.valeur.nom) || plusieursMots(marque));
  const faibles = roles.filter(estFaible);
  const retenus = new Set([...surs, ...faibles]);
  // « Tahar 35, Wozniak 28 » : autant de noms que de durées, chacun est une personne.
  if (durees > 1 && autres + retenus.size === durees) return roles.filter((marque) => retenus.has(marque));
  if (surs.length > 0)
    return roles.filter((marque) => {
      const lie = estLie(marque, sans(certains, marque), plie);
      if (!surs.includes(marque)) return plusieursMots(marque) && lie;
      return sans(certains, marque).length === 0 || lie || !estDebutDePhrase(marque, plie);
    });
  if (autres > 0) return [];
  if (faibles.length > 1 && faibles.every((marque) => estLie(marque, sans(faibles, marque), plie))) return faibles;
  const possibles = roles.filter(({ valeur }) => valeur.confiance >= 0.25);
  const [meilleur, second] = [...possibles].sort((a, b) => b.valeur.confiance - a.valeur.confiance);
  // Deux mots inconnus sans majuscule se valent : on ne choisit pas, on demande.
  if (meilleur && second && meilleur.valeur.confiance === MOT_SEUL && second.valeur.confiance === MOT_SEUL) return [];
  return meilleur ? [meilleur] : [];
};
