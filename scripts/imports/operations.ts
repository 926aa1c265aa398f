import { accorder } from '../../dialogs/kit/format.ts';
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
  if (demande.apercu === true) {
    const lues = `${accorder(operations.length, 'opération lisible', 'opérations lisibles')}.`;
    return { bilan: null, refus: refus.map(formatRefus), strict: false, apercu: [lues] };
  }
  return conclure(demande, refus.map(formatRefus), () => store.operations.put(operations));
};
