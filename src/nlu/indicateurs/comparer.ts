import type { Perimetre } from '../../domain/indicateurs/demande.ts';
import type { LectureLieu } from '../../domain/territoire.ts';
import { plier } from '../normaliser.ts';
import { territoireDe } from './lire.ts';
import { sansRangDePeriode } from './periodes.ts';

/** Ce qui sépare deux territoires qu'on met côte à côte. */
const ENTRE_DEUX = /\s*[,;/:]\s*|\s+(?:et|ou|vs\.?|versus|contre|face (?:à|a)|par rapport (?:à|a)|avec|que)\s+/i;

/** « compare » ne nomme aucun lieu. */
const VERBE = /\b(?:compar\w*|diff[ée]rence)\b(?: entre\b)?/gi;

const TERRITOIRES_COMPARES = 6;

/**
 * Territoires que le message met côte à côte (« Lille ou Amiens », « le Nord et l'Aisne ») ; vide s'il n'en dit qu'un,
 * ou si l'un d'eux peut en désigner plusieurs.
 */
export const lireTerritoires = (texte: string, lire: (partie: string) => LectureLieu): Perimetre[] => {
  const parties = sansRangDePeriode(texte).replace(VERBE, ' ').split(ENTRE_DEUX);
  if (parties.length < 2) return [];
  const lus = new Map<string, Perimetre>();
  for (const partie of parties) {
    const lieu = lire(partie);
    if (lieu.type === 'ambigu') return [];
    const territoire = territoireDe(lieu);
    if (territoire !== null) lus.set(`${territoire.niveau} ${territoire.code}`, territoire);
  }
  return lus.size < 2 ? [] : [...lus.values()].slice(0, TERRITOIRES_COMPARES);
};

const COMPARE =
  /\b(?:compar\w+|comparaison|difference entre|qui (?:fait|a|realise|compte|enregistre|emploie)(?: \S+)? le (?:plus|moins)|(?:lequel|laquelle|qui) (?:a|fait|compte) (?:le )?(?:plus|moins)|le (?:plus|moins) (?:d'|de )|plus (?:d'|de )\S+ (?:a|dans|en)|versus|vs|face a)\b/;
const CHIFFRES =
  /\b(?:heures?|beneficiaires?|femmes?|hommes?|jeunes?|qpv|b?rsa|deld|rqth|seniors?|etp|chiffres?|indicateurs?|resultats?|bilans?|insertion|sorties?|operations?|alternan\w+)\b/;
const AUTRE_CHOSE =
  /\b(?:facilitat\w+|marches?|avis|lots?|appels? d'offres|annuaire|structures?|siae|esat|articles?|clauses?|codes?|seuils?|loi)\b/;

/** « compare le Nord et l'Aisne » : avec des lieux, et rien d'autre à comparer, ce sont leurs chiffres. */
export const estComparaison = (texte: string): boolean => {
  const plie = plier(texte);
  return COMPARE.test(plie) && (CHIFFRES.test(plie) || (/\bcompar/.test(plie) && !AUTRE_CHOSE.test(plie)));
};
