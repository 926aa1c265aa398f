const NOMMEES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  eacute: 'é',
  Eacute: 'É',
  egrave: 'è',
  ecirc: 'ê',
  euml: 'ë',
  agrave: 'à',
  acirc: 'â',
  ccedil: 'ç',
  icirc: 'î',
  iuml: 'ï',
  ocirc: 'ô',
  ugrave: 'ù',
  ucirc: 'û',
  oelig: 'œ',
  rsquo: '’',
  lsquo: '‘',
  ldquo: '“',
  rdquo: '”',
  laquo: '«',
  raquo: '»',
  ndash: '–',
  mdash: '—',
  deg: '°',
  euro: '€',
  hellip: '…',
};

const pointDeCode = (code: number): string =>
  Number.isInteger(code) && code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : ' ';

const decoderUneFois = (texte: string): string =>
  texte.replace(/&(#x[0-9a-f]{1,6}|#\d{1,7}|[a-z]{2,8});/gi, (entite, corps: string) => {
    if (/^#x/i.test(corps)) return pointDeCode(Number.parseInt(corps.slice(2), 16));
    if (corps.startsWith('#')) return pointDeCode(Number.parseInt(corps.slice(1), 10));
    return NOMMEES[corps] ?? NOMMEES[corps.toLowerCase()] ?? entite;
  });

/** « ☒ SIAE ☐ ESAT » ne dit que ce qui est coché ; une ligne de cases toutes vides ne dit rien. */
const lireCases = (texte: string): string =>
  texte.replace(/[^\n;☐☒☑]*(?:[☐☒☑][^\n;☐☒☑]*)+/g, (ligne) =>
    /[☒☑]/.test(ligne) ? ligne.replace(/☐[^☒☑☐]*/g, ' ').replace(/[☒☑]/g, ' ') : ' ',
  );

/** Texte lisible d'un champ d'avis : entités HTML décodées (le BOAMP encode parfois deux fois), balises ôtées. */
export const nettoyer = (texte: string): string =>
  lireCases(decoderUneFois(decoderUneFois(texte)))
    .replace(/<\/?sup>|<\/?ft\b[^>]*>/gi, '')
    .replace(/<(?:br|\/p|\/li|\/div|\/tr)\b[^>]*>/gi, '\n')
    .replace(/<\/?[a-z][^>]*>/gi, ' ')
    .normalize('NFC')
    .replace(/\bn ?[o°º]s? ?(?=\d)/gi, 'n° ')
    .replace(/(?<=\p{L})\((?:e?s|e)\)(?:\(s\))?/gu, '')
    .replace(/\b(?:[A-Z]\.){2,}(?:[A-Z]\b)?/g, (sigle) => sigle.replaceAll('.', ''))
    .replace(/[\u00a0\u202f\u2009\t\r]+/g, ' ')
    .replace(/ {2,}/g, ' ')
    .trim();

const plierSigne = (signe: string): string => {
  const plie = signe
    .normalize('NFD')
    .replace(/\p{Diacritic}/gu, '')
    .replace(/[’‘ʼ′]/, "'")
    .replace(/[‐‑‒–—−]/, '-');
  return plie.length === signe.length ? plie : signe;
};

/** Minuscules sans accents, caractère pour caractère : les places restent celles du texte d'origine. */
export const aplatir = (texte: string): string =>
  texte
    .replace(/[\u0080-\uffff]/g, plierSigne)
    .replace(/[A-Z`]/g, (signe) => (signe === '`' ? "'" : signe.toLowerCase()));

const ABREGE = /(?:^|[\s('’])(?:l|r|d|art|n|no|cf|m|mm|mme|av|bd|ex)$/i;

/** Au-delà, un texte sans ponctuation est coupé : le temps de lecture reste proportionnel à sa taille. */
const PHRASE_LA_PLUS_LONGUE = 1200;

const fractionner = (phrase: string): string[] =>
  phrase.length <= PHRASE_LA_PLUS_LONGUE
    ? [phrase]
    : (phrase.match(
        new RegExp(`[\\s\\S]{1,${PHRASE_LA_PLUS_LONGUE}}(?=\\s|$)|[\\s\\S]{1,${PHRASE_LA_PLUS_LONGUE}}`, 'g'),
      ) ?? []);

/**
 * Phrases d'un texte nettoyé. Un point collé à une majuscule sépare aussi (« publique.Cette »),
 * mais pas celui de « art. L. 2113-12 ».
 */
export const decouperPhrases = (texte: string): string[] => {
  const phrases: string[] = [];
  let debut = 0;
  for (const fin of texte.matchAll(
    /[.!](?=\s*[A-ZÀ-Ý«•])|\?(?![\s»"”]*(?:[Oo]ui|OUI|[Nn]on|NON|[Nn]éant|NÉANT|[Ss]ans objet|[Aa]ucune?)\b)(?=\s*[A-ZÀ-Ý«•])|(?<=[a-zé]{3})\.(?=(?:il|le|la|les|ce|cette|une?|en|l')\b)|[;\n]/g,
  )) {
    if (fin[0] === '.' && ABREGE.test(texte.slice(debut, fin.index))) continue;
    phrases.push(texte.slice(debut, fin.index + 1).trim());
    debut = fin.index + 1;
  }
  phrases.push(texte.slice(debut).trim());
  return phrases.flatMap(fractionner).filter((phrase) => phrase.length > 1);
};
