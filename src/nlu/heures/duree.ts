import type { Marque } from '../dates/aligner.ts';

/** Des heures lues ; `par` reste quand il faut la période pour multiplier (« 7 h par jour du 2 au 6 »). */
export interface Duree {
  readonly heures: number | null;
  readonly par: 'jour' | 'semaine' | 'mois' | null;
  readonly doute: boolean;
  /** Horaire d'une journée (« 9h-12h et 14h-18h ») : répété chaque jour de la période. */
  readonly horaire: boolean;
}

/** Une durée sans rythme ni horaire. */
export const simple = (heures: number | null, doute: boolean): Duree => ({ heures, par: null, doute, horaire: false });
export const marquer = (debut: number, fin: number, valeur: Duree): Marque<Duree> => ({ debut, fin, valeur });
