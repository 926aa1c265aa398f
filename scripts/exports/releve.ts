import { writeFile } from 'node:fs/promises';
import { ecrireReleve, releverEntreprise } from '../../src/documents/releve.ts';
import { estClasseur } from '../../src/import/tableur/lire-tableau.ts';
import type { Store } from '../../src/store/port.ts';
import { pageReleve } from '../../src/web/releves/page.ts';

interface DemandeReleve {
  readonly fichier: string;
  readonly store: Store;
  readonly entreprise: string;
  /** « 2026-10 ». */
  readonly mois: string;
}

/** Écrit le relevé mensuel d'une entreprise, en classeur ou en page à imprimer. */
export const exporterReleve = async (
  demande: DemandeReleve,
): Promise<{ readonly trouve: boolean; readonly message: string }> => {
  const { fichier, store, mois } = demande;
  const table = (await store.registre.index()).lignes;
  const noms = table.colonnes.entreprises.textes;
  const voulu = demande.entreprise.toLowerCase();
  const entreprise = noms.find((nom) => nom.toLowerCase() === voulu);
  if (entreprise === undefined) {
    const proches = noms.filter((nom) => nom.toLowerCase().includes(voulu)).slice(0, 10);
    const suite = proches.length > 0 ? ` Voulez-vous dire : ${proches.join(', ')} ?` : '';
    return { trouve: false, message: `Aucune heure pour « ${demande.entreprise} ».${suite}\n` };
  }
  const releve = releverEntreprise(table, await store.operations.all(), { entreprise, mois });
  if (estClasseur(fichier)) await ecrireReleve(fichier, releve);
  else await writeFile(fichier, pageReleve(releve));
  return { trouve: true, message: `Relevé de ${entreprise}, ${mois} : ${releve.total} h, écrit dans ${fichier}.\n` };
};
