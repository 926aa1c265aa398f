import { decalerJour, type Jour, moisDe, semaineDe } from '../../domain/dates.ts';

/** Bornes demandées sur la date limite de réponse ; null : pas de borne. */
export interface Echeances {
  readonly limiteApres: Jour | null;
  readonly limiteAvant: Jour | null;
}

const NOMBRES: Readonly<Record<string, number>> = {
  un: 1,
  une: 1,
  deux: 2,
  trois: 3,
  quatre: 4,
  cinq: 5,
  six: 6,
  sept: 7,
  huit: 8,
  dix: 10,
  quinze: 15,
  vingt: 20,
  trente: 30,
};
const MOIS = [
  /jan(?:v(?:ier)?)?/,
  /fev(?:r(?:ier)?)?/,
  /mars/,
  /avr(?:il)?/,
  /mai/,
  /juin/,
  /juil(?:l?et)?/,
  /aou?t/,
  /sept?(?:embre)?/,
  /oct(?:obre)?/,
  /nov(?:embre)?/,
  /dec(?:embre)?/,
].map(({ source }) => source);
const UN_MOIS = MOIS.map((mois) => `(?:${mois})`).join('|');

const N = String.raw`(\d{1,3}|${Object.keys(NOMBRES).join('|')})`;
const UNITE = String.raw`(jours?|j|semaines?|sem|mois)\b`;
const DUREE = `${N} ?(?:prochaine?s? )?${UNITE}`;
const AU_MOINS = new RegExp(
  `(?:plus d[e'] ?|au moins ?|au minimum ?|mini(?:mum)? ?|pas avant ?|apres ?|superieure? a ?|au[- ]dela d[e'] ?|faut ?|laisse ?|> ?=? ?)${DUREE}|${DUREE} (?:au moins|minimum|mini|devant|ou plus|et plus)`,
);
const AU_PLUS = new RegExp(
  `(?:moins d[e'] ?|d'ici ?|sous ?|avant ?|au plus ?|maxi(?:mum)? ?|dans (?:les )?|les |< ?=? ?)${DUREE}|${DUREE} (?:au plus|maximum|maxi|ou moins)`,
);

const decaler = (jour: Jour, compte: string, unite: string): Jour => {
  const nombre = NOMBRES[compte] ?? Number(compte);
  if (unite.startsWith('m')) return decalerJour(jour, { months: nombre });
  return decalerJour(jour, unite.startsWith('s') ? { weeks: nombre } : { days: nombre });
};

const duree = (motif: RegExp, plie: string, aujourdhui: Jour): Jour | null => {
  const lu = motif.exec(plie);
  if (lu === null) return null;
  const [compte, unite] = [lu[1] ?? lu[3], lu[2] ?? lu[4]];
  return compte === undefined || unite === undefined ? null : decaler(aujourdhui, compte, unite);
};

const rangMois = (ecrit: string): number => MOIS.findIndex((mois) => new RegExp(`^(?:${mois})$`).test(ecrit)) + 1;

/** Jour du calendrier, l'année étant la prochaine où il tombe si elle n'est pas dite ; null s'il n'existe pas. */
const dater = (jour: number, mois: number, an: string | undefined, aujourdhui: Jour): Jour | null => {
  if (jour < 1 || jour > 31 || mois < 1 || mois > 12) return null;
  const courante = Number(aujourdhui.slice(0, 4));
  const composer = (annee: number): Jour =>
    `${annee}-${String(mois).padStart(2, '0')}-${String(jour).padStart(2, '0')}`;
  const dite = an === undefined ? null : Number(an) + (an.length === 2 ? 2000 : 0);
  const choisie = composer(dite ?? (composer(courante) < aujourdhui.slice(0, 8) ? courante + 1 : courante));
  return jour <= Number(moisDe(`${choisie.slice(0, 8)}01`).au.slice(8)) ? choisie : null;
};

const DATE = new RegExp(
  String.raw`(\d{1,2})(?:er)? ?(${UN_MOIS})\b\.?(?: (20\d\d))?|(\d{1,2})\/(\d{1,2})(?:\/(\d{4}|\d{2}))?(?!\d)`,
  'g',
);
const MOIS_SEUL = new RegExp(
  String.raw`(fin |mi[- ]|debut |courant )?(?:de |d'|du mois de |le mois de )?\b(${UN_MOIS})\b(?: (20\d\d))?`,
);
const BORNE_AVANT =
  /(?:avant|jusqu'au?|d'ici|au plus tard|limite|max)\s*(?:au |le |la )?(?:fin |mi[- ]|debut )?(?:de |d'|du |le )?$/;
const BORNE_APRES =
  /(?:apres|a partir|des|pas avant|au[- ]dela|depasse|posterieure?)\s*(?:du |de |d'|le |la )?(?:fin |mi[- ]|debut )?(?:de |d'|du )?$/;

const borner = (avant: string, du: Jour, au: Jour): Echeances => {
  if (BORNE_APRES.test(avant)) return { limiteApres: du, limiteAvant: null };
  if (BORNE_AVANT.test(avant)) return { limiteApres: null, limiteAvant: au };
  return { limiteApres: du, limiteAvant: au };
};

const datesDe = (plie: string, aujourdhui: Jour): { jour: Jour; place: number }[] =>
  [...plie.matchAll(DATE)].flatMap((lu) => {
    const jour =
      lu[2] === undefined
        ? dater(Number(lu[4]), Number(lu[5]), lu[6], aujourdhui)
        : dater(Number(lu[1]), rangMois(lu[2]), lu[3], aujourdhui);
    return jour === null ? [] : [{ jour, place: lu.index }];
  });

const ordonner = (un: Jour, autre: Jour): Echeances =>
  un <= autre ? { limiteApres: un, limiteAvant: autre } : { limiteApres: autre, limiteAvant: un };

const parDates = (plie: string, aujourdhui: Jour): Echeances | null => {
  const [premiere, seconde] = datesDe(plie, aujourdhui);
  if (premiere === undefined) return null;
  const entre = /entre le (\d{1,2})(?:er)? et le $/.exec(plie.slice(0, premiere.place))?.[1];
  const debut =
    entre === undefined
      ? null
      : dater(Number(entre), Number(premiere.jour.slice(5, 7)), premiere.jour.slice(0, 4), aujourdhui);
  if (debut !== null) return ordonner(debut, premiere.jour);
  if (seconde !== undefined) return ordonner(premiere.jour, seconde.jour);
  return borner(plie.slice(0, premiere.place), premiere.jour, premiere.jour);
};

const parMois = (plie: string, aujourdhui: Jour): Echeances | null => {
  const lu = MOIS_SEUL.exec(plie);
  if (lu?.[2] === undefined) return null;
  const premier = dater(1, rangMois(lu[2]), lu[3], aujourdhui.slice(0, 8).concat('01'));
  if (premier === null) return null;
  const { du, au } = moisDe(premier);
  const avant = plie.slice(0, lu.index);
  const part = lu[1]?.trim();
  if (part === 'mi' || part === 'mi-') return borner(avant, du, `${du.slice(0, 8)}15`);
  if (part === 'fin' && !BORNE_AVANT.test(avant))
    return {
      limiteApres: `${du.slice(0, 8)}${BORNE_APRES.test(avant) ? au.slice(8) : '16'}`,
      limiteAvant: BORNE_APRES.test(avant) ? null : au,
    };
  if (part === 'debut' && !BORNE_AVANT.test(avant) && !BORNE_APRES.test(avant))
    return { limiteApres: du, limiteAvant: `${du.slice(0, 8)}15` };
  if (part === undefined && BORNE_AVANT.test(avant))
    return { limiteApres: null, limiteAvant: decalerJour(du, { days: -1 }) };
  if (part === undefined && /\bapres (?:le mois de |de |d')?$/.test(avant))
    return { limiteApres: decalerJour(au, { days: 1 }), limiteAvant: null };
  return borner(avant, du, au);
};

const parPeriode = (plie: string, aujourdhui: Jour): Echeances | null => {
  const semaine = semaineDe(aujourdhui);
  const mois = moisDe(aujourdhui);
  if (/\bdemain\b/.test(plie)) return { limiteApres: null, limiteAvant: decalerJour(aujourdhui, { days: 1 }) };
  if (/\baujourd'hui\b|\bce soir\b/.test(plie)) return { limiteApres: null, limiteAvant: aujourdhui };
  if (/\bsemaine prochaine|\bsemaine qui vient/.test(plie))
    return { limiteApres: decalerJour(semaine.du, { weeks: 1 }), limiteAvant: decalerJour(semaine.au, { weeks: 1 }) };
  if (/\bmois prochain|\bmois qui vient/.test(plie)) {
    const prochain = moisDe(decalerJour(mois.au, { days: 1 }));
    return { limiteApres: prochain.du, limiteAvant: prochain.au };
  }
  if (/\bcette semaine\b|\bfin de (?:la )?semaine/.test(plie)) return { limiteApres: null, limiteAvant: semaine.au };
  if (/\bce mois\b|\bfin (?:de |du )(?:ce )?mois/.test(plie)) return { limiteApres: null, limiteAvant: mois.au };
  if (/\bfin (?:de l'|d'|de cette )annee|\bcette annee/.test(plie))
    return { limiteApres: null, limiteAvant: `${aujourdhui.slice(0, 4)}-12-31` };
  return null;
};

const AUCUNE: Echeances = { limiteApres: null, limiteAvant: null };

/**
 * Bornes de date limite dites par un message plié (voir `plier`) : « clôture dans plus de 15 jours », « avant le
 * 15/12 », « en janvier ». Une date sans année est la prochaine ; « publiés depuis 8 jours » n'est pas une échéance.
 */
export const lireEcheances = (plie: string, aujourdhui: Jour): Echeances => {
  const utile = plie
    .replace(/\bnoel\b/g, '25 decembre')
    .replace(/\bnouvel an\b/g, '1 janvier')
    .replace(
      /(?:publie\S*|parus?|sortis?|mis en ligne|depuis)\b.{0,25}?(?:jours?|semaines?|mois)\b|\bderniere?s? (?:jours?|semaines?|mois)/g,
      ' ',
    );
  const limiteApres = duree(AU_MOINS, utile, aujourdhui);
  const reste = limiteApres === null ? utile : utile.replace(AU_MOINS, ' ');
  const limiteAvant = duree(AU_PLUS, reste, aujourdhui);
  if (limiteApres !== null || limiteAvant !== null) return { limiteApres, limiteAvant };
  return parDates(utile, aujourdhui) ?? parPeriode(utile, aujourdhui) ?? parMois(utile, aujourdhui) ?? AUCUNE;
};
