import type { Periode } from '../../domain/dates.ts';

/** Une expression de temps, avant qu'on sache de quelle année ou de quel mois elle parle. */
export type Point =
  /** `large` : ce que l'expression veut dire si les heures débordent d'un jour (« il y a deux semaines »). */
  | { readonly genre: 'fixe'; readonly periode: Periode; readonly large?: Periode }
  | { readonly genre: 'ambigu'; readonly possibles: readonly Periode[]; readonly preferee: Periode | null }
  | { readonly genre: 'impossible' }
  | {
      readonly genre: 'quantieme';
      readonly jour: number;
      readonly mois: number | null;
      readonly an: number | null;
      /** Jour de la semaine annoncé (« mardi 17 »), pour vérifier. */
      readonly semaine: number | null;
    }
  | { readonly genre: 'nomme'; readonly semaine: number }
  | { readonly genre: 'mois'; readonly mois: number; readonly an: number | null; readonly part: PartMois | null }
  | {
      readonly genre: 'rang';
      readonly unite: 'semaine' | 'trimestre' | 'semestre';
      readonly rang: number;
      readonly an: number | null;
    };

/** Morceau d'un mois ; la semaine est un rang, -1 pour la dernière. */
export type PartMois =
  | { readonly type: 'debut' | 'milieu' | 'fin' | 'quinzaine1' | 'quinzaine2' }
  | { readonly type: 'semaine'; readonly rang: number };

/** Un point et la place où il finit. */
export interface PointLu {
  readonly point: Point;
  readonly fin: number;
}

/** Ce qu'un point veut dire un jour donné. */
export type Resolution =
  | { readonly type: 'periode'; readonly periode: Periode; readonly large?: Periode }
  | { readonly type: 'ambigue'; readonly possibles: readonly Periode[]; readonly preferee: Periode | null }
  | { readonly type: 'invalide' }
  | { readonly type: 'inversee'; readonly periode: Periode };

/** Une période comprise et la place où elle finit. */
export interface PlageLue {
  readonly resolution: Resolution;
  readonly fin: number;
}
