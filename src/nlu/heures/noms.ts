import type { LigneLue } from '../../domain/heures.ts';
import type { Marque } from '../dates/aligner.ts';
import { distance, plier } from '../normaliser.ts';
import type { Faits } from './faits.ts';
import { MOT_SEUL } from './mot-seul.ts';
import { MOTS_VIDES, OUVRAGES } from './mots.ts';
import type { PersonneLue } from './personne.ts';
import { PRENOMS } from './prenoms.ts';
import type { Tri } from './refus.ts';

const mots = (nom: string): string[] =>
  plier(nom)
    .split(/[^a-z0-9]+/)
    .filter((mot) => mot !== '');

/** Deux écritures d'une même personne : un mot commun (à une faute près), ou le même code. */
export const memePersonne = (a: string, b: string): boolean => {
  if (/\d/.test(a) || /\d/.test(b)) return plier(a).replace(/[^a-z0-9]/g, '') === plier(b).replace(/[^a-z0-9]/g, '');
  const [motsA, motsB] = [mots(a), mots(b)];
  const [courts, longs] = motsA.length <= motsB.length ? [motsA, motsB] : [motsB, motsA];
  const proche = (x: string, y: string): boolean =>
    x === y || (x.length >= 5 && distance(x, y, 1) <= 1) || (x.length === 1 && y.startsWith(x));
  return courts.length > 0 && courts.every((mot) => longs.some((autre) => proche(mot, autre)));
};

const AVANT =
  /^\s*(?:c'est|c'etait|pour|non|nom|il s'appelle|elle s'appelle|il s'agit de|de|d'|le nom|beneficiaire|oui|alors)?\s*(?:c'est|pour|de|d')?\s*:?\s*/;

/** Nom ou code répondu seul quand seule la personne manque : « dupont », « 12 ». */
export const nomRepondu = (faits: Faits, lignes: readonly LigneLue[], texte: string): string | null => {
  const manque = lignes.some(({ beneficiaire }) => beneficiaire === null);
  const compris =
    faits.durees.length +
    faits.periodes.length +
    faits.operations.length +
    faits.entreprises.length +
    faits.profils.length;
  if (!manque || compris > 0) return null;
  const depart = AVANT.exec(faits.plie)?.[0].length ?? 0;
  const reste = texte.slice(depart).trim().replace(/[.!]$/, '');
  const complet = lignes.every(({ heures, periode }) => heures !== null && periode !== null);
  if (/^\d{1,6}$/.test(reste)) return complet ? reste : null;
  if (!/^[\p{L}'’. -]{2,40}$/u.test(reste)) return null;
  const lus = mots(reste);
  const inconnus = lus.every((mot) => !MOTS_VIDES.has(mot) && !OUVRAGES.has(mot));
  const situe = lignes.every(({ operation }) => operation !== null);
  return inconnus &&
    lus.length >= 1 &&
    lus.length <= 4 &&
    (situe || complet || lus.length >= 2 || /^\p{Lu}/u.test(reste))
    ? reste
    : null;
};

/** Mots qui annoncent qu'on change ou qu'on donne la personne. */
const ANNONCE =
  /\b(?:non|plutot|pardon|en fait|c'est|c'etait|etait|erreur|corrige|pas|trompee?|oups|finalement|remplace[rz]?|au lieu|appelle|voulais dire|s'agit|faut lire|nom|prenom|beneficiaire|participante?|pour|code)\b/;

const ANNONCE_PROCHE = new RegExp(`${ANNONCE.source}\\s*(?:,|:|de|d'|le|la|est|c'est|par)?\\s*$`);

/** Remplacer un nom déjà dit demande un indice : un prénom connu, un code, une civilité, « plutôt », ou le nom seul. */
export const peutEtre = (
  { valeur, debut }: Marque<PersonneLue>,
  { beneficiaire }: LigneLue,
  { dits, refuses }: Tri,
  texte: string,
): boolean => {
  const { nom, sexe, confiance } = valeur;
  if (beneficiaire !== null && memePersonne(beneficiaire, nom)) return true;
  const prenom = plier(nom)
    .split(/[^a-z]+/)
    .some((mot) => PRENOMS.has(mot));
  const indice = prenom || sexe !== null || /\d/.test(nom) || /^\p{Lu}\. ?\p{Lu}/u.test(nom);
  const seul = texte.trim().replace(/[.!]$/, '') === nom && /^\p{Lu}\S* \p{Lu}/u.test(nom);
  if (indice || seul || refuses.personnes.length > 0) return true;
  if (beneficiaire === null) return confiance >= MOT_SEUL && !/\?/.test(dits.plie);
  // Sans majuscule ni prénom, l'annonce doit toucher le nom : « oups mauvaise date » n'en donne pas.
  return /^\p{Lu}/u.test(nom) ? ANNONCE.test(dits.plie) : ANNONCE_PROCHE.test(dits.plie.slice(0, debut));
};
