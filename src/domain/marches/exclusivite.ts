import type { Audience } from '../marches.ts';
import { lireAudiences, structuresNommees } from './audiences.ts';

const OUVERT = '(?:ouvert|destine|adresse|accessible|limite)e?s?';
const SEULEMENT = '(?:exclusivement|uniquement|seulement|en exclusivite|a titre exclusif)';
const A_QUI = '(?:aux?|a des|a une?)';
const REPONDRE =
  '(?:candidat|repondre|soumission|participer|offre|attributaire|admis|autoris|deposer|remettre|postuler|concourir|plis?\\b)';
const POUVOIR = '(?:peuvent|pourront|sont|seront)';

const EXCLUSIVITES: readonly RegExp[] = [
  new RegExp(`\\b(?:${OUVERT} ${SEULEMENT}|${SEULEMENT} ${OUVERT}) ${A_QUI} `),
  new RegExp(`\\b${OUVERT} aux seule?s? `),
  new RegExp(`\\bseule?s? .{2,160}\\b${POUVOIR}\\b.{0,40}${REPONDRE}`),
  new RegExp(`\\bseule?s? ${POUVOIR} .{0,30}${REPONDRE}`),
  new RegExp(`\\b${POUVOIR} seule?s? .{0,30}${REPONDRE}`),
  new RegExp(`\\bne ${POUVOIR} (?:etre )?.{0,20}${REPONDRE}\\S* .{0,30}que (?:les|des)\\b`),
  /\bseule?s? (?:les |des )?(?:offres|candidatures) (?:emanant|provenant|issues|presentees|deposees|remises) (?:des?|d'|par)/,
];
const MARCHE =
  /\b(?:marches?|lots?|consultations?|accords?|contrats?|procedures?|offres?|candidat\w*|soumission\w*|participer|repondre|concourir|deposer)\b|^\W*(?:il|elle|celui-ci|celle-ci) /;
/** « Seuls les ESAT peuvent… » */
const NOMME_AVANT = new RegExp(`^seule?s? (?!${POUVOIR}).*${POUVOIR}`);
/** Personnes ou heures : l'exclusivité porte sur l'exécution, c'est une clause. */
const EXECUTION = /\b(?:heures?|clauses?|publics?|beneficiaires?|personnes|embauches?|postes?)\b/;

/**
 * Une réservation dite sans le mot : « seuls les ESAT peuvent présenter une offre », « consultation ouverte
 * exclusivement aux SIAE ». Rend les structures visées, aucune si la phrase ne réserve pas.
 */
export const audiencesExclusives = (phrase: string, plat: string): Audience[] => {
  const lu = EXCLUSIVITES.map((motif) => motif.exec(plat)).find((trouve) => trouve !== null);
  if (lu === undefined || lu === null || !MARCHE.test(plat) || EXECUTION.test(plat)) return [];
  if (/\b(?:pas|non|ni|aucune?)\b.{0,20}$/.test(plat.slice(0, lu.index))) return [];
  // « Seuls les ESAT peuvent… » nomme avant le verbe ; « peuvent seuls répondre les ESAT », après.
  const fin = lu.index + lu[0].length + (NOMME_AVANT.test(lu[0]) ? 0 : 120);
  const nommees = structuresNommees(phrase.slice(lu.index, fin));
  const employeurs = /\b(?:travailleurs|salaries)\b.{0,30}(?:handicap|defavoris)/.test(plat);
  return nommees.length === 0 && employeurs ? lireAudiences(phrase) : nommees;
};
