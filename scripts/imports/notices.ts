import { statSync } from 'node:fs';
import { isDeepStrictEqual } from 'node:util';
import { setFlagsFromString } from 'node:v8';
import { accorder } from '../../dialogs/kit/format.ts';
import { ecrireHeureLocale } from '../../src/channels/heure-locale.ts';
import { loadTerritoire } from '../../src/content/territoire.ts';
import type { Avis } from '../../src/domain/marches.ts';
import { type Casier, Depot, reunirTitulaires } from '../../src/import/notices/depot.ts';
import { detecterFormat } from '../../src/import/notices/flux.ts';
import { type BilanImport, importerNotices } from '../../src/import/notices/importer.ts';
import type { Bilan, Store } from '../../src/store/port.ts';
import type { Demande, Importation } from './rapport.ts';

/** Au-delà, un fichier est national : on n'en garde que la région. Le Parquet est comprimé, environ sept fois. */
const FICHIER_NATIONAL = { json: 100_000_000, xml: 100_000_000, csv: 100_000_000, parquet: 15_000_000 } as const;
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
const direBilan = ({ lus, gardes, horsRegion, refuses, raisons }: BilanImport): string[] => [
  `Lus : ${accorder(lus, 'enregistrement')} ; gardés : ${gardes} ; hors région, laissés : ${horsRegion} ; refusés : ${refuses}.`,
  ...[...raisons]
    .sort((a, b) => b[1] - a[1])
    .slice(0, 10)
    .map(([raison, nombre]) => `  ${nombre} × ${raison}`),
];

const lire = async (
  { fichier, region, avancer }: Demande,
  ecrire: (avis: Parameters<Store['avis']['put']>[0]) => Promise<void>,
): Promise<BilanImport> =>
  importerNotices(fichier, {
    aujourdhui: ecrireHeureLocale(new Date()).slice(0, 10),
    departements:
      statSync(fichier).size > FICHIER_NATIONAL[await detecterFormat(fichier)] ? departementsDe(region) : null,
    ecrire,
    avancer,
  });

const MONTRES = 5;
const RESERVES: ReadonlySet<string> = new Set(['oui', 'partiel', 'probable']);

/** Un casier qui compte ce qu'il écrirait, et montre les premiers avis réservés qu'il ajouterait. */
const createCasierApercu = (avis: Store['avis']): Casier<Bilan> & { readonly dire: (bilan: Bilan) => string[] } => {
  const montres: Avis[] = [];
  const ecrits = new Map<string, Avis>();
  let reserves = 0;
  const find = async (id: string): Promise<Avis | null> => ecrits.get(id) ?? (await avis.find(id));
  return {
    find,
    async put(recus) {
      let bilan = RIEN;
      for (const recu of recus) {
        const avant = await find(recu.id);
        ecrits.set(recu.id, recu);
        bilan = sommer(bilan, {
          ajoutes: avant === null ? 1 : 0,
          modifies: avant !== null && !isDeepStrictEqual(avant, recu) ? 1 : 0,
          inchanges: isDeepStrictEqual(avant, recu) ? 1 : 0,
        });
        if (avant !== null || !RESERVES.has(recu.reservation.statut)) continue;
        reserves += 1;
        if (montres.length < MONTRES) montres.push(recu);
      }
      return bilan;
    },
    dire: ({ ajoutes, modifies, inchanges }) => [
      `À ajouter : ${ajoutes}, dont ${accorder(reserves, 'réservé')} ; à modifier : ${modifies} ; inchangés : ${inchanges}.`,
      ...montres.map(({ objet, acheteur }) => `  + ${objet}${acheteur === null ? '' : ` — ${acheteur}`}`),
      ...(reserves > montres.length ? [`  … et ${reserves - montres.length} autres avis réservés.`] : []),
    ],
  };
};

const ranger = async (demande: Demande, casier: Casier<Bilan>): Promise<{ bilan: Bilan; lecture: BilanImport }> => {
  const format = await detecterFormat(demande.fichier);
  const aPlat = format === 'csv' || format === 'parquet';
  const depot = aPlat ? new Depot(casier, reunirTitulaires) : new Depot(casier);
  let bilan = RIEN;
  const lecture = await lire(demande, async (avis) => {
    bilan = sommer(bilan, await depot.ecrire(avis));
  });
  return { bilan: sommer(bilan, await depot.finir()), lecture };
};

/** Le tas grandit par petits pas : un fichier d'un gigaoctet passe dans moins de 250 Mo, pour un peu de calcul. */
const menagerLaMemoire = (): void => setFlagsFromString('--heap-growing-percent=20');

/** Importe des avis par lots ; en aperçu ou devant un refus en mode strict, rien n'est écrit. */
export const importNotices: Importation = async (demande) => {
  const { strict, store } = demande;
  menagerLaMemoire();
  if (demande.apercu === true) {
    const casier = createCasierApercu(store.avis);
    const { bilan, lecture } = await ranger(demande, casier);
    const apercu = [...direBilan(lecture), ...casier.dire(bilan)];
    return { bilan: null, refus: lecture.refus, strict, apercu };
  }
  if (strict) {
    const { refus } = await lire(demande, async () => undefined);
    if (refus.length > 0) return { bilan: null, refus, strict };
  }
  const { bilan, lecture } = await ranger(demande, store.avis);
  return { bilan, refus: lecture.refus, strict, apercu: direBilan(lecture) };
};
