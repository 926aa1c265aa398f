import { decalerJour, type Jour, type Periode } from '../dates.ts';
import { aplatir } from '../references.ts';

/** Date passée dont on demande le droit ; « avant 2019 » vise le dernier jour de 2018. */
export interface Epoque {
  readonly periode: Periode;
  readonly sens: 'pendant' | 'avant';
}

// « loi du 22 août 2021 », « CCAG travaux 2021 », « ordonnance 2015-899 », « PNAD 2022-2025 » : un nom, pas une date de droit.
const NOMS_DATES =
  /\b(?:lois?|arrets?|ce|cjue|jurisprudence|decisions?|conseil d'etat|ordonnances?|ord|decrets?|directives?|reglements?(?: delegues?)?|arretes?|circulaires?|codes?(?: des marches(?: publics)?)?|ccag|cmp|pnad|charte|npnru|anru|carte|quartiers?|qpv|zonage|bilan|chiffres(?: cles)?|guide|zfrr|zrr|reforme|plan|programme)(?:\.? ?(?!en\b|avant\b|jusqu|depuis\b|au\b)(?:[a-z'°().]+|\d{1,2}(?:er)?)){0,5}?[ -]*\b(?:19|20)\d\d(?:[-/ ]\d{1,4})*/g;
const SEUILS_DATES = /\b(?:seuils?|montants?)(?: [a-z]+){0,2} (?:20)\d\d(?: ?[-/] ?| et | )(?:20)\d\d\b/g;
const ARTICLES = /\b[lrd]?[. ]{0,2}\d{4}-\d{1,2}(?:-\d{1,2})*\b/g;

const effacer = (plat: string, forme: RegExp): string => plat.replace(forme, (trouve) => ' '.repeat(trouve.length));

/** Texte aplati dont les noms de textes datés et les articles sont effacés, places gardées. */
export const effacerNomsDates = (texte: string): string =>
  [NOMS_DATES, SEUILS_DATES, ARTICLES].reduce(effacer, aplatir(texte));

// « depuis 2019 », « à partir de 2026 » ne demandent pas le droit d'autrefois.
const PAS_UNE_EPOQUE =
  /\b(?:depuis|a partir d[eu]|a compter d[eu]|jusqu'?(?: ?(?:a|au|en))?|d'ici|des|apres)(?: le| l')? ?$/;
const AVANT = /\b(?:avant|anterieure?s? (?:a|au)|jusqu'avant)(?: le| l'annee| l'an)? ?$/;
const ANNEE =
  /(?:\b(debut|fin|courant|milieu|mi|annee|an|d'|de|en|lance[es]?|notifie[es]?|signe[es]?|passe[es]?)[ -]?(?:de |d'|en )?(?:l'annee )?)?\b((?:19|20)\d\d)\b(?![-/]\d|\d| ?(?:h|heures?|€|euros?|ht|personnes)\b)/g;

/** Une période lue dans le texte et ses places, fin exclue. */
export interface PeriodePlacee {
  readonly periode: Periode;
  readonly debut: number;
}

/** Années seules (« avant 2019 », « fin 2020 », « 2019 »), que la lecture des dates laisse de côté. */
export const lireAnnees = (plat: string): readonly PeriodePlacee[] =>
  [...plat.matchAll(ANNEE)].map(({ index, 1: part, 2: an = '', 0: brut }) => ({
    periode: partAnnee(an, part),
    debut: part === undefined ? index : index + brut.indexOf(part),
  }));

const partAnnee = (an: string, part: string | undefined): Periode => {
  if (part === 'fin') return { du: `${an}-10-01`, au: `${an}-12-31` };
  if (part === 'debut') return { du: `${an}-01-01`, au: `${an}-03-31` };
  return { du: `${an}-01-01`, au: `${an}-12-31` };
};

/** Ce que veut dire une période placée : un droit passé, ou rien. */
export const dater = (plat: string, { periode, debut }: PeriodePlacee, aujourdhui: Jour): Epoque | null => {
  const devant = plat.slice(0, debut);
  if (PAS_UNE_EPOQUE.test(devant)) return null;
  if (AVANT.test(devant)) {
    const veille = decalerJour(periode.du, { days: -1 });
    return veille < aujourdhui ? { periode: { du: veille, au: veille }, sens: 'avant' } : null;
  }
  // Une période qui dure encore (« en 2026 ») demande le droit d'aujourd'hui.
  return periode.au < aujourdhui ? { periode, sens: 'pendant' } : null;
};
