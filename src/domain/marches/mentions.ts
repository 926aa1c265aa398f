import type { Audience } from '../marches.ts';
import { audiencesDesArticles, lireAudiences, publicsNommes, structuresNommees } from './audiences.ts';
import { estNie, estSupposition, quantiteProche, reservePerLEntreprise, sujetDe } from './ecarts.ts';
import { audiencesExclusives } from './exclusivite.ts';
import { lotsEnSuite, lotsVises } from './lots.ts';
import { aplatir } from './texte.ts';

/** Une phrase d'avis qui dit qu'un marché, ou des lots, sont réservés ou ne le sont pas. */
export interface Mention {
  readonly sens: 'oui' | 'non';
  /** Vide : tout le marché. */
  readonly lots: readonly string[];
  /** `un-lot` : « ce lot », l'intitulé d'un lot, sans son numéro. */
  readonly portee: 'dite' | 'un-lot';
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
  /^ ?(?:$|[).;,"»\]]|[:-] ?oui\b|: ?lots? (?:n° ?)?\d|- |: ?$|mono|multi|en (?:application|vertu)|au (?:sens|titre)|selon|conformement|dans le cadre|sur le fondement|par application|suivant|(?:de|a|vises? (?:a|par)) l'article|\(?art|\(?(?:l|r)\.? ?2113|en partie|en totalite|pour l[ae']|\(handicap|\(insertion)/;
const MOT_ISOLE = /(?:^|[-:([,|/•.\]»"*] ?|\bet )$/;
const VERS_QUI =
  /^[\s:,(]*(?:(?:exclusivement|uniquement|strictement|en priorite) )?(?:a|aux?|pour|au profit|insertion|l'insertion|handicap)\b/;
/** « Marché réservé à ce type de structure » : les structures sont nommées avant. */
const REPRISE = /^ ?a (?:ce|ces|cette) (?:types?|genres?|categories?|structures?|operateurs?)/;
/** Une clause citée avec l'article des marchés réservés (« L. 2113-13 (marchés réservés) ») n'est pas une réservation. */
const CLAUSE = /\bclauses? |(?:action|heures?|demarche)s? d'insertion/;
const QUANTITE_APRES = /^ ?(?:un minimum de |un total de )?\d[\d ]* ?(?:h\b|heures|%)/;
const EMPLOYEURS =
  /^[\s,]*(?:a|aux?) (?:l'insertion|travailleurs|(?:des? |une? |les |x )?(?:structures?|operateurs?|entreprises?|etablissements?|organismes?))\b/;

/** Un nom (« la réserve ») n'est pas un participe (« réservé ») quand le texte porte ses accents. */
const estParticipe = (forme: string, ecrit: string): boolean =>
  PARTICIPE.test(forme) && (/[éÉ][EeSs]{0,2}$/.test(ecrit) || !/[éÉ]/.test(ecrit));

/** « Réservée aux habitants du quartier, … régie de quartier » : ce qui compte est à qui, pas ce qui suit. */
const premierComplement = (objet: string): string => {
  const debut = objet.slice(0, 90).replace(/^[\s:,(–—-]+/, '');
  return /^(?:aux?|à la|à l[’'])\s/i.test(debut)
    ? (debut.split(/,(?! ?(?:des |aux )?(?:ESAT|EA|EI|AI|ACI|SIAE|entr|[eé]tab|struct|assoc|atel|r[eé]g))/)[0] ?? '')
    : debut;
};

/** « Le Département a réservé 3 M€ d'achats aux SIAE » : un verbe, qui doit avoir le marché pour objet. */
const ACTIF = /(?<!\blots? )(?<!n° )\b(?:a|ont|avait|avaient) $/;

/** « Sont réservés aux ESAT : les lots 1 et 3. » */
const INVERSE = /^\W*(?:est|sont|sera|seront) $/;
const CES_LOTS = new RegExp(`[ :](?:le|les|ce|ces) ${MARCHE}`);

const accepterParticipe = (occurrence: Occurrence, dansUnLot: boolean): boolean => {
  const { avant, apres, forme, objet, phrase } = occurrence;
  if (ACTIF.test(avant)) return false;
  const proche = aplatir(objet).slice(0, 200);
  const vises = EMPLOYEURS.test(proche) && audiencesDesArticles(objet.slice(0, 160)).length > 0;
  const reprise = REPRISE.test(apres) && structuresNommees(phrase).length > 0;
  const structures = vises || reprise || structuresNommees(objet.slice(0, 200)).length > 0;
  const articles = audiencesDesArticles(phrase).length > 0 || DROIT_ANCIEN.test(aplatir(phrase));
  const publics =
    publicsNommes(objet.slice(0, 120)).length > 0 && VERS_QUI.test(proche) && !/\d ?(?:h\b|heures)/.test(proche);
  const lu = sujetDe(avant, forme);
  const sujet = dansUnLot && (lu === 'aucun' || lu === 'prestation') ? 'marche-loin' : lu;
  if (/^.{0,40}profession/.test(proche) && !structures) return false;
  if (QUANTITE_APRES.test(apres) || /^ ?(?:aux? lots?|a la (?:tranche|phase))\b/.test(apres)) return false;
  if (sujet === 'marche')
    return (
      structures ||
      publics ||
      (SANS_OBJET.test(apres) && !CLAUSE.test(aplatir(phrase))) ||
      (articles && VERS_QUI.test(proche))
    );
  if (sujet === 'marche-loin' && articles && /^reservee?s?$/.test(forme) && SANS_OBJET.test(apres))
    return !CLAUSE.test(aplatir(phrase)) && !quantiteProche(avant, 9);
  if (INVERSE.test(avant)) return structures && CES_LOTS.test(apres);
  const enIntitule =
    sujet !== 'etranger' ||
    /^\W*lots? ?(?:n° ?)?\d/.test(avant) ||
    /\blots? ?(?:n° ?)?\d[^;]*\($/.test(avant) ||
    (forme === 'reserve' && avant.endsWith('(') && /^[^)]{0,80}\) ?$/.test(apres));
  if (MOT_ISOLE.test(avant) && enIntitule && !quantiteProche(avant, 4))
    return vises || structuresNommees(premierComplement(objet)).length > 0 || /^ ?(?:a l')?insertion/.test(proche);
  if (sujet === 'etranger' || sujet === 'aucun' || /^ ?a (?:l'|la |le )(?!insertion)/.test(proche)) return false;
  if (structures) return !quantiteProche(avant, 9);
  if (quantiteProche(avant, 200) || /\bclauses?\b|\bconditions? d'execution/.test(avant)) return false;
  return (
    EMPLOYEURS.test(proche) &&
    publics &&
    (sujet === 'marche-loin' || !/^[\s,]*(?:a l'insertion|aux? travailleurs)/.test(proche))
  );
};

const EMPLOYEURS_NOMMES = /(?:structures?|operateurs?|entreprises?) .{0,40}(?:employ|handicap|insertion)/;

const ENCORE =
  '(?:a nouveau|desormais|egalement|donc|ainsi|exclusivement|cette annee|pour la \\S+ (?:fois|annee(?: consecutive)?)) ';
/** « … fait usage de l'article L. 2113-12 et le réserve aux ESAT. » */
const PRONOM_COMPLEMENT = new RegExp(`${MARCHE}.*\\b(?:le|la|les) $`);

const CE_MARCHE = new RegExp(
  `^ (?:${ENCORE})?(?:(?:l'ensemble|l'integralite|la totalite) (?:du|de la|des|de ce|de cette) |(?:ce|cet|le|la|les|cette|l'|un|une|des|ces|deux|trois|tous les|toute la) ?)(?:presente?s? )?${MARCHE}`,
);

const accepterVerbe = ({ avant, apres, objet, phrase }: Occurrence): boolean =>
  (CE_MARCHE.test(apres) ||
    (PRONOM_COMPLEMENT.test(avant) && VERS_QUI.test(apres) && audiencesDesArticles(phrase).length > 0)) &&
  !reservePerLEntreprise(avant) &&
  (structuresNommees(objet).length > 0 ||
    audiencesDesArticles(objet).length > 0 ||
    EMPLOYEURS_NOMMES.test(aplatir(objet)));

/** « Procédure : MAPA – Réservation : entreprises adaptées et ESAT – Durée : 1 an » */
const estUneRubrique = ({ avant, apres, objet }: Occurrence): boolean =>
  /^ ?: ?/.test(apres) &&
  (/^\W*$/.test(avant) || /[-–|.•] ?$/.test(avant)) &&
  structuresNommees(objet.slice(0, 50)).length > 0;

const accepterNom = ({ avant, apres, objet }: Occurrence): boolean =>
  (new RegExp(`^ (?:du|de ce|des|de la|de l'|d'un|d'une) ?${MARCHE}`).test(apres) ||
    (new RegExp(MARCHE).test(avant) &&
      /^ ?(?:au (?:profit|benefice|titre)|en faveur|a |aux |en application|prevue|\(?(?:art|l\.? ?2113))/.test(
        apres,
      ))) &&
  (structuresNommees(objet).length > 0 ||
    audiencesDesArticles(objet).length > 0 ||
    EMPLOYEURS_NOMMES.test(aplatir(objet))) &&
  !quantiteProche(avant, 6);

const accepter = (occurrence: Occurrence, ecrit: string, dansUnLot: boolean): boolean => {
  if (/^reservations?$/.test(occurrence.forme)) return accepterNom(occurrence) || estUneRubrique(occurrence);
  if (estParticipe(occurrence.forme, ecrit) && accepterParticipe(occurrence, dansUnLot)) return true;
  return /^reserve(?:s|es|ee|ees|nt|r|ra|ront)?$/.test(occurrence.forme) && accepterVerbe(occurrence);
};

const audiencesDe = ({ phrase, objet }: Occurrence, seule: boolean): Audience[] => {
  const articles = audiencesDesArticles(seule ? phrase : objet);
  const lues = lireAudiences(objet);
  if (structuresNommees(objet).length > 0 || publicsNommes(objet.slice(0, 200)).length > 0)
    return articles.length > 1 ? lireAudiences(`${objet} ${phrase}`) : lues;
  return articles.length > 0 ? articles : structuresNommees(phrase);
};

/** « Ce lot fait l'objet d'un marché réservé », « Lot réservé aux SIAE », « Paris 10e — réservé insertion ». */
const porteeDe = (avant: string): Mention['portee'] =>
  /\b(?:ce|present|du|le) lot\b|^\W*lot $/.test(avant) || (MOT_ISOLE.test(avant) && sujetDe(avant) === 'aucun')
    ? 'un-lot'
    : 'dite';

/** « … aux EA et non aux SIAE » : ceux qu'on écarte ne sont pas visés. */
const sansExclus = (objet: string): string => objet.replace(/,? (?:et|mais) non (?:pas )?(?:aux?|à) [^.;]*/, ' ');

/** Ce qui compte se lit dans ce voisinage. */
const PORTEE = 500;
/** Une phrase d'avis n'en a jamais tant : au-delà, c'est du remplissage. */
const MENTIONS_LUES = 12;

/** Mentions d'une phrase nettoyée ; le lot du champ vaut quand la phrase n'en nomme pas. */
export const lireMentions = (phrase: string, lotDuChamp: string | null): Mention[] => {
  const plat = aplatir(phrase);
  const trouves = [...plat.matchAll(/\breserv(?:e|es|ee|ees|er|era|ent|ation|ations)\b/g)].slice(0, MENTIONS_LUES);
  const mentions: Mention[] = [];
  const lotsOu = (place: number): string[] => {
    const vises = [...new Set([...lotsVises(phrase, plat, place), ...lotsEnSuite(plat.slice(place))])];
    return vises.length === 0 && lotDuChamp !== null ? [lotDuChamp] : vises;
  };
  trouves.forEach((trouve, rang) => {
    const [forme] = trouve;
    const fin = trouve.index + forme.length;
    const suivant = trouves[rang + 1]?.index ?? phrase.length;
    const [avant, apres] = [
      plat.slice(Math.max(0, trouve.index - PORTEE), trouve.index),
      plat.slice(fin, fin + PORTEE),
    ];
    const occurrence = { phrase, avant, forme, apres, objet: sansExclus(phrase.slice(fin, suivant)) };
    const lots = lotsOu(trouve.index);
    if (estNie(avant, apres)) {
      const duMarche =
        new RegExp(MARCHE).test(plat) ||
        /^\W*(?:il|elle|celui-ci) n'est /.test(avant) ||
        // « Réservé : non », « La réservation au profit des SIAE n'a pas été retenue ».
        /^\W*$/.test(avant) ||
        (/^reservation/.test(forme) && structuresNommees(occurrence.objet).length > 0) ||
        audiencesDesArticles(phrase).length > 0;
      const vise = forme === 'reserver' && CE_MARCHE.test(apres);
      const quantite = !vise && (quantiteProche(avant, 6) || sujetDe(avant) === 'etranger');
      if (duMarche && !quantite && !/^.{0,40}profession/.test(apres))
        mentions.push({ sens: 'non', lots, portee: 'dite', audiences: [], preuve: phrase });
      return;
    }
    if (estSupposition(avant, apres) || !accepter(occurrence, phrase.slice(trouve.index, fin), lotDuChamp !== null))
      return;
    mentions.push({
      sens: 'oui',
      lots,
      portee: porteeDe(avant),
      audiences: audiencesDe(occurrence, trouves.length === 1),
      preuve: phrase,
    });
  });
  const audiences = mentions.length === 0 ? audiencesExclusives(phrase, plat) : [];
  return audiences.length === 0
    ? mentions
    : [{ sens: 'oui', lots: lotsOu(plat.length), portee: 'dite', audiences, preuve: phrase }];
};
