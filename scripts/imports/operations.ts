import { loadTerritoire } from '../../src/content/territoire.ts';
import { formatRefus } from '../../src/import/csv.ts';
import { importerOperations } from '../../src/import/operations.ts';
import { createCommuneConnue } from './communes.ts';
import { conclure, type Importation } from './rapport.ts';

export const importOperations: Importation = async (demande) => {
  const { fichier, region, avancer, store, colonnes } = demande;
  const communeConnue = createCommuneConnue(loadTerritoire(region));
  const { operations, refus } = await importerOperations(fichier, {
    communeConnue,
    avancer,
    ...(colonnes ? { colonnes } : {}),
  });
  return conclure(demande, refus.map(formatRefus), () => store.operations.put(operations));
};
