import type { ServiceTerritoire } from '../../dialogs/services.ts';
import { couvre, rattacher } from '../domain/rattachement.ts';
import type { LigneActive } from '../domain/registre.ts';
import { cumulerBesoins } from '../domain/territoire/besoins.ts';
import { type CouvertureEpci, couvrirRegion } from '../domain/territoire/couverture.ts';
import { peutTenirAnnuaire } from '../domain/territoire/droits.ts';
import { dresserEtatDesLieux } from '../domain/territoire/etat-des-lieux.ts';
import { communeExemple } from '../domain/territoire/exemples.ts';
import type { Facilitateur } from '../domain/territoire.ts';
import { lieuDeLaCle, type Territoire } from '../domain/territoire-index.ts';
import { lireGenreBesoin } from '../nlu/besoin.ts';
import { lireDemandeTerritoire } from '../nlu/intentions-territoire.ts';
import { choisirLieu } from '../nlu/lieux/choisir.ts';
import type { IndexLieux } from '../nlu/lieux/index-lieux.ts';
import { lireLieu } from '../nlu/lieux/lire.ts';
import type { Store } from '../store/port.ts';
import { dresserTableau } from './tableau.ts';

export interface SourcesTerritoire {
  readonly territoire: Territoire;
  readonly index: IndexLieux;
  /** Annuaire livré avec le produit. */
  readonly annuaire: readonly Facilitateur[];
  readonly store: Pick<Store, 'facilitateurs' | 'besoins' | 'annuaire' | 'operations'>;
  /** Lignes d'heures qui comptent. */
  readonly lignes: () => Promise<ReadonlyMap<string, LigneActive>>;
  /** « Hauts-de-France ». */
  readonly region: string;
}

/** L'annuaire en vigueur : l'importé dès qu'il y en a un, sinon celui qui est livré. */
export const lireAnnuaire = async ({
  store,
  annuaire,
}: Pick<SourcesTerritoire, 'store' | 'annuaire'>): Promise<readonly Facilitateur[]> => {
  const importes = await store.facilitateurs.all();
  return importes.length > 0 ? importes.filter(({ retire }) => !retire) : annuaire;
};

/** Recalcule la couverture seulement quand l'annuaire a changé : trois mille communes à chaque question, c'est trop. */
const createCouvertures = (territoire: Territoire) => {
  let garde: { readonly annuaire: readonly Facilitateur[]; readonly couvertures: readonly CouvertureEpci[] } | null =
    null;
  return (annuaire: readonly Facilitateur[]): readonly CouvertureEpci[] => {
    const meme =
      garde !== null &&
      garde.annuaire.length === annuaire.length &&
      garde.annuaire.every((structure, rang) => structure === annuaire[rang]);
    if (garde === null || !meme) garde = { annuaire, couvertures: couvrirRegion(annuaire, territoire) };
    return garde.couvertures;
  };
};

const nommerExemples = ({ annuaire, territoire }: SourcesTerritoire): ServiceTerritoire['exemples'] => {
  const commune = communeExemple(annuaire, territoire);
  const departement = commune === null ? null : territoire.departement(commune.departement);
  return { commune: commune?.nom ?? 'votre commune', departement: departement?.nom ?? 'votre département' };
};

/** Lieux, communes, facilitateurs, couverture et besoins. */
export const createServiceTerritoire = (sources: SourcesTerritoire): ServiceTerritoire => {
  const { territoire, index, store } = sources;
  const couvrir = createCouvertures(territoire);
  return {
    region: sources.region,
    exemples: nommerExemples(sources),
    lireLieu: (texte) => lireLieu(texte, index),
    choisirLieu: (texte, cles) =>
      choisirLieu(
        texte,
        cles.flatMap((cle) => lieuDeLaCle(cle, territoire) ?? []),
        index,
      ),
    lireDemande: (texte) => lireDemandeTerritoire(texte, lireLieu(texte, index)),
    lireGenreBesoin,
    commune: (code) => territoire.commune(code) ?? null,
    epci: (code) => territoire.epci(code) ?? null,
    epciDe: ({ epci }) => (epci === null ? null : (territoire.epci(epci) ?? null)),
    departement: (code) => territoire.departement(code) ?? null,
    async rattacher(lieu) {
      return rattacher(lieu, await lireAnnuaire(sources), territoire);
    },
    async couvertures() {
      return couvrir(await lireAnnuaire(sources));
    },
    async etatDesLieux(departement) {
      const annuaire = await lireAnnuaire(sources);
      const couvertures = couvrir(annuaire);
      if (departement === null) return dresserEtatDesLieux(annuaire, couvertures);
      const siennes = couvertures.filter(({ departements }) => departements.includes(departement));
      const communes = territoire.communesDuDepartement(departement);
      const presentes = annuaire.filter(
        (structure) =>
          structure.coordonne.includes(departement) || communes.some((commune) => couvre(structure, commune)),
      );
      return dresserEtatDesLieux(presentes, siennes);
    },
    async tableau() {
      const annuaire = await lireAnnuaire(sources);
      return dresserTableau(sources, annuaire, couvrir(annuaire));
    },
    async besoins(compte) {
      return peutTenirAnnuaire(compte) ? cumulerBesoins(await store.besoins.all()) : null;
    },
  };
};
