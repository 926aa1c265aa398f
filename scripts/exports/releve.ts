import { writeFile } from 'node:fs/promises';
import { moisDe } from '../../src/domain/dates.ts';
import { dresserReleve, type Releve } from '../../src/domain/soldes/releve.ts';
import { type Cellule, ecrireClasseur } from '../../src/import/tableur/ecrire-classeur.ts';
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
  const operations = new Map((await store.operations.all()).map((operation) => [operation.id, operation]));
  const lignes = [...table.values()].map(({ ligne }) => ligne);
  const releve = dresserReleve(lignes, operations, { entreprise, periode: moisDe(`${mois}-01`) });
  if (estClasseur(fichier))
    await ecrireClasseur(fichier, [
      { nom: 'Relevé', lignes: detail(releve), largeurs: [44, 28, 10, 14, 20, 10] },
      { nom: 'Soldes', lignes: soldes(releve), largeurs: [44, 28, 10, 12, 14, 18, 12, 12] },
    ]);
  else await writeFile(fichier, pageReleve(releve));
  return { trouve: true, message: `Relevé de ${entreprise}, ${mois} : ${releve.total} h, écrit dans ${fichier}.\n` };
};

function* detail({ operations, total }: Releve): Generator<readonly Cellule[]> {
  yield ['Opération', 'Donneur d’ordre', 'Lot', 'Bénéficiaire', 'Modalité', 'Heures'];
  for (const { intitule, donneurOrdre, lot, lignes } of operations)
    for (const { beneficiaire, modalite, heures } of lignes)
      yield [intitule, donneurOrdre, lot, beneficiaire, modalite, heures];
  yield ['Total', null, null, null, null, total];
}

function* soldes({ operations }: Releve): Generator<readonly Cellule[]> {
  yield [
    'Opération',
    'Donneur d’ordre',
    'Lot',
    'Heures du mois',
    'Cumul de l’entreprise',
    'Cumul de l’opération',
    'Heures dues',
    'Reste',
  ];
  for (const { intitule, donneurOrdre, lot, mois, cumul, cumulTous, dues } of operations)
    yield [intitule, donneurOrdre, lot, mois, cumul, cumulTous, dues, dues === null ? null : dues - cumulTous];
}
