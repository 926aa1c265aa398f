import { cumulerBesoins } from '../domain/territoire/besoins.ts';
import type { CouvertureEpci } from '../domain/territoire/couverture.ts';
import { dresserEtatDesLieux } from '../domain/territoire/etat-des-lieux.ts';
import { compterHeures } from '../domain/territoire/heures.ts';
import type { TableauTerritoire } from '../domain/territoire/tableau.ts';
import type { Facilitateur } from '../domain/territoire.ts';
import type { SourcesTerritoire } from './territoire.ts';

/** Le tableau public du territoire, avec ce que l'annuaire, les besoins et le registre en disent. */
export const dresserTableau = async (
  { territoire, store, lignes, region }: SourcesTerritoire,
  annuaire: readonly Facilitateur[],
  couvertures: readonly CouvertureEpci[],
): Promise<TableauTerritoire> => {
  const besoins = new Map(
    cumulerBesoins(await store.besoins.all()).map((cumul) => [cumul.territoire, cumul.nombre] as const),
  );
  const communes = new Map((await store.operations.all()).map(({ id, communeInsee }) => [id, communeInsee]));
  const heures = compterHeures(
    (await lignes()).values(),
    (operation) => territoire.commune(communes.get(operation) ?? '')?.epci ?? null,
  );
  return {
    region,
    codeRegion: territoire.region,
    departements: territoire.departements.filter((departement) => departement.region === territoire.region),
    lignes: couvertures.map((couverture) => ({
      code: couverture.epci.code,
      nom: couverture.epci.nom,
      departements: couverture.departements,
      couverture: couverture.etat,
      communes: couverture.communes,
      communesCouvertes: couverture.communesCouvertes,
      habitants: couverture.habitants,
      deborde: couverture.deborde,
      structures: couverture.locales.map(({ nom }) => nom),
      relais: couverture.relais.map(({ nom }) => nom),
      besoins: besoins.get(couverture.epci.code) ?? 0,
      heures: heures.get(couverture.epci.code) ?? { type: 'connues', heures: 0 },
    })),
    etat: dresserEtatDesLieux(annuaire, couvertures),
  };
};
