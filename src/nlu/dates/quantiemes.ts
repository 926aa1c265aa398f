import { essayer } from './aligner.ts';
import { construire, unJour } from './calendrier.ts';
import { lireJourSemaine, lireMois, lireQuantiemeEcrit, moisSeulSur, QUANTIEME_ECRIT } from './lexique.ts';
import { lirePartDeMois } from './parts-de-mois.ts';
import type { Point, PointLu } from './point.ts';

/** Ce qui suit un nombre et dit qu'il n'est pas un quantième (« le 5 h », « 5 jours », « 7,5 »). */
export const PAS_UNITE =
  '(?!\\d|[.,:]\\d|\\s*(?:h\\b|h\\d|hrs?\\b|heu|hre|min|mn|jours?\\b|j\\b|ans?\\b|mois\\b|semaines?\\b|%|€|eur|\\*|fois|pers|x\\s*\\d|apprenti|salarie|person|participant|beneficiaire))';

const SEP = '\\s?([/.-])\\s?';
const JOUR_NOMME = '(?:([a-z]{3,10})\\.?,?\\s+(?:le\\s+)?)?';
const ARTICLE = "(?:(?:le|les|l')\\s*)?";
const AN = "(?:,?\\s*(?:de\\s+)?((?:19|20)\\d{2})(?!\\d)|\\s*'(\\d{2})(?!\\d))?";

const ISO = /(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?![\d])(?!T?\d)/y;
const CHIFFRES_AN = new RegExp(
  `${ARTICLE}${JOUR_NOMME}(\\d{1,2})${SEP}(\\d{1,2})\\s?\\3\\s?(\\d{4}|\\d{2})(?![\\d/]|\\s*h(?:\\b|\\d|eu|r))`,
  'y',
);
const CHIFFRES_ESPACES = /(?:le\s+|du\s+|au\s+)?(\d{2}) (\d{2}) (20\d{2})(?!\d)/y;
const CHIFFRES = new RegExp(
  `${ARTICLE}${JOUR_NOMME}(\\d{1,2})\\s?/\\s?(\\d{1,2})(?![\\d/]|[.,]\\d|\\s*h(?:\\b|\\d|eu|r)|[\\s-]*jour)`,
  'y',
);
const CHIFFRES_POINT = /(?:le|du|au)\s+(\d{1,2})[.-](\d{1,2})(?![\d/.-]|,\d|\s*h(?:\b|\d|eu|r)|\s*et\s+\d)/y;
const EN_LETTRES = new RegExp(
  `${ARTICLE}${JOUR_NOMME}(${QUANTIEME_ECRIT})(?:\\s?(?:er|e|eme))?\\s?([a-z]{3,10})\\b\\.?${AN}`,
  'y',
);
const NOMME_QUANTIEME = new RegExp(`${ARTICLE}([a-z]{3,10})\\.?\\s+(?:le\\s+)?(\\d{1,2})(?:er)?\\b${PAS_UNITE}`, 'y');
const QUANTIEME = new RegExp(`(?:le|les)\\s+(${QUANTIEME_ECRIT})(?:\\s?er)?\\b${PAS_UNITE}(?!\\s?[/-]\\s?\\d)`, 'y');
const QUANTIEME_NU = new RegExp(`(${QUANTIEME_ECRIT})(?:\\s?er)?\\b${PAS_UNITE}(?!\\s?/)`, 'y');
const MOIS_AN =
  /(?:(en|mois de|mois d'|courant|le mois de|au mois de|de|d'|sur|pour|tout)\s*)?([a-z]{3,10})\b\.?(?:,?\s*(?:de\s+)?((?:19|20)\d{2})(?!\d))?/y;
const MOIS_CHIFFRES = /(?:en\s+)?(0[1-9]|1[0-2])\/(20\d{2})(?!\d)/y;
const an = (deux: string): number => (deux.length === 2 ? 2000 + Number(deux) : Number(deux));

const quantieme = (jour: number, mois: number | null, annee: number | null, semaine: number | null): Point =>
  jour < 1 || jour > 31 || (mois !== null && (mois < 1 || mois > 12))
    ? { genre: 'impossible' }
    : { genre: 'quantieme', jour, mois, an: annee, semaine };

/** null : un mot qui n'est pas un jour de la semaine précède le nombre, ce n'est pas cette forme. */
const semaineOuRien = (mot: string | undefined): { readonly valeur: number | null } | null => {
  if (mot === undefined) return { valeur: null };
  const valeur = lireJourSemaine(mot);
  return valeur === null ? null : { valeur };
};

const suitUnMois = (plie: string, place: number): boolean =>
  lireMois(/^\s*([a-z]{3,10})\b/.exec(plie.slice(place))?.[1] ?? '') !== null;

/** « 7h 16.11 » : les heures sont déjà dites, ce point sépare un jour d'un mois. */
const pointeNu = (plie: string, place: number): RegExpExecArray | null =>
  /\d\s*h/.test(plie) ? essayer(/(\d{2})\.(0\d|1[0-2])(?![\d.,/-]|\s*h)/y, plie, place) : null;

const enChiffres = (plie: string, place: number): PointLu | null => {
  const iso = essayer(ISO, plie, place);
  if (iso) {
    const jour = construire(Number(iso[1]), Number(iso[2]), Number(iso[3]));
    return {
      point: jour ? { genre: 'fixe', periode: unJour(jour) } : { genre: 'impossible' },
      fin: place + iso[0].length,
    };
  }
  const espaces = essayer(CHIFFRES_ESPACES, plie, place);
  if (espaces)
    return {
      point: quantieme(Number(espaces[1]), Number(espaces[2]), Number(espaces[3]), null),
      fin: place + espaces[0].length,
    };
  const complet = essayer(CHIFFRES_AN, plie, place);
  const semaineComplet = complet && semaineOuRien(complet[1]);
  if (complet && semaineComplet)
    return {
      point: quantieme(Number(complet[2]), Number(complet[4]), an(complet[5] ?? ''), semaineComplet.valeur),
      fin: place + complet[0].length,
    };
  const moisAnnee = essayer(MOIS_CHIFFRES, plie, place);
  if (moisAnnee)
    return {
      point: { genre: 'mois', mois: Number(moisAnnee[1]), an: Number(moisAnnee[2]), part: null },
      fin: place + moisAnnee[0].length,
    };
  const court = essayer(CHIFFRES, plie, place);
  const semaineCourt = court && semaineOuRien(court[1]);
  // « 35 h 1/2 » et « 3/4 d'heure » sont des fractions.
  const fraction = court && /^[13]\s?\/\s?[24]$/.test(court[0]) && /h\s*$|heures?\s*$/.test(plie.slice(0, place));
  if (court && semaineCourt && !fraction)
    return {
      point: quantieme(Number(court[2]), Number(court[3]), null, semaineCourt.valeur),
      fin: place + court[0].length,
    };
  const pointe = essayer(CHIFFRES_POINT, plie, place) ?? pointeNu(plie, place);
  // « 16-20 novembre » borne une période : le tiret n'y sépare pas un jour d'un mois.
  if (pointe && !(pointe[0].includes('-') && (Number(pointe[2]) > 12 || suitUnMois(plie, place + pointe[0].length))))
    return { point: quantieme(Number(pointe[1]), Number(pointe[2]), null, null), fin: place + pointe[0].length };
  return null;
};

const enLettres = (plie: string, place: number): PointLu | null => {
  const part = lirePartDeMois(plie, place);
  if (part) return part;
  const trouve = essayer(EN_LETTRES, plie, place);
  const semaine = trouve && semaineOuRien(trouve[1]);
  const mois = trouve && lireMois(trouve[3] ?? '');
  if (!trouve || !semaine || !mois) return null;
  // « 7 sept heures » : un nombre, pas septembre.
  const jour = lireQuantiemeEcrit(trouve[2] ?? '');
  const annee = trouve[4] ?? trouve[5];
  return { point: quantieme(jour, mois, annee ? an(annee) : null, semaine.valeur), fin: place + trouve[0].length };
};

const moisSeul = (plie: string, place: number): PointLu | null => {
  const trouve = essayer(MOIS_AN, plie, place);
  const mois = trouve && lireMois(trouve[2] ?? '');
  if (!trouve || !mois) return null;
  const introduit = trouve[1] !== undefined && trouve[1] !== 'de' && trouve[1] !== "d'" && trouve[1] !== 'pour';
  if (!introduit && trouve[3] === undefined && !moisSeulSur(trouve[2] ?? '')) return null;
  if (/^\s*(?:heure|h\b|jour)/.test(plie.slice(place + trouve[0].length))) return null;
  return {
    point: { genre: 'mois', mois, an: trouve[3] ? Number(trouve[3]) : null, part: null },
    fin: place + trouve[0].length,
  };
};

/** Mois écrit seul (« mars », « mai ») : sûr seulement au bout d'une plage de mois. */
export const lireMoisNu = (plie: string, place: number): PointLu | null => {
  const trouve = essayer(/([a-z]{3,10})\b\.?(?:\s+((?:19|20)\d{2})(?!\d))?/y, plie, place);
  const mois = trouve && lireMois(trouve[1] ?? '');
  if (!trouve || !mois) return null;
  return {
    point: { genre: 'mois', mois, an: trouve[2] ? Number(trouve[2]) : null, part: null },
    fin: place + trouve[0].length,
  };
};

/** Quantième écrit seul, sans « le » : sûr seulement dans une plage ou une liste. */
export const lireQuantiemeNu = (plie: string, place: number): PointLu | null => {
  const trouve = essayer(QUANTIEME_NU, plie, place);
  const jour = trouve ? lireQuantiemeEcrit(trouve[1] ?? '') : 0;
  if (!trouve || jour < 1 || jour > 39) return null;
  return { point: quantieme(jour, null, null, null), fin: place + trouve[0].length };
};

/** Dates en chiffres ou en lettres, quantièmes et mois, à une place du texte plié. */
export const lireQuantieme = (plie: string, place: number): PointLu | null => {
  const date = enChiffres(plie, place) ?? enLettres(plie, place);
  if (date) return date;
  const nomme = essayer(NOMME_QUANTIEME, plie, place);
  const semaine = nomme && lireJourSemaine(nomme[1] ?? '');
  if (nomme && semaine && Number(nomme[2]) <= 31)
    return { point: quantieme(Number(nomme[2]), null, null, semaine), fin: place + nomme[0].length };
  const seul = essayer(QUANTIEME, plie, place);
  const jour = seul ? lireQuantiemeEcrit(seul[1] ?? '') : 0;
  // « pour les deux » : les deux personnes ; « les 16 » n'est une date que dans « les 16 et 17 ».
  const compte = seul !== null && /^les\s/.test(seul[0]);
  if (
    seul &&
    !compte &&
    jour >= 1 &&
    jour <= 39 &&
    !/^\s*(?:lot|marche|chantier)/.test(plie.slice(place + seul[0].length))
  )
    return { point: quantieme(jour, null, null, null), fin: place + seul[0].length };
  return moisSeul(plie, place);
};
