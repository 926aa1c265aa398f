import { decalerJour, type Jour, moisDe, type Periode } from '../domain/dates.ts';
import { aligner, composer, masquer } from './dates/aligner.ts';
import { chercherPeriodes, type LecturePeriode } from './dates.ts';
import { chercherDurees } from './heures/durees.ts';

/** Minutes d'une heure mal écrite : « 7h75 » peut être 7,75 h ou 8 h 15. */
const HEURES_MINUTES = /(\d{1,3})\s*h\s*(\d{2})(?!\d)/g;
const NOMBRES = /(\d{1,4}(?:[.,]\d{1,2})?)\s*(?:h\b|heures?\b|ou\b|a\b|-|\/|et\b)/g;

/** Nombres d'heures qu'un texte douteux permet de lire. */
export const lireHeuresPossibles = (texte: string): number[] => {
  const plie = aligner(composer(texte));
  const mal = [...plie.matchAll(HEURES_MINUTES)].flatMap(([, heures = '', minutes = '']) => {
    const entieres = Number(heures);
    return Number(minutes) < 60 ? [] : [entieres + Number(minutes) / 100, entieres + Number(minutes) / 60];
  });
  const parJour = enumerees(plie);
  if (parJour.length > 0) return parJour;
  const nombres = [...plie.matchAll(NOMBRES)].map(([, nombre = '']) => Number(nombre.replace(',', '.')));
  const retenus = mal.length > 0 ? mal : nombres;
  return [...new Set(retenus.filter((nombre) => nombre > 0).map((nombre) => Math.round(nombre * 100) / 100))];
};

const JOURS_NOMMES = /[a-z]+di\b|hier\b/g;
const QUANTIEMES = /\b\d{1,2}(?:er)?\b/g;

/** « 7 h lundi et mardi » : en tout, ou chaque jour. */
const enumerees = (plie: string): number[] => {
  const [periode, ...autres] = chercherPeriodes(plie, '2000-01-01');
  const dit = periode ? plie.slice(periode.debut, periode.fin) : '';
  const jours = (dit.match(JOURS_NOMMES) ?? dit.match(QUANTIEMES) ?? []).length;
  const { durees } = chercherDurees(periode ? masquer(plie, periode) : plie);
  const [seule] = durees;
  if (autres.length > 0 || durees.length !== 1 || jours < 2 || !/\bet\b/.test(dit) || !seule?.valeur.heures) return [];
  return seule.valeur.par === null ? [seule.valeur.heures, seule.valeur.heures * jours] : [];
};

/** Périodes qu'un texte douteux permet de lire, la plus probable d'abord. */
export const lirePeriodesPossibles = (texte: string, aujourdhui: Jour): Periode[] => {
  const plie = aligner(composer(texte));
  return chercherPeriodes(plie, aujourdhui).flatMap((lue) =>
    possiblesDe(lue, plie.slice(lue.debut, lue.fin), aujourdhui),
  );
};

const possiblesDe = (lue: LecturePeriode, dit: string, aujourdhui: Jour): readonly Periode[] => {
  if (lue.type === 'ambigue') {
    const { preferee, possibles } = lue;
    return preferee === null ? possibles : [preferee, ...possibles];
  }
  if (lue.type === 'inversee' || lue.type === 'periode') return [lue.periode];
  return veilles(dit, aujourdhui);
};

const MOIS = ['janv', 'fev', 'mars', 'avr', 'mai', 'juin', 'juil', 'aout', 'sept', 'oct', 'nov', 'dec'];
const QUANTIEME = /(\d{1,2})(?:er)?[\s./-]+(?:(\d{1,2})(?!\d)|([a-z]{3,9}))(?:[\s./-]+(\d{4}))?/;

/** « le 31 novembre », « 30/02 » : le dernier jour du mois dit, ou le même jour du mois d'avant. */
const veilles = (dit: string, aujourdhui: Jour): Periode[] => {
  const [, jour, numero, nom = '', an] = QUANTIEME.exec(dit) ?? [];
  const mois = numero === undefined ? MOIS.findIndex((debut) => nom.startsWith(debut)) + 1 : Number(numero);
  if (mois < 1 || mois > 12) return [];
  const premier = `${an ?? aujourdhui.slice(0, 4)}-${String(mois).padStart(2, '0')}-01`;
  const avant = moisDe(decalerJour(premier, { days: -1 }));
  const memeJour = `${avant.du.slice(0, 8)}${jour ?? ''}`;
  const jours = [moisDe(premier).au, ...(memeJour <= avant.au && jour?.length === 2 ? [memeJour] : [])];
  return jours.map((un) => ({ du: un, au: un }));
};
