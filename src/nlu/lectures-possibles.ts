import type { Jour, Periode } from '../domain/dates.ts';
import { aligner, composer } from './dates/aligner.ts';
import { chercherPeriodes, type LecturePeriode } from './dates.ts';

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
  const nombres = [...plie.matchAll(NOMBRES)].map(([, nombre = '']) => Number(nombre.replace(',', '.')));
  const retenus = mal.length > 0 ? mal : nombres;
  return [...new Set(retenus.filter((nombre) => nombre > 0).map((nombre) => Math.round(nombre * 100) / 100))];
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

/** « le 31 novembre », « 30/02 » : le dernier jour du mois dit, ou le premier du suivant. */
const veilles = (dit: string, aujourdhui: Jour): Periode[] => {
  const sansJour = dit.replace(/\d{1,2}(?=\s*(?:er)?[\s./-]+\S)/, '').replace(/^\D*[\s./-]+/, '');
  const numero = /^(\d{1,2})(?!\d)/.exec(sansJour)?.[1];
  const texte = numero === undefined ? `en ${sansJour}` : null;
  if (texte !== null) {
    const lu = chercherPeriodes(aligner(composer(texte)), aujourdhui)[0];
    return lu?.type === 'periode' ? [{ du: lu.periode.au, au: lu.periode.au }] : [];
  }
  const mois = Number(numero);
  if (mois < 1 || mois > 12) return [];
  const an = Number(/(\d{4})/.exec(dit)?.[1] ?? aujourdhui.slice(0, 4));
  const dernier =
    mois === 2
      ? an % 4 === 0 && (an % 100 !== 0 || an % 400 === 0)
        ? 29
        : 28
      : [4, 6, 9, 11].includes(mois)
        ? 30
        : 31;
  const jour = `${an}-${String(mois).padStart(2, '0')}-${String(dernier).padStart(2, '0')}`;
  return [{ du: jour, au: jour }];
};
