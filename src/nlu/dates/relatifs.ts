import { decalerJour, type Jour, moisDe, type Periode, semaineDe } from '../../domain/dates.ts';
import { lireNombre } from '../nombres.ts';
import { essayer } from './aligner.ts';
import { jourSemaine, plusJours, unJour } from './calendrier.ts';
import { derniersDe, ilYA, jourDuMois } from './compter.ts';
import { lireJourSemaine, lirePetitNombre } from './lexique.ts';
import type { Point, PointLu } from './point.ts';
import { anneeDecalee, resoudre } from './resoudre.ts';

const MOMENT = '(?:\\s+(?:au\\s+)?(?:matin|apres[- ]midi|aprem|midi|soir|toute la journee))?';
const PASSE = '(?:derniere?|dernie|dernire|drniere?|dernieres|passee?|precedente?|ecoulee?|dernier|passe|precedent)';
const SEMAINE = '(?:semaine|week|semane|semain|smaine|semmaine|semaien|semene|semeine|smene|semen|sem\\.?)';
const fixe = (periode: Periode): Point => ({ genre: 'fixe', periode });
const jour = (valeur: Jour): Point => fixe(unJour(valeur));
const vague: Point = { genre: 'ambigu', possibles: [], preferee: null };

const semaine = (aujourdhui: Jour, decalage: number): Periode => semaineDe(plusJours(aujourdhui, decalage * 7));
const mois = (aujourdhui: Jour, decalage: number): Periode =>
  moisDe(decalerJour(moisDe(aujourdhui).du, { months: decalage }));

/** Le samedi et le dimanche de la semaine. */
const weekEnd = (aujourdhui: Jour, decalage: number): Periode => {
  const { au } = semaine(aujourdhui, decalage);
  return { du: plusJours(au, -1), au };
};

/** Le jour nommé strictement avant (`-1`) ou après (`1`) aujourd'hui. */
const jourVoisin = (nom: number, aujourdhui: Jour, sens: -1 | 1): Jour => {
  const recul = (jourSemaine(aujourdhui) - nom + 7) % 7 || 7;
  return plusJours(aujourdhui, sens === -1 ? -recul : 7 - (recul % 7));
};

const rang = (unite: 'semaine' | 'trimestre' | 'semestre', numero: string, an: string | undefined): Point | null => {
  const valeur = lirePetitNombre(numero);
  return valeur === null ? null : { genre: 'rang', unite, rang: valeur, an: an ? Number(an) : null };
};

const trimestreDecale = (aujourdhui: Jour, decalage: number): Point => {
  const cible = decalerJour(moisDe(aujourdhui).du, { months: decalage * 3 });
  const an = Number(cible.slice(0, 4));
  return { genre: 'rang', unite: 'trimestre', rang: Math.ceil(Number(cible.slice(5, 7)) / 3), an };
};

const sNumero = (groupes: RegExpExecArray, aujourdhui: Jour): Point | null => {
  const numero = Number(groupes[1]);
  const lue = rang('semaine', groupes[1] ?? '', groupes[2]);
  if (lue === null || numero < 1 || numero > 53) return null;
  if (numero > 2) return lue;
  // « S1 » et « S2 » se disent aussi des semestres.
  const autre = rang('semestre', groupes[1] ?? '', groupes[2]);
  const possibles = [lue, autre].flatMap((point) => {
    const resolu = point && resoudre(point, aujourdhui);
    return resolu?.type === 'periode' ? [resolu.periode] : [];
  });
  return { genre: 'ambigu', possibles, preferee: null };
};

const nommeDeSemaine = (groupes: RegExpExecArray, aujourdhui: Jour): Point | null => {
  const nom = lireJourSemaine(groupes[1] ?? '');
  if (nom === null) return null;
  const qui = groupes[2] ?? '';
  const numero = /\d+/.exec(qui);
  const base = numero
    ? resoudre({ genre: 'rang', unite: 'semaine', rang: Number(numero[0]), an: null }, aujourdhui)
    : null;
  const lundi =
    base?.type === 'periode' ? base.periode.du : semaine(aujourdhui, /cette|en cours/.test(qui) ? 0 : -1).du;
  return jour(plusJours(lundi, nom - 1));
};

/** « 7h30 jeu », « jeu 7 h » : l'abrégé d'un jour, sûr à côté d'heures seulement. */
const toucheDesHeures = ({ input, index, 0: tout }: RegExpExecArray): boolean =>
  /\d\s*h\d*\s+$/.test(input.slice(0, index)) || /^\s+\d{1,2}(?:[.,]\d+)?\s*h/.test(input.slice(index + tout.length));

const nommeSeul = (groupes: RegExpExecArray, aujourdhui: Jour): Point | null => {
  const nom = lireJourSemaine(groupes[1] ?? '');
  if (nom === null || ((groupes[1] ?? '').length < 4 && !groupes[0].includes('.') && !toucheDesHeures(groupes)))
    return null;
  const sens = groupes[2] ?? '';
  if (/prochain|qui vient|en huit/.test(sens)) return jour(jourVoisin(nom, aujourdhui, 1));
  if (/avant-dernier|d'avant/.test(sens)) return jour(plusJours(jourVoisin(nom, aujourdhui, -1), -7));
  return sens ? jour(jourVoisin(nom, aujourdhui, -1)) : { genre: 'nomme', semaine: nom };
};

type Regle = readonly [RegExp, (groupes: RegExpExecArray, aujourdhui: Jour) => Point | null];

const AN = '(?:\\s*(?:de\\s+|/|-)?\\s*(20\\d{2}))?';
/** Numéro de semaine écrit en toutes lettres, les plus longs d'abord. */
const EN_LETTRES =
  '(?:vingt|trente|quarante|cinquante)(?:[- ](?:et[- ])?(?:une?|deux|trois|quatre|cinq|six|sept|huit|neuf))?|dix[- ](?:sept|huit|neuf)|onze|douze|treize|quatorze|quinze|seize|dix|une?|deux|trois|quatre|cinq|six|sept|huit|neuf';
const RANG = '(\\d{1,2}|premier|deuxieme|second|troisieme|quatrieme)(?:\\s?(?:er|e|eme|nd))?';

const REGLES: readonly Regle[] = [
  [new RegExp(`(?:avan[ts]?|avt)[- ]?h?(?:ier|ie|yer)\\b${MOMENT}`, 'y'), (_, a) => jour(plusJours(a, -2))],
  [new RegExp(`(?:h?ier|h?yer|h?iere|hie|hyer|h?ierr|heir)\\b${MOMENT}`, 'y'), (_, a) => jour(plusJours(a, -1))],
  [new RegExp(`(?:auj?ou?r?d'? ?h?ui|aujoud'?hui|aujourdui|auj\\b|ajd\\b|ojd\\b)${MOMENT}`, 'y'), (_, a) => jour(a)],
  [/(?:ce matin|cet? apres[- ]midi|cet aprem|ce midi|ce soir|ce jour|heures? du jour)\b/y, (_, a) => jour(a)],
  [/apres[- ]demain\b/y, (_, a) => jour(plusJours(a, 2))],
  [new RegExp(`demain\\b${MOMENT}`, 'y'), (_, a) => jour(plusJours(a, 1))],
  [/(?:il y a|il y'a|y a|y'a|ya)\s+(\d{1,2}|[a-z]+)\s+(jours?|semaines?|mois|ans?)\b/y, ilYA],
  [/(?:les|ces)\s+(\d{1,2}|[a-z]+)\s+derniere?s?\s+(jours|semaines|mois)\b/y, derniersDe],
  [/(?:l'avant[- ]derniere semaine)\b/y, (_, a) => fixe(semaine(a, -2))],
  [new RegExp(`(?:la\\s+)?${SEMAINE}\\s+(?:${PASSE}|d'avant|der\\b)`, 'y'), (_, a) => fixe(semaine(a, -1))],
  [/(?:la\s+)?(?:semaine|sem\.?)\s+(?:prochaine|suivante|qui vient|d'apres)/y, (_, a) => fixe(semaine(a, 1))],
  [/(?:cette\s+(?:semaine|sem\b)(?:-ci)?|(?:la\s+)?semaine en cours|la semaine$)/y, (_, a) => fixe(semaine(a, 0))],
  [
    new RegExp(
      `(?:en\\s+)?(?:la\\s+)?${SEMAINE}\\s*(?:n[°o]?\\s*|numero\\s+)?(\\d{1,2})(?!\\d|\\s*(?:h(?:\\b|\\d|eu|r)|/))${AN}`,
      'y',
    ),
    (g) => rang('semaine', g[1] ?? '', g[2]),
  ],
  [
    new RegExp(
      `(?:en\\s+)?(?:la\\s+)?${SEMAINE}\\s+(${EN_LETTRES})(?![a-z-]|\\s*(?:h\\b|heure|jour|fois|personne))`,
      'y',
    ),
    (g) => rang('semaine', String(lireNombre(g[1] ?? '') ?? ''), undefined),
  ],
  [new RegExp(`s\\.?\\s?(\\d{1,2})(?!\\d|\\s*(?:h\\b|/\\d))${AN}`, 'y'), sNumero],
  [new RegExp(`(?:le |ce )?week[- ]?end (?:${PASSE}|d'avant)`, 'y'), (_, a) => fixe(weekEnd(a, -1))],
  [/ce week[- ]?end\b/y, (_, a) => fixe(weekEnd(a, 0))],
  [new RegExp(`(?:le\\s+|au\\s+)?mois\\s+(?:${PASSE}|d'avant)`, 'y'), (_, a) => fixe(mois(a, -1))],
  [/(?:le\s+)?mois\s+prochain/y, (_, a) => fixe(mois(a, 1))],
  [/(?:ce\s+mois(?:[- ]ci)?|(?:le\s+)?mois en cours|sur le mois$)/y, (_, a) => fixe(mois(a, 0))],
  [new RegExp(`(?:le\\s+)?trimestre\\s+(?:${PASSE})`, 'y'), (_, a) => trimestreDecale(a, -1)],
  [
    new RegExp(
      `(?:le\\s+)?(\\d{1,2}|premier)(?:\\s?er)?\\s+(?:du|de ce)\\s+mois(?:\\s+(${PASSE}|d'avant)|-ci|\\s+en cours)?(?![a-z])`,
      'y',
    ),
    (g, a) => jourDuMois(lirePetitNombre(g[1] ?? ''), mois(a, g[2] ? -1 : 0)),
  ],
  [
    /(?:(?:au|le)\s+)?dernier\s+(trimestre|semestre)\s+(?:de\s+)?(20\d{2})(?!\d)/y,
    (g) => (g[1] === 'trimestre' ? rang('trimestre', '4', g[2]) : rang('semestre', '2', g[2])),
  ],
  [/(?:ce trimestre|(?:le\s+)?trimestre en cours)/y, (_, a) => trimestreDecale(a, 0)],
  [
    new RegExp(`(?:au\\s+|le\\s+)?${RANG}\\s+trim(?:estre|\\.|\\b)${AN}`, 'y'),
    (g) => rang('trimestre', g[1] ?? '', g[2]),
  ],
  [new RegExp(`(?:au\\s+|le\\s+)?${RANG}\\s+semestre${AN}`, 'y'), (g) => rang('semestre', g[1] ?? '', g[2])],
  [
    new RegExp(`(?:au\\s+|le\\s+)?(?:t\\s?|trimestre\\s+|trim\\.?\\s+)([1-4])\\b${AN}`, 'y'),
    (g) => rang('trimestre', g[1] ?? '', g[2]),
  ],
  [new RegExp(`(?:au\\s+|le\\s+)?([1-4])\\s?t(?:rim)?\\b${AN}`, 'y'), (g) => rang('trimestre', g[1] ?? '', g[2])],
  [new RegExp(`semestre\\s+([12])\\b${AN}`, 'y'), (g) => rang('semestre', g[1] ?? '', g[2])],
  [new RegExp(`(?:l'an|l'annee)\\s+${PASSE}`, 'y'), (_, a) => fixe(anneeDecalee(a, -1))],
  [/(?:cette annee|l'annee en cours)/y, (_, a) => fixe(anneeDecalee(a, 0))],
  [
    /(?:en|sur|toute|l'annee|toute l'annee|annee)\s+(20\d{2})(?!\d|\s*h(?:\b|\d|eu|r))/y,
    (g) => fixe({ du: `${g[1]}-01-01`, au: `${g[1]}-12-31` }),
  ],
  [
    /(?:l'|le\s+)?(avant[- ]dernier|dernier)\s+([a-z]+di|dimanche)\b(?!\s+(?:de|du|d'))/y,
    (g, a) => {
      const nom = lireJourSemaine(g[2] ?? '');
      const dernier = nom === null ? null : jourVoisin(nom, a, -1);
      return dernier === null ? null : jour(g[1] === 'dernier' ? dernier : plusJours(dernier, -7));
    },
  ],
  [
    /(?:un (?:jour|matin) (?:de|en|du)\s+(?:(?:la\s+)?semaine\s+[a-z]+|mois\s+[a-z]+|cette semaine|[a-z]+)|(?:la |l'avant[- ])veille|l'autre jour|l'autre fois|recemment|dernierement|ces jours-ci|ces derniers jours|ces dernieres semaines|ces derniers temps|il y a quelques (?:jours|semaines|mois)|un de ces jours|il y a (?:longtemps|peu)|la derniere fois|le week[- ]?end\b|en (?:debut|fin|milieu) de (?:semaine|mois)|(?:debut|fin) de (?:semaine|mois))/y,
    () => vague,
  ],
  [
    /(?:le\s+)?([a-z]{5,9})\s+(?:de\s+)?((?:la\s+)?semaine\s+(?:derniere|passee|precedente|d'avant)|cette semaine|(?:la\s+)?(?:semaine|sem\.?)\s*\d{1,2}\b)/y,
    nommeDeSemaine,
  ],
  [
    new RegExp(
      `(?:le\\s+|ce\\s+)?([a-z]{3,9})\\b\\.?(?:\\s+(dernier|passe|precedent|prochain|qui vient|en huit|d'avant|avant-dernier))?${MOMENT}`,
      'y',
    ),
    nommeSeul,
  ],
];

/** Expressions relatives au jour présent, semaines, trimestres et années, à une place du texte plié. */
export const lireRelatif = (plie: string, place: number, aujourdhui: Jour): PointLu | null => {
  let meilleur: PointLu | null = null;
  for (const [forme, lire] of REGLES) {
    const groupes = essayer(forme, plie, place);
    if (!groupes || (meilleur && place + groupes[0].length <= meilleur.fin)) continue;
    const point = lire(groupes, aujourdhui);
    if (point) meilleur = { point, fin: place + groupes[0].length };
  }
  return meilleur;
};
