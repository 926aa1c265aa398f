/** Un numéro de lot aplati : « 3 », « n° 10 », « 1a », « b ». */
const UN = String.raw`(?:n° ?)?(?:\d{1,3}(?:[a-h](?![a-z\d'])| [b-h](?= ?(?:[,;)]|et\b|$)))?(?![a-z\d%])|[Ab-h](?![a-z\d']))`;
/** « lots n° 1 (espaces verts) et n° 4 (conciergerie) » : un intitulé entre parenthèses n'interrompt pas la liste. */
const INTITULE = String.raw`(?: ?\([^()]{1,60}\))?`;
const ENTRE = `(?:(?:le |les |aux? )?lots? ?)?`;
const PLURIEL = String.raw`lots ?(?:n°s?)? ?\(? ?${UN}${INTITULE}(?:(?: ?[,/;&] ?(?:et ?)?| (?:et|ou|a|au|puis) |-)${ENTRE}${UN}${INTITULE})*`;
const SINGULIER = String.raw`lot ?\(? ?${UN}(?:${INTITULE} ?(?:et|ou|\/|&) ?(?:(?:le |du )?lot ?)?${UN})*`;
/** « lots n° 1, 2 et 10 », « lots (2 et 8) », « lots 1-5-6 », « lot 1A ». */
const LISTE = new RegExp(String.raw`\b(?:${PLURIEL}|${SINGULIER})`, 'g');

const PLUS_GRANDE_PLAGE = 60;
const PLAGE = /(\d{1,3}) (?:a|au) (?:n° ?)?(\d{1,3})(?![a-z\d])|^\D*(\d{1,3})-(\d{1,3})\D*$/g;

const nommer = (nombre: string, lettre: string): string => `${Number(nombre)}${lettre.trim().toUpperCase()}`;

const deroulerPlage = (de: string, jusque: string): string => {
  const [debut, fin] = [Number(de), Math.min(Number(jusque), Number(de) + PLUS_GRANDE_PLAGE)];
  return Array.from({ length: Math.max(fin - debut + 1, 0) }, (_, rang) => String(debut + rang)).join(' , ');
};

/** Numéros d'une liste aplatie : « lots 1 à 3 et 5 » donne 1, 2, 3, 5. */
export const numerosDeLots = (liste: string): string[] => {
  const nue = liste
    .replace(/(?<=\S ?)\([^()]*\)/g, ' ')
    .replace(/lots?|n°s?|\ble[s ]|\baux /g, ' ')
    .replace(/ {2,}/g, ' ');
  const deroulee = nue.replace(PLAGE, (_tout, de = '', jusque = '', debut = '', fin = '') =>
    de === '' ? deroulerPlage(debut, fin) : deroulerPlage(de, jusque),
  );
  const numeros = [...deroulee.matchAll(/(\d{1,3})((?: ?[a-h](?![a-z]))?)|\b([Ab-h])\b/g)].map(
    ([, nombre, lettre, seule]) => (nombre === undefined ? (seule ?? '').toUpperCase() : nommer(nombre, lettre ?? '')),
  );
  return [...new Set(numeros)];
};

/** « Lots réservés : 2 et 5 » : les numéros suivent l'étiquette. */
const ETIQUETTE =
  /^\S+ ?: ?(?:lots? ?)?(?:n° ?)?(\d{1,2}(?:(?: ?\([^()]{1,60}\))? ?(?:,|et|a) ?(?:lots? ?)?(?:n° ?)?\d{1,2})*)(?= ?[(.,;-]|$)/;
const LIEN = /^reserve\S* ?\( ?(?:les? )?$|\b(?:pour|sur|concerne|uniquement|en partie ?:?|du|des|les?) ?(?:les? )?$/;
/** « Les lots suivants sont réservés aux ESAT : lot 3 et lot 7. » */
const ANNONCE = /\blots? (?:suivants?|ci-apres|ci-dessous)\b|^\W*(?:est|sont|sera|seront) reserve/;
const EXCLUSION = /\b(?:sauf|hors|exception)\b[^,]*$/;

/** « Lot A » : la lettre reste capitale, car aplatie ce serait la préposition « à ». */
const garderLotA = (phrase: string, plat: string): string =>
  phrase === phrase.toUpperCase()
    ? plat.replace(/\b(lots? (?:n° )?)a(?= ?[:(–-])/g, '$1A')
    : plat.replace(/\blots? (?:n° )?a\b/g, (trouve, place: number) => {
        const fin = place + trouve.length;
        return phrase[fin - 1] === 'A' ? `${trouve.slice(0, -1)}A` : trouve;
      });

const ORDINAUX: readonly RegExp[] = [
  /\b(?:premier|1er) lot\b/,
  /\b(?:deuxieme|second|2e) lot\b/,
  /\b(?:troisieme|3e) lot\b/,
  /\b(?:quatrieme|4e) lot\b/,
  /\b(?:cinquieme|5e) lot\b/,
];

/** « Seul le deuxième lot est réservé. » */
const lotOrdinal = (avant: string): string | null => {
  const rang = ORDINAUX.findIndex((motif) => motif.test(avant));
  return rang < 0 ? null : String(rang + 1);
};

/** « 4 – toner reconditionné (lot réservé EA/ESAT) » : le numéro qui ouvre la ligne, si elle dit « lot ». */
const lotEnumere = (plat: string, place: number): string | null =>
  /[(,–-] ?(?:ce )?lot $/.test(plat.slice(0, place))
    ? (/^\W*(?:(?:lots?|allotissement) ?: ?)?(\d{1,2}) ?[-:.)]/.exec(plat)?.[1] ?? null)
    : null;

/**
 * Lots visés par une mention : la dernière liste avant elle, sinon celle qui la suit de près (« marché réservé pour
 * le lot 2 »). `plat` est la phrase aplatie, `place` celle de la mention.
 */
export const lotsVises = (phrase: string, aplatie: string, place: number): string[] => {
  const plat = garderLotA(phrase, aplatie);
  const listes = [...plat.matchAll(LISTE)];
  const etiquette = ETIQUETTE.exec(plat.slice(place));
  const attendue = etiquette?.[0].includes('lot') ? /(?:lots?|marches?) $/ : /lots? $/;
  if (etiquette?.[1] !== undefined && attendue.test(plat.slice(0, place))) return numerosDeLots(etiquette[1]);
  const avant = [...plat.slice(0, place).matchAll(LISTE)].at(-1);
  const colle = avant !== undefined && plat.slice(avant.index + avant[0].length, place).trim() === '';
  if (avant !== undefined && (colle || !EXCLUSION.test(plat.slice(0, avant.index)))) return numerosDeLots(avant[0]);
  const seul = lotOrdinal(plat.slice(0, place)) ?? lotEnumere(plat, place);
  if (seul !== null) return [seul];
  const apres = listes.find((liste) => liste.index > place && liste.index - place < (ANNONCE.test(plat) ? 160 : 60));
  const lien = apres === undefined ? '' : plat.slice(place, apres.index);
  return apres !== undefined && (LIEN.test(lien) || (ANNONCE.test(plat) && /: ?(?:les? )?$/.test(lien)))
    ? numerosDeLots(apres[0])
    : [];
};

const SUITE = new RegExp(`(?:et|,|;) (?:les? )?(${LISTE.source}) (?:(?:est|sont) )?(?:aux?|a des|a une?) `, 'g');

/** « … et le lot 2 aux structures d'insertion » : lots réservés sans répéter le mot. `suite` commence à la mention. */
export const lotsEnSuite = (suite: string): string[] => {
  const propre = suite.slice(1).split(/\breserv/)[0] ?? '';
  return [...propre.matchAll(SUITE)].flatMap((lu) => numerosDeLots(lu[1] ?? ''));
};
