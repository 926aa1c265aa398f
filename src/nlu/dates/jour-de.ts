import { type Jour, moisDe } from '../../domain/dates.ts';
import { essayer } from './aligner.ts';
import { jourSemaine, plusJours, unJour } from './calendrier.ts';
import { periodeDe } from './joindre.ts';
import { lireJourSemaine } from './lexique.ts';
import { pointOuNu } from './lire-point.ts';
import type { PlageLue } from './point.ts';
import { lireMoisNu } from './quantiemes.ts';
import { resoudre } from './resoudre.ts';

const VOISIN = /(?:(la veille|le jour d'avant)|(?:le lendemain|le jour d'apres))\s+(?:du|de|d')\s*/y;

/** « le lendemain du 11 novembre », « la veille du 12 ». */
export const lireVoisin = (plie: string, place: number, aujourdhui: Jour): PlageLue | null => {
  const intro = essayer(VOISIN, plie, place);
  const point = intro && pointOuNu(plie, place + intro[0].length, aujourdhui);
  const periode = point && periodeDe(resoudre(point.point, aujourdhui));
  if (!intro || !point || !periode) return null;
  const jour = intro[1] ? plusJours(periode.du, -1) : plusJours(periode.au, 1);
  return { resolution: { type: 'periode', periode: unJour(jour) }, fin: point.fin };
};

const RANGS = ['premier', 'deuxieme', 'troisieme', 'quatrieme'];
const RANG_JOUR =
  /(?:le\s+)?(premier|1er|deuxieme|2e|second|troisieme|3e|quatrieme|4e|dernier)\s+(jour|[a-z]+di|dimanche)\s+(?:d'|de |du mois de |du mois d')\s*(?=[a-z])/y;

const rangDe = (mot: string): number =>
  /^\d/.test(mot) ? Number.parseInt(mot, 10) : mot === 'second' ? 2 : RANGS.indexOf(mot) + 1;

/** « le dernier jour d'octobre », « le premier lundi de novembre ». */
export const lireRangDuMois = (plie: string, place: number, aujourdhui: Jour): PlageLue | null => {
  const trouve = essayer(RANG_JOUR, plie, place);
  const lu = trouve && lireMoisNu(plie, place + trouve[0].length);
  const mois = lu && periodeDe(resoudre(lu.point, aujourdhui));
  if (!trouve || !lu || !mois) return null;
  const nomme = trouve[2] === 'jour' ? null : lireJourSemaine(trouve[2] ?? '');
  const rang = rangDe(trouve[1] ?? '');
  const jour = rang === 0 ? dernier(mois.au, nomme) : premier(mois.du, nomme, rang);
  return moisDe(jour).du === mois.du ? { resolution: { type: 'periode', periode: unJour(jour) }, fin: lu.fin } : null;
};

const dernier = (fin: Jour, nomme: number | null): Jour =>
  nomme === null ? fin : plusJours(fin, -((jourSemaine(fin) - nomme + 7) % 7));

const premier = (debut: Jour, nomme: number | null, rang: number): Jour =>
  nomme === null
    ? plusJours(debut, rang - 1)
    : plusJours(debut, ((nomme - jourSemaine(debut) + 7) % 7) + 7 * (rang - 1));
