import type { Modalite, Public, Sexe } from '../../domain/heures.ts';
import type { Dimension, Mesure } from '../../domain/indicateurs/demande.ts';

type Regles<T> = readonly (readonly [RegExp, T])[];

/** La première règle qui reconnaît le texte plié. */
export const premiere = <T>(plie: string, regles: Regles<T>): T | null =>
  regles.find(([motif]) => motif.test(plie))?.[1] ?? null;

export const PUBLICS: Regles<Public> = [
  [/\bb?rsa\b|\brevenu de solidarite\b|\ballocataires? rsa\b/, 'RSA'],
  [/\bqpv\b|\bquartiers? prioritaires?\b|\bquartiers? (?:de la )?politique de la ville\b|\bzus\b/, 'QPV'],
  [/\bdeld\b|\blongue duree\b|\bcld\b/, 'DELD'],
  [/\bjeunes?\b|\bmoins de 2[56] ans\b|\b-26 ans\b|\bjeunesse\b/, 'JEUNE'],
  [/\brqth\b|\bhandicap\w*\b|\btravailleurs? handi\w*\b|\bboeth\b|\bth\b/, 'TH'],
  [/\bseniors?\b|\bplus de 50 ans\b|\b50 ans et plus\b/, 'SENIOR'],
];

export const SEXES: Regles<Sexe> = [
  [/\bfemmes?\b|\bfeminin\w*\b|\bfeminis\w*\b|\bdames?\b/, 'F'],
  [/\bhommes?\b|\bmasculins?\b/, 'M'],
];

export const MODALITES: Regles<Modalite | 'IAE'> = [
  [/\bettis?\b|\binterim d'insertion\b|\binterim\b|\btravail temporaire d'insertion\b/, 'ETTI'],
  [/\bgeiqs?\b|\bgroupements? d'employeurs\b/, 'GEIQ'],
  [/\bassociations? intermediaires?\b/, 'AI'],
  [/\bentreprises? d'insertion\b/, 'EI'],
  [/\bacis?\b|\b(?:ateliers? et )?chantiers? d'insertion\b/, 'ACI'],
  [/\beatts?\b/, 'EATT'],
  [/\besats?\b/, 'ESAT'],
  [/\bentreprises? adaptees?\b/, 'EA'],
  [/\balternan\w+\b|\bapprenti\w*\b|\bcontrats? pro\b|\bprofessionnalisation\b/, 'ALTERNANCE'],
  [/\bembauches? directes?\b|\brecrutements? directs?\b|\ben direct\b/, 'EMBAUCHE_DIRECTE'],
  [/\biae\b|\bsiae\b|\binsertion par l'activite\b/, 'IAE'],
];

/** Sigles qui sont aussi des mots (« j'ai ») : lus seulement en capitales, dans le texte d'origine. */
export const SIGLES: Regles<Modalite> = [
  [/(?:^|[^\p{L}'’])AI(?![\p{L}-])/u, 'AI'],
  [/(?:^|[^\p{L}'’])EI(?![\p{L}-])/u, 'EI'],
  [/(?:^|[^\p{L}'’])EA(?![\p{L}-])/u, 'EA'],
];

const PAR = String.raw`\b(?:par|selon|pour chaque|dans chaque|de chaque|chaque|quels?|quelles?|classement des|top \d* ?(?:des )?|meilleur[es]* |liste des|repartition (?:par|des|entre|selon)(?: les)?|ventilation (?:par|des)|detail (?:par|des))(?: les| des)? ?`;
const selon = (mots: string): RegExp => new RegExp(`${PAR}(?:${mots})\\b`);

export const DIMENSIONS: Regles<Dimension> = [
  [selon('departements?|dep|dpt'), 'departement'],
  [selon('epci|interco\\w*|agglo\\w*|communautes? d\\S+|metropoles?|territoires?'), 'epci'],
  [selon('communes?|villes?'), 'commune'],
  [selon("secteurs?(?: d'activites?)?|filieres?|familles? d'achats?|metiers?|domaines?"), 'secteur'],
  [selon("acheteurs?|donneurs? d'ordres?|maitres? d'ouvrages?|collectivites?|commanditaires?"), 'acheteur'],
  [selon('entreprises?|titulaires?|employeurs?'), 'entreprise'],
  [selon('operations?|marches?|chantiers?|lots?'), 'operation'],
  [selon('publics?|categories?(?: de publics?)?|profils?'), 'public'],
  [selon('modalites?|types? de (?:contrats?|structures?|supports?)|contrats?|structures?|dispositifs?'), 'modalite'],
  [selon('sexes?|genres?|hommes?(?: et|\\/| -)? ?(?:les )?femmes?|femmes?(?: et|\\/| -)? ?(?:les )?hommes?'), 'sexe'],
  [/\bhommes?[ /-](?:et )?(?:les )?femmes?\b|\bfemmes?[ /-](?:et )?(?:les )?hommes?\b|\bparite\b|\bh\/f\b/, 'sexe'],
  [/\bmois par mois\b|\bpar mois\b|\bmensuel\w*\b|\bchaque mois\b/, 'mois'],
  [/\btrimestre par trimestre\b|\bpar trimestre\b|\btrimestriel\w*\b|\bchaque trimestre\b/, 'trimestre'],
  [
    /\bannee par annee\b|\bpar an(?:nee)?s?\b|\bannuel(?:le)?s?\b|\bchaque annee\b|\bd'une annee (?:a|sur) l'autre\b/,
    'annee',
  ],
];

const COMBIEN = String.raw`\b(?:[ck]ombien|nombre|nb|nbre|total|effectif)s?(?: (?:de|d'|des|y a-t-il de|avons-nous eu de))* ?(?:\S+ )?`;
const compte = (mots: string): RegExp => new RegExp(`${COMBIEN}(?:${mots})\\b`);

export const MESURES: Regles<Mesure> = [
  [
    /\b(?:sorties?|insertions?|emplois?|suites?)(?: \S+)? (?:durables?|positives?|dynamiques?|a l'emploi)\b|\btaux de sorties?\b|\bsorties?\b.{0,20}\b(?:cdi|emploi)\b|\bcombien .{0,30}\b(?:cdi|retrouve un emploi)\b/,
    'sorties-durables',
  ],
  [
    /\bdiversi\w+\b|\bquels secteurs\b|\bsecteurs? (?:d'activites?|representes?|concernes?|couverts?)\b|\bcombien de secteurs\b/,
    'secteurs',
  ],
  [/\betp\b|\bequivalents? temps pleins?\b|\btemps pleins?\b/, 'etp'],
  [
    /\bduree moyenne\b|\bheures? (?:moyennes? )?par (?:beneficiaire|personne|participant|salarie)\w*\b|\bmoyenne d'heures\b/,
    'duree-moyenne',
  ],
  [
    /\b(?:part|taux|pourcentage|proportion|place|%)(?: \S+){0,2} (?:femmes?|feminis\w+|feminin\w*)\b|\b(?:[ck]ombien|nombre|nb) (?:de |d')femmes\b|\btaux de feminis\w+\b|\bparite\b|\bfeminisation\b/,
    'femmes',
  ],
  [
    compte(
      'beneficiaires?|personnes?|participants?|salaries?|gens|publics?|jeunes|hommes|seniors|demandeurs|habitants',
    ),
    'beneficiaires',
  ],
  [/\bbeneficiaires\b(?!.{0,20}\bheures\b)/, 'beneficiaires'],
  [compte("donneurs? d'ordres?|acheteurs?|maitres? d'ouvrages?|collectivites?"), 'acheteurs'],
  [compte('entreprises?|titulaires?'), 'entreprises'],
  [compte('operations?|marches?|chantiers?'), 'operations'],
  [/\bh(?:eures?|rs)?\b|\bheur\w*\b|\bdheures?\b/, 'heures'],
];

/** Comparaison à la période précédente. */
export const COMPARER =
  /\bevolu\w+\b|\bprogress\w+\b|\bhausse\b|\bbaisse\b|\baugment\w+\b|\bdiminu\w+\b|\bcompar\w+\b|\btendance\b|\bdifference\b|\bpar rapport\b|\bversus\b|\bvs\b|\bface a\b/;

/** « …, et l'an dernier ? » après une autre période : l'an dernier sert de comparaison. */
export const ET_AVANT =
  /[,;]?\s*(?:\b(?:et|contre|versus|vs|par rapport a|compare[es]* (?:a|avec)|comparaison avec|face a|qu'en est-il de)\b\s+)(?:celles?\s+de\s+|a\s+)?(?:l'an(?:nee)?\s+(?:derniere?|passee?|precedente?|d'avant|n-1)|n-1|la\s+(?:meme\s+)?periode\s+(?:precedente|de l'an dernier|l'an dernier))\s*\??/;
