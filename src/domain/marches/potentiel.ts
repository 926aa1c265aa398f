import type { Jour } from '../dates.ts';
import type { FiltreMarches } from '../marches.ts';
import { DRAPEAU } from './colonnes.ts';
import type { IndexAvis } from './index-avis.ts';
import { chercherPlaces } from './recherche.ts';

/** Ce qui s'achète dans une famille, et ce qui en est réservé ou clausé. */
export interface Segment {
  /** Identifiant de la famille d'achat. */
  readonly secteur: string;
  readonly achats: number;
  readonly reserves: number;
  readonly clauses: number;
  /** Somme des montants publiés, en euros. */
  readonly montant: number;
  /** De 0 à 1, selon `knowledge/secteurs.yaml` ; null si elle n'est pas connue. */
  readonly partMainOeuvre: number | null;
}

/** Un segment, et ce qu'on peut en attendre. */
export interface SegmentJuge extends Segment {
  /** Structures qui savent faire ; null si aucune liste n'est importée. */
  readonly structures: number | null;
  /** Acheté souvent, rarement réservé, et des structures pour répondre. */
  readonly fort: boolean;
}

/** En dessous, quelques avis ne disent rien d'une famille. */
const ACHATS_POUR_JUGER = 5;
const PART_RESERVEE_FAIBLE = 0.1;
const MAIN_OEUVRE_MOYENNE = 0.35;

/** Familles d'achat du filtre, celles qui s'achètent le plus d'abord. */
export const listerSegments = (index: IndexAvis, filtre: FiltreMarches, aujourdhui: Jour): Segment[] => {
  const { colonnes, secteurs } = index;
  const places = chercherPlaces(index, { ...filtre, etat: 'tous', reserves: false, audience: null }, aujourdhui);
  const cumuls = secteurs.map(() => ({ achats: 0, reserves: 0, clauses: 0, montant: 0 }));
  for (const place of places) {
    const drapeaux = colonnes.drapeaux[place] ?? 0;
    const montant = colonnes.montant[place] ?? Number.NaN;
    cumuls.forEach((cumul, rang) => {
      if (((colonnes.secteurs[rang >> 5]?.[place] ?? 0) & (1 << (rang & 31))) === 0) return;
      cumul.achats += 1;
      cumul.reserves += (drapeaux & DRAPEAU.reserve) === 0 ? 0 : 1;
      cumul.clauses += (drapeaux & DRAPEAU.clause) === 0 ? 0 : 1;
      cumul.montant += Number.isNaN(montant) ? 0 : montant;
    });
  }
  return secteurs
    .flatMap(({ id, partMainOeuvre }, rang) => {
      const cumul = cumuls[rang];
      if (cumul === undefined || cumul.achats === 0) return [];
      return [{ secteur: id, ...cumul, partMainOeuvre }];
    })
    .sort((a, b) => b.achats - a.achats);
};

/**
 * Où il reste à gagner. Sans liste de structures, la part de main-d'œuvre en tient lieu : elle dit que des structures
 * d'insertion savent le faire d'ordinaire, pas qu'il y en a ici.
 */
export const jugerSegments = (
  segments: readonly Segment[],
  structures: ReadonlyMap<string, number> | null,
): SegmentJuge[] =>
  segments.map((segment) => {
    const { secteur, achats, reserves, partMainOeuvre } = segment;
    const nombre = structures === null ? null : (structures.get(secteur) ?? 0);
    const souvent = achats >= ACHATS_POUR_JUGER && reserves < achats * PART_RESERVEE_FAIBLE;
    const faisable = nombre === null ? (partMainOeuvre ?? 0) >= MAIN_OEUVRE_MOYENNE : nombre > 0;
    return { ...segment, structures: nombre, fort: souvent && faisable };
  });
