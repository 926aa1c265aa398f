import { essayer } from '../dates/aligner.ts';
import { lireFraction, lireNombreIci } from '../nombres.ts';

/** Une durée et la place où elle finit ; `doute` : la forme laisse plusieurs lectures (« 7h75 »). */
export interface DureePlace {
  readonly heures: number;
  readonly fin: number;
  readonly doute: boolean;
}

/** Une journée d'insertion se compte 7 heures, sa moitié 3 h 30, par convention ; la personne confirme toujours. */
export const JOURNEE = 7;

const HEURE = /\s*(?:d')?h[eurs]{0,8}(?![a-z])\.?/y;
const MINUTES = /\s*(?:minutes?|mins?|mn)(?![a-z])\.?/y;
const MINUTES_COLLEES = /(\d+)(?:\s*(?:minutes?|mins?|mn|m)(?![a-z]))?/y;
const MINUTES_SUIVENT =
  /\s+(\d{2})(?![\d.,/:]\d|\d)(?!\s*(?:h\b|h\d|heure|jour|j\b|pers|x\b|\*|%|eur|€|ans?\b|au\b|et\s+\d))(?:\s*(?:minutes?|mins?|mn)(?![a-z]))?/y;
const MINUTES_DITES = /\s*(?:et\s+|,\s*)?(\d{1,2})\s*(?:minutes?|mins?|mn)(?![a-z])/y;
const MINUTES_LETTRES =
  /\s+(cinq|dix|quinze|vingt-cinq|vingt|trente-cinq|trente|quarante[- ]cinq|quarante|cinquante)(?![a-z-])(?!\s+(?:heure|h\b|jour|pers))/y;
const FRACTION_HEURE =
  /(?:une?\s+)?(?:(demie?|1\/2)|(quart|1\/4)|((?:les\s+)?trois[ -]quarts|3\/4))[\s-]*(?:d')?\s*(?:heures?|h)(?![a-z])/y;
const DEUX_POINTS = /(\d{1,2}):(\d{2})(?!\d)/y;
const DEMI_JOURNEE =
  /(?:(\d+|une?|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze)\s+)?(?:demi|1\/2)e?s?[\s-]*(?:journees?|jours?)(?![a-z])/y;
const ENTIERE = /toute (?:la|une) journee(?![a-z])|journees? (?:complete|entiere)s?(?![a-z])/y;
/** « une matinée », « tout l'après-midi » : une moitié de journée. */
const MOITIE =
  /(?:(?:une|toute la|la) matinee|(?:une?|toute? l'|tout un|l')\s*(?:apres[- ]midi|aprem))(?![a-z])(?!\s*(?:de|du|d'|par)\b)/y;
const JOURNEES = /\s*(?:journees?|jours?)(?![a-z])(?:\s+(?:de travail|complete|entiere)s?)?/y;

const minutes = (texte: string | undefined): number => {
  if (texte === undefined) return 0;
  const chiffres = Number(texte);
  return Number.isNaN(chiffres) ? (lireNombreIci(texte, 0)?.valeur ?? 0) : chiffres;
};

/** Les minutes qui suivent « 7h » : « 30 », « 45 min », « et quart », « trente ». */
const resteDHeure = (plie: string, place: number): DureePlace => {
  const dites = essayer(MINUTES_DITES, plie, place);
  if (dites) return { heures: minutes(dites[1]) / 60, fin: place + dites[0].length, doute: false };
  const fraction = lireFraction(plie, place);
  if (fraction) return { heures: fraction.valeur, fin: fraction.fin, doute: false };
  const collees = essayer(MINUTES_COLLEES, plie, place);
  const suivent = collees ?? essayer(MINUTES_SUIVENT, plie, place);
  if (suivent) {
    const valeur = Number(suivent[1]);
    const deux = suivent[1]?.length === 2;
    const fin = place + suivent[0].length;
    if (deux && valeur < 60) return { heures: valeur / 60, fin, doute: false };
    // « 7h75 » et « 7h5 » : des minutes ou des centièmes ? On lit des centièmes et on demande.
    return { heures: Number(`0.${suivent[1]}`), fin, doute: true };
  }
  const lettres = essayer(MINUTES_LETTRES, plie, place);
  if (lettres) return { heures: minutes(lettres[1]) / 60, fin: place + lettres[0].length, doute: false };
  // « cent cinquante et une heures soixante-sept » : au-delà de 59, ce sont des centièmes, à confirmer.
  const grand = essayer(/\s+(?=(?:soixante|quatre[- ]vingt)[a-z-]*)/y, plie, place);
  const centiemes = grand && lireNombreIci(plie, place + grand[0].length);
  if (centiemes && centiemes.valeur < 100) return { heures: centiemes.valeur / 100, fin: centiemes.fin, doute: true };
  return { heures: 0, fin: place, doute: false };
};

const fractionSeule = (plie: string, place: number): DureePlace | null => {
  const trouve = essayer(FRACTION_HEURE, plie, place);
  if (!trouve) return null;
  return { heures: trouve[1] ? 0.5 : trouve[2] ? 0.25 : 0.75, fin: place + trouve[0].length, doute: false };
};

/** Une durée dite en heures ou en minutes : « 7h30 », « 7,5 h », « deux heures et quart », « 90 minutes ». */
export const lireDureeHeures = (plie: string, place: number): DureePlace | null => {
  const fraction = fractionSeule(plie, place);
  if (fraction) return fraction;
  const deuxPoints = essayer(DEUX_POINTS, plie, place);
  if (deuxPoints && Number(deuxPoints[2]) < 60)
    return {
      heures: Number(deuxPoints[1]) + Number(deuxPoints[2]) / 60,
      fin: place + deuxPoints[0].length,
      doute: false,
    };
  const nombre = lireNombreIci(plie, place);
  if (!nombre) return null;
  // « Omar avec un H » : une lettre, pas une heure.
  const lettre = /^un\s+h(?![a-z])/.test(plie.slice(place));
  const heure = lettre ? null : essayer(HEURE, plie, nombre.fin);
  if (heure) {
    const reste = resteDHeure(plie, nombre.fin + heure[0].length);
    // « 1.820 h » : personne n'écrit des heures à trois décimales, l'unité lève le doute du point.
    const doute = (nombre.doute && !/^\d{1,3}(\.\d{3})+$/.test(plie.slice(place, nombre.fin))) || reste.doute;
    const signe = nombre.valeur < 0 ? -1 : 1;
    return { heures: nombre.valeur + signe * reste.heures, fin: reste.fin, doute };
  }
  const enMinutes = essayer(MINUTES, plie, nombre.fin);
  if (enMinutes) return { heures: nombre.valeur / 60, fin: nombre.fin + enMinutes[0].length, doute: nombre.doute };
  return null;
};

/** Des journées ou des demi-journées sans heures dites : 7 h et 3 h 30 chacune. */
export const lireJournees = (plie: string, place: number): (DureePlace & { readonly jours: number }) | null => {
  const demi = essayer(DEMI_JOURNEE, plie, place);
  if (demi) {
    const nombre = demi[1] ? (lireNombreIci(demi[1], 0)?.valeur ?? 1) : 1;
    return { heures: (nombre * JOURNEE) / 2, jours: nombre / 2, fin: place + demi[0].length, doute: false };
  }
  const moitie = essayer(MOITIE, plie, place);
  if (moitie) return { heures: JOURNEE / 2, jours: 0.5, fin: place + moitie[0].length, doute: false };
  const entiere = essayer(ENTIERE, plie, place);
  if (entiere) return { heures: JOURNEE, jours: 1, fin: place + entiere[0].length, doute: false };
  const nombre = lireNombreIci(plie, place);
  const unite = nombre && essayer(JOURNEES, plie, nombre.fin);
  if (!nombre || !unite) return null;
  const fin = nombre.fin + unite[0].length;
  const fraction = lireFraction(plie, fin);
  const jours = nombre.valeur + (fraction?.valeur ?? 0);
  return { heures: jours * JOURNEE, jours, fin: fraction?.fin ?? fin, doute: nombre.doute };
};
