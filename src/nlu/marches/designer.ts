import { plier } from '../normaliser.ts';
import { lireRang } from './demande.ts';

/** Ce qu'un message bref demande d'un avis déjà montré ; `rang` null : le seul montré. */
export interface SuiteAvis {
  readonly type: 'detail' | 'repondre' | 'contact';
  readonly rang: number | null;
}

/** Au-delà, c'est une nouvelle question. */
const LONGUEUR = 80;

const REPONDRE =
  /\b(?:repon[ds]\w*|reponse|candidat\w*|soumission\w*|postul\w*|dossier|pieces?|papiers|documents? (?:a fournir|demandes?)|check ?list|que faut[- ]il fournir|quoi fournir)\b/;
const CONTACT =
  /\b(?:qui|a qui) (?:contacter|appeler|joindre|s'adresser|demander|voir)\b|\bcontact\b|\bfacilitateur pour (?:le|l'avis)\b/;
const DETAIL =
  /\b(?:details?|plus d'infos?|infos?|informations?|precisions?|en savoir plus|dis m'en plus|voir|ouvre\w*|montre\w*|affiche\w*|lien|url|adresse|lots?|date limite|cloture|quand|acheteur|c'est quoi|qu'est[- ]ce que)\b/;
/** « le 2 », « le deuxième svp » : un rang, et rien d'autre. */
const RANG_SEUL =
  /^\W*(?:et |ok |alors )?(?:pour )?(?:le|la|l'|l'avis|l'annonce|avis|numero|n°|no)? ?(?:\d{1,2}|premiere?|deuxieme|seconde?|troisieme|quatrieme|cinquieme|dernier)\W*(?:svp|stp|s'il (?:te|vous) plait|merci)?\W*$/;
/** Une règle demandée, un autre lieu, des heures : pas la suite d'une liste. */
const AUTRE = /\b(?:article|loi|obligat\w*|puis-je|peut-on|seuil\w*|heures?|h pour|reserve(?:s|r)|alertes?)\b|\d+ ?h\b/;

/** Suite d'une liste d'avis : « le deuxième », « comment je réponds au 2 ? », « qui contacter pour le 1 ? » ; sinon null. */
export const lireSuiteAvis = (texte: string): SuiteAvis | null => {
  const plie = plier(texte).trim();
  if (plie.length > LONGUEUR || AUTRE.test(plie)) return null;
  const rang = RANG_SEUL.test(plie) ? (lireRang(texte) ?? lireRangNu(plie)) : lireRang(texte);
  if (REPONDRE.test(plie)) return { type: 'repondre', rang };
  if (rang === null) return null;
  if (CONTACT.test(plie)) return { type: 'contact', rang };
  return RANG_SEUL.test(plie) || DETAIL.test(plie) ? { type: 'detail', rang } : null;
};

const lireRangNu = (plie: string): number | null => {
  const nombre = /\b(\d{1,2})\b/.exec(plie)?.[1];
  return nombre === undefined ? null : Number(nombre);
};
