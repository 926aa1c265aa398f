import type { Comprehension, Intention } from '../domain/comprehension.ts';
import type { LectureQuestion } from '../domain/droit.ts';
import type { SujetChiffres } from '../domain/indicateurs/demande.ts';
import type { LectureLieu } from '../domain/territoire.ts';
import { estComparaison } from './indicateurs/comparer.ts';
import { plier } from './normaliser.ts';

const EFFACER =
  /\b(?:efface\w*|supprime\w*|anonymise\w*|oublie\w*|purge\w*|detruis\w*|detruire)\b.{0,40}\b(?:donnees?|dossier|informations?|traces?|personne|beneficiaire)\b|\b(?:efface\w*|anonymise\w*|oublie\w*)\b.{0,20}\b[a-z]{1,3}\d*-[a-z0-9]{2,}\b|\bdroit a (?:l'oubli|l'effacement)\b.{0,30}\b[a-z]{1,3}\d*-\w{2,}/;
const DONNEES =
  /\b(?:quelles?|quoi|que|qu'est-ce que)\b.{0,30}\b(?:donnees|informations?|infos)\b.{0,40}\b(?:sur moi|me concern\w+|gard\w+|stock\w+|conserv\w+|enregistr\w+|avez-vous|as-tu|detenez)\b|\bmes donnees (?:personnelles?|perso)\b|\b(?:donnees|infos) (?:personnelles? )?(?:sur|de|concernant) (?:moi|[a-z]{1,3}\d*-[a-z0-9]{2,})\b|\bque savez-vous (?:sur|de) (?:moi|[a-z]{1,3}\d*-\w{2,})|\bdroit d'acces\b.{0,30}\b(?:donnees|[a-z]{1,3}\d*-\w{2,})|\bregistre des traitements\b/;
const RETARD =
  /\b(?:operations?|marches?|chantiers?|lots?|entreprises?|qui)\b.{0,25}\ben retards?\b|\bretards?\b.{0,25}\b(?:operations?|marches?|chantiers?|heures)\b|\bqui (?:n'a pas|n'ont pas) (?:fait|realise)\b.{0,20}\bheures\b/;
const PREVISION =
  /\ba ce rythme\b|\bprevisions? (?:de fin|pour|sur|de l'operation)\b|\bsera-t-(?:elle|il) (?:tenue?|finie?|atteinte?)\b|\bva-t-on (?:tenir|atteindre|finir)\b|\bprojection\b/;

/** « relevé de Batinord pour octobre », « état des heures de Caudron en septembre ». */
const RELEVE =
  /\b(?:releves?|etats? mensuels?|etats? (?:d'|des |de )heures|recapitulatifs? (?:mensuels?|des heures|d'heures)|decomptes? (?:mensuels?|d'heures|des heures))\b(?! (?:bancaires?|d'identite|de notes|de carriere|de situation|de decisions?|topo\w*))/;
/** « exporte les heures d'octobre », « extraction des heures 2026 en excel ». */
const EXPORT =
  /\b(?:export\w*|extrai\w*|extraction\w*|telecharg\w*|sors|sortir|envoie\w*|donne\w*)\b.{0,40}\b(?:heures?|lignes?|saisies?)\b|\b(?:heures?|lignes?|saisies?)\b.{0,60}\b(?:(?:en|au format|sous|dans un|fichier) (?:excel|csv|xlsx?|tableur|classeur))\b/;
const EXPORT_SUR = /\b(?:export\w*|extrai\w*|extraction\w*|telecharg\w*|excel|csv|xlsx?|tableur|classeur)\b/;

const INDICATEUR = String.raw`(?:sorties?(?: \S+)? (?:durables?|positives?)|insertions?(?: professionnelles?)? durables?|taux de (?:sorties?|realisation|feminisation)|diversification|duree moyenne|heures? realisees?|beneficiaires? comptes?)`;
const DEFINITION = new RegExp(
  String.raw`\b(?:c'est quoi|c quoi|qu'est[- ]ce qu\S+|definition|definir|definis|que veut dire|que signifie|ca veut dire quoi|comment (?:est|sont|se|on) \S* ?calcul\w*|comment calcul\w+|mode de calcul)\b.{0,40}\b${INDICATEUR}\b|\b${INDICATEUR}\b.{0,20}\b(?:c'est quoi|definition|ca veut dire|kesako)\b`,
);

const QUAND = String.raw`(?:19|20)\d{2}|an(?:nee)?|mois|trimestre|semestre|semaine|janvier|fevrier|mars|avril|mai|juin|juillet|aout|septembre|octobre|novembre|decembre|depuis|total|region|departement|dernier|derniere`;
const SUJETS = String.raw`heures?|beneficiaires?|participants?|femmes?|hommes?|jeunes?|seniors?|qpv|b?rsa|deld|rqth|etp|sorties?|insertions? durables?|operations?|entreprises?|donneurs? d'ordres?|acheteurs?|secteurs?|alternan\w+|iae`;
/** Un sujet de chiffres, et une période. */
const SUJET_DATE = new RegExp(
  String.raw`^(?:.{0,60}\b)?(?:[ck]ombien|nombre|nb|part|taux|pourcentage|proportion|total|evolution|bilan|repartition|chiffres?|resultats?|stats?)\b.{0,60}\b(?:${SUJETS}|${QUAND})\b.{0,80}\b(?:${QUAND})\b`,
);
const PUBLIC_DATE = new RegExp(
  String.raw`^\W*(?:les? |des )?(?:nombre d')?heures? (?:${SUJETS}|des? \S+|d'insertion|realisees?|faites)\b.{0,60}\b(?:${QUAND}|dans (?:l'|le |la )|a |en |sur )`,
);
const PAR_DIMENSION =
  /\b(?:heures?|beneficiaires?|femmes?|repartition|ventilation|chiffres|sorties?|operations)\b.{0,40}\b(?:par|selon|entre) (?:les )?(?:departements?|epci|interco\w*|agglo\w*|territoires?|communes?|villes?|secteurs?|filieres?|acheteurs?|donneurs? d'ordre|entreprises?|publics?|modalites?|types? de contrat|structures?|sexes?|genres?|mois|trimestres?|annees?|an)\b/;
const QUELS_SECTEURS =
  /\bquels (?:secteurs|acheteurs|donneurs d'ordre|territoires)\b.{0,40}\b(?:(?:19|20)\d{2}|annee|mois|trimestre|clause\w*|heures)\b|\bdiversi(?:fication|te)\b.{0,30}\bsecteurs?\b|\bcombien de secteurs\b/;
const TAUX =
  /\b(?:taux|nombre|part|combien) (?:de |d'|des )?(?:sorties?|insertions?)(?: professionnelles?)?(?: \S+)? (?:durables?|positives?|dynamiques?)\b|\b(?:part|taux|proportion|pourcentage|%) (?:de |des )?(?:femmes?|feminisation|jeunes|qpv|rsa|deld)\b(?!.{0,30}\b(?:obligat\w+|minim\w+|exig\w+|impos\w+|legal\w*)\b)|\bsorties? (?:durables?|positives?)\b.{0,40}\b(?:(?:19|20)\d{2}|annee|mois|an dernier)\b|\bevolution\b.{0,30}\b(?:heures|beneficiaires|(?:19|20)\d{2})\b|\b(?:resultats?|bilan) (?:de |du |des )?(?:l'annee|l'an dernier|l'annee derniere|trimestre|mois|(?:19|20)\d{2})\b/;

const COMBIEN_OU =
  /\b(?:combien|nombre|nb) (?:de |d')(?:beneficiaires?|participants?|femmes?|hommes?|jeunes|seniors|b?rsa|habitants|heures? (?:qpv|rsa|deld|jeunes?|femmes?|iae|alternance|realisees?|faites))\b.{0,40}\b(?:a|en|dans|sur|chez|pour)\b(?! (?:un|une) marche)/;

/** « combien d'heures sur l'école Pasteur » : le solde d'une opération ou d'une entreprise nommée. */
const SUR_UNE_OPERATION =
  /\b[ck]ombien d'?\s?heures? (?:faites |realisees? )?(?:sur|chez) (?!un |une |des |(?:l'|le |la |les )?(?:clause|marche|contrat|lot|chantier d'insertion))(?:l'|le |la |les )?[a-z]{3,}/;

/** Question de droit qui ressemble à une demande de chiffres. */
const DROIT =
  /\b(?:faut-il|faut il|doi(?:s|t|vent)|puis-je|peut-on|obligatoire|minimum|minimal\w*|maximum|mettre|prevoir|fixer|exiger|imposer|demander|calculer (?:le nombre|les heures|l'effort)|marche de \d|lot de \d|pour un marche|compte(?:nt)?-(?:elles?|ils?)|par semaine)\b/;

/** Reconnaît une demande de chiffres, de solde en retard ou de données personnelles ; null sinon. */
export const lireDemandeChiffres = (texte: string): SujetChiffres | null => {
  const plie = plier(texte);
  if (EFFACER.test(plie) && !/\b(?:derniere|saisie|heures)\b/.test(plie)) return 'effacement';
  if (DONNEES.test(plie)) return 'donnees';
  if (RETARD.test(plie)) return 'retard';
  if (PREVISION.test(plie)) return 'prevision';
  if (DEFINITION.test(plie)) return 'definition';
  if (DROIT.test(plie)) return null;
  if (RELEVE.test(plie)) return 'releve';
  if (EXPORT.test(plie) && EXPORT_SUR.test(plie)) return 'export';
  const chiffres = [PAR_DIMENSION, QUELS_SECTEURS, TAUX, SUJET_DATE, PUBLIC_DATE, COMBIEN_OU];
  return chiffres.some((motif) => motif.test(plie)) ? 'cles' : null;
};

/** « indicateurs de l'Aisne », « heures dans l'Oise » : avec un lieu, ce sont ses chiffres qu'on demande. */
const TABLEAU =
  /\b(?:indicateurs?(?! (?:pour|du (?:schema|spaser)))|tableaux? de bord|chiffres?[ -]cles?|stat(?:istique)?s?|chiffres (?:de|du|dans|pour|en|a))\b/;
const HEURES_QUELQUE_PART =
  /^\W*(?:bonjour,? )?(?:(?:[ck]ombien|nombre|nb|total|cumul) (?:total )?(?:d'?|de |des )? ?|les |donne\S* (?:moi )?les )?heures? (?:d'insertion |realisees? |faites |effectuees |y a[- ]t[- ]il |a[- ]t[- ]on (?:faites |realisees )?)*(?:a|au|dans|en|sur|pour|de|du) (?!un |une |la clause|le marche|l'anru|p-?\d)/;
/** « heures du mois », sans plus. */
const HEURES_DU_MOIS =
  /^\W*(?:les |total des |nombre d')?(?:heures|chiffres|indicateurs|bilan) (?:du|de la|de l'|de ce|de cette|d')\s?(?:mois|semaine|trimestre|semestre|annee|janvier|fevrier|mars|avril|mai|juin|juillet|aout|septembre|octobre|novembre|decembre)\b(?: (?:dernier|derniere|en cours|passee?|(?:19|20)\d{2}))?\W*$/;
/** « comment va l'école Jules-Verne ? », « liste des opérations » : des soldes. */
const NOUVELLES_D_UNE_OPERATION =
  /^\W*comment (?:va|vont|avance\w*|se passe\w*|se porte\w*) (?:l'|le |la |les )?(?:operation|chantier|marche|lot|ecole|college|lycee|creche|mairie|halle|piscine|stade|gymnase|mediatheque|salle|residence|hopital|ehpad|rd |rn |pont|rue|place|quartier)/;
/** « liste des opérations » : toutes celles qu'on suit. */
export const LISTE_OPERATIONS =
  /^\W*(?:(?:la |une )?liste\w* (?:de |des |les |mes )?(?:mes |nos )?|(?:voir |montre\S* |affiche\S* )?(?:toutes )?(?:les |mes |nos )|quelles sont (?:les|mes|nos) )operations(?: (?:en cours|suivies|que je suis))?\W*$/;

/** Un département tapé sans majuscule. */
const DEPARTEMENT_NU = /\b(?:nord|aisne|oise|somme)\b/;

const estLieu = ({ type }: LectureLieu): boolean => type === 'trouve' || type === 'ambigu' || type === 'hors-region';

/** Ce que les autres lectures disent déjà du message. */
interface IndicesChiffres {
  readonly question: LectureQuestion;
  readonly lieu: LectureLieu;
  readonly heures: number;
}

/** Une personne qui parle de ses saisies, ou une déclaration : d'autres règles s'en occupent. */
const SIENNES = /\b(?:mes|nos|mon) (?:heures|saisies|declarations|chiffres|total|bilan)\b|\bj'ai\b/;

/** Le code d'une personne : c'est son total qu'on demande, pas celui d'un territoire. */
const PERSONNE = /\b[a-z]{1,3}\d*-[a-z]*\d[a-z0-9]+\b/;

/** Conversation d'une demande de chiffres ou de données personnelles ; null : d'autres règles décident. */
export const lireIntentionIndicateurs = (
  texte: string,
  { question, lieu, heures }: IndicesChiffres,
): { readonly intention: Intention; readonly score: number; readonly chiffres: Comprehension['chiffres'] } | null => {
  const demande = lireDemandeChiffres(texte);
  const plie = plier(texte);
  if ((demande === null || demande === 'cles') && !DROIT.test(plie) && !SIENNES.test(plie) && heures < 0.6) {
    const situe = estLieu(lieu) || DEPARTEMENT_NU.test(plie);
    if (
      (situe && (TABLEAU.test(plie) || HEURES_QUELQUE_PART.test(plie) || estComparaison(texte))) ||
      HEURES_DU_MOIS.test(plie)
    )
      return { intention: 'suivre-indicateurs', score: 0.9, chiffres: 'cles' };
    if (NOUVELLES_D_UNE_OPERATION.test(plie) || LISTE_OPERATIONS.test(plie))
      return { intention: 'suivre-indicateurs', score: 0.9, chiffres: 'total' };
  }
  if (demande === null) {
    return SUR_UNE_OPERATION.test(plie) && !DROIT.test(plie)
      ? { intention: 'suivre-indicateurs', score: 0.85, chiffres: 'total' }
      : null;
  }
  // « relevé d'heures : Farid, 35 h à l'école Pasteur » déclare, et ne demande rien.
  if ((demande === 'releve' || demande === 'export') && heures >= 0.9) return null;
  if (demande === 'effacement' || demande === 'donnees')
    return { intention: 'donnees-personnelles', score: 1, chiffres: null };
  if (demande !== 'cles') return { intention: 'suivre-indicateurs', score: 0.95, chiffres: 'total' };
  if (SIENNES.test(plie) || (heures >= 0.9 && !texte.includes('?'))) return null;
  if (question.certitude === 'sure' && question.fiche.startsWith('region-')) return null;
  if (PERSONNE.test(plie)) return { intention: 'suivre-indicateurs', score: 0.9, chiffres: 'total' };
  return { intention: 'suivre-indicateurs', score: 0.9, chiffres: 'cles' };
};
