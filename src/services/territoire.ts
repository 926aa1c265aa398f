import type { ServiceTerritoire } from '../../dialogs/services.ts';
import { rattacher } from '../domain/rattachement.ts';
import type { Facilitateur } from '../domain/territoire.ts';
import type { Territoire } from '../domain/territoire-index.ts';
import type { IndexLieux } from '../nlu/lieux/index-lieux.ts';
import { lireLieu } from '../nlu/lieux/lire.ts';
import type { Collection } from '../store/port.ts';

export interface SourcesTerritoire {
  readonly territoire: Territoire;
  readonly index: IndexLieux;
  /** Annuaire livré avec le produit. */
  readonly annuaire: readonly Facilitateur[];
  /** Annuaire importé ; dès qu'il n'est pas vide, il remplace l'autre. */
  readonly importes: Collection<Facilitateur>;
  /** « Hauts-de-France ». */
  readonly region: string;
}

/** Lieux, communes et facilitateurs. */
export const createServiceTerritoire = (sources: SourcesTerritoire): ServiceTerritoire => {
  const { territoire, index, annuaire, importes } = sources;
  return {
    region: sources.region,
    lireLieu: (texte) => lireLieu(texte, index),
    commune: (code) => territoire.commune(code) ?? null,
    epciDe: ({ epci }) => (epci === null ? null : (territoire.epci(epci) ?? null)),
    departement: (code) => territoire.departement(code) ?? null,
    async rattacher(lieu) {
      const siens = await importes.all();
      return rattacher(lieu, siens.length > 0 ? siens : annuaire, territoire);
    },
  };
};
