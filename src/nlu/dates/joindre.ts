import { decalerJour, type Jour, type Periode } from '../../domain/dates.ts';
import { ecart, reunir } from './calendrier.ts';
import type { Point, Resolution } from './point.ts';
import { resoudre } from './resoudre.ts';

/** Plage plus longue que cela à cheval sur deux ans : on croit plutôt que les bornes sont inversées. */
const CHEVAUCHEMENT_MAX = 183;
/** « du 28 au 3 novembre » passe d'un mois à l'autre ; « du 9 au 5 » est plutôt une inversion. */
const PASSAGE_DE_MOIS_MAX = 15;

type Quantieme = Extract<Point, { genre: 'quantieme' }>;

/** La période d'une résolution, la plus probable si elle hésite. */
export const periodeDe = (resolution: Resolution): Periode | null =>
  resolution.type === 'periode' ? resolution.periode : resolution.type === 'ambigue' ? resolution.preferee : null;

/** D'une période à l'autre, bornes dans l'ordre dit. */
export const etendre = (debut: Resolution, fin: Resolution): Resolution => {
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
export const joindre = (debut: Point, fin: Point, aujourdhui: Jour): Resolution => {
  if (debut.genre === 'quantieme' && fin.genre === 'quantieme') return deuxQuantiemes(debut, fin, aujourdhui);
  const mois = deuxMois(debut, fin, aujourdhui);
  if (mois) return mois;
  const bout = resoudre(fin, aujourdhui);
  const cible = periodeDe(bout);
  if (debut.genre === 'nomme' && cible) return etendre(resoudre(debut, cible.du), bout);
  if (debut.genre === 'quantieme' && debut.mois === null) return etendre(debutSansMois(debut, bout, aujourdhui), bout);
  return etendre(resoudre(debut, aujourdhui), bout);
};

/** Du premier au dernier des points énumérés. */
export const reunirPoints = (points: readonly Point[], aujourdhui: Jour): Resolution => {
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
