import { type Agregat, Agregateur } from '../../domain/indicateurs/agreger.ts';
import { type Selection, selectionner } from '../../domain/indicateurs/selection.ts';
import { Ventilateur } from '../../domain/indicateurs/ventilateur.ts';
import { type Case, type Grouper, ventiler } from '../../domain/indicateurs/ventiler.ts';
import type { Vue } from './vue.ts';

/** Questions dont les cumuls restent en mémoire : un mégaoctet chacune, huit au plus pour une répartition. */
const AGREGATS_GARDES = 16;
const REPARTITIONS_GARDEES = 6;

/** Un cumul, et jusqu'où il a lu. */
interface Garde<T> {
  readonly cumul: T;
  lu: number;
}

/** Ce qui a été compté, et quelles opérations y ont des lignes. */
export interface Compte {
  readonly agregat: Agregat;
  readonly aVu: (numero: number) => boolean;
}

/**
 * Réponses tenues à jour : une question déjà posée ne compte que les lignes venues depuis.
 * Une ligne corrigée, une opération changée, et tout se recompte.
 */
export class Cumuls {
  #vue: Vue | null = null;
  #refontes = 0;
  readonly #agregats = new Map<string, Garde<Agregateur>>();
  readonly #repartitions = new Map<string, Garde<Ventilateur>>();
  /** Répartitions entre trop de groupes pour se tenir à jour : gardées telles quelles, tant que rien n'est ajouté. */
  readonly #tableaux = new Map<string, { readonly cases: Case[]; readonly lu: number }>();

  /** À appeler d'abord à chaque question. */
  regarder(vue: Vue): void {
    const meme = this.#vue?.table === vue.table && this.#vue.operations === vue.operations;
    if (!meme || this.#refontes !== vue.table.refontes) {
      this.#agregats.clear();
      this.#repartitions.clear();
      this.#tableaux.clear();
    }
    this.#vue = vue;
    this.#refontes = vue.table.refontes;
  }

  compter({ table, parNumero }: Vue, selection: Selection, cle: string): Compte {
    const garde = reprendre(this.#agregats, cle, AGREGATS_GARDES, () => new Agregateur(table, parNumero));
    garde.cumul.ajouter(selectionner(table, parNumero, selection, garde.lu));
    garde.lu = table.colonnes.taille;
    return { agregat: garde.cumul.agregat(), aVu: (numero) => garde.cumul.aVu(numero) };
  }

  repartir(vue: Vue, selection: Selection, cle: string, selon: () => Grouper): Case[] {
    const { table, parNumero } = vue;
    const tableau = this.#tableaux.get(cle);
    if (tableau?.lu === table.colonnes.taille) return tableau.cases;
    const connu = this.#repartitions.get(cle);
    const groupes = connu === undefined || connu.cumul.deborde ? selon() : null;
    if (groupes !== null && !Ventilateur.convient(table, groupes)) {
      const cases = ventiler(table, selectionner(table, parNumero, selection), groupes);
      garder(this.#tableaux, cle, { cases, lu: table.colonnes.taille }, REPARTITIONS_GARDEES);
      return cases;
    }
    const creer = () => new Ventilateur(table, groupes ?? selon());
    const garde = reprendre(this.#repartitions, cle, REPARTITIONS_GARDEES, creer);
    garde.cumul.ajouter(selectionner(table, parNumero, selection, garde.lu));
    garde.lu = table.colonnes.taille;
    if (!garde.cumul.deborde) return garde.cumul.cases();
    this.#repartitions.delete(cle);
    return this.repartir(vue, selection, cle, selon);
  }
}

/** Le cumul d'une clé, neuf s'il manque ou déborde ; le moins récent laisse sa place. */
const reprendre = <T extends { readonly deborde: boolean }>(
  gardes: Map<string, Garde<T>>,
  cle: string,
  maximum: number,
  creer: () => T,
): Garde<T> => {
  const connu = gardes.get(cle);
  const repris = connu === undefined || connu.cumul.deborde ? { cumul: creer(), lu: 0 } : connu;
  garder(gardes, cle, repris, maximum);
  return repris;
};

/** Garde une valeur, la plus récente en dernier. */
const garder = <T>(gardes: Map<string, T>, cle: string, valeur: T, maximum: number): void => {
  gardes.delete(cle);
  gardes.set(cle, valeur);
  const [ancienne] = gardes.keys();
  if (gardes.size > maximum && ancienne !== undefined) gardes.delete(ancienne);
};
