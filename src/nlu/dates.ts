import type { Jour, Periode } from '../domain/dates.ts';
import { aligner, composer, departs } from './dates/aligner.ts';
import { lireIci } from './dates/plages.ts';
import type { Resolution } from './dates/point.ts';

/** Une période lue dans un texte ; `debut` et `fin` en sont les places, fin exclue. */
export type LecturePeriode =
  /** `large` : la période à retenir si les heures dépassent une journée (« 35 h il y a deux semaines »). */
  (
    | { readonly type: 'periode'; readonly periode: Periode; readonly large?: Periode }
    /** Plusieurs lectures, ou une convention à confirmer ; `preferee` est la plus probable, null si aucune ne l'est. */
    | { readonly type: 'ambigue'; readonly possibles: readonly Periode[]; readonly preferee: Periode | null }
    /** Une date qui n'existe pas : « le 30/02 ». */
    | { readonly type: 'invalide' }
    /** La fin précède le début ; `periode` est remise dans l'ordre. */
    | { readonly type: 'inversee'; readonly periode: Periode }
  ) & { readonly debut: number; readonly fin: number };

const placer = (resolution: Resolution, debut: number, fin: number): LecturePeriode => ({ ...resolution, debut, fin });

/** Toutes les périodes d'un texte déjà aligné (voir `aligner`), dans l'ordre, sans recouvrement. */
export const chercherPeriodes = (plie: string, aujourdhui: Jour): LecturePeriode[] => {
  const lues: LecturePeriode[] = [];
  let libre = 0;
  for (const place of departs(plie)) {
    if (place < libre) continue;
    const lue = lireIci(plie, place, aujourdhui);
    if (!lue) continue;
    lues.push(placer(lue.resolution, place, lue.fin));
    libre = lue.fin;
  }
  return lues;
};

/**
 * La première période d'un texte, par rapport à `aujourdhui`, le passé préféré ; null s'il n'en dit aucune.
 * Une réponse nue (« 12 ») n'est pas une date : voir `lireQuantiemeRepondu`.
 */
export const lirePeriode = (texte: string, aujourdhui: Jour): LecturePeriode | null =>
  chercherPeriodes(aligner(composer(texte)), aujourdhui)[0] ?? null;

/** Réponse nue à « quel jour ? » : « 12 » se lit « le 12 ». */
export const lireQuantiemeRepondu = (texte: string, aujourdhui: Jour): LecturePeriode | null =>
  lirePeriode(texte, aujourdhui) ??
  (/^\s*\d{1,2}\s*$/.test(texte) ? lirePeriode(`le ${texte.trim()}`, aujourdhui) : null);
