import { Temporal } from 'temporal-polyfill';
import { annee, decalerJour, type Jour, moisDe, type Periode, semaineDe } from '../../domain/dates.ts';
import { construire, ecart, jourSemaine, plusJours, semaineNumero, semestre, trimestre, unJour } from './calendrier.ts';
import type { PartMois, Point, Resolution } from './point.ts';

/** Au-delà, une date sans année est lue l'an passé ; en deçà, elle est lue comme à venir, et se fera demander. */
const AVENIR_PROCHE = 31;

const oui = (periode: Periode): Resolution => ({ type: 'periode', periode });
const anDe = (jour: Jour): number => Temporal.PlainDate.from(jour).year;

/** Le quantième le plus récent (« le 5 ») parmi les douze derniers mois. */
const dernierQuantieme = (jour: number, jusqua: Jour): Jour | null => {
  const depart = Temporal.PlainDate.from(jusqua).with({ day: 1 });
  for (let recul = 0; recul < 12; recul++) {
    const mois = depart.subtract({ months: recul });
    const candidat = construire(mois.year, mois.month, jour);
    if (candidat !== null && candidat <= jusqua) return candidat;
  }
  return null;
};

const prochainQuantieme = (jour: number, apres: Jour): Jour | null => {
  const depart = Temporal.PlainDate.from(apres).with({ day: 1 });
  for (let avance = 0; avance < 3; avance++) {
    const mois = depart.add({ months: avance });
    const candidat = construire(mois.year, mois.month, jour);
    if (candidat !== null && candidat > apres) return candidat;
  }
  return null;
};

const quantiemeSeul = (jour: number, semaine: number | null, aujourdhui: Jour): Resolution => {
  const passe = dernierQuantieme(jour, aujourdhui);
  if (passe === null) return { type: 'invalide' };
  const avenir = prochainQuantieme(jour, aujourdhui);
  if (semaine !== null) {
    const avant = dernierQuantieme(jour, plusJours(passe, -1));
    const bons = [passe, avenir, avant].filter((j) => j !== null && jourSemaine(j) === semaine);
    if (bons[0]) return oui(unJour(bons[0]));
    return { type: 'ambigue', possibles: [unJour(passe)], preferee: unJour(passe) };
  }
  // « le 25 » dit un 21 : le 25 passé est loin, le prochain est tout près, on demande.
  if (
    avenir !== null &&
    passe.slice(0, 7) !== aujourdhui.slice(0, 7) &&
    ecart(aujourdhui, avenir) < ecart(passe, aujourdhui)
  )
    return { type: 'ambigue', possibles: [unJour(passe), unJour(avenir)], preferee: unJour(passe) };
  return oui(unJour(passe));
};

const quantieme = (point: Extract<Point, { genre: 'quantieme' }>, aujourdhui: Jour): Resolution => {
  const { jour, mois, an, semaine } = point;
  if (mois === null) return quantiemeSeul(jour, semaine, aujourdhui);
  const cetteAnnee = anDe(aujourdhui);
  let date = construire(an ?? cetteAnnee, mois, jour);
  if (an === null && (date === null || ecart(aujourdhui, date) > AVENIR_PROCHE))
    date = construire(cetteAnnee - 1, mois, jour);
  if (date === null) return { type: 'invalide' };
  if (semaine !== null && jourSemaine(date) !== semaine)
    return { type: 'ambigue', possibles: [unJour(date)], preferee: unJour(date) };
  return oui(unJour(date));
};

/** « lundi » : le dernier lundi passé ; aujourd'hui si c'est son jour. */
const jourNomme = (semaine: number, aujourdhui: Jour): Jour =>
  plusJours(aujourdhui, -((jourSemaine(aujourdhui) - semaine + 7) % 7));

const partDeMois = (mois: Periode, part: PartMois): Resolution => {
  const bornes = (du: number, au: number | null): Periode => ({
    du: plusJours(mois.du, du - 1),
    au: au === null ? mois.au : plusJours(mois.du, au - 1),
  });
  const vague = (preferee: Periode): Resolution => ({ type: 'ambigue', possibles: [preferee], preferee });
  switch (part.type) {
    case 'quinzaine1':
      return oui(bornes(1, 15));
    case 'quinzaine2':
      return oui(bornes(16, null));
    case 'debut':
      return vague(bornes(1, 10));
    case 'milieu':
      return vague(bornes(11, 20));
    case 'fin':
      return vague(bornes(21, null));
    case 'semaine': {
      if (part.rang < 0) return oui(semaineDe(mois.au));
      // La première semaine est celle qui compte au moins quatre jours du mois, comme la semaine 1 de l'année.
      const premiere = semaineDe(plusJours(mois.du, 3));
      return oui(semaineDe(plusJours(premiere.du, (part.rang - 1) * 7)));
    }
  }
};

const moisNomme = (point: Extract<Point, { genre: 'mois' }>, aujourdhui: Jour): Resolution => {
  const an = point.an ?? anDe(aujourdhui);
  const debut = `${an}-${String(point.mois).padStart(2, '0')}-01`;
  const mois = moisDe(point.an === null && debut > aujourdhui ? decalerJour(debut, { years: -1 }) : debut);
  return point.part === null ? oui(mois) : partDeMois(mois, point.part);
};

const DE_RANG = { semaine: semaineNumero, trimestre, semestre } as const;

const rangNomme = (point: Extract<Point, { genre: 'rang' }>, aujourdhui: Jour): Resolution => {
  const an = point.an ?? anDe(aujourdhui);
  let periode = DE_RANG[point.unite](an, point.rang);
  const marge = point.unite === 'semaine' ? AVENIR_PROCHE : 0;
  if (point.an === null && (periode === null || ecart(aujourdhui, periode.du) > marge))
    periode = DE_RANG[point.unite](an - 1, point.rang);
  return periode === null ? { type: 'invalide' } : oui(periode);
};

/** Donne à une expression sa période, en préférant le passé quand l'année ou le mois manque. */
export const resoudre = (point: Point, aujourdhui: Jour): Resolution => {
  switch (point.genre) {
    case 'fixe':
      return point.large ? { type: 'periode', periode: point.periode, large: point.large } : oui(point.periode);
    case 'ambigu':
      return { type: 'ambigue', possibles: point.possibles, preferee: point.preferee };
    case 'impossible':
      return { type: 'invalide' };
    case 'quantieme':
      return quantieme(point, aujourdhui);
    case 'nomme':
      return oui(unJour(jourNomme(point.semaine, aujourdhui)));
    case 'mois':
      return moisNomme(point, aujourdhui);
    case 'rang':
      return rangNomme(point, aujourdhui);
  }
};

/** L'année civile d'un jour, décalée (« l'an dernier » : -1). */
export const anneeDecalee = (aujourdhui: Jour, decalage: number): Periode => annee(anDe(aujourdhui) + decalage);
