import type { Commune, Departement, Epci } from '../domain/territoire.ts';
import type { AncienneCommune, CommuneExterieure, Territoire } from '../domain/territoire-index.ts';
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
  return readLignes('epci')
    .filter((ligne) => touche.test(ligne))
    .map((ligne) => ({
      code: champ(ligne, 'code'),
      nom: champ(ligne, 'nom'),
      communes: [...ligne.slice(ligne.indexOf('"membres"')).matchAll(/"code":"(\w+)"/g)].map(
        (trouve) => trouve[1] ?? '',
      ),
    }));
};

interface Lues {
  readonly communes: Commune[];
  readonly anciennes: AncienneCommune[];
  readonly exterieures: CommuneExterieure[];
  readonly postauxExterieurs: Map<string, CommuneExterieure>;
}

const readCommunes = (region: string, epciDe: ReadonlyMap<string, string>): Lues => {
  const deLaRegion = `"region":"${region}"`;
  const lues: Lues = { communes: [], anciennes: [], exterieures: [], postauxExterieurs: new Map() };
  for (const ligne of readLignes('communes')) {
    const ici = ligne.includes(deLaRegion);
    const actuelle = ligne.includes('"type":"commune-actuelle"');
    if (!ici && !actuelle) continue;
    const code = champ(ligne, 'code');
    const nom = champ(ligne, 'nom');
    if (actuelle) {
      const commune = {
        code,
        nom,
        departement: champ(ligne, 'departement'),
        population: Number.parseInt(champ(ligne, 'population'), 10),
      };
      const codesPostaux = champListe(ligne, 'codesPostaux');
      if (ici) lues.communes.push({ ...commune, region, epci: epciDe.get(code) ?? null, codesPostaux });
      else {
        lues.exterieures.push(commune);
        for (const postal of codesPostaux) retenirLaPlusPeuplee(lues.postauxExterieurs, postal, commune);
      }
    } else lues.anciennes.push({ code, nom, commune: champ(ligne, 'chefLieu') });
  }
  return lues;
};

const retenirLaPlusPeuplee = (
  index: Map<string, CommuneExterieure>,
  code: string,
  commune: CommuneExterieure,
): void => {
  if ((index.get(code)?.population ?? -1) < commune.population) index.set(code, commune);
};

/**
 * Géographie d'une région (code INSEE, « 32 » pour les Hauts-de-France), tirée de
 * @etalab/decoupage-administratif (INSEE, IGN, Licence Ouverte).
 */
export const loadTerritoire = (region = '32'): Territoire => {
  const departements: Departement[] = readDepartements();
  const epcis = readEpcis(departements.filter((departement) => departement.region === region).map(({ code }) => code));
  const epciDe = new Map(epcis.flatMap((epci) => epci.communes.map((commune) => [commune, epci.code] as const)));
  const { communes, anciennes, exterieures, postauxExterieurs } = readCommunes(region, epciDe);
  if (communes.length === 0)
    throw new Error(`Aucune commune pour la région « ${region} » dans @etalab/decoupage-administratif.`);
  const parTaille = communes.toSorted((a, b) => b.population - a.population);
  const parCode = new Map(communes.map((commune) => [commune.code, commune]));
  const parEpci = grouper(parTaille, ({ epci }) => (epci === null ? [] : [epci]));
  const parDepartement = grouper(parTaille, ({ departement }) => [departement]);
  const parPostal = grouper(parTaille, ({ codesPostaux }) => codesPostaux);
  const epciParCode = new Map(epcis.map((epci) => [epci.code, epci]));
  const departementParCode = new Map(departements.map((departement) => [departement.code, departement]));
  const exterieureParInsee = new Map(exterieures.map((commune) => [commune.code, commune]));
  return Object.freeze({
    region,
    communes,
    anciennes,
    epcis,
    departements,
    exterieures,
    commune: (code: string) => parCode.get(code),
    epci: (code: string) => epciParCode.get(code),
    departement: (code: string) => departementParCode.get(code),
    communesDeLEpci: (code: string) => parEpci.get(code) ?? [],
    communesDuDepartement: (code: string) => parDepartement.get(code) ?? [],
    communesDuCodePostal: (code: string) => parPostal.get(code) ?? [],
    exterieureParCode: (code: string) => postauxExterieurs.get(code) ?? exterieureParInsee.get(code),
  });
};

const readDepartements = (): Departement[] =>
  readLignes('departements').map((ligne) => ({
    code: champ(ligne, 'code'),
    nom: champ(ligne, 'nom'),
    region: champ(ligne, 'region'),
  }));
