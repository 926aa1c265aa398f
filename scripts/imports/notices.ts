import { statSync } from 'node:fs';
import { accorder } from '../../dialogs/kit/format.ts';
import { ecrireHeureLocale } from '../../src/channels/heure-locale.ts';
import { loadTerritoire } from '../../src/content/territoire.ts';
import { Depot, reunirTitulaires } from '../../src/import/notices/depot.ts';
import { detecterFormat } from '../../src/import/notices/flux.ts';
import { type BilanImport, importerNotices } from '../../src/import/notices/importer.ts';
import type { Bilan, Store } from '../../src/store/port.ts';
import type { Demande, Importation } from './rapport.ts';

/** Au-delà, un fichier est national : on n'en garde que la région. */
const FICHIER_NATIONAL = 100_000_000;
const RIEN: Bilan = { ajoutes: 0, modifies: 0, inchanges: 0 };

const sommer = (un: Bilan, autre: Bilan): Bilan => ({
  ajoutes: un.ajoutes + autre.ajoutes,
  modifies: un.modifies + autre.modifies,
  inchanges: un.inchanges + autre.inchanges,
});

const departementsDe = (region: string): string[] =>
  loadTerritoire(region)
    .departements.filter((departement) => departement.region === region)
    .map(({ code }) => code);

/** Dit ce qui a été lu, gardé, laissé et refusé, et les raisons par nombre. */
const direBilan = ({ lus, gardes, horsRegion, refuses, raisons }: BilanImport): string =>
  [
    `Lus : ${accorder(lus, 'enregistrement')} ; gardés : ${gardes} ; hors région, laissés : ${horsRegion} ; refusés : ${refuses}.`,
    ...[...raisons]
      .sort((a, b) => b[1] - a[1])
      .slice(0, 10)
      .map(([raison, nombre]) => `  ${nombre} × ${raison}`),
  ].join('\n');

const lire = async (
  { fichier, region, avancer }: Demande,
  ecrire: (avis: Parameters<Store['avis']['put']>[0]) => Promise<void>,
): Promise<BilanImport> =>
  importerNotices(fichier, {
    aujourdhui: ecrireHeureLocale(new Date()).slice(0, 10),
    departements: statSync(fichier).size > FICHIER_NATIONAL ? departementsDe(region) : null,
    ecrire,
    avancer,
  });

/** Importe des avis par lots ; en mode strict, une première lecture n'écrit rien. */
export const importNotices: Importation = async (demande) => {
  const { strict, store } = demande;
  if (strict) {
    const { refus } = await lire(demande, async () => undefined);
    if (refus.length > 0) return { bilan: null, refus, strict };
  }
  const aPlat = (await detecterFormat(demande.fichier)) === 'csv';
  const depot = aPlat ? new Depot(store.avis, reunirTitulaires) : new Depot(store.avis);
  let bilan = RIEN;
  const lecture = await lire(demande, async (avis) => {
    bilan = sommer(bilan, await depot.ecrire(avis));
  });
  bilan = sommer(bilan, await depot.finir());
  process.stdout.write(`${direBilan(lecture)}\n`);
  return { bilan, refus: lecture.refus, strict };
};
