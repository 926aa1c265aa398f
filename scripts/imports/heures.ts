import { createHash } from 'node:crypto';
import { basename } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { loadTerritoire } from '../../src/content/territoire.ts';
import type { Ecriture, Origine } from '../../src/domain/heures.ts';
import { rejouer } from '../../src/domain/registre.ts';
import { formatRefus } from '../../src/import/csv.ts';
import { importerHeures, type LigneImportee } from '../../src/import/heures.ts';
import { createCodage } from '../../src/services/personnes.ts';
import type { Bilan, Store } from '../../src/store/port.ts';
import { createCommuneConnue } from './communes.ts';
import { conclure, type Importation } from './rapport.ts';

export const importHeures: Importation = async (demande) => {
  const { fichier, region, avancer, store } = demande;
  const connues = new Set((await store.operations.all()).map(({ id }) => id));
  const coder = createCodage(store.secret);
  const { lignes, operations, refus } = await importerHeures(fichier, {
    communeConnue: createCommuneConnue(loadTerritoire(region)),
    operationConnue: (id) => connues.has(id),
    coder: (beneficiaire) => coder(beneficiaire).code,
    avancer,
  });
  return conclure(demande, refus.map(formatRefus), async () => {
    await store.operations.put([...operations.values()]);
    return ecrireLignes(store, lignes, basename(fichier));
  });
};

/** Une ligne nouvelle est une saisie, une ligne changée une correction, une ligne déjà là n'est pas réécrite. */
const ecrireLignes = async (store: Store, lignes: readonly LigneImportee[], fichier: string): Promise<Bilan> => {
  const ecritures = await store.registre.all();
  const connues = new Set(ecritures.map(({ id }) => id));
  const actives = rejouer(ecritures);
  const le = new Date().toISOString();
  const nouvelles: Ecriture[] = [];
  let modifies = 0;
  for (const { id, numero, ligne } of lignes) {
    const origine: Origine = { auteur: `import:${fichier}`, canal: 'import', message: `${fichier}:${numero}`, le };
    if (!connues.has(id)) {
      nouvelles.push({ type: 'saisie', id, ligne, alertes: [], origine });
      continue;
    }
    const active = actives.get(id);
    if (active === undefined || isDeepStrictEqual(active.ligne, ligne)) continue;
    const marque = createHash('sha256').update(
      `${JSON.stringify(active.ligne)}${JSON.stringify(ligne)}${ecritures.length}`,
    );
    nouvelles.push({ type: 'correction', id: `${id}/${marque.digest('hex').slice(0, 12)}`, vise: id, ligne, origine });
    modifies += 1;
  }
  await store.registre.append(nouvelles);
  return { ajoutes: nouvelles.length - modifies, modifies, inchanges: lignes.length - nouvelles.length };
};
