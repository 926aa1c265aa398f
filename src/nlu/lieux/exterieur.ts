import type { NomsUsuels, Territoire } from '../../domain/territoire-index.ts';
import { cleDe, motsDuNom, ranger, sansArticle } from './cles.ts';

/** Un lieu hors de la région, et ce qu'on dira pour le situer. */
export interface Exterieur {
  readonly nom: string;
  /** Nom du département, de la région ou du pays. */
  readonly ou: string;
  /** Code du département ; vide pour un pays ou une région. */
  readonly departement: string;
  readonly population: number;
  readonly type: 'commune' | 'departement' | 'ailleurs';
}

/** Les communes, les départements, les régions et les pays du dehors, par nom. */
export const construireDehors = (
  territoire: Territoire,
  usuels: NomsUsuels,
): ReadonlyMap<string, readonly Exterieur[]> => {
  const index = new Map<string, Exterieur[]>();
  const ajouter = (mots: readonly string[], exterieur: Exterieur): void => {
    ranger(index, cleDe(mots), exterieur);
    const nus = sansArticle(mots);
    if (nus !== mots) ranger(index, cleDe(nus), exterieur);
  };
  const nomDuDepartement = new Map(territoire.departements.map(({ code, nom }) => [code, nom]));
  for (const { nom, departement, population } of territoire.exterieures()) {
    const ou = nomDuDepartement.get(departement) ?? 'outre-mer';
    ajouter(motsDuNom(nom), { nom, ou, departement, population, type: 'commune' });
  }
  for (const { code, nom, region } of territoire.departements)
    if (region !== territoire.region)
      ajouter(motsDuNom(nom), { nom, ou: nom, departement: code, population: 500_000, type: 'departement' });
  for (const { noms, ou } of usuels.dehors)
    for (const nom of noms)
      ajouter(motsDuNom(nom), { nom, ou, departement: '', population: 500_000, type: 'ailleurs' });
  return index;
};
