import type { Audience } from '../marches.ts';
import { aplatir } from './texte.ts';

const ORDRE: readonly Audience[] = ['EA_ESAT', 'SIAE', 'ESS', 'PENITENTIAIRE'];

/** Noms de structures ; un sigle court n'est lu qu'en capitales (« EA », mais pas « ea »). */
const STRUCTURES: readonly (readonly [Audience, RegExp, RegExp | null])[] = [
  [
    'EA_ESAT',
    /\bentreprises? adaptees?|\besats?\b|\beatts?\b|services? (?:d')?(?:aide|accompagnement) par le travail|centres? d'aide par le travail|ateliers? proteges?|emplois? proteges?|\b(?:secteur|milieu)s? (?:du travail )?(?:adapte|protege)|\b(?:structure|etablissement|operateur)s? (?:du (?:secteur|travail) )?(?:adapte|protege)e?s?|\b(?:structure|organisme)s? du handicap|\bstpa\b|\bea ?(?:\/|et|ou) ?esat\b/,
    /\b(?:EA|EAT|CAT)\b/,
  ],
  [
    'SIAE',
    /\bsiaes?\b|\bettis?\b|\biae\b|insertion (?:sociale et professionnelle )?par (?:l'activite|le travail|l'economi)|(?:structure|entreprise|organisme|operateur|association|atelier|chantier)s?(?: ou (?:une? |d')?\w+)? d'insertion|structures? (?:agreees?|conventionnees?|\S+ )*(?:en matiere )?de structures? d'insertion|structures? (?:de|pour) l'insertion|associations? intermediaires?|regies? de quartiers?/,
    /\b(?:ACI|EI|AI)\b(?=.{0,40}\b(?:ACI|EI|AI|ETTI)\b)|\bACI\b/,
  ],
  ['ESS', /economie sociale et solidaire/, /\bESS\b/],
  [
    'PENITENTIAIRE',
    /(?:employ|production|activite|travail).{0,80}(?:detenu|penitentiaire)|(?:milieu|etablissements?|travail|administration|services?|ateliers?) penitentiaires?/,
    /\bRIEP\b/,
  ],
];

/** Publics employés : ils ne désignent une structure que si le marché leur est réservé. */
const PUBLICS: readonly (readonly [Audience, RegExp])[] = [
  ['EA_ESAT', /handicap/],
  [
    'SIAE',
    /(?:travailleurs|personnes|publics?)(?: \w+)? (?:et |ou )?(?:defavorise|en difficulte|eloignee?s? de l'emploi|en insertion)|handicape\S* (?:et|ou) (?:\w+ )?defavorise|insertion\b(?! (?:professionnelle |sociale )*des (?:personnes|travailleurs) handicap)(?! (?:paysag|urbain|architectural|environnemental|dans |d[eu]s? (?:l')?(?:ouvrage|batiment|construction|equipement|projet|reseau|publicit|annonce)))/,
  ],
  ['PENITENTIAIRE', /\bdetenu|\bprison\b/],
];

const ARTICLES: readonly (readonly [Audience, RegExp])[] = [
  ['EA_ESAT', /(?<!\d)(?:2113-12|5213-13|344-2|3113-1)(?![\d-])|\b36 ?-? ?i\b/],
  ['SIAE', /(?<!\d)(?:2113-13|5132-4|3113-2)(?![\d-])|\b36 ?-? ?ii\b/],
  ['ESS', /(?<!\d)2113-1[56](?!\d)/],
  ['PENITENTIAIRE', /(?<!\d)(?:2113-13-1|3113-2-1)(?!\d)/],
];
const CONJOINT = /(?<!\d)2113-14(?!\d)|(?<!\d)2113-12 (?:a|et) (?:l\.? ?)?(?:2113-)?1[34](?!\d)/;

/** « personnes handicapées ou défavorisées » : les deux, comme dans le libellé européen. */
const MIXTE = /handicape\S* (?:et|ou) (?:des? )?(?:travailleurs |personnes )?defavorise/;

const trier = (audiences: Iterable<Audience>): Audience[] => {
  const vues = new Set(audiences);
  return ORDRE.filter((audience) => vues.has(audience));
};

/** Structures nommées par un texte (« entreprises adaptées », « SIAE »…). */
export const structuresNommees = (texte: string): Audience[] => {
  const plat = aplatir(texte);
  const nommees = STRUCTURES.filter(([, mots, sigles]) => mots.test(plat) || sigles?.test(texte) === true);
  const lues = nommees.map(([nom]) => nom);
  return trier(lues.length > 0 && MIXTE.test(plat) ? [...lues, 'EA_ESAT', 'SIAE'] : lues);
};

/** Publics nommés à défaut de structures (« travailleurs handicapés », « réservé insertion »). */
export const publicsNommes = (texte: string): Audience[] => {
  const plat = aplatir(texte);
  return trier(PUBLICS.filter(([, mots]) => mots.test(plat)).map(([nom]) => nom));
};

/** Audiences des articles cités ; L. 2113-14 et « L. 2113-12 à 14 » ouvrent aux deux premières. */
export const audiencesDesArticles = (texte: string): Audience[] => {
  const plat = aplatir(texte);
  const lues = ARTICLES.filter(([, article]) => article.test(plat)).map(([nom]) => nom);
  if (CONJOINT.test(plat)) lues.push('EA_ESAT', 'SIAE');
  return trier(lues);
};

/**
 * À qui s'adresse un passage qui réserve : les structures nommées l'emportent sur les publics, et eux sur
 * un article isolé (souvent cité de travers) ; deux articles de réservation s'ajoutent aux mots.
 */
export const lireAudiences = (texte: string): Audience[] => {
  const articles = audiencesDesArticles(texte);
  const structures = structuresNommees(texte);
  const mots = structures.length > 0 ? structures : publicsNommes(texte);
  if (mots.length === 0) return articles;
  // Une plage d'articles (« L. 2113-12 à L. 2113-16 ») cite le chapitre : elle n'ajoute ni ESS ni milieu pénitentiaire.
  const conjointe = articles.includes('EA_ESAT') && articles.includes('SIAE');
  return conjointe ? trier([...mots, 'EA_ESAT', 'SIAE']) : mots;
};
