import type { Secteur } from '../../marches.ts';
import type { Lieu } from '../../territoire.ts';
import type { Territoire } from '../../territoire-index.ts';
import type { Structure, TypeStructure } from '../structures.ts';
import { creerLecteurMetiers, type Metiers } from './metiers.ts';
import { centreDe, distanceKm, estSurPlace, type Proximite, proximiteDe, type Situee } from './proximite.ts';

/** Une structure trouvée, située par rapport au lieu demandé. */
export interface StructureTrouvee extends Situee {
  readonly metiers: Metiers;
  readonly proximite: Proximite;
  /** À vol d'oiseau, approché ; null si une position manque. */
  readonly km: number | null;
}

export interface ResultatStructures {
  /** Dans le territoire demandé, la plus proche d'abord. */
  readonly surPlace: readonly StructureTrouvee[];
  /** Ailleurs dans la région, la plus proche d'abord. */
  readonly ailleurs: readonly StructureTrouvee[];
  /** Dans le territoire et du type demandés, sans que la liste dise rien de leur métier ; 0 si aucun n'est demandé. */
  readonly metierInconnu: number;
  /** Structures importées, toutes recherches confondues. */
  readonly connues: number;
}

/** Ce que la recherche demande, lieux résolus. */
export interface RechercheStructures {
  readonly types: readonly TypeStructure[];
  readonly secteur: string | null;
  readonly lieux: readonly Lieu[];
}

/** Structures rangées, avec leur commune et leurs métiers lus une fois. */
export class IndexStructures {
  readonly #parId = new Map<string, Situee & { readonly metiers: Metiers }>();
  readonly #lireMetiers: (structure: Structure) => Metiers;
  readonly #territoire: Pick<Territoire, 'commune'>;

  constructor(secteurs: readonly Secteur[], territoire: Pick<Territoire, 'commune'>) {
    this.#lireMetiers = creerLecteurMetiers(secteurs);
    this.#territoire = territoire;
  }

  ajouter(structures: readonly Structure[]): void {
    for (const structure of structures) {
      const commune = this.#territoire.commune(structure.communeInsee);
      if (structure.retire || commune === undefined) this.#parId.delete(structure.id);
      else this.#parId.set(structure.id, { structure, commune, metiers: this.#lireMetiers(structure) });
    }
  }

  get taille(): number {
    return this.#parId.size;
  }

  chercher({ types, secteur, lieux }: RechercheStructures): ResultatStructures {
    const toutes = [...this.#parId.values()];
    const centres = lieux.map((lieu) => ({ lieu, centre: centreDe(lieu, toutes) }));
    const duType = toutes.filter(({ structure }) => types.length === 0 || types.includes(structure.type));
    const trouvees = duType
      .filter(({ metiers }) => secteur === null || metiers.secteurs.includes(secteur))
      .map((situee) => ({ ...situee, ...situer(situee, centres) }))
      .sort(creerOrdre(secteur !== null));
    const surPlace = trouvees.filter(({ place }) => place);
    const muettes =
      secteur === null
        ? []
        : duType.filter(({ metiers, ...situee }) => metiers.secteurs.length === 0 && situer(situee, centres).place);
    return {
      surPlace,
      ailleurs: trouvees.filter(({ place }) => !place),
      metierInconnu: muettes.length,
      connues: this.taille,
    };
  }

  /** Nombre de structures par famille d'achat, sur ces lieux (vide : partout). */
  compter(types: readonly TypeStructure[], lieux: readonly Lieu[]): ReadonlyMap<string, number> {
    const nombres = new Map<string, number>();
    for (const { structure, commune, metiers } of this.#parId.values()) {
      if (!types.includes(structure.type)) continue;
      const dedans = lieux.some((lieu) => estSurPlace(lieu, proximiteDe(lieu, commune)));
      if (lieux.length > 0 && !dedans) continue;
      for (const secteur of metiers.secteurs) nombres.set(secteur, (nombres.get(secteur) ?? 0) + 1);
    }
    return nombres;
  }
}

interface Centre {
  readonly lieu: Lieu;
  readonly centre: Structure['position'];
}

/** Le lieu demandé le plus proche décide. */
const situer = (
  { structure, commune }: Situee,
  centres: readonly Centre[],
): { readonly proximite: Proximite; readonly km: number | null; readonly place: boolean } =>
  centres
    .map(({ lieu, centre }) => {
      const proximite = proximiteDe(lieu, commune);
      const km = centre === null || structure.position === null ? null : distanceKm(centre, structure.position);
      return { proximite, km, place: estSurPlace(lieu, proximite) };
    })
    .sort((a, b) => Number(b.place) - Number(a.place) || eloignement(a) - eloignement(b))[0] ?? {
    proximite: 'region',
    km: null,
    place: true,
  };

/** Distance supposée quand une position manque : elle range sans être dite. */
const KM_SUPPOSES: Readonly<Record<Proximite, number>> = { commune: 0, epci: 10, departement: 40, region: 90 };

const eloignement = ({ km, proximite }: Pick<StructureTrouvee, 'km' | 'proximite'>): number =>
  km === null ? KM_SUPPOSES[proximite] : Math.round(km);

/** La plus proche d'abord ; pour un métier demandé, celles dont il n'est que supposé viennent après. */
const creerOrdre =
  (parMetier: boolean) =>
  (a: StructureTrouvee, b: StructureTrouvee): number =>
    (parMetier ? Number(a.metiers.supposes) - Number(b.metiers.supposes) : 0) ||
    eloignement(a) - eloignement(b) ||
    a.structure.nom.localeCompare(b.structure.nom, 'fr');
