import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import fc from 'fast-check';
import type { LigneHeures, Operation } from '../../src/domain/heures.ts';
import { COLONNES_HEURES, importerHeures } from '../../src/import/heures.ts';
import { importerOperations } from '../../src/import/operations.ts';
import { lireColonnes, proposerColonnes } from '../../src/import/tableur/colonnes.ts';
import { type Cellule, ecrireClasseur } from '../../src/import/tableur/ecrire-classeur.ts';
import { ecrireCsv } from '../../src/import/tableur/ecrire-csv.ts';
import { cellulesHeures } from '../../src/import/tableur/lignes-heures.ts';
import { lireClasseur } from '../../src/import/tableur/lire-classeur.ts';

const contexte = { communeConnue: () => true, operationConnue: () => false, coder: (nom: string) => nom };
const OPERATION: Operation = {
  id: 'OP-1',
  intitule: 'École « Pasteur » ; lot <1> & suite',
  donneurOrdre: 'Ville "haute"',
  clause: 'EXECUTION',
  communeInsee: '02738',
  anru: true,
  entreprises: ['Bâti;nord'],
  debut: null,
  fin: null,
  heuresPrevues: null,
  facilitateur: null,
  demonstration: false,
};
const LIGNES: readonly LigneHeures[] = [35.6, 7.25, 120].map((heures, rang) => ({
  operation: 'OP-1',
  beneficiaire: `P-${rang}`,
  debut: '2026-10-01',
  fin: '2026-10-31',
  heures,
  entreprise: 'Bâti;nord',
  publics: rang === 0 ? ['RSA', 'JEUNE'] : [],
  sexe: rang === 1 ? 'F' : null,
  anneeNaissance: rang === 2 ? 1998 : null,
  modalite: 'ETTI',
  sortie: rang === 0 ? 'CDI' : null,
}));

describe('tableurs', () => {
  let dossier: string;
  beforeEach(() => {
    dossier = mkdtempSync(join(tmpdir(), 'clausette-tableur-'));
  });
  afterEach(() => rmSync(dossier, { recursive: true, force: true }));
  const chemin = (nom: string) => join(dossier, nom);
  const rangees = async (fichier: string): Promise<string[][]> => {
    const lues: string[][] = [];
    for await (const { cases } of lireClasseur(fichier)) lues.push([...cases]);
    return lues;
  };

  for (const extension of ['csv', 'xlsx'] as const) {
    it(`rend les mêmes lignes après un aller-retour en .${extension}`, async () => {
      const tout: (readonly Cellule[])[] = [
        [...COLONNES_HEURES],
        ...LIGNES.map((ligne) => cellulesHeures(ligne, OPERATION)),
      ];
      const fichier = chemin(`heures.${extension}`);
      if (extension === 'csv') await ecrireCsv(fichier, tout);
      else await ecrireClasseur(fichier, [{ nom: 'Heures', lignes: tout }]);
      const { lignes, operations, refus } = await importerHeures(fichier, contexte);
      expect(refus).to.deep.equal([]);
      expect(lignes.map(({ ligne }) => ligne)).to.deep.equal(LIGNES);
      expect(operations.get('OP-1')).to.deep.equal(OPERATION);
    });
  }
  it('relit tout texte d’un classeur, quels que soient ses signes', async () => {
    // biome-ignore lint/suspicious/noControlCharactersInRegex: ces signes n'existent pas en XML.
    const propre = (texte: string) => texte.replace(/[\u0000-\u001f\ufffe\uffff]|[\ud800-\udfff]/g, '').trim();
    const texte = fc.string({ unit: 'grapheme', maxLength: 20 }).map(propre);
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(texte, fc.integer()), { minLength: 1, maxLength: 8 }), async (paires) => {
        const fichier = chemin('signes.xlsx');
        await ecrireClasseur(fichier, [{ nom: 'Essai', lignes: paires.map(([mot, n]) => [`a${mot}`, n]) }]);
        expect(await rangees(fichier)).to.deep.equal(paires.map(([mot, n]) => [`a${mot}`, String(n)]));
      }),
      { numRuns: 40 },
    );
  });
  it('écrit une archive que l’on reconnaît', async () => {
    await ecrireClasseur(chemin('vide.xlsx'), [{ nom: 'Vide', lignes: [] }]);
    expect(readFileSync(chemin('vide.xlsx')).subarray(0, 4).toString('latin1')).to.equal('PK\u0003\u0004');
    expect(await rangees(chemin('vide.xlsx'))).to.deep.equal([]);
  });
  it('propose une correspondance pour les titres d’un autre outil', () => {
    const titres = [
      'N° opération',
      'Maître d’ouvrage',
      'Titulaire',
      'Code salarié',
      'Du',
      'Au',
      'Nb heures',
      'Remarque',
    ];
    expect(proposerColonnes(titres, COLONNES_HEURES).map(({ colonne }) => colonne)).to.deep.equal([
      'operation',
      'donneur_ordre',
      'entreprise',
      'beneficiaire',
      'debut',
      'fin',
      'heures',
      null,
    ]);
  });
  it('lit la correspondance confirmée, et refuse une colonne inconnue', () => {
    expect(lireColonnes('heures=Nb heures, debut=Du', COLONNES_HEURES)).to.deep.equal({
      colonnes: new Map([
        ['nb heures', 'heures'],
        ['du', 'debut'],
      ]),
    });
    expect(lireColonnes('prix=Du', COLONNES_HEURES)).to.have.property('raison').that.contains('« prix »');
  });
  it('lit lot, montant et règle d’une opération', async () => {
    const titres = ['operation', 'intitule', 'donneur_ordre', 'commune_insee', 'lot', 'montant', 'regle'];
    const tout = [titres, ['OP-1', 'École', 'Ville', '59178', '2', '1 250 000 €', '1 h / 2 000 €']];
    await ecrireCsv(chemin('operations.csv'), tout);
    const { operations, refus } = await importerOperations(chemin('operations.csv'), contexte);
    expect(refus).to.deep.equal([]);
    expect(operations[0]).to.deep.include({
      lot: '2',
      montant: 1_250_000,
      regle: { type: 'euros-par-heure', euros: 2000 },
    });
  });

  it('lit les publics du contrat et le report du surplus, et refuse ce qui n’en est pas', async () => {
    const fichier = chemin('operations.csv');
    writeFileSync(
      fichier,
      [
        'operation;intitule;donneur_ordre;commune_insee;publics;report_surplus',
        'OP-1;École;Ville;59350;RSA, QPV;oui',
        'OP-2;Stade;Ville;59350;;',
        'OP-3;Pont;Ville;59350;RSA|CHOMEUR;peut-être',
      ].join('\n'),
    );
    const { operations, refus } = await importerOperations(fichier, contexte);
    expect(operations[0]).to.deep.include({ publics: ['RSA', 'QPV'], reportSurplus: true });
    expect(operations[1]).to.not.have.any.keys('publics', 'reportSurplus');
    expect(operations).to.have.length(2);
    expect(refus.map(({ ligne, colonne }) => [ligne, colonne])).to.deep.equal([
      [4, 'publics'],
      [4, 'report_surplus'],
    ]);
  });
});
