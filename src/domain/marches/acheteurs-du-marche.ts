import type { Jour } from '../dates.ts';
import type { FiltreMarches } from '../marches.ts';
import { motsDAcheteur } from './acheteur.ts';
import type { IndexAvis } from './index-avis.ts';
import { chercherPlaces } from './recherche.ts';
import { estOuvert } from './suivi.ts';

/** Ce qu'un acheteur a publié et qui répond à une recherche. */
export interface AchatsDe {
  readonly acheteur: string;
  /** Avis et contrats trouvés. */
  readonly total: number;
  readonly ouverts: number;
  readonly dernier: Jour | null;
  /** Somme des montants publiés, en euros ; null si aucun ne l'est. */
  readonly montant: number | null;
}

const cumuler = (avant: AchatsDe | undefined, lu: Omit<AchatsDe, 'total'>): AchatsDe => ({
  acheteur: avant?.acheteur ?? lu.acheteur,
  total: (avant?.total ?? 0) + 1,
  ouverts: (avant?.ouverts ?? 0) + lu.ouverts,
  dernier:
    [avant?.dernier ?? null, lu.dernier]
      .filter((jour) => jour !== null)
      .sort()
      .at(-1) ?? null,
  montant: lu.montant === null && (avant?.montant ?? null) === null ? null : (avant?.montant ?? 0) + (lu.montant ?? 0),
});

/** Acheteurs dont des avis, ouverts ou non, répondent au filtre : le plus actif d'abord. */
export const listerAcheteurs = (index: IndexAvis, filtre: FiltreMarches, aujourdhui: Jour): AchatsDe[] => {
  const parNom = new Map<string, AchatsDe>();
  for (const place of chercherPlaces(index, { ...filtre, etat: 'tous' }, aujourdhui)) {
    const suivi = index.suivi(place);
    const acheteur = suivi?.avis.acheteur;
    if (suivi === undefined || acheteur === null || acheteur === undefined) continue;
    const cle = motsDAcheteur(acheteur).join(' ');
    const ouverts = estOuvert(suivi, aujourdhui) ? 1 : 0;
    const { publieLe: dernier, montant } = suivi.avis;
    parNom.set(cle, cumuler(parNom.get(cle), { acheteur, ouverts, dernier, montant }));
  }
  return [...parNom.values()].sort(
    (a, b) => b.ouverts - a.ouverts || b.total - a.total || (b.dernier ?? '').localeCompare(a.dernier ?? ''),
  );
};
