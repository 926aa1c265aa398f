import type { Marque } from '../dates/aligner.ts';
import { initiales } from './initiales.ts';
import { estMotSeul, MOT_SEUL } from './mot-seul.ts';
import { MOTS_VIDES, PARTICULES } from './mots.ts';
import { reunir } from './nom-et-code.ts';
import { accorderCivilite, civilite, type PersonneLue } from './personne.ts';
import { PRENOMS } from './prenoms.ts';
import { aMajuscule, type MotNom, motsDe, type Reglage, suites } from './suites-noms.ts';
import { trierNoms } from './trier-noms.ts';

const DESTINATAIRE =
  /(?:\b(?:pour|beneficiaire|participante?|salariee?|nom|avec|plutot|c'etait|apprentie?|stagiaire)\s*:?\s*)$/;
/** Indices trop faibles pour un mot seul sans majuscule (« d'accord »). */
const RATTACHE = /(?:\b(?:de|d'|par|a|et|ou|c'est|est)\s*:?\s*)$/;
const LIEU =
  /(?:\b(?:sur|au|aux|a la|a l'|dans|chez|en|sans|vers|par la|chantier(?: de| du)?|operation|site(?: de)?|(?:ecole|college|lycee|rue|avenue|place|stade|halle|creche|salle)(?: de| du| des| de la)?)\s*:?\s*(?:le |la |l'|les )?)$/;

/** « lycée Louis Armand » est un lieu quand la personne a déjà son code. */
const ETABLISSEMENT = /\b(?:ecole|college|lycee|gymnase|stade|creche|piscine|rue|avenue|place|salle|residence) $/;

const confianceDe = (suite: readonly MotNom[], plie: string, reglage: Reglage): number => {
  const premier = suite[0];
  if (!premier) return 0;
  const avant = plie.slice(0, premier.debut);
  const prenom = suite.some((mot) => mot.plie.split('-').some((partie) => PRENOMS.has(partie)));
  if (LIEU.test(avant) && !prenom) return 0;
  let note = prenom ? 0.5 : 0;
  if (!reglage.sansCasse && suite.every((mot) => aMajuscule(mot) || PARTICULES.has(mot.plie))) note += 0.4;
  if (suite.length >= 2 && suite.length <= 4) note += 0.25;
  if (DESTINATAIRE.test(avant) || (note > 0 && RATTACHE.test(avant))) note += 0.25;
  if (civilite(plie, premier.debut)) note += 0.6;
  if (/^[\s,;:.-]*$/.test(avant)) note += 0.1;
  const seul = reglage.sansCasse && suite.length === 1 && estMotSeul(plie, premier);
  return Math.min(1, Math.max(note, seul ? MOT_SEUL : 0));
};

const estLibre = (marque: Marque<unknown>, prises: readonly Marque<unknown>[]): boolean =>
  prises.every((prise) => marque.fin <= prise.debut || marque.debut >= prise.fin);

/** La casse n'apprend rien quand tout est en capitales, ou quand aucun mot encore inconnu n'en porte. */
const reglerCasse = (texte: string, mots: readonly MotNom[]): Reglage => {
  const minuscules = (texte.match(/\p{Ll}/gu) ?? []).length;
  const majuscules = (texte.match(/\p{Lu}/gu) ?? []).length;
  const aucune = mots.every((mot) => !aMajuscule(mot) || MOTS_VIDES.has(mot.plie));
  return { sansCasse: aucune || minuscules < majuscules / 3 };
};

/** « Nora ou Gaspard » : on ne choisit pas, on demandera. */
const sansChoix = (personnes: readonly Marque<PersonneLue>[], plie: string): readonly Marque<PersonneLue>[] => {
  const hesite = personnes.some(
    (une, i) => i > 0 && /^\s*,?\s*ou\s*(?:bien\s*)?$/.test(plie.slice(personnes[i - 1]?.fin, une.debut)),
  );
  return hesite ? [] : personnes;
};

/** Ce qui est déjà compris quand on cherche les personnes. */
export interface DejaLu {
  readonly codes: readonly Marque<PersonneLue>[];
  /** Nombre de durées : autant de noms peuvent s'y rapporter. */
  readonly durees: number;
}

/** Les personnes d'un texte dont tout le reste (dates, lieux, durées, publics) est déjà effacé de `plie`. */
export const chercherPersonnes = (
  plie: string,
  texte: string,
  { codes: parCode, durees }: DejaLu,
): Marque<PersonneLue>[] => {
  const mots = motsDe(texte, plie);
  const reglage = reglerCasse(texte, mots);
  const parInitiales = initiales(texte, plie).filter((marque) => estLibre(marque, parCode));
  const prises = [...parCode, ...parInitiales];
  const noms = suites(mots, plie, reglage).flatMap((suite) => {
    const premier = suite[0];
    const dernier = suite[suite.length - 1];
    if (!premier || !dernier) return [];
    if (parCode.length > 0 && ETABLISSEMENT.test(plie.slice(0, premier.debut))) return [];
    const confiance = confianceDe(suite, plie, reglage);
    const titre = civilite(plie, premier.debut);
    const marque: Marque<PersonneLue> = {
      debut: titre?.debut ?? premier.debut,
      fin: dernier.fin,
      valeur: { nom: texte.slice(premier.debut, dernier.fin), sexe: titre?.sexe ?? null, confiance },
    };
    return estLibre(marque, prises) ? [marque] : [];
  });
  const retenues = [...prises, ...trierNoms(noms, plie, { autres: prises.length, durees })].sort(
    (a, b) => a.debut - b.debut,
  );
  return accorderCivilite(sansChoix(reunir(retenues, plie, parCode), plie), plie);
};
