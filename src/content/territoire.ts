import type { Commune, Departement, Epci } from '../domain/territoire.ts';
import { type AncienneCommune, type CommuneExterieure, type Territoire, uneFois } from '../domain/territoire-index.ts';
import { champ, champListe, readLignes } from './decoupage.ts';

/** Range des valeurs par clé, dans l'ordre où elles viennent. */
const grouper = <T>(valeurs: Iterable<T>, cles: (valeur: T) => readonly string[]): Map<string, T[]> => {
  const groupes = new Map<string, T[]>();
  for (const valeur of valeurs)
    for (const cle of cles(valeur)) {
      const groupe = groupes.get(cle);
      if (groupe) groupe.push(valeur);
      else groupes.set(cle, [valeur]);
    }
  return groupes;
};

const readEpcis = (departements: readonly string[]): Epci[] => {
  const touche = new RegExp(`"code":"(?:${departements.join('|')})\\d{3}"`);
  return readLignes('epci', '"membres"')
    .filter((ligne) => touche.test(ligne))
    .map((ligne) => ({
      code: champ(ligne, 'code'),
      nom: champ(ligne, 'nom'),
      communes: [...ligne.slice(ligne.indexOf('"membres"')).matchAll(/"code":"(\w+)"/g)].map(
        (trouve) => trouve[1] ?? '',
      ),
    }));
};

const ACTUELLE = '"type":"commune-actuelle"';

const deLaRegion = (region: string): string => `"region":"${region}"`;

const habitants = (ligne: string): number => Number.parseInt(champ(ligne, 'population'), 10);

const readCommunes = (
  region: string,
  epciDe: ReadonlyMap<string, string>,
): { communes: Commune[]; anciennes: AncienneCommune[] } => {
  const communes: Commune[] = [];
  const anciennes: AncienneCommune[] = [];
  for (const ligne of readLignes('communes', deLaRegion(region))) {
    const code = champ(ligne, 'code');
    const nom = champ(ligne, 'nom');
    if (ligne.includes(ACTUELLE))
      communes.push({
        code,
        nom,
        departement: champ(ligne, 'departement'),
        region,
        epci: epciDe.get(code) ?? null,
        codesPostaux: champListe(ligne, 'codesPostaux'),
        population: habitants(ligne),
      });
    else anciennes.push({ code, nom, commune: champ(ligne, 'chefLieu') });
  }
  return { communes, anciennes };
};

interface Dehors {
  readonly communes: readonly CommuneExterieure[];
  /** Par code INSEE, et par code postal : alors la plus peuplée des communes desservies. */
  readonly parCode: ReadonlyMap<string, CommuneExterieure>;
}

const readDehors = (region: string): Dehors => {
  const marque = deLaRegion(region);
  const parCode = new Map<string, CommuneExterieure>();
  const communes = readLignes('communes', ACTUELLE)
    .filter((ligne) => !ligne.includes(marque))
    .map((ligne) => {
      const commune = {
        code: champ(ligne, 'code'),
        nom: champ(ligne, 'nom'),
        departement: champ(ligne, 'departement'),
        population: habitants(ligne),
      };
      for (const code of [commune.code, ...champListe(ligne, 'codesPostaux')])
        if ((parCode.get(code)?.population ?? -1) < commune.population) parCode.set(code, commune);
      return commune;
    });
  return { communes, parCode };
};

/**
 * Géographie d'une région (code INSEE, « 32 » pour les Hauts-de-France), tirée de
 * @etalab/decoupage-administratif (INSEE, IGN, Licence Ouverte).
 */
export const loadTerritoire = (region = '32'): Territoire => {
  const departements: Departement[] = readDepartements();
  const epcis = readEpcis(departements.filter((departement) => departement.region === region).map(({ code }) => code));
  const epciDe = new Map(epcis.flatMap((epci) => epci.communes.map((commune) => [commune, epci.code] as const)));
  const { communes, anciennes } = readCommunes(region, epciDe);
  const dehors = uneFois(() => readDehors(region));
  if (communes.length === 0)
    throw new Error(`Aucune commune pour la région « ${region} » dans @etalab/decoupage-administratif.`);
  const parTaille = communes.toSorted((a, b) => b.population - a.population);
  const parCode = new Map(communes.map((commune) => [commune.code, commune]));
  const parEpci = grouper(parTaille, ({ epci }) => (epci === null ? [] : [epci]));
  const parDepartement = grouper(parTaille, ({ departement }) => [departement]);
  const parPostal = grouper(parTaille, ({ codesPostaux }) => codesPostaux);
  const epciParCode = new Map(epcis.map((epci) => [epci.code, epci]));
  const departementParCode = new Map(departements.map((departement) => [departement.code, departement]));
  return Object.freeze({
    region,
    communes,
    anciennes,
    epcis,
    departements,
    exterieures: () => dehors().communes,
    commune: (code: string) => parCode.get(code),
    epci: (code: string) => epciParCode.get(code),
    departement: (code: string) => departementParCode.get(code),
    communesDeLEpci: (code: string) => parEpci.get(code) ?? [],
    communesDuDepartement: (code: string) => parDepartement.get(code) ?? [],
    communesDuCodePostal: (code: string) => parPostal.get(code) ?? [],
    exterieureParCode: (code: string) => dehors().parCode.get(code),
  });
};

const readDepartements = (): Departement[] =>
  readLignes('departements', '"code"').map((ligne) => ({
    code: champ(ligne, 'code'),
    nom: champ(ligne, 'nom'),
    region: champ(ligne, 'region'),
  }));
