import type { LigneLue } from '../../domain/heures.ts';
import { masquer } from '../dates/aligner.ts';
import type { Faits } from './faits.ts';

const VERBE =
  /\b(?:ajoute[rz]?|rajoute[rz]?|mets|mettre|mettez|note[rz]?|enregistre[rz]?|saisir|saisis(?:sez)?|declare[rz]?|inscri(?:re|s|vez)|compte[rz]?|rentre[rz]?|renseigne[rz]?|logue[rz]?|pointe[rz]?|impute[rz]?|a (?:fait|effectue|travaille|realise|bosse)|ont (?:fait|effectue|travaille|realise)|travaillee?s?|effectuee?s?|realisee?s?)\b/;
const DECLARER =
  /\b(?:ajoute[rz]?|note[rz]?|mettre|enregistre[rz]?|saisir|saisis(?:sez)?|declare[rz]?|inscri(?:re|s|vez)|rentre[rz]?|entrer|renseigne[rz]?|pointe[rz]?|loguer|compter|declaration|saisie)\s+(?:[a-z']+\s+){0,3}(?:d'|des?\s+|les\s+|mes\s+|ses\s+|ces\s+|nos\s+)?heures?\b/;
const NOM_HEURES = /\b(?:heures?|hrs?|h)\b/;
const QUESTION =
  /\b(?:combien|quel|quelle|quels|quelles|pourquoi|comment|c'est quoi|qu'est[- ]ce|est[- ]ce que?|qui (?:est|peut|doit)|quand|faut[- ]il|peut[- ]on|doit[- ]on|puis-je|ai-je|y a[- ]t[- ]il|que (?:dit|prevoit|signifie)|ca veut dire|signifie|definition|difference|explique[rz]?|rappelle[rz]?[- ]moi)\b/;
const DROIT =
  /\b(?:article|seuil|plafond|limite|conditions?|reserver|reservations?|concession|pourcentage|siae|ess|rse|decp|anru|cmp|max|maxi|plancher|obligations|legale?s?|loi|decret|code du travail|commande publique|marches? publics?|marches? reserves?|obligatoire|obligation|minimum|maximum|penalites?|clause sociale|taux|part de main|durees? legale|reglement|jurisprudence|convention collective|smic)\b/;
const ARGENT = /€|\beuros?\b|\bk€|\bht\b|\bttc\b|\bmillions?\b/;
const AUTRE =
  /\b(?:total|cumul|bilan|indicateurs?|annule[rz]?|tableau de bord|recapitulatif|statistiques?|export|combien|facilitat(?:eur|rice)s?|facilitateure|contact(?:er|s)?|etp|agglo|metropole|qui suit)\b/;

/** Le message parle-t-il d'heures à déclarer ? De 0 à 1, sans brouillon ouvert. */
export const noterNeuf = (faits: Faits, lignes: readonly LigneLue[] = []): number => {
  const { plie } = faits;
  const sur = faits.personnes.some(({ valeur }) => valeur.confiance >= 0.5);
  let note = 0;
  if (faits.durees.length > 0) note += 0.45;
  else if (faits.nus.length > 0) note += 0.1;
  if (sur) note += 0.25;
  if (faits.periodes.length > 0) note += 0.2;
  if (faits.operations.length > 0) note += 0.25;
  if (faits.profils.length > 0 || faits.entreprises.length > 0) note += 0.05;
  if (DECLARER.test(plie)) note += 0.7;
  else if (VERBE.test(plie)) note += NOM_HEURES.test(plie) ? 0.45 : 0.2;
  else if (/\bheures? (?:pour|de|d'|a)\b/.test(plie)) note += 0.15;
  // « 28 heures », sans rien d'autre : une réponse plus qu'une question.
  if (/^[\s\d.,]+(?:h(?:eures?)?[\s\d]*(?:min)?)?[\s.!]*$/.test(plie) && faits.durees.length > 0) note = 0.6;
  if (estListe(lignes)) note = Math.max(note, 0.9);
  return borner(note - soupcon(plie));
};

/** « Zaoui 7, Diop 6,5 » sous un chantier : des nombres sans unité, mais une personne à chacun. */
const estListe = (lignes: readonly LigneLue[]): boolean =>
  lignes.length > 1 &&
  lignes.every(({ heures, beneficiaire }) => heures !== null && beneficiaire !== null) &&
  lignes.some(({ operation, periode }) => operation !== null || periode !== null);

/** Ce qui fait plutôt croire à une question de droit, à un total ou à une annulation. */
const soupcon = (plie: string): number => {
  let retrait = 0;
  if (/\?/.test(plie)) retrait += 0.35;
  if (QUESTION.test(plie)) retrait += 0.5;
  if (DROIT.test(plie)) retrait += 0.45;
  if (ARGENT.test(plie)) retrait += 0.4;
  if (AUTRE.test(plie)) retrait += 0.4;
  return retrait;
};

/** Mots d'une réponse ou d'une correction brève, qui ne demandent rien. */
const LIAISONS = new Set(
  "non oui si ok bon ben euh ah oh pardon desole desolee oups zut en fait c est etait c'est c'etait ce plutot finalement le la les l du de d des au aux a et puis pour sur chez dans mais donc alors il elle ils elles sont ont mets met mettre mettez note notez avec un une seulement juste bien ca cela erreur faux date jour heures h heure personne operation chantier entreprise jusqu jusqu'au jusqu'a svp stp merci".split(
    ' ',
  ),
);

/** Tout le message se comprend comme une suite du brouillon : « pardon, le 17 novembre », « à Douai », « 59 ». */
const estEntier = (faits: Faits): boolean => {
  if (/\?/.test(faits.plie)) return false;
  const { durees, periodes, operations, entreprises, profils, personnes, nus } = faits;
  const marques = [...durees, ...periodes, ...operations, ...entreprises, ...profils, ...personnes, ...nus];
  const reste = marques.reduce((plie, marque) => masquer(plie, marque), faits.plie);
  return (reste.match(/[a-z]+(?:'[a-z]+)?/g) ?? []).every((mot) => LIAISONS.has(mot));
};

/** Ce qui a changé dans le brouillon : un champ de la ligne, ou seulement ce qu'on sait de la personne. */
export type Changement = 'aucun' | 'profil' | 'champ';

/** Le message complète-t-il ou corrige-t-il le brouillon ? */
export const noterSuite = (faits: Faits, changement: Changement): number => {
  const { plie } = faits;
  if (changement !== 'aucun' && estEntier(faits)) return 1;
  const bref = plie.trim().split(/\s+/).length <= 6 || /\b(?:elle|il|est|c'est|sont)\b/.test(plie);
  const dits = [faits.durees, faits.nus, faits.periodes, faits.operations, faits.entreprises];
  const sur = dits.some((marques) => marques.length > 0);
  const base = changement === 'champ' ? 0.9 : changement === 'profil' ? (bref ? 0.9 : 0.4) : sur ? 0.5 : 0.05;
  return borner(base - 1.2 * soupcon(plie));
};

const borner = (note: number): number => Math.round(Math.max(0, Math.min(1, note)) * 100) / 100;
