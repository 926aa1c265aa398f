import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect } from 'chai';
import { parquetWriteBuffer } from 'hyparquet-writer';
import type { Avis } from '../../../src/domain/marches.ts';
import { type BilanImport, importerNotices } from '../../../src/import/notices/importer.ts';

type Ligne = Readonly<Record<string, string | number | null>>;
const contrat = (rang: number, reste: Ligne = {}): Ligne => ({
  uid: `21590350100017M${rang}`,
  id: `M${rang}`,
  acheteur_id: '21590350100017',
  acheteur_nom: 'COMMUNE DE LILLE',
  objet: `Entretien des espaces verts n° ${rang}`,
  codeCPV: '77310000',
  considerationsSociales: rang % 3 === 0 ? 'Marché réservé' : 'Pas de considération sociale',
  lieuExecution_code: '59000',
  lieuExecution_typeCode: 'Code postal',
  dureeMois: '12',
  dateNotification: '2025-03-04',
  montant: '12000.5',
  titulaire_nom: `ESAT ${rang}`,
  sourceDataset: 'essai',
  ...reste,
});
const LIGNES = [
  ...Array.from({ length: 25 }, (_, rang) => contrat(rang)),
  contrat(24, { titulaire_nom: 'SECOND TITULAIRE' }),
  contrat(30, { acheteur_id: null }),
  contrat(31, { montant: 'CDL', dureeMois: 'NaN', lieuExecution_code: '2100' }),
];
const enCsv = (lignes: readonly Ligne[]): string => {
  const titres = Object.keys(lignes[0] ?? {});
  return [titres.join(','), ...lignes.map((ligne) => titres.map((titre) => ligne[titre] ?? '').join(','))].join('\n');
};
const enParquet = (lignes: readonly Ligne[], codec: 'SNAPPY' | 'GZIP' | 'UNCOMPRESSED' = 'SNAPPY'): Buffer =>
  Buffer.from(
    parquetWriteBuffer({
      columnData: Object.keys(lignes[0] ?? {}).map((name) => ({
        name,
        data: lignes.map((ligne) => ligne[name] ?? null),
        type: 'STRING',
      })),
      codec,
      compressors: { GZIP: (octets) => gzipSync(octets) },
      rowGroupSize: 10,
    }),
  );

describe('données essentielles en Parquet', () => {
  let dossier = '';
  before(() => {
    dossier = mkdtempSync(join(tmpdir(), 'clausette-parquet-'));
  });
  after(() => rmSync(dossier, { recursive: true, force: true }));

  const importer = async (nom: string, contenu: string | Buffer): Promise<BilanImport & { readonly avis: Avis[] }> => {
    const fichier = join(dossier, nom);
    writeFileSync(fichier, contenu);
    const avis: Avis[] = [];
    const bilan = await importerNotices(fichier, {
      aujourdhui: '2026-11-21',
      departements: null,
      ecrire: async (lot) => void avis.push(...lot),
      avancer: () => undefined,
    });
    return { ...bilan, avis };
  };

  for (const codec of ['SNAPPY', 'GZIP', 'UNCOMPRESSED'] as const)
    it(`donne les mêmes contrats et les mêmes refus que le CSV, groupe par groupe (${codec})`, async () => {
      const csv = await importer('decp.csv', enCsv(LIGNES));
      const parquet = await importer('decp.parquet', enParquet(LIGNES, codec));
      expect(parquet.avis).to.deep.equal(csv.avis);
      expect([parquet.lus, parquet.gardes, parquet.refuses]).to.deep.equal([28, 27, 1]);
      expect([...parquet.raisons.keys()]).to.deep.equal([...csv.raisons.keys()]);
      expect(parquet.refus[0]).to.contain('ligne 27').and.contain('SIRET de l’acheteur absent');
      expect(parquet.avis.filter(({ reservation }) => reservation.statut === 'oui')).to.have.length(10);
    });

  it('lit entiers longs, instants et colonnes imbriquées', async () => {
    const contenu = parquetWriteBuffer({
      columnData: [
        { name: 'id', data: ['M1'], type: 'STRING' },
        { name: 'objet', data: ['Nettoyage'], type: 'STRING' },
        { name: 'acheteur_id', data: [2620932900017n], type: 'INT64' },
        { name: 'dateNotification', data: [new Date('2025-03-04T00:00:00Z')], type: 'TIMESTAMP' },
        { name: 'montant', data: [1500.25], type: 'DOUBLE' },
        { name: 'titulaires', data: [[{ titulaire: { id: '40326649407001' } }]], type: 'JSON' },
      ],
    });
    const { avis } = await importer('imbrique.parquet', Buffer.from(contenu));
    expect(avis[0]).to.include({ id: 'decp:02620932900017-M1', notifieLe: '2025-03-04', montant: 1500.25 });
    expect(avis[0]?.titulaires).to.deep.equal(['40326649407001']);
  });

  it('refuse un groupe abîmé, garde les autres, et dit les lignes', async () => {
    const contenu = enParquet(LIGNES);
    contenu.fill(0xff, 40, 400);
    const { avis, refus } = await importer('abime.parquet', contenu);
    expect(avis.map(({ id }) => id))
      .to.include('decp:21590350100017-M12')
      .and.not.include('decp:21590350100017-M1');
    expect(refus[0]).to.contain(':1').and.contain('Parquet illisible');
  });

  it('refuse un fichier tronqué ou d’autres colonnes, en le disant', async () => {
    const tronque = await importer('tronque.parquet', enParquet(LIGNES).subarray(0, 500));
    expect([tronque.lus, tronque.refus[0]]).to.satisfy(
      ([lus, refus]: [number, string]) => lus === 0 && refus.includes('Parquet illisible'),
    );
    const autre = await importer('autre.parquet', enParquet([{ ville: 'Lille' }]));
    expect([...autre.raisons.keys()]).to.deep.equal([
      'colonnes non reconnues : on attend celles des données essentielles',
    ]);
  });

  it('relit un vrai extrait comme son CSV', async function () {
    const fichier = '../shared/data/decp/real/abdoutzo_decp_2024H2_travaux_cpv4521.csv';
    if (!existsSync(fichier)) return this.skip();
    const [titres = '', ...reste] = readFileSync(fichier, 'utf8').split('\n').slice(0, 400);
    const simples = reste.filter(
      (ligne) => ligne.split(',').length === titres.split(',').length && !ligne.includes('"'),
    );
    const csv = await importer('reel.csv', [titres, ...simples].join('\n'));
    const lignes = simples.map((ligne) =>
      Object.fromEntries(ligne.split(',').map((valeur, rang) => [titres.split(',')[rang] ?? '', valeur])),
    );
    const parquet = await importer('reel.parquet', enParquet(lignes));
    expect(parquet.avis).to.deep.equal(csv.avis);
    expect(parquet.avis.length).to.be.greaterThan(300);
  });
});
