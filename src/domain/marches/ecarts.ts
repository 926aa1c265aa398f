/**
 * Tournures où « réservé » n'annonce pas une réservation : négation, condition, faculté, quantité, objet d'une
 * autre nature. Tous les textes reçus sont aplatis ; `avant` et `apres` entourent le mot, dans sa phrase.
 */

const NOMS_MARCHE =
  /^(?:marches?|lots?|consultations?|accords?|cadres?|contrats?|concessions?|procedures?|offres?|avis|participation|candidatures?|conventions?|tranches?|mapa)$/;
const NOMS_FEMININS = /^(?:passation|consultations?|concessions?|procedures?|participation|candidatures?|attribution)$/;
const NOMS_PRESTATION =
  /^(?:prestations?|services?|travaux|fournitures?|execution|operations?|achats?|commandes?|realisation|missions?)$/;
const NOMS_ETRANGERS =
  /^(?:places?|emplacements?|voies?|pistes?|couloirs?|parkings?|stationnements?|acces|local|locaux|logements?|chambres?|postes?|emplois?|zones?|creneaux?|salles?|guichets?|aires?|hebergements?|parcelles?|terrains?|vestiaires?|sanitaires|toilettes|ascenseurs?|entrees?|cheminements?|batiments?|transports?|sejours?|ateliers?|quais?|bus|navettes?|residences?|traitance|actions?|taches?|criteres?|points?|clauses?|dispositifs?|benefices?|avances?|tarifs?|abonnements?|donnees|rendez|usages?|visites?|bureaux?|exclusivite|formations?)$/;
/** Juste avant « réservé », ils en sont le sujet ; plus loin, l'intitulé peut les nommer (« traiteur pour les réunions »). */
const ETRANGERS_VOISINS =
  /^(?:stands?|salons?|forums?|reunions?|permanences?|subventions?|credits?|budgets?|maisons?|jardins?|kiosques?|comptoirs?)$/;
const QUANTITES =
  /^(?:heures?|h|%|pourcentage|pourcent|part|partie|quota|volume|volant|nombre|jours?|journees?|effectifs?|taux|minimum|enveloppe|contingent|fraction|moitie|quotite|temps|main|personnel|recrutements?|embauches?)$/;
const NOMBRES = /^(?:heures?|h|%|pourcentage|part|quota|taux|nombre|volume)$/;
const LIAISONS =
  /^(?:\d+[a-z]?|n|°|et|ou|a|au|aux|est|sont|sera|seront|etait|etaient|etant|soit|ete|donc|ainsi|egalement|exclusivement|uniquement|entierement|totalement|integralement|strictement|specifiquement|tous?|toutes?|publics?|prives?|subsequents?|dits?|qui|suivra|suivront|en|question|present|presente|leur|adaptees?|ouverte?s?|restreinte?s?|formalisee?s?|[b-h])$/;

export const motsDe = (plat: string): string[] => plat.match(/[a-z0-9]+|%|°/g) ?? [];

/** Ce que le mot « réservé » qualifie : le marché lui-même, une prestation, autre chose, ou rien avant lui. */
export type Sujet = 'marche' | 'marche-loin' | 'prestation' | 'etranger' | 'aucun';

/** Au féminin, ce n'est pas le marché qu'on réserve, sauf son exécution, ses prestations, sa procédure. */
const desaccord = (mots: readonly string[], place: number, forme: string): boolean =>
  /^reservees?$/.test(forme) &&
  /^(?:marches?|lots?|accords?|cadres?|contrats?|avis)$/.test(mots[place] ?? '') &&
  !mots.slice(Math.max(0, place - 6), place).some((mot) => NOMS_PRESTATION.test(mot) || NOMS_FEMININS.test(mot));

/** « Un nombre d'heures nécessaires à l'exécution du marché » : le complément se cherche plus loin que le sujet. */
const estUneQuantite = (mots: readonly string[], place: number): boolean => {
  const complement = /^(?:du|de|des|d)$/.test(mots[place - 1] ?? '');
  const avant = mots.slice(Math.max(0, place - (complement ? 10 : 4)), place);
  // « Mise à disposition de personnel, marché réservé… » : sans complément, seul un nombre compte.
  return avant.some((mot) => (complement ? QUANTITES : NOMBRES).test(mot));
};

/** « Marché public de services », « accord-cadre de prestations de nettoyage » : le marché, dit par son genre. */
const MARCHE_DE =
  /\b(?:marches?|accords?-cadres?|contrats?) (?:publics? )?(?:de|d') ?(?:prestations?|services?|travaux|fournitures?)(?! [^.;:]*\b(?:prestations?|services?|travaux|fournitures?|taches?)\b)[^.;:]{0,80}$/;

/** « … ; il est réservé aux SIAE » : le pronom reprend le marché de la phrase voisine. */
const PRONOM =
  /^\W*(?:il|elle|celui-ci|celle-ci|ce dernier|cette derniere)s? (?:est|sera)(?: \S+ment| donc| quant a \S+)? $/;

export const sujetDe = (avant: string, forme = 'reserve'): Sujet => {
  if (PRONOM.test(avant)) return 'marche-loin';
  const mots = motsDe(avant);
  const premierVrai = mots.findLastIndex((mot) => !LIAISONS.test(mot));
  const nom = mots[premierVrai] ?? '';
  if (NOMS_MARCHE.test(nom))
    return estUneQuantite(mots, premierVrai) || desaccord(mots, premierVrai, forme) ? 'etranger' : 'marche';
  if (ETRANGERS_VOISINS.test(mots.at(-1) ?? '')) return 'etranger';
  for (const mot of mots.reverse()) {
    if (NOMS_ETRANGERS.test(mot)) return 'etranger';
    if (NOMS_MARCHE.test(mot)) return 'marche-loin';
    if (NOMS_PRESTATION.test(mot))
      return /^\W*lots? /.test(avant) || MARCHE_DE.test(avant) ? 'marche-loin' : 'prestation';
  }
  return 'aucun';
};

/** Une quantité est-elle ce qu'on réserve ? « 120 heures réservées », « 5 % des prestations ». */
export const quantiteProche = (avant: string, portee: number): boolean =>
  motsDe(avant)
    .slice(-portee)
    .some((mot) => QUANTITES.test(mot));

const APRES_PAS =
  "(?:(?:un|une|d'un|d'une|de|des|l'objet|encore|non plus|marches?|lots?|contrats?|consultations?|accords?-cadres?|exclusivement|juge|considere|comme) ?)*";
const NEGATIONS_AVANT: readonly RegExp[] = [
  /\baucune?s?\b[^.;:,]{0,90}$/,
  new RegExp(
    String.raw`(?:\bn'|\bne )(?:s'agit|est|sont|sera|seront|etait|etaient|fait|font|constituen?t?|comportent?|comprend|prevoit|contient)\b[^.;,]{0,25}? (?:pas|point|aucunement|nullement|plus)\b ?${APRES_PAS}$`,
  ),
  /\bnon[ -]?$/,
  /\bni(?: \S+){0,3} $/,
  /\b(?:n'|ne )(?:entre|releve|s'inscri|apparti|correspond|ressort|s'appli|vise|concerne|souhaite|envisage|entend|prevoi|peut|peuvent)\w*[^.;,]{0,12} (?:pas|plus|point|nullement|aucunement)\b[^.;,]{0,60}$/,
  /\b(?:n'est|n'a|n'ont) (?:pas|point|nullement) (?:ete )?(?:prevu|envisage|decide|souhaite|retenu|choisi|possible|question)\w*[^.;,]{0,40}$/,
  /\bpas (?:d'un |d'une |de |un |des )(?:marches?|lots?|contrats?) $/,
  /\b(?:n'est|n'a|n'ont|ne sera|ne fait|ne font) (?:pas|nullement|aucunement) (?:ete )?(?:fait )?(?:usage|application)\b[^.;]{0,80}$/,
];
const NEGATION_EN_FIN = /[:?] ?non ?[.)]?$/;
const NEGATION_APRES =
  /^ ?(?:\([^)]{0,90}\) ?)?[:?(-]? ?(?:\[ ?\] ?oui ?[,/]? ?\[ ?x ?\] ?)?(?:non\b(?! exclusi| renseign| precis| communiqu| connu)|neant|sans objet|aucun)/;
/** « Le marché est-il réservé aux ESAT ? » Non. — « Marché réservé (O/N) : N. » */
const REPONSE_NON = /^[^?]{0,140}\? ?[»"”]? ?non\b|^ ?\(o ?\/ ?n\) ?:? ?n\b/;
/** « Les marchés réservés aux ESAT ne sont pas concernés », « … ne s'appliquent pas ». */
const NEGATION_DU_VERBE =
  /^(?:[^.;:]|\b[lr]\. ?){0,160}?\b(?:n'|ne )(?:(?:est|sont|sera|seront|etai\w+) (?:pas|plus|point|nullement|aucunement) (?:\S+ ){0,2}?(?:concern|applica|applique|prevu|retenu|maintenu|vise|sollicit|utilis|mobilis|mise? en |d'application)|(?:a|ont) (?:pas|finalement pas|point) ete (?:retenu|maintenu|mise? en |confirme)|(?:s'appli|concern|vis|trouv)\w+ (?:pas|plus|point|nullement|aucunement)\b)/;

const NE = /\b(?:n'|ne )(?:est|sont|sera|seront) $/;

export const estNie = (avant: string, apres: string): boolean =>
  NEGATIONS_AVANT.some((negation) => negation.test(avant.slice(-140))) ||
  NEGATION_APRES.test(apres) ||
  NEGATION_EN_FIN.test(apres) ||
  REPONSE_NON.test(apres) ||
  NEGATION_DU_VERBE.test(apres) ||
  (NE.test(avant) && /^ (?:(?:a|aux?|pour) aucune?|ni)\b/.test(apres));

const CONDITIONS: readonly RegExp[] = [
  /\b(?:si|lorsque?|lorsqu'un|quand|en cas|dans le cas|le cas echeant|eventuel\w*|eventuellement|s'il s'agit)\b[,\s]*(?:\S+ ){0,6}$/,
  /(?:\b(?:des?|aux|les|ses|leurs|nos|en|autres|plusieurs|certains)|d'|,) marches(?: publics)? $/,
  /\b(?:peuvent|peut|pourra|pourront|pourrait|pourraient|possibilite|faculte|droit|susceptibles?)\b[,\s]*(?:\S+ ){0,6}$/,
  /\bsous (?:toutes? )?$|\bse $|\bs'$|\bsans $|\bme $/,
  /\b(?:opportunite|envisage\w*|etudi\w+|projette\w*|reflech\w+)\b[^.;]{0,60}$/,
  // Le marché d'avant, ou celui d'un autre, ne dit rien de celui-ci.
  /\b(?:precedents?|anciens?|anterieure?s?|futurs?|prochaine?s?|eventuels?|un autre|d'autres) (?:marches?|lots?|contrats?|consultations?|accords?-cadres?)(?: \S+)? $/,
  /\b(?:marches?|lots?|contrats?|consultations?|accords?-cadres?) (?:precedente?s?|anterieure?s?|futurs?|a venir) $/,
];

/** « Seul le lot 4 relève des marchés réservés » : la tournure est générale, mais elle désigne ce marché. */
const RANGE_PARMI =
  /\b(?:releven?t?|fait partie|font partie|entren?t? dans (?:le cadre|la categorie|le champ)) des marches(?: publics)? $/;

/** « si le marché est réservé », « peuvent être réservés », « sous réserve », « se réserve le droit ». */
export const estSupposition = (avant: string, apres: string): boolean =>
  CONDITIONS.some((condition) => condition.test(avant.slice(-90))) &&
  !RANGE_PARMI.test(avant) &&
  !(/(?:^|[.,;:»] ?)les marches $/.test(avant) && /^ ?(?:aux|a des|pour)/.test(apres));

const ENTREPRISE =
  /\b(?:titulaires?|entreprises?|attributaires?|soumissionnaires?|candidats?|prestataires?|cocontractants?)\b[^.;]{0,60}$/;

/** C'est l'entreprise retenue qui réserve (des heures, des postes) : une clause. */
export const reservePerLEntreprise = (avant: string): boolean => ENTREPRISE.test(avant.slice(-110));
