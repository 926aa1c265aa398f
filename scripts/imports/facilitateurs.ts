import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { basename, extname } from 'node:path';
import { loadTerritoire } from '../../src/content/territoire.ts';
import { type Apercu, comparerAnnuaires, entreesDe } from '../../src/domain/territoire/apercu.ts';
import type { Facilitateur } from '../../src/domain/territoire.ts';
import type { Territoire } from '../../src/domain/territoire-index.ts';
import { formatRefus } from '../../src/import/csv.ts';
import { parseFacilitateurs } from '../../src/import/facilitateurs.ts';
import { importerFacilitateurs } from '../../src/import/facilitateurs-csv.ts';
import { lireAnnuaireLivre } from '../../src/load.ts';
import { rootFolder } from '../../src/root.ts';
import type { Bilan, Store } from '../../src/store/port.ts';
import { direApercu } from './apercu.ts';
import { conclure, type Importation } from './rapport.ts';

/** L'annuaire du fichier remplace celui qui est en vigueur : ce qui n'y est plus est retiré, et l'histoire le garde. */
export const importFacilitateurs: Importation = async (demande) => {
  const { fichier, region, store, strict } = demande;
  const territoire = loadTerritoire(region);
  const { structures, refus } = await lire(fichier, territoire);
  const importes = await store.facilitateurs.all();
  const enVigueur = importes.length > 0 ? importes : lireAnnuaireLivre(rootFolder(), territoire).structures;
  // Une ligne refusée n'est pas une structure disparue : tant qu'il y en a, rien n'est retiré.
  const gardees = refus.length > 0 ? enVigueur.filter(({ id }) => !structures.some((une) => une.id === id)) : [];
  const nouveau = [...structures, ...gardees];
  const apercu = comparerAnnuaires(enVigueur, nouveau, territoire);
  const lignes = direApercu(apercu, { territoire, refus: refus.length });
  if (demande.apercu || structures.length === 0) return { bilan: null, refus, strict, apercu: lignes };
  const rapport = await conclure(demande, refus, () => ecrire(store, { apercu, nouveau, fichier }));
  return { ...rapport, apercu: lignes };
};

const lire = async (
  fichier: string,
  territoire: Territoire,
): Promise<{ readonly structures: readonly Facilitateur[]; readonly refus: readonly string[] }> => {
  if (extname(fichier).toLowerCase() === '.csv') {
    const { structures, refus } = await importerFacilitateurs(fichier, territoire);
    return { structures, refus: refus.map(formatRefus) };
  }
  const { structures, problems } = parseFacilitateurs(await readFile(fichier, 'utf8'), territoire);
  return {
    structures,
    refus: problems.map(({ entree, raison }) => `${fichier}${entree > 0 ? `, entrée ${entree}` : ''} — ${raison}`),
  };
};

interface Ecriture {
  readonly apercu: Apercu;
  readonly nouveau: readonly Facilitateur[];
  readonly fichier: string;
}

const ecrire = async (store: Store, { apercu, nouveau, fichier }: Ecriture): Promise<Bilan> => {
  const entrees = entreesDe(apercu);
  await store.facilitateurs.put([...nouveau, ...entrees.map(({ apres }) => apres)]);
  if (entrees.length > 0) {
    const le = new Date().toISOString();
    const id = createHash('sha256')
      .update(`${le}${JSON.stringify(entrees)}`)
      .digest('hex')
      .slice(0, 24);
    await store.annuaire.put([
      { id, le, auteur: basename(fichier), origine: 'import', entrees: [...entrees], vise: null },
    ]);
  }
  return {
    ajoutes: apercu.ajoutees.length,
    modifies: apercu.changees.length + apercu.retirees.length,
    inchanges: apercu.inchangees,
  };
};
