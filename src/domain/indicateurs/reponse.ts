import type { LigneHeures } from '../heures.ts';
import type { Diversification } from './diversification.ts';
import type { EcartPublie } from './publies.ts';
import type { CasePublique, IndicateursPublics } from './secret.ts';

/** Chiffres d'une question, déjà réduits à ce que la personne a le droit de voir. */
export interface ReponseChiffres {
  readonly chiffres: IndicateursPublics;
  /** Les mêmes sans le public, le sexe ni la modalité demandés : de quoi dire une part. */
  readonly base: IndicateursPublics;
  /** Mêmes questions, période d'avant ; null si rien n'est à comparer. */
  readonly avant: IndicateursPublics | null;
  readonly cases: readonly CasePublique[] | null;
  readonly diversification: Diversification | null;
  readonly ecarts: readonly EcartPublie[];
  /** Vrai si le secret statistique a été appliqué. */
  readonly masque: boolean;
  /** Vrai si la personne peut ouvrir les lignes. */
  readonly lignesVisibles: boolean;
}

/** Quelques lignes derrière un chiffre. */
export interface LignesDuChiffre {
  readonly premieres: readonly (LigneHeures & { readonly id: string; readonly intitule: string })[];
  readonly total: number;
  readonly heures: number;
  /** Lignes du chiffre qui sont hors du périmètre de la personne. */
  readonly ailleurs: number;
}
