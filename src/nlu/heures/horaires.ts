import { essayer } from '../dates/aligner.ts';
import { type DureePlace, lireDureeHeures } from './duree-simple.ts';

interface Heure {
  readonly heure: number;
  readonly fin: number;
  /** Écrite avec « h » ou « : », donc une heure de la journée à coup sûr. */
  readonly marquee: boolean;
}

const HEURE = /(\d{1,2})(?:\s*(h|:|heures?)\s*(\d{2}(?!\d))?)?(?![\d,.]\d|[a-z])/y;
/** « huit heures » : la durée se lit ensuite entière. */
const HEURE_LETTRES =
  /(?:une|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|treize|quatorze|quinze|seize|dix-sept|dix-huit|dix-neuf|vingt(?:[ -][a-z]+)*)\s+h(?:eures?)?(?![a-z])/y;
const MIDI = /(midi|minuit)\b(?:\s*(\d{2}|et demie?|trente))?/y;
const INTRO = /(?:(de|entre|d'|du|(?:arrivee?|debut|commence|prise de poste)(?:\s+a)?\s*:?)\s*)/y;
const LIEN =
  /\s*(?:(?:et|,|puis|-)?\s*(?:a\s+)?(?:depart|sortie)\s*(?:a|vers|:)?|(?:et|,|puis)?\s*(?:a\s+)?(?:fini|finit|termine|est partie?|partie?|fin)\s*(?:a|vers|:)|(?:et|,|puis)?\s*fin(?= \d)|a|jusqu'a|-+>?|>|\/|au)\s*/y;
const LIEN_ENTRE = /\s*et\s*/y;
const ENCORE = /\s*(?:,|;|\+|\/|&|-|et|puis|et puis|,\s*puis)?\s*(?:de\s+)?/y;

const lireHeure = (plie: string, place: number): Heure | null => {
  const midi = essayer(MIDI, plie, place);
  if (midi) {
    const minutes = midi[2] ? Number.parseInt(midi[2], 10) || 30 : 0;
    return { heure: (midi[1] === 'midi' ? 12 : 24) + minutes / 60, fin: place + midi[0].length, marquee: true };
  }
  const lettres = essayer(HEURE_LETTRES, plie, place);
  const dite = lettres && lireDureeHeures(plie, place);
  if (dite && dite.heures > 0 && dite.heures <= 24) return { heure: dite.heures, fin: dite.fin, marquee: true };
  const trouve = essayer(HEURE, plie, place);
  if (!trouve) return null;
  const heure = Number(trouve[1]);
  const minutes = Number(trouve[3] ?? 0);
  if (heure > 24 || minutes > 59) return null;
  return { heure: heure + minutes / 60, fin: place + trouve[0].trimEnd().length, marquee: trouve[2] !== undefined };
};

/** « 8h-12h », « de 8 à 16h », « entre 9h et midi » ; les heures de nuit passent minuit. */
const lireTranche = (plie: string, place: number): DureePlace | null => {
  const intro = essayer(INTRO, plie, place);
  const debut = lireHeure(plie, place + (intro?.[0].length ?? 0));
  const lien = debut && essayer(intro?.[1] === 'entre' ? LIEN_ENTRE : LIEN, plie, debut.fin);
  const fin = lien && lireHeure(plie, debut.fin + lien[0].length);
  if (!debut || !fin || !(debut.marquee || fin.marquee)) return null;
  // « 30-35 h » est un doute sur une durée, pas un horaire : il faut « de » ou deux heures marquées.
  if (!(debut.marquee && fin.marquee) && !intro && !debut.marquee) return null;
  if (!fin.marquee && !intro) return null;
  // « deux heures à trois heures » : sans « de », des durées.
  if (!intro && /[a-z]/.test(plie.charAt(place)) && !/^mi/.test(plie.slice(place))) return null;
  const duree = fin.heure - debut.heure;
  if (duree === 0) return null;
  // « entre 6 et 7 h » : une durée qu'on ne sait pas, plutôt qu'une heure de travail.
  if (intro?.[1] === 'entre' && !debut.marquee && duree > 0 && duree <= 3) return null;
  // « 7h30-8h » : une demi-heure, ou une durée qu'on ne sait pas ?
  const doute = !intro && duree > 0 && duree <= 1;
  return { heures: duree > 0 ? duree : duree + 24, fin: fin.fin, doute };
};

const PAUSE_APRES =
  /\s*(?:de|d')\s*(?:pause|coupure|repas|dejeuner)(?:\s+(?:midi|dejeuner|repas))?(?:\s+(?:non comprise?|deduite?|le midi))?/y;
const PAUSE_AVANT =
  /(?:(?:avec|moins|dont|sans|hors|pause)\s*)?(?:une?\s+|la\s+)?(?:pause|coupure|repas)\s*(?:(?:du|de|le)?\s*(?:midi|dejeuner|repas))?\s*(?:de|d'|:|=)?\s*/y;

const DUREE_AVANT =
  /[\s,(]*(?:avec|moins|dont|sans|hors|et|-)?\s*((?:\d{1,2}\s*h(?:\s*\d{2})?|\d{1,3}\s*(?:minutes?|min|mn)|une? (?:heure|quart d'heure|demi[- ]heure)(?: et demie?)?|(?:trois quarts|demi) d'heure|trente minutes|1\/2 ?h(?:eure)?))\s*(?:de|d')\s*(?:la\s+)?$/;

interface Pause {
  readonly debut: number;
  readonly fin: number;
  readonly heures: number;
  /** « 8 h moins 1 h de pause » : dite comme une soustraction, elle vaut aussi pour une durée. */
  readonly retranchee: boolean;
}

const estRetranchee = (passage: string): boolean => /^[\s,(]*(?:moins\b|-)/.test(passage);

/** La pause dite n'importe où dans le message, et ses bornes. */
export const lirePause = (plie: string): Pause | null => {
  for (const mot of plie.matchAll(/pause|coupure|repas/g)) {
    const avant = DUREE_AVANT.exec(plie.slice(0, mot.index));
    const duree = avant?.[1] ? lireDureeHeures(avant[1], 0) : null;
    if (avant && duree) {
      const debut = avant.index;
      const suite = essayer(PAUSE_APRES, plie, mot.index - 3);
      return {
        debut,
        fin: Math.max(mot.index + mot[0].length, suite ? mot.index - 3 + suite[0].length : 0),
        heures: duree.heures,
        retranchee: estRetranchee(avant[0]),
      };
    }
    const apres = essayer(PAUSE_AVANT, plie, mot.index);
    const dite = apres && lireDureeHeures(plie, mot.index + apres[0].length);
    const retranchee = /(?:moins|-)\s*(?:la\s+|une?\s+)?$/.test(plie.slice(0, mot.index));
    if (dite) return { debut: mot.index, fin: dite.fin, heures: dite.heures, retranchee };
  }
  return null;
};

/** Une ou plusieurs tranches d'une même journée, additionnées, pause non déduite. */
export const lireHoraires = (plie: string, place: number): DureePlace | null => {
  let tranche = lireTranche(plie, place);
  if (!tranche) return null;
  let heures = tranche.heures;
  let fin = tranche.fin;
  let doute = tranche.doute;
  for (;;) {
    const encore = essayer(ENCORE, plie, fin);
    tranche = encore ? lireTranche(plie, fin + encore[0].length) : null;
    if (!tranche) return { heures, fin, doute: doute || heures > 24 };
    doute = false;
    heures += tranche.heures;
    fin = tranche.fin;
  }
};
