import type { ReferenceArticle } from './references.ts';

/** Numéros courants des anciens textes, du plus cité au moins cité : ils départagent « art. 30 ». */
const NUMEROS: readonly (readonly [string, readonly number[]])[] = [
  ['cmp', [5, 10, 14, 15, 30, 53]],
  ['ord-2015-899', [30, 32, 36, 37, 38, 42, 52]],
  ['decret-2016-360', [12, 13, 14, 28, 62]],
  ['ord-2016-65', [29, 33]],
  ['loi-2021-1104', [35]],
  ['directive-2014-24', [20, 77]],
];

/** Textes à articles courts, et ce qui les nomme juste après ou juste avant le numéro. */
const NOMMES: readonly (readonly [string, RegExp])[] = [
  ['cmp', /\bcmp\b|(?:ancien )?code des marches(?: publics)?/],
  ['ord-2016-65', /2016-65\b|ordonnance (?:sur les )?concessions?/],
  ['decret-2016-360', /2016-360\b|\bdecret\b(?! (?:n|20))/],
  ['ord-2015-899', /2015-899\b|\bordonnance\b(?! (?:n|20))|\bord\b(?!\.? ?(?:n|20))/],
  ['directive-2014-24', /\bdirective\b|2014\/24/],
  ['rgpd', /\brgpd\b|2016\/679/],
  ['loi-2021-1104', /loi (?:climat|et? resilience)|climat et resilience|2021-1104/],
  ['loi-2014-856', /loi ess\b|loi hamon|economie sociale et solidaire|2014-856/],
  ['loi-2018-771', /avenir professionnel|2018-771/],
  ['ordonnance-2022-1336', /2022-1336/],
];

// « article 14 », « art 38+52 », « articles 14 et 53 », « art. 1er » ; pas « article 2112-2 » ni « art. 16.1 ».
const ARTICLES =
  /\b(?:ex-?)?art(?:icles?)?\.?\s?(\d{1,2})(?:er)?(?![\d.]*\d|-\d)((?:\s?(?:\+|,|et|ou|\/|&)\s?(?:l'?\s?)?(?:art(?:icle)?\.?\s?)?\d{1,2}(?![\d.]*\d|-\d| ?(?:h|min|%|euros?|€|lots?|ans|mois|jours)))*)/g;
// « 14 CMP », « 15 du code des marchés publics » sans le mot « article ».
const AVANT_NOM = /(?<![\d.,-])(\d{1,2})(?:er)?\s(?:du |de l'|de la )?(?=cmp\b|code des marches|rgpd\b)/g;
// « CMP 14 ».
const APRES_NOM = /\bcmp\s(\d{1,2})(?![\d.,-])/g;
// « article 5 du CCAP » est une clause du marché, pas un article de code.
const PIECE_DU_MARCHE =
  /^\s?(?:du|de la|de l'|des|au)\s?(?:present )?(?:ccap|cctp|ccag|rc|reglement (?:de|interieur)|contrat|acte|ae|marche|lot|cahier|convention|code (?:civil|penal|general))\b/;
// Les deux couples consacrés s'écrivent seuls.
const COUPLES =
  /(?<![\d.,-])(14|38)\s?(?:\+|et|\/|&)\s?(53|52)(?![\d.,]|\s?(?:h|min|%|euros?|€|lots?|ans|mois|jours))/g;

/** Références à un ou deux chiffres : code de 2006, textes de 2015-2016, directive, RGPD, lois. */
export const lireAnciennes = (plat: string): ReferenceArticle[] => {
  const trouvees: ReferenceArticle[] = [];
  for (const trouve of plat.matchAll(ARTICLES)) {
    const numeros = [trouve[1] ?? '', ...(trouve[2] ?? '').matchAll(/\d+/g)].map((n) => Number(n));
    trouvees.push(...rattacher(plat, { debut: trouve.index, fin: trouve.index + trouve[0].length, numeros }));
  }
  for (const forme of [AVANT_NOM, APRES_NOM, COUPLES])
    for (const trouve of plat.matchAll(forme)) {
      const debut = trouve.index;
      const fin = debut + trouve[0].length;
      if (trouvees.some((t) => t.debut < fin && debut < t.fin)) continue;
      const numeros = trouve.slice(1).map((n) => Number(n));
      trouvees.push(...rattacher(plat, { debut, fin, numeros }));
    }
  return trouvees;
};

interface Groupe {
  readonly debut: number;
  readonly fin: number;
  readonly numeros: readonly number[];
}

const rattacher = (plat: string, { debut, fin, numeros }: Groupe): ReferenceArticle[] => {
  if (PIECE_DU_MARCHE.test(plat.slice(fin))) return [];
  const nomme = texteNomme(plat, fin);
  const recueils = nomme === null ? communs(numeros) : [nomme];
  return numeros.flatMap((numero) => {
    const candidats = recueils
      .filter((recueil) => nomme !== null || connait(recueil, numero))
      .map((recueil) => `${recueil}-${numero}`);
    return candidats.length > 0 ? [{ debut, fin, candidats, alinea: null }] : [];
  });
};

/** Texte nommé près du numéro : d'abord juste après, sinon avant ou dedans. */
const texteNomme = (plat: string, fin: number): string | null => {
  const apres = /^[^.;?!]{0,60}/.exec(plat.slice(fin))?.[0] ?? '';
  const avant = /[^.;?!]{0,40}$/.exec(plat.slice(0, fin))?.[0] ?? '';
  for (const zone of [apres, avant]) {
    const places = NOMMES.flatMap(([recueil, nom]) => {
      const place = zone.search(nom);
      return place < 0 ? [] : [{ recueil, place }];
    }).sort((a, b) => a.place - b.place);
    if (places[0]) return places[0].recueil;
  }
  return null;
};

const connait = (recueil: string, numero: number): boolean =>
  NUMEROS.some(([nom, numeros]) => nom === recueil && numeros.includes(numero));

/** Recueils qui ont tous ces numéros (« 38 + 52 » est l'ordonnance) ; à défaut, tous. */
const communs = (numeros: readonly number[]): readonly string[] => {
  const noms = NUMEROS.map(([nom]) => nom);
  const tous = noms.filter((nom) => numeros.every((numero) => connait(nom, numero)));
  return tous.length > 0 ? tous : noms;
};
