import type { Jour } from '../../domain/dates.ts';
import { essayer } from './aligner.ts';
import { lireBorne, lireDepuis } from './depuis.ts';
import { joindre, periodeDe, reunirPoints } from './joindre.ts';
import { lireRangDuMois, lireVoisin } from './jour-de.ts';
import { lirePoint, pointOuNu } from './lire-point.ts';
import { lireListeSerree } from './listes-serrees.ts';
import type { PlageLue, Point, PointLu } from './point.ts';
import { prolonger } from './prolonger.ts';
import { lireMoisNu } from './quantiemes.ts';
import { resoudre } from './resoudre.ts';
import { lireListeSemaines, lireSemaineDu, lireSemaines } from './semaines.ts';

const INTRO =
  /(?:(?<!par |\/ ?|chaque )(?:la\s+)?semaine\s+)?(du|de la|de|d'|des|entre|depuis|a partir d[ue']|a compter d[ue'])\s*(?:le\s+|l')?/y;
const LIEN = /\s*(?:(?:jusqu'?\s?)?(?:au|a|o)\b|jusqu'?\s?(?:au|a)\b|-+>?|>)\s*(?:la\s+|l')?/y;
const ET = /\s*(?:,?\s*\b(?:et|puis)\b|&|\+)\s*(?:(?:du|de|le|les|en|la|d')\s*)?/y;
const VIRGULE = /\s*,\s*(?:le\s+)?/y;
const LES = /(?:les|le)\s+/y;

const estNu = (point: Point): boolean => point.genre === 'quantieme' && point.mois === null && point.semaine === null;

/** « mars/avril », « mai à juin » : un mois nu, si un autre mois le suit. */
const premierMois = (plie: string, place: number): PointLu | null => {
  const lu = lireMoisNu(plie, place);
  const lien = lu && essayer(/\s*(?:\/|-+>?|>|\b(?:a|au|et)\b)\s*/y, plie, lu.fin);
  return lien && lireMoisNu(plie, lu.fin + lien[0].length) ? lu : null;
};

/** « du 3 au 7 novembre », « de lundi à vendredi », « 2 au 6 novembre », « entre le 3 et le 7 ». */
const lirePlage = (plie: string, place: number, aujourdhui: Jour): PlageLue | null => {
  const intro = essayer(INTRO, plie, place);
  const depart = place + (intro?.[0].length ?? 0);
  const debut = pointOuNu(plie, depart, aujourdhui) ?? premierMois(plie, depart);
  if (!debut) return null;
  const barre = debut.point.genre === 'mois' || debut.point.genre === 'rang';
  const lien =
    essayer(intro?.[1] === 'entre' ? ET : LIEN, plie, debut.fin) ??
    (barre ? essayer(/\s*\/\s*(?=[a-z])/y, plie, debut.fin) : null) ??
    // « 02/11 06/11 » : deux dates en chiffres côte à côte bornent une période.
    (/\d[/.]\d+$/.test(plie.slice(depart, debut.fin))
      ? essayer(/\s+(?=\d{1,2}[/.]\d{1,2}(?!\d|h))/y, plie, debut.fin)
      : null);
  const suivante = debut.fin + (lien?.[0].length ?? 0);
  const fin =
    lien &&
    (pointOuNu(plie, suivante, aujourdhui) ?? (debut.point.genre === 'mois' ? lireMoisNu(plie, suivante) : null));
  if (!lien || !fin) return null;
  // Un tiret entre deux espaces sépare plus souvent deux informations que deux bornes.
  if (
    /^\s+-+\s/.test(lien[0]) &&
    (estNu(fin.point) || (estNu(debut.point) && !intro) || debut.point.genre !== fin.point.genre)
  )
    return null;
  // Sans « du … au », deux nombres nus ne font pas une période (« 2 à 6 personnes »).
  const nus = estNu(debut.point) && estNu(fin.point);
  const explicite = intro?.[1] === 'du' || intro?.[1] === 'entre' || /\b(?:au|o)\b/.test(lien[0]);
  if (nus && !explicite && !/^le\s/.test(plie.slice(place))) return null;
  const plage = { resolution: joindre(debut.point, fin.point, aujourdhui), fin: fin.fin };
  return prolonger(plie, { plage, debut: debut.point, fin: fin.point }, aujourdhui);
};

const ENUMERABLES: ReadonlySet<Point['genre']> = new Set(['quantieme', 'nomme', 'mois', 'rang', 'fixe']);

/** « lundi mardi mercredi » : trois jours à la suite, au moins, se passent de virgules. */
const JUXTAPOSES = /\s+(?=[a-z]+di\b)/y;
const troisJours = (plie: string, place: number): boolean =>
  /(?:[a-z]+di\s+){2}[a-z]+di\b/.test(plie.slice(Math.max(0, place - 20), place + 20));

const suite = (plie: string, avant: PointLu, aujourdhui: Jour): { lu: PointLu; et: boolean } | null => {
  const place = avant.fin;
  const moisAvant = avant.point.genre === 'mois';
  const et = essayer(ET, plie, place) ?? (troisJours(plie, place) ? essayer(JUXTAPOSES, plie, place) : null);
  const lien = et ?? essayer(VIRGULE, plie, place);
  const apres = place + (lien?.[0].length ?? 0);
  const lu = lien && (pointOuNu(plie, apres, aujourdhui) ?? (moisAvant ? lireMoisNu(plie, apres) : null));
  return lu && ENUMERABLES.has(lu.point.genre) ? { lu, et: et !== null } : null;
};

const memeGenre = (a: Point, b: Point): boolean =>
  a.genre === b.genre && (a.genre === 'nomme' || a.genre === 'quantieme');

const croissants = (points: readonly PointLu[]): boolean =>
  points.every(({ point }, i) => {
    const suivant = points[i + 1]?.point;
    const jours =
      point.genre === 'quantieme' && (!suivant || (suivant.genre === 'quantieme' && suivant.jour > point.jour));
    return jours && (suivant ? estNu(point) : !estNu(point));
  });

/** « les 3, 4 et 5 novembre », « lundi et mardi », « en juin et juillet », « semaines 45 et 46 ». */
const lireListe = (plie: string, place: number, aujourdhui: Jour): PlageLue | null => {
  const les = essayer(LES, plie, place);
  // « 7 h 30, les 12 et 13 » : 30 sont des minutes.
  if (
    !les &&
    /\d\s*h(?:eures?)?\s*$/.test(plie.slice(0, place)) &&
    /^\d{2}\b(?!\s*\/)/.test(plie.slice(place)) &&
    !/^\d+\s+[a-z]/.test(plie.slice(place))
  )
    return null;
  const depart = place + (les?.[0].length ?? 0);
  const premier = pointOuNu(plie, depart, aujourdhui) ?? premierMois(plie, depart);
  if (!premier || !ENUMERABLES.has(premier.point.genre)) return null;
  const points = [premier];
  let conjonction = false;
  for (;;) {
    const dernier = points[points.length - 1];
    const autre = dernier && suite(plie, dernier, aujourdhui);
    if (!dernier || !autre) break;
    // Une virgule ne relie que des jours dits pareil, et il faut un « et » au bout : « lundi, mardi 6 h » fait deux lignes.
    if (!autre.et && (!memeGenre(dernier.point, autre.lu.point) || (estNu(autre.lu.point) && !estNu(dernier.point))))
      break;
    conjonction ||= autre.et;
    points.push(autre.lu);
  }
  const bout = points[points.length - 1];
  if (points.length < 2 || !bout) return null;
  const nus = points.every(({ point }) => estNu(point));
  if (nus && !les) return null;
  // « 2, 3, 4 novembre » : le mois du dernier vaut pour tous, s'ils se suivent.
  const moisAuBout = points.length > 2 && croissants(points);
  if (!conjonction && !moisAuBout && !(les && points.every(({ point }) => point.genre === 'quantieme'))) return null;
  const lus = points.map(({ point }) => point);
  return { resolution: reunirPoints(lus, aujourdhui), fin: bout.fin };
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
  for (const lire of [
    lirePlage,
    lireListe,
    lireSemaines,
    lireListeSemaines,
    lireSemaineDu,
    lireDepuis,
    lireBorne,
    lireVoisin,
    lireListeSerree,
    lireRangDuMois,
    simple,
  ]) {
    const lue = lire(plie, place, aujourdhui);
    if (lue && (!meilleure || lue.fin > meilleure.fin)) meilleure = lue;
  }
  return meilleure && (lireAlternative(plie, meilleure, aujourdhui) ?? meilleure);
};
