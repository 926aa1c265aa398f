import { decalerJour, type Jour, type Periode, semaineDe } from '../../domain/dates.ts';
import { essayer } from './aligner.ts';
import { ecart, reunir } from './calendrier.ts';
import type { Point, PointLu, Resolution } from './point.ts';
import { lireMoisNu, lireQuantieme, lireQuantiemeNu } from './quantiemes.ts';
import { lireRelatif } from './relatifs.ts';
import { resoudre } from './resoudre.ts';

/** Une période comprise et la place où elle finit. */
export interface PlageLue {
  readonly resolution: Resolution;
  readonly fin: number;
}

/** Plage plus longue que cela à cheval sur deux ans : on croit plutôt que les bornes sont inversées. */
const CHEVAUCHEMENT_MAX = 183;
/** « du 28 au 3 novembre » passe d'un mois à l'autre ; « du 9 au 5 » est plutôt une inversion. */
const PASSAGE_DE_MOIS_MAX = 15;

const INTRO =
  /(?:(?<!par |\/ ?|chaque )(?:la\s+)?semaine\s+)?(du|de la|de|d'|des|entre|depuis|a partir d[ue']|a compter d[ue'])\s*(?:le\s+|l')?/y;
const DEPUIS = /(?:depuis|a partir d[ue']|a compter d[ue'])\s*(?:le\s+|l'|du\s+)?/y;
const LIEN = /\s*(?:(?:jusqu'?\s?)?(?:au|a|o)\b|jusqu'?\s?(?:au|a)\b|-+>?|>)\s*(?:la\s+|l')?/y;
const ET = /\s*(?:,?\s*\b(?:et|puis)\b|&|\+)\s*(?:(?:du|de|le|les|en|la|d')\s*)?/y;
const VIRGULE = /\s*,\s*(?:le\s+)?/y;
const LES = /(?:les|le)\s+/y;

/** Le point le plus long qui commence à cette place. */
export const lirePoint = (plie: string, place: number, aujourdhui: Jour): PointLu | null => {
  const quantieme = lireQuantieme(plie, place);
  const relatif = lireRelatif(plie, place, aujourdhui);
  if (!quantieme || !relatif) return quantieme ?? relatif;
  return relatif.fin > quantieme.fin ? relatif : quantieme;
};

const pointOuNu = (plie: string, place: number, aujourdhui: Jour): PointLu | null =>
  lirePoint(plie, place, aujourdhui) ?? lireQuantiemeNu(plie, place);

type Quantieme = Extract<Point, { genre: 'quantieme' }>;

const periodeDe = (resolution: Resolution): Periode | null =>
  resolution.type === 'periode' ? resolution.periode : resolution.type === 'ambigue' ? resolution.preferee : null;

const etendre = (debut: Resolution, fin: Resolution): Resolution => {
  if (debut.type === 'invalide' || fin.type === 'invalide') return { type: 'invalide' };
  const a = periodeDe(debut);
  const b = periodeDe(fin);
  if (!a || !b) return { type: 'ambigue', possibles: [a, b].filter((p) => p !== null), preferee: null };
  if (a.du > b.au) return { type: 'inversee', periode: { du: b.du, au: a.au } };
  const periode = { du: a.du, au: b.au };
  const doute = debut.type === 'ambigue' || fin.type === 'ambigue';
  return doute ? { type: 'ambigue', possibles: [periode], preferee: periode } : { type: 'periode', periode };
};

const avecMois = (point: Quantieme, mois: number | null, an: number | null): Quantieme => ({ ...point, mois, an });

/** Premier quantième d'une plage, quand seule la fin dit le mois (« du 28 au 3 novembre »). */
const debutSansMois = (debut: Quantieme, fin: Resolution, aujourdhui: Jour): Resolution => {
  const cible = periodeDe(fin);
  if (!cible) return resoudre(debut, aujourdhui);
  const dans = (jour: Jour): Resolution =>
    resoudre(avecMois(debut, Number(jour.slice(5, 7)), Number(jour.slice(0, 4))), aujourdhui);
  const memeMois = dans(cible.du);
  const meme = periodeDe(memeMois);
  if (memeMois.type === 'invalide' || (meme && meme.du <= cible.au)) return memeMois;
  const moisAvant = dans(decalerJour(`${cible.du.slice(0, 8)}01`, { months: -1 }));
  const avant = periodeDe(moisAvant);
  return avant && ecart(avant.du, cible.du) <= PASSAGE_DE_MOIS_MAX ? moisAvant : memeMois;
};

const memeAn = (debut: Quantieme, fin: Quantieme, aujourdhui: Jour): Resolution => {
  const bout = resoudre(fin, aujourdhui);
  const cible = periodeDe(bout);
  if (!cible) return etendre(resoudre(debut, aujourdhui), bout);
  const an = Number(cible.du.slice(0, 4));
  const direct = resoudre(avecMois(debut, debut.mois, an), aujourdhui);
  const depart = periodeDe(direct);
  if (depart && depart.du > cible.au) {
    const recule = resoudre(avecMois(debut, debut.mois, an - 1), aujourdhui);
    const avant = periodeDe(recule);
    if (avant && ecart(avant.du, cible.au) <= CHEVAUCHEMENT_MAX) return etendre(recule, bout);
  }
  return etendre(direct, bout);
};

/** Deux quantièmes : ce que l'un ne dit pas, l'autre le donne. */
const deuxQuantiemes = (debut: Quantieme, fin: Quantieme, aujourdhui: Jour): Resolution => {
  if (debut.mois === null) {
    const bout = resoudre(fin, aujourdhui);
    return etendre(debutSansMois(debut, bout, aujourdhui), bout);
  }
  const finDite = fin.mois === null ? avecMois(fin, debut.mois, debut.an) : fin;
  if (debut.an === null) return memeAn(debut, finDite, aujourdhui);
  if (finDite.an !== null) return etendre(resoudre(debut, aujourdhui), resoudre(finDite, aujourdhui));
  const passe = (finDite.mois ?? 0) < debut.mois ? 1 : 0;
  return etendre(resoudre(debut, aujourdhui), resoudre(avecMois(finDite, finDite.mois, debut.an + passe), aujourdhui));
};

/** Donne l'année du second terme au premier, ou recule d'un an si les termes se croisent (« de novembre à mars »). */
const deuxMois = (debut: Point, fin: Point, aujourdhui: Jour): Resolution | null => {
  const pair = (debut.genre === 'mois' && fin.genre === 'mois') || (debut.genre === 'rang' && fin.genre === 'rang');
  if (!pair || debut.an !== null) return null;
  const bout = resoudre(fin, aujourdhui);
  const cible = periodeDe(bout);
  if (!cible) return null;
  const an = Number(cible.au.slice(0, 4));
  const direct = resoudre({ ...debut, an }, aujourdhui);
  const depart = periodeDe(direct);
  if (depart && depart.du > cible.au) return etendre(resoudre({ ...debut, an: an - 1 }, aujourdhui), bout);
  return etendre(direct, bout);
};

/** « de vendredi à lundi » : la fin est le dernier lundi, le début le vendredi d'avant. */
const joindre = (debut: Point, fin: Point, aujourdhui: Jour): Resolution => {
  if (debut.genre === 'quantieme' && fin.genre === 'quantieme') return deuxQuantiemes(debut, fin, aujourdhui);
  const mois = deuxMois(debut, fin, aujourdhui);
  if (mois) return mois;
  const bout = resoudre(fin, aujourdhui);
  const cible = periodeDe(bout);
  if (debut.genre === 'nomme' && cible) return etendre(resoudre(debut, cible.du), bout);
  if (debut.genre === 'quantieme' && debut.mois === null) return etendre(debutSansMois(debut, bout, aujourdhui), bout);
  return etendre(resoudre(debut, aujourdhui), bout);
};

const estNu = (point: Point): boolean => point.genre === 'quantieme' && point.mois === null && point.semaine === null;

/** « du 3 au 7 novembre », « de lundi à vendredi », « 2 au 6 novembre », « entre le 3 et le 7 ». */
const lirePlage = (plie: string, place: number, aujourdhui: Jour): PlageLue | null => {
  const intro = essayer(INTRO, plie, place);
  const depart = place + (intro?.[0].length ?? 0);
  const debut = pointOuNu(plie, depart, aujourdhui);
  if (!debut) return null;
  const lien = essayer(intro?.[1] === 'entre' ? ET : LIEN, plie, debut.fin);
  const suivante = debut.fin + (lien?.[0].length ?? 0);
  const fin =
    lien &&
    (pointOuNu(plie, suivante, aujourdhui) ?? (debut.point.genre === 'mois' ? lireMoisNu(plie, suivante) : null));
  if (!lien || !fin) return null;
  // Sans « du … au », deux nombres nus ne font pas une période (« 2 à 6 personnes »).
  const nus = estNu(debut.point) && estNu(fin.point);
  const explicite = intro?.[1] === 'du' || intro?.[1] === 'entre' || /\b(?:au|o)\b/.test(lien[0]);
  if (nus && !explicite && !/^le\s/.test(plie.slice(place))) return null;
  return { resolution: joindre(debut.point, fin.point, aujourdhui), fin: fin.fin };
};

/** « depuis lundi », « à partir du 2 novembre » : jusqu'à aujourd'hui. */
const lireDepuis = (plie: string, place: number, aujourdhui: Jour): PlageLue | null => {
  const intro = essayer(DEPUIS, plie, place);
  const debut = intro && pointOuNu(plie, place + intro[0].length, aujourdhui);
  if (!debut) return null;
  const resolu = resoudre(debut.point, aujourdhui);
  const periode = periodeDe(resolu);
  if (!periode || periode.du > aujourdhui) return { resolution: resolu, fin: debut.fin };
  return {
    resolution: etendre(resolu, { type: 'periode', periode: { du: aujourdhui, au: aujourdhui } }),
    fin: debut.fin,
  };
};

/** « la semaine du 9 novembre » : du lundi au dimanche. */
const lireSemaineDu = (plie: string, place: number, aujourdhui: Jour): PlageLue | null => {
  const intro = essayer(/(?<!par |\/ ?|chaque )(?:la\s+)?(?:semaine|sem\.?)\s+(?:du|de)\s+/y, plie, place);
  const point = intro && pointOuNu(plie, place + intro[0].length, aujourdhui);
  if (!point || (point.point.genre !== 'quantieme' && point.point.genre !== 'nomme')) return null;
  const resolu = resoudre(point.point, aujourdhui);
  const periode = periodeDe(resolu);
  if (!periode) return { resolution: resolu, fin: point.fin };
  return { resolution: { type: 'periode', periode: semaineDe(periode.du) }, fin: point.fin };
};

const ENUMERABLES: ReadonlySet<Point['genre']> = new Set(['quantieme', 'nomme', 'mois', 'rang', 'fixe']);

const suite = (plie: string, place: number, aujourdhui: Jour): { lu: PointLu; et: boolean } | null => {
  const et = essayer(ET, plie, place);
  const lien = et ?? essayer(VIRGULE, plie, place);
  const lu = lien && pointOuNu(plie, place + lien[0].length, aujourdhui);
  return lu && ENUMERABLES.has(lu.point.genre) ? { lu, et: et !== null } : null;
};

/** « les 3, 4 et 5 novembre », « lundi et mardi », « en juin et juillet », « semaines 45 et 46 ». */
const lireListe = (plie: string, place: number, aujourdhui: Jour): PlageLue | null => {
  const les = essayer(LES, plie, place);
  const premier = pointOuNu(plie, place + (les?.[0].length ?? 0), aujourdhui);
  if (!premier || !ENUMERABLES.has(premier.point.genre)) return null;
  const points = [premier];
  let conjonction = false;
  for (;;) {
    const dernier = points[points.length - 1];
    const autre = dernier && suite(plie, dernier.fin, aujourdhui);
    if (!dernier || !autre) break;
    // Une virgule ne relie que des quantièmes : « lundi, mardi 6 h » parle de deux lignes.
    if (!autre.et && !(estNu(dernier.point) && autre.lu.point.genre === 'quantieme')) break;
    conjonction ||= autre.et;
    points.push(autre.lu);
  }
  const bout = points[points.length - 1];
  if (points.length < 2 || !bout) return null;
  const nus = points.every(({ point }) => estNu(point));
  if (nus && !les) return null;
  if (!conjonction && !les) return null;
  const lus = points.map(({ point }) => point);
  return { resolution: reunirPoints(lus, aujourdhui), fin: bout.fin };
};

/** « semaines 44 à 46 », « les semaines 45 et 46 ». */
const lireSemaines = (plie: string, place: number, aujourdhui: Jour): PlageLue | null => {
  const trouve = essayer(
    /(?:les\s+)?(?:semaines?|sem\.?|s)\s*(\d{1,2})\s*(?:a|au|-|et|&|jusqu'a)\s*(?:(?:la\s+)?(?:semaine|sem\.?|s)\s*)?(\d{1,2})(?!\d|\s*(?:h|\/|jours?))/y,
    plie,
    place,
  );
  if (!trouve) return null;
  const semaine = (rang: string | undefined): Point => ({
    genre: 'rang',
    unite: 'semaine',
    rang: Number(rang),
    an: null,
  });
  return { resolution: joindre(semaine(trouve[1]), semaine(trouve[2]), aujourdhui), fin: place + trouve[0].length };
};

const reunirPoints = (points: readonly Point[], aujourdhui: Jour): Resolution => {
  const dernier = points[points.length - 1];
  if (!dernier) return { type: 'invalide' };
  const bout = resoudre(dernier, aujourdhui);
  const fin = periodeDe(bout);
  if (!fin) return bout;
  let total = fin;
  let doute = bout.type === 'ambigue';
  for (const point of points.slice(0, -1)) {
    const resolu = joindre(point, dernier, aujourdhui);
    if (resolu.type === 'invalide') return resolu;
    const periode = resolu.type === 'inversee' ? periodeDe(resoudre(point, aujourdhui)) : periodeDe(resolu);
    if (!periode) return resolu;
    doute ||= resolu.type === 'ambigue';
    total = reunir(total, periode);
  }
  return doute ? { type: 'ambigue', possibles: [total], preferee: total } : { type: 'periode', periode: total };
};

/** « le 3 ou le 4 » : on ne choisit pas. */
const lireAlternative = (plie: string, debut: PlageLue, aujourdhui: Jour): PlageLue | null => {
  const ou = essayer(/\s*,?\s*\bou\s+(?:bien\s+)?(?:le\s+|en\s+)?/y, plie, debut.fin);
  const autre = ou && pointOuNu(plie, debut.fin + ou[0].length, aujourdhui);
  if (!autre) return null;
  const possibles = [debut.resolution, resoudre(autre.point, aujourdhui)].map(periodeDe).filter((p) => p !== null);
  return { resolution: { type: 'ambigue', possibles, preferee: null }, fin: autre.fin };
};

const simple = (plie: string, place: number, aujourdhui: Jour): PlageLue | null => {
  const intro = essayer(/(?:(?:du|de|d'|au|des|pour)\s*(?:le\s+)?)/y, plie, place);
  const point = lirePoint(plie, place, aujourdhui) ?? (intro && lirePoint(plie, place + intro[0].length, aujourdhui));
  return point ? { resolution: resoudre(point.point, aujourdhui), fin: point.fin } : null;
};

/** La période la plus longue qui commence à cette place du texte plié. */
export const lireIci = (plie: string, place: number, aujourdhui: Jour): PlageLue | null => {
  let meilleure: PlageLue | null = null;
  for (const lire of [lirePlage, lireListe, lireSemaines, lireSemaineDu, lireDepuis, simple]) {
    const lue = lire(plie, place, aujourdhui);
    if (lue && (!meilleure || lue.fin > meilleure.fin)) meilleure = lue;
  }
  return meilleure && (lireAlternative(plie, meilleure, aujourdhui) ?? meilleure);
};
