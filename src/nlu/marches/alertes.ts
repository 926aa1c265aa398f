import { plier } from '../normaliser.ts';
import { lireRang } from './demande.ts';

/** Ce qu'on demande des alertes. */
export type OrdreAlerte =
  | { readonly type: 'creer' }
  | { readonly type: 'renommer'; readonly rang: number | null; readonly nom: string }
  | { readonly type: 'lister' }
  | { readonly type: 'supprimer'; readonly rang: number | null }
  | { readonly type: 'supprimer-toutes' };

const SUPPRIMER =
  /\b(?:supprim\w*|efface\w*|retire\w*|enleve\w*|arrete\w*|desactiv\w*|annule\w*|stop|coupe\w*|desabonne\w*)\b.{0,30}\balertes?\b|\b(?:ne |n')?(?:me |m')(?:previen|alert|notifi|averti|ecri|envoi)\w* plus\b|\bne (?:me )?previen\w* plus\b|\b(?:desabonne|desinscri)\w*\b|\barrete\w*(?:[- ]de)? me prevenir\b/;
const TOUTES = /\btoutes? (?:les |mes )?alertes\b|\bmes alertes\b/;
const LISTER =
  /^(?:bonjour,? )?(?:(?:voir|liste\w*|montre\w*(?:[- ]moi)?|affiche\w*|quelles? sont|ou sont|donne\w*(?:[- ]moi)?) )?(?:toutes )?(?:mes|les|nos) alertes\b|\bquelles alertes\b|\b(?:c'est quoi|rappelle\w*(?:[- ]moi)?|ou en sont) (?:mes|les) alertes\b|\b(?:du|quoi de) (?:neuf|nouveau)\b.{0,30}\balertes?\b|^alertes? ?\??$/;
const CREER =
  /\b(?:previen\w*|prevenez|avert\w+|alert(?:e[rz]?|es)[- ](?:moi|nous)|notifie\w*|signale\w*|informe\w*|tiens|tenez)[- ](?:moi|nous)\b|\b(?:cree\w*|ajoute\w*|mets?|mettre|mettez|active\w*|programme\w*|enregistre\w*|pose\w*|nouvelle|faire|fais|faites|veux|voudrais|souhaite|aimerais|recevoir|avoir)\b.{0,30}\b(?:alertes?|veille)\b|\b(?:veux|voudrais|souhaite\w*|aimerais|puis-je|peux|comment|pour) etre (?:prevenue?s?|avertie?s?|alertee?s?|informee?s?|notifiee?s?) (?:des|quand|si|de|lorsqu)\b|\b(?:me|nous) (?:prevenir|avertir|alerter|notifier)\b|\bpreviens (?:quand|si|des)\b|^(?:une )?(?:alerte|veille) (?!\d|\w*s?$)(?:sur |pour |en |dans )?[a-z]|\brecevoir\b.{0,25}\b(?:nouveaux|nouvelles|avis|annonces|notifications?)\b|\btiens?[- ]moi (?:au courant|informe)|\bfais[- ]moi signe\b|\bprevenez[- ]moi\b|\bvous me (?:prevenez|dites)\b|\bsuis(?:[- ]moi)? (?:cette recherche|ces marches)\b|\bgarde\w* cette recherche\b/;

const RENOMMER =
  /\b(?:renomm\w*|appel\w*|nomm\w*|change\w* le nom d\w*)\b.{0,12}\balerte\b.{0,8}?(?:\ben\b|\ba\b|\bpar\b|:|«)\s*/;

/** « renomme l'alerte 2 en Ménage Aisne » : ce qui suit, tel qu'écrit. */
const lireNouveauNom = (texte: string, plie: string): string | null => {
  const lu = RENOMMER.exec(plie);
  if (lu === null) return null;
  const source = plie.length === texte.length ? texte : plie;
  const nom = source.slice(lu.index + lu[0].length).replace(/^[\s«"“]+|[\s»"”.!]+$/g, '');
  return nom === '' ? null : nom.slice(0, LONGUEUR_NOM);
};

const LONGUEUR_NOM = 80;

/** Ordre donné sur les alertes ; null si le message n'en parle pas. */
export const lireOrdreAlerte = (texte: string): OrdreAlerte | null => {
  const plie = plier(texte.trim());
  const nom = lireNouveauNom(texte.trim(), plie);
  if (nom !== null) return { type: 'renommer', rang: lireRang(texte.trim().slice(0, -nom.length)), nom };
  if (SUPPRIMER.test(plie)) {
    const rang = lireRang(texte);
    return rang === null && TOUTES.test(plie) ? { type: 'supprimer-toutes' } : { type: 'supprimer', rang };
  }
  if (LISTER.test(plie)) return { type: 'lister' };
  return CREER.test(plie) ? { type: 'creer' } : null;
};
