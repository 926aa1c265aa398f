import type { ReferenceArticle } from './references.ts';

/** Textes et décisions connus par un nom ou un numéro ; le premier motif qui correspond l'emporte. */
const TEXTES: readonly (readonly [RegExp, readonly string[]])[] = [
  [/\b(?:n° ?)?364 ?950\b|departement de l'isere|\b(?:arret|decision|ce) (?:de l')?isere\b/g, ['ce-364950']],
  [/\b(?:n° ?)?417 ?580\b|nantes metropole/g, ['ce-417580']],
  [/\bc-? ?598[/-]19\b|\bconacee\b/g, ['cjue-c-598-19']],
  [/\bccag[ -]*(?:de )?(?:travaux|tx)\b/g, ['ccag-2021-travaux-20-1']],
  [/\bccag[ -]*(?:de )?fcs\b/g, ['ccag-2021-fcs-16-1']],
  [/\bccag[ -]*(?:de )?tic\b/g, ['ccag-2021-tic-16-1']],
  [/\bccag[ -]*(?:de )?pi\b/g, ['ccag-2021-pi-16-1']],
  [/\bccag[ -]*(?:de )?mi\b/g, ['ccag-2021-mi-16-1']],
  [/\bccag[ -]*(?:de )?(?:moe|maitrise d'oeuvre)\b/g, ['ccag-2021-moe']],
  [/\bart(?:icle)?\.?\s?20\.1\b/g, ['ccag-2021-travaux-20-1']],
  [
    /\bart(?:icle)?\.?\s?16\.1\b(?!.{0,12}ccag)/g,
    ['ccag-2021-tic-16-1', 'ccag-2021-fcs-16-1', 'ccag-2021-pi-16-1', 'ccag-2021-mi-16-1'],
  ],
  [/\bccag[ -]*(?:de )?2009\b/g, ['ccag-2009']],
  [/\bcharte (?:nationale )?(?:d'insertion )?(?:de l'|l')?anru\b/g, ['charte-anru']],
  [/(?<!\d(?:er)? (?:de la )?)\bloi climat(?: et resilience)?(?= *(?:$|[?!.,;:)]))/g, ['loi-2021-1104-35']],
  [/\bloi (?:pour le )?plein[ -]emploi\b/g, ['loi-2023-1196']],
  [/\bloi industrie verte\b/g, ['loi-2023-973']],
  [/\bloi asap\b/g, ['loi-2020-1525']],
  [/(?<!\d(?:er)? (?:de la )?)\bloi (?:ess|hamon)\b/g, ['loi-2014-856-1']],
];

// « loi n° 2021-1104 », « décret 2025-1386 du 29 décembre », « ord. 2015-899 », « règlement 2025/2150 ».
const NUMEROTES =
  /\b(loi|decret|ordonnance|ord|reglement(?: delegue)?)\.?\s?(?:\(ue\)\s?)?(?:n°?\s?|numero )?(\d{2,4})[-/](\d{2,4})\b/g;
const ARTICLE_AVANT = /\bart(?:icle)?\.?\s?(\d{1,2})(?:er)?\s(?:de la |de l'|du )?$/;
const ARTICLE_APRES = /^\s?,?\s?art(?:icle)?\.?\s?(\d{1,2})(?![\d-])/;

/** Lois, décrets, ordonnances, règlements, CCAG et décisions cités par leur nom ou leur numéro. */
export const lireTextes = (plat: string): ReferenceArticle[] => {
  const trouvees: ReferenceArticle[] = [];
  for (const trouve of plat.matchAll(NUMEROTES)) {
    const [brut, sorte = '', debutNumero = '', finNumero = ''] = trouve;
    const avant = ARTICLE_AVANT.exec(plat.slice(0, trouve.index));
    const apres = ARTICLE_APRES.exec(plat.slice(trouve.index + brut.length));
    const article = avant?.[1] ?? apres?.[1];
    const numero = `${debutNumero}-${finNumero}`;
    const textes = PREFIXES.flatMap(([mot, prefixes]) => (sorte.startsWith(mot) ? prefixes : []));
    trouvees.push({
      debut: trouve.index - (avant?.[0].length ?? 0),
      fin: trouve.index + brut.length + (avant ? 0 : (apres?.[0].length ?? 0)),
      candidats: textes.flatMap((prefixe) => [
        ...(article ? [`${prefixe}-${numero}-${article}`] : []),
        `${prefixe}-${numero}`,
      ]),
      alinea: null,
    });
  }
  for (const [motif, candidats] of TEXTES)
    for (const trouve of plat.matchAll(motif))
      trouvees.push({ debut: trouve.index, fin: trouve.index + trouve[0].length, candidats, alinea: null });
  return trouvees;
};

const PREFIXES: readonly (readonly [string, readonly string[]])[] = [
  ['loi', ['loi']],
  ['decret', ['decret']],
  ['ord', ['ord', 'ordonnance']],
  ['reglement', ['reglement-ue']],
];
