import { readFile } from 'node:fs/promises';
import { loadTerritoire } from '../../src/content/territoire.ts';
import { parseFacilitateurs } from '../../src/import/facilitateurs.ts';
import { conclure, type Importation } from './rapport.ts';

export const importFacilitateurs: Importation = async (demande) => {
  const { fichier, region, store } = demande;
  const { structures, problems } = parseFacilitateurs(await readFile(fichier, 'utf8'), loadTerritoire(region));
  const refus = problems.map(({ entree, raison }) => `${fichier}${entree > 0 ? `, entrée ${entree}` : ''} — ${raison}`);
  return conclure(demande, refus, () => store.facilitateurs.put(structures));
};
