import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { calculerIndicateurs } from '../../src/domain/indicateurs.ts';
import { formatRefus } from '../../src/import/csv.ts';
import { COLONNES_HEURES, importerHeures } from '../../src/import/heures.ts';
import { COLONNES_OPERATIONS, importerOperations } from '../../src/import/operations.ts';

const contexte = {
  communeConnue: (code: string) => /^(02|59|60|62|80)/.test(code),
  operationConnue: () => false,
  coder: (nom: string) => nom,
};
const TITRES = COLONNES_HEURES.join(';');
const BONNE =
  'OP-1;École Pasteur;Ville de Douai;EXECUTION;59178;non;Batinord;P-1;F;1998;RSA|JEUNE;ETTI;2026-11-02;2026-11-06;35,5;';

describe('import des heures et des opérations', () => {
  let dossier: string;
  beforeEach(() => {
    dossier = mkdtempSync(join(tmpdir(), 'clausette-import-'));
  });
  afterEach(() => rmSync(dossier, { recursive: true, force: true }));
  const fichier = (contenu: string | Buffer, nom = 'heures.csv') => {
    writeFileSync(join(dossier, nom), contenu);
    return join(dossier, nom);
  };

  it('lit une ligne et l’opération qu’elle décrit', async () => {
    const { lignes, operations, refus } = await importerHeures(fichier(`${TITRES}\n${BONNE}\n`), contexte);
    expect(refus).to.deep.equal([]);
    expect(lignes[0]?.ligne).to.deep.equal({
      operation: 'OP-1',
      beneficiaire: 'P-1',
      debut: '2026-11-02',
      fin: '2026-11-06',
      heures: 35.5,
      entreprise: 'Batinord',
      publics: ['RSA', 'JEUNE'],
      sexe: 'F',
      anneeNaissance: 1998,
      modalite: 'ETTI',
      sortie: null,
    });
    expect(operations.get('OP-1')).to.deep.include({
      intitule: 'École Pasteur',
      donneurOrdre: 'Ville de Douai',
      entreprises: ['Batinord'],
    });
  });
  it('lit Windows-1252, la virgule comme séparateur et les dates françaises', async () => {
    const texte = `${COLONNES_HEURES.join(',')}\r\nOP-1,École,Ville,EXECUTION,59178,non,Entreprise,P-1,H,,,,02/11/2026,06/11/2026,"7,25",\r\n`;
    const { lignes, operations, refus } = await importerHeures(fichier(Buffer.from(texte, 'latin1')), contexte);
    expect(refus).to.deep.equal([]);
    expect(operations.get('OP-1')?.intitule).to.equal('École');
    expect(lignes[0]?.ligne).to.deep.include({ heures: 7.25, debut: '2026-11-02', sexe: 'M' });
  });
  it('donne le même identifiant au même contenu, et distingue deux missions identiques du même fichier', async () => {
    const lire = async (corps: string) =>
      (await importerHeures(fichier(`${TITRES}\n${corps}`), contexte)).lignes.map(({ id }) => id);
    const une = await lire(`${BONNE}\n`);
    const deux = await lire(`${BONNE}\n${BONNE}\n`);
    expect(deux[0]).to.equal(une[0]);
    expect(deux[1]).to.not.equal(deux[0]);
  });
  it('refuse chaque mauvaise ligne avec fichier, ligne, colonne et raison, et garde les autres', async () => {
    const corps = [
      BONNE,
      BONNE.replace('35,5', 'beaucoup'),
      BONNE.replace('59178', '99999').replace('2026-11-02', '2026-02-30'),
      BONNE.replace('2026-11-06', '2026-10-01'),
      BONNE.replace('RSA|JEUNE', 'RSA|RICHE'),
      'trop;court',
      BONNE.replace('35,5', '-3'),
      BONNE.replace(';P-1;', ';;'),
      BONNE.replace('35,5', '200'),
      BONNE,
    ].join('\n');
    const { lignes, refus } = await importerHeures(fichier(`${TITRES}\n${corps}\n`), contexte);
    expect(lignes.map(({ numero }) => numero)).to.deep.equal([2, 11]);
    const textes = refus.map(formatRefus);
    expect(
      textes.some((texte) => /heures\.csv:3, colonne « heures » — « beaucoup » n’est pas un nombre/.test(texte)),
      textes.join('\n'),
    ).to.equal(true);
    expect(refus.map(({ ligne, colonne }) => `${ligne}:${colonne}`).sort()).to.deep.equal(
      [
        '3:heures',
        '4:commune_insee',
        '4:debut',
        '5:fin',
        '6:publics',
        '7:null',
        '8:heures',
        '9:beneficiaire',
        '10:heures',
      ].sort(),
    );
  });
  it('dit toutes les colonnes absentes d’un coup', async () => {
    const { refus, lignes } = await importerHeures(fichier('operation;heures\nOP-1;3\n'), contexte);
    expect(lignes).to.deep.equal([]);
    expect(refus.map(({ colonne }) => colonne)).to.deep.equal(['beneficiaire', 'debut', 'fin']);
  });
  it('lit les opérations, plusieurs entreprises séparées par une barre', async () => {
    const csv = `${COLONNES_OPERATIONS.join(';')}\nE-1;École;Ville;;2738;oui;Batinord|Ets Caudron;2026-02-02;2027-08-31;1 024,5;compte-1\n`;
    const { operations, refus } = await importerOperations(fichier(csv, 'operations.csv'), contexte);
    expect(refus).to.deep.equal([]);
    expect(operations).to.deep.equal([
      {
        id: 'E-1',
        intitule: 'École',
        donneurOrdre: 'Ville',
        clause: 'EXECUTION',
        communeInsee: '02738',
        anru: true,
        entreprises: ['Batinord', 'Ets Caudron'],
        debut: '2026-02-02',
        fin: '2027-08-31',
        heuresPrevues: 1024.5,
        facilitateur: 'compte-1',
        demonstration: false,
      },
    ]);
  });
  it('retrouve exactement les chiffres consolidés de 2016', async function () {
    const reel = '../shared/data/heures/heures-2016.csv';
    if (!existsSync(reel)) this.skip();
    const { lignes, operations, refus } = await importerHeures(reel, contexte);
    expect(refus).to.deep.equal([]);
    expect(lignes).to.have.length(12_595);
    const chiffres = calculerIndicateurs(
      lignes.map(({ ligne }) => ligne),
      operations,
      { du: '2016-01-01', au: '2016-12-31' },
    );
    expect(chiffres).to.deep.include({
      hours: 1_302_553,
      buyers: 192,
      operations: 888,
      companies: 1081,
      beneficiaries: 3453,
    });
    expect(Math.round(chiffres.meanHours)).to.equal(377);
    expect([chiffres.fte.h1820, chiffres.fte.h1607].map(Math.round)).to.deep.equal([716, 811]);
    expect(chiffres.publics.RSA.hours).to.equal(299_727);
    expect(chiffres.publics.QPV.hours).to.equal(273_806);
    expect(chiffres.publics.JEUNE.hours).to.equal(473_653);
    expect(chiffres.publics.DELD.hours).to.equal(618_686);
    expect(chiffres.anru.hours).to.equal(61_193);
    expect(chiffres.iae.hours).to.equal(613_866);
    expect(chiffres.alternance.hours).to.equal(163_156.2);
    const pourcents = [
      chiffres.publics.RSA,
      chiffres.publics.QPV,
      chiffres.publics.JEUNE,
      chiffres.iae,
      chiffres.alternance,
      chiffres.publics.DELD,
    ];
    expect(pourcents.map(({ share }) => (share * 100).toFixed(1))).to.deep.equal([
      '23.0',
      '21.0',
      '36.4',
      '47.1',
      '12.5',
      '47.5',
    ]);
    expect(Math.round(chiffres.women.share * 100)).to.equal(16);
    expect(chiffres.women.beneficiaries).to.equal(552);
    expect(chiffres.durableExits).to.equal(866);
  });
});
