import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { importerFacilitateurs } from '../../src/import/facilitateurs-csv.ts';
import { territoire } from '../domain/territoire/aide.ts';

const TITRES =
  'id;nom;porteur;nature;niveau;codes;couvre_aussi;services;etp;implantations;verifie;verifie_le;source;source_annee;chef_de_file;coordonne';

const importer = (...lignes: readonly string[]) => {
  const fichier = join(mkdtempSync(join(tmpdir(), 'annuaire-csv-')), 'annuaire.csv');
  writeFileSync(fichier, [TITRES, ...lignes].join('\n'));
  return importerFacilitateurs(fichier, territoire);
};

describe('importer un annuaire en CSV', () => {
  it('lit toutes les colonnes, et rend les zéros que le tableur a mangés', async () => {
    const { structures, refus } = await importer(
      'plie-x;PLIE X;PLIE;association;epci;200069672;communes:2691|departement:2;rédaction|suivi;1,5;62767;oui;01/11/2026;coordination;2026;x;02',
    );
    expect(refus).to.deep.equal([]);
    expect(structures[0]).to.deep.include({
      nature: 'association',
      couverture: { niveau: 'epci', codes: ['200069672'] },
      couvreAussi: [
        { niveau: 'communes', codes: ['02691'] },
        { niveau: 'departement', codes: ['02'] },
      ],
      services: ['rédaction', 'suivi'],
      etp: 1.5,
      implantations: ['62767'],
      verifieLe: '2026-11-01',
      chefDeFile: true,
      coordonne: ['02'],
    });
  });

  it('explique chaque ligne refusée, avec son numéro et sa colonne', async () => {
    const { structures, refus } = await importer(
      'a;Structure A;PLIE;;epci;999999999;;;;;oui;;site;2026;;',
      'b;;PLIE;;canton;62;;;;;oui;31/02/2026;site;2026;;',
      'c;Structure C;PLIE;;departement;62;;;;;oui;;site;2026;;',
      'c;Structure C bis;PLIE;;departement;62;;;;;oui;;site;2026;;',
    );
    expect(structures.map(({ nom }) => nom)).to.deep.equal(['Structure C']);
    expect(refus.map(({ ligne }) => ligne)).to.deep.equal([2, 3, 3, 3, 5]);
    expect(refus.map(({ colonne }) => colonne)).to.deep.equal([null, 'niveau', 'nom', 'verifie_le', null]);
    expect(refus.map(({ raison }) => raison).join(' ')).to.match(/« 999999999 ».*canton.*déjà pris/s);
  });

  it('dit les colonnes qui manquent', async () => {
    const fichier = join(mkdtempSync(join(tmpdir(), 'annuaire-csv-')), 'a.csv');
    writeFileSync(fichier, 'id;nom\nx;y\n');
    const { structures, refus } = await importerFacilitateurs(fichier, territoire);
    expect(structures).to.deep.equal([]);
    expect(refus[0]?.raison).to.contain('colonne absente');
  });
});
