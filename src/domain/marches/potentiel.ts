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
  /** Beaucoup d'achats, peu de réservations, une part de main-d'œuvre au moins moyenne. */
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
      const rares = cumul.reserves < cumul.achats * PART_RESERVEE_FAIBLE;
      const fort =
        cumul.achats >= ACHATS_POUR_JUGER && rares && partMainOeuvre !== null && partMainOeuvre >= MAIN_OEUVRE_MOYENNE;
      return [{ secteur: id, ...cumul, partMainOeuvre, fort }];
    })
    .sort((a, b) => b.achats - a.achats);
};
