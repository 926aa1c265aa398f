import { TYPES_PAR_AUDIENCE, TYPES_RESERVABLES, type TypeStructure } from '../../domain/marches/structures.ts';
import { plier } from '../normaliser.ts';

/** Comment chaque type se dit, le plus précis d'abord : ce qu'il a pris n'est plus à lire. */
const TYPES: readonly (readonly [readonly TypeStructure[], RegExp])[] = [
  [['EATT'], /\beatts?\b|entreprises? adaptees? de travail temporaire/g],
  [['ETTI'], /\bettis?\b|(?:entreprises? de travail temporaire|interim|agences? d'interim) d'? ?insertion/g],
  [['EITI'], /\beitis?\b/g],
  [['GEIQ'], /\bgeiqs?\b/g],
  [['ESAT'], /\besats?\b|\bcat\b/g],
  [['EA'], /\bea\b|\bentreprises? adapte?es?\b/g],
  [['ACI'], /\bacis?\b|(?:ateliers? et )?chantiers? d'? ?insertion/g],
  [['AI'], /\bai\b(?= (?:en|de|du|pour|vers|autour|a|dans|qui|et|ou)\b)|associations? intermediaires?/g],
  [['EI'], /\bei\b|\bentreprises? d'? ?insertion/g],
  [
    TYPES_PAR_AUDIENCE.SIAE,
    /\bsiaes?\b|structures? (?:de l'|d'? ?)?insertion|\biae\b|acteurs? (?:de l'|d'? ?)?insertion/g,
  ],
  [
    TYPES_PAR_AUDIENCE.EA_ESAT,
    /\bstpa\b|(?:secteur|milieu|structures?|etablissements?) (?:adapte|protege)\w*|structures? (?:du |de |liees? au )?handicap\w*/g,
  ],
  [TYPES_RESERVABLES, /structures? inclusi\w+|fournisseurs? inclusi\w+|prestataires? inclusi\w+/g],
];

/** Types de structures nommés ; null si le message n'en nomme aucun. */
export const lireTypesStructures = (texte: string): TypeStructure[] | null => {
  let reste = plier(texte);
  // « AI » en capitales, sinon c'est « j'ai » mal écrit.
  if (!/\bAI\b/.test(texte)) reste = reste.replace(/\bai\b/g, ' ');
  const lus = new Set<TypeStructure>();
  for (const [types, motif] of TYPES) {
    if (reste.match(motif) === null) continue;
    for (const type of types) lus.add(type);
    reste = reste.replace(motif, ' ');
  }
  return lus.size === 0 ? null : [...lus];
};

const NOM_DE_STRUCTURE =
  "(?:esats?|siaes?|eatts?|ettis?|acis?|eitis?|geiqs?|ea|ei|cat|entreprises? adapte?es?|(?:ateliers? et )?chantiers? d'? ?insertion|associations? intermediaires?|(?:entreprises?|structures?|acteurs?) (?:de l'|d'? ?)?insertion|(?:structures?|fournisseurs?|prestataires?) inclusi\\w+|structures? (?:du |de )?(?:handicap|secteur adapte|milieu protege)|structures?)";
/** « quelles EA… », « liste des SIAE », « je cherche un ESAT », « y a-t-il un chantier d'insertion ». */
const DEMANDEES = new RegExp(
  `\\b(?:quel(?:le)?s?(?: sont les?)?|qui sont les|ou (?:sont|trouver)|liste\\w*(?: moi)?(?: des?| les)?|annuaire(?: des?)?|contacts?(?: des?| d'une?)?|coordonnees(?: des?| d'une?)?|y a[- ]?t[- ]?il|il y a|existe[- ]?t[- ]?il|connais\\w*(?:[- ](?:tu|vous))?|cherch\\w*|trouv\\w*|besoin d'|montre\\w*(?:[- ]moi)?|donne\\w*(?:[- ]moi)?|combien (?:de|d'))(?: (?:toutes? |tous )?(?:les?|des?|une?|la|d')?)? ?(?:autres? |bonnes? |petites? )?${NOM_DE_STRUCTURE}\\b`,
);
/** « ESAT blanchisserie Amiens » : un sigle, un métier ou un lieu, et rien qui parle d'avis ou de règle. */
const SIGLE_D_ABORD =
  /^(?!.*\b(?:ca|ou|prete|sert|c'est|cest|font|vs)\b)(?!(?:\S+ ){8})(?:bonjour,? )?(?:les |des |un |une )?(?:esats?|siaes?|ettis?|acis?|ea|ei|eatt|entreprises? adapte?es?|(?:chantiers?|entreprises?|structures?) d'? ?insertion|associations? intermediaires?)(?: (?:et|ou) (?:esats?|ea|siaes?))? (?!qui|peut|peuvent|doit|doivent|est|sont|ou\b|et\b|vs\b|definition|a-t|peux)/;
/** « qui peut répondre à un lot nettoyage », « qui fait du débroussaillage en insertion ». */
const QUI_PEUT =
  /\bqui (?:peut|pourrait|peuvent|pourraient|saurait|sait|est capable de|serait capable de) (?:bien )?(?:y )?(?:me |nous )?(?:repondre|candidater|soumissionner|faire|realiser|assurer|executer|s'occuper|fournir|prendre|livrer|intervenir|proposer)\b|\bqui (?:fait|propose|assure|realise)\b(?=.{0,60}\b(?:insertion|esat|ea|siae|adapte\w*|handicap|inclusi\w+|reserve\w*)\b)|\bstructures? (?:qui|capables?|pouvant|susceptibles?|pour)\b(?! (?:couvre|suit|accompagne))/;

const AVIS =
  /\b(?:avis|appels? d'offres?|consultations?|annonces?|marches? (?:ouverts?|reserves?|en cours))\b|^reserve/;
const REGLE =
  /\b(?:article|l\.? ?\d{4}|r\.? ?\d{4}|obligat\w*|obliger|definition|c'est quoi|qu'est[- ]ce|difference|conditions?|eligib\w*|preuves?|justificatifs?|convention\w*|agrement\w*|taux|pourcentage|seuil|subvention\w*|aides? au poste|salaire|remunere\w*|criteres?|publics?|concession\w*|pourquoi|comment (?!trouver|joindre|contacter)|heures?|statut|loi|decret|sanction\w*|facilit\w*|sites?|plateformes?|outils?|ou (?:regarder|chercher)|ca existe|chiffres|statistiques?)\b/;

/** Vrai si le message cherche des structures plutôt que des avis ou une règle. */
export const chercheStructures = (plie: string): boolean => {
  if (REGLE.test(plie)) return false;
  if (QUI_PEUT.test(plie)) return true;
  return !AVIS.test(plie) && (DEMANDEES.test(plie) || SIGLE_D_ABORD.test(plie));
};
