import type { Bilan, Store } from '../../src/store/port.ts';

/** Ce qu'une importation reçoit. */
export interface Demande {
  readonly fichier: string;
  readonly store: Store;
  /** Code INSEE de la région servie. */
  readonly region: string;
  /** Une seule ligne refusée, et rien n'est enregistré. */
  readonly strict: boolean;
  /** Dire ce qui changerait, sans rien écrire. */
  readonly apercu?: boolean;
  /** Octets lus, pour la barre de progression. */
  readonly avancer: (octets: number) => void;
  /** Titres d'un autre outil → nos colonnes, confirmés par la personne. */
  readonly colonnes?: ReadonlyMap<string, string>;
  /** Ce que la commande dit d'une liste de structures. */
  readonly precisions?: Precisions;
}

export interface Precisions {
  /** Type de toutes les structures du fichier. */
  readonly type: string | null;
  readonly source: string | null;
  /** Jour de la liste, AAAA-MM-JJ. */
  readonly date: string | null;
  /** Vrai : la liste est complète, ce qui n'y est plus est retiré. */
  readonly remplace: boolean;
}

/** Ce qu'elle en dit ; `bilan` est null quand rien n'a été écrit. */
export interface Rapport {
  readonly bilan: Bilan | null;
  readonly refus: readonly string[];
  readonly strict: boolean;
  /** Ce qui change, ligne à ligne, quand l'importation sait le dire. */
  readonly apercu?: readonly string[];
}

export type Importation = (demande: Demande) => Promise<Rapport>;

/** Écrit, sauf si l'on est strict et qu'une ligne est refusée. */
export const conclure = async (
  { strict }: Demande,
  refus: readonly string[],
  ecrire: () => Promise<Bilan>,
): Promise<Rapport> => ({ bilan: strict && refus.length > 0 ? null : await ecrire(), refus, strict });
