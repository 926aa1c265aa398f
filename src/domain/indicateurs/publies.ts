import type { Indicateurs } from '../indicateurs.ts';

/** Un chiffre imprimé qui ne se retrouve pas à partir des autres. */
export interface EcartPublie {
  readonly indicateur: 'fte-1607' | 'jeunes' | 'deld';
  /** Tel qu'imprimé (équivalents temps plein, ou part de 0 à 1). */
  readonly imprime: number;
  readonly calcule: number;
}

/** Heures de la consolidation régionale de 2016, présentée à l'assemblée de l'ORCP le 26 janvier 2017. */
const HEURES_2016 = 1_302_553;

/** Imprimés dans la consolidation 2016, à côté d'heures qui donnent autre chose. */
const IMPRIMES = { 'fte-1607': 810, jeunes: 0.366, deld: 0.474 } as const;

const arrondir = (nombre: number, pas: number): number => Math.round(nombre / pas) * pas;

/** Écarts à signaler ; aucun si le dépôt ne contient pas exactement les heures consolidées de 2016. */
export const ecartsPublies = ({ hours, fte, publics }: Indicateurs): EcartPublie[] => {
  if (hours !== HEURES_2016) return [];
  const lus: readonly EcartPublie[] = [
    { indicateur: 'fte-1607', imprime: IMPRIMES['fte-1607'], calcule: Math.round(fte.h1607) },
    { indicateur: 'jeunes', imprime: IMPRIMES.jeunes, calcule: arrondir(publics.JEUNE.share, 0.001) },
    { indicateur: 'deld', imprime: IMPRIMES.deld, calcule: arrondir(publics.DELD.share, 0.001) },
  ];
  return lus.filter(({ imprime, calcule }) => Math.abs(imprime - calcule) > 1e-6);
};
