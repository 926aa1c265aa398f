import type { Audience } from '../marches.ts';
import { audiencesDesArticles, lireAudiences, publicsNommes, structuresNommees } from './audiences.ts';
import { estNie, estSupposition, quantiteProche, reservePerLEntreprise, sujetDe } from './ecarts.ts';
import { lotsVises } from './lots.ts';
import { aplatir } from './texte.ts';

/** Une phrase d'avis qui dit qu'un marché, ou des lots, sont réservés ou ne le sont pas. */
export interface Mention {
  readonly sens: 'oui' | 'non';
  /** Vide : tout le marché. */
  readonly lots: readonly string[];
  readonly audiences: readonly Audience[];
  readonly preuve: string;
}

/** Un « réservé » dans sa phrase, avec ce qui l'entoure. */
interface Occurrence {
  readonly phrase: string;
  readonly avant: string;
  readonly forme: string;
  readonly apres: string;
  /** Ce qui suit, jusqu'à l'occurrence suivante, tel qu'écrit. */
  readonly objet: string;
}

const PARTICIPE = /^reserve[es]{0,2}$/;
const MARCHE = String.raw`(?:marches?|lots?|consultations?|accords?|contrats?|concessions?|procedures?|prestations?|participation)\b`;
const DROIT_ANCIEN = /\barticles? (?:13|15|36|37)\b|\br\.? ?2113-[78]\b/;
const SANS_OBJET =
  /^ ?(?:$|[).;,"»\]]|[:-] ?oui\b|- |: ?$|mono|multi|en (?:application|vertu)|au (?:sens|titre)|selon|conformement|dans le cadre|suivant|art|\(?(?:l|r)\.? ?2113)/;
const MOT_ISOLE = /(?:^|[-:(,|/•.\]»"*] ?|\bet )$/;
const VERS_QUI =
  /^[\s:,]*(?:(?:exclusivement|uniquement|strictement|en priorite) )?(?:a|aux?|pour|au profit|insertion|l'insertion)\b/;
const EMPLOYEURS =
  /^[\s,]*(?:a|aux?) (?:l'insertion|travailleurs|(?:des? |une? |les )?(?:structures?|operateurs?|entreprises?|etablissements?|organismes?))\b/;

/** Un nom (« la réserve ») n'est pas un participe (« réservé ») quand le texte porte ses accents. */
const estParticipe = (forme: string, ecrit: string): boolean =>
  PARTICIPE.test(forme) && (/[éÉ][EeSs]{0,2}$/.test(ecrit) || !/[éÉ]/.test(ecrit));

const accepterParticipe = (occurrence: Occurrence): boolean => {
  const { avant, apres, objet, phrase } = occurrence;
  const proche = aplatir(objet).slice(0, 200);
  const structures = structuresNommees(objet.slice(0, 200)).length > 0;
  const articles = audiencesDesArticles(phrase).length > 0 || DROIT_ANCIEN.test(aplatir(phrase));
  const publics = publicsNommes(objet.slice(0, 120)).length > 0 && VERS_QUI.test(proche);
  const sujet = sujetDe(avant);
  if (/^.{0,40}profession/.test(proche) && !structures) return false;
  if (sujet === 'marche') return structures || publics || SANS_OBJET.test(apres) || (articles && VERS_QUI.test(proche));
  if (MOT_ISOLE.test(avant) && sujet !== 'etranger' && !quantiteProche(avant, 4))
    return structuresNommees(objet.slice(0, 90)).length > 0 || /^ ?(?:a l')?insertion/.test(proche);
  if (sujet === 'etranger' || sujet === 'aucun' || /^ ?a (?:l'|la |le )(?!insertion)/.test(proche)) return false;
  if (structures) return !quantiteProche(avant, 12);
  if (quantiteProche(avant, 200) || /\bclauses?\b|\bconditions? d'execution/.test(avant)) return false;
  return (
    EMPLOYEURS.test(proche) &&
    publics &&
    (sujet === 'marche-loin' || !/^[\s,]*(?:a l'insertion|aux? travailleurs)/.test(proche))
  );
};

const accepterVerbe = ({ avant, apres, objet }: Occurrence): boolean =>
  new RegExp(`^ (?:(?:ce|le|la|les|cette|l'|un|une|des|ces|deux|trois) ?)(?:presente? )?${MARCHE}`).test(apres) &&
  !reservePerLEntreprise(avant) &&
  (structuresNommees(objet).length > 0 || audiencesDesArticles(objet).length > 0);

const accepterNom = ({ avant, apres, objet }: Occurrence): boolean =>
  (new RegExp(`^ (?:du|de ce|des|de la|de l'|d'un|d'une) ?${MARCHE}`).test(apres) ||
    (new RegExp(MARCHE).test(avant) && /^ (?:au (?:profit|benefice)|a |aux )/.test(apres))) &&
  (structuresNommees(objet).length > 0 || audiencesDesArticles(objet).length > 0) &&
  !quantiteProche(avant, 6);

const accepter = (occurrence: Occurrence, ecrit: string): boolean => {
  if (/^reservations?$/.test(occurrence.forme)) return accepterNom(occurrence);
  if (estParticipe(occurrence.forme, ecrit) && accepterParticipe(occurrence)) return true;
  return /^reserve(?:s|es|ee|ees|nt|r|ra|ront)?$/.test(occurrence.forme) && accepterVerbe(occurrence);
};

const audiencesDe = ({ avant, phrase, objet }: Occurrence, seule: boolean): Audience[] => {
  const articles = audiencesDesArticles(seule ? phrase : objet);
  const lues = lireAudiences(objet);
  if (structuresNommees(objet).length > 0 || publicsNommes(objet.slice(0, 200)).length > 0)
    return articles.length > 1 ? lireAudiences(`${objet} ${phrase}`) : lues;
  return articles.length > 0 ? articles : structuresNommees(phrase.slice(0, avant.length));
};

const EXCLUSIF =
  /\b(?:ouvert|destine|adresse|accessible|limite)e?s? (?:exclusivement|uniquement|seulement) (?:aux?|a des|a une?) |\b(?:exclusivement|uniquement|seulement) (?:ouvert|destine|adresse|accessible)e?s? (?:aux?|a des|a une?) /;
const SEULES =
  /\bseule?s? (?:peuvent|pourront|sont|seront)?.{2,160}\b(?:peuvent|pourront|sont|seront)\b.{0,40}(?:candidat|repondre|soumission|participer|offre|attribu|retenu|admis|autoris)/;

const mentionExclusive = (phrase: string, plat: string): Mention | null => {
  const ouvert = EXCLUSIF.exec(plat) ?? SEULES.exec(plat);
  if (ouvert === null) return null;
  const suite = phrase.slice(ouvert.index, ouvert.index + ouvert[0].length + 120);
  const audiences = structuresNommees(suite);
  const marche = new RegExp(MARCHE).test(plat);
  if (audiences.length === 0 || !marche || estNie(plat.slice(0, ouvert.index), '')) return null;
  return { sens: 'oui', lots: lotsVises(plat, ouvert.index), audiences, preuve: phrase };
};

/** Mentions d'une phrase nettoyée ; le lot du champ vaut quand la phrase n'en nomme pas. */
export const lireMentions = (phrase: string, lotDuChamp: string | null): Mention[] => {
  const plat = aplatir(phrase);
  const trouves = [...plat.matchAll(/\breserv(?:e|es|ee|ees|er|era|ent|ation|ations)\b/g)];
  const mentions: Mention[] = [];
  trouves.forEach((trouve, rang) => {
    const [forme] = trouve;
    const fin = trouve.index + forme.length;
    const suivant = trouves[rang + 1]?.index ?? phrase.length;
    const [avant, apres] = [plat.slice(0, trouve.index), plat.slice(fin)];
    const occurrence = { phrase, avant, forme, apres, objet: phrase.slice(fin, suivant) };
    const vises = lotsVises(plat, trouve.index);
    const lots = vises.length === 0 && lotDuChamp !== null ? [lotDuChamp] : vises;
    if (estNie(avant, apres)) {
      const duMarche = new RegExp(MARCHE).test(plat) || audiencesDesArticles(phrase).length > 0;
      const quantite = quantiteProche(avant, 6) || sujetDe(avant) === 'etranger';
      if (duMarche && !quantite && !/^.{0,40}profession/.test(apres))
        mentions.push({ sens: 'non', lots, audiences: [], preuve: phrase });
      return;
    }
    if (estSupposition(avant, apres) || !accepter(occurrence, phrase.slice(trouve.index, fin))) return;
    mentions.push({ sens: 'oui', lots, audiences: audiencesDe(occurrence, trouves.length === 1), preuve: phrase });
  });
  const exclusive = mentions.length === 0 ? mentionExclusive(phrase, plat) : null;
  return exclusive === null ? mentions : [exclusive];
};
