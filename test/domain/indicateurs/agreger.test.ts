import { expect } from 'chai';
import fc from 'fast-check';
import {
  type Ecriture,
  type LigneHeures,
  Modalite,
  type Operation,
  Public,
  Sortie,
} from '../../../src/domain/heures.ts';
import { agreger } from '../../../src/domain/indicateurs/agreger.ts';
import { operationsParNumero, selectionner, TOUT } from '../../../src/domain/indicateurs/selection.ts';
import { TableLignes } from '../../../src/domain/indicateurs/table.ts';
import { calculerIndicateurs } from '../../../src/domain/indicateurs.ts';
import { rejouer } from '../../../src/domain/registre.ts';

const operation = (id: string, communeInsee: string, anru: boolean): Operation => ({
  id,
  intitule: `Opération ${id}`,
  donneurOrdre: id === 'OP-3' ? 'Ville A' : 'Ville B',
  clause: 'EXECUTION',
  communeInsee,
  anru,
  entreprises: [],
  debut: null,
  fin: null,
  heuresPrevues: null,
  facilitateur: null,
  demonstration: false,
});
const OPERATIONS = new Map(
  [operation('OP-1', '59350', true), operation('OP-2', '60057', false), operation('OP-3', '80021', false)].map((op) => [
    op.id,
    op,
  ]),
);

const jour = fc
  .integer({ min: 1, max: 28 })
  .map((j) => `2016-${String((j % 12) + 1).padStart(2, '0')}-${String(j).padStart(2, '0')}`);
const ligne: fc.Arbitrary<LigneHeures> = fc.record({
  operation: fc.constantFrom('OP-1', 'OP-2', 'OP-3', 'OP-inconnue'),
  beneficiaire: fc.constantFrom('P-1', 'P-2', 'P-3', 'P-4', 'P-5', 'P-6'),
  debut: jour,
  fin: jour,
  heures: fc.integer({ min: 1, max: 3000 }).map((n) => n / 10),
  entreprise: fc.constantFrom(null, 'A', 'B'),
  publics: fc.uniqueArray(fc.constantFrom(...Public.options), { maxLength: 3 }),
  sexe: fc.constantFrom(null, 'F' as const, 'M' as const),
  anneeNaissance: fc.constantFrom(null, 1960, 1990, 1998),
  modalite: fc.constantFrom(null, ...Modalite.options),
  sortie: fc.constantFrom(null, ...Sortie.options),
});
const origine = { auteur: 'f', canal: 'essai', message: 'm/12', le: '2026-11-21T10:00:00+01:00' };

/** Suite de saisies, corrections et annulations. */
const ecritures: fc.Arbitrary<Ecriture[]> = fc
  .array(fc.tuple(fc.constantFrom('saisie', 'correction', 'annulation'), fc.nat(8), ligne), { maxLength: 30 })
  .map((gestes) =>
    gestes.map(([type, cible, dite], rang): Ecriture => {
      if (type === 'correction') return { type, id: `c${rang}`, vise: `s${cible}`, ligne: dite, origine };
      if (type === 'annulation') return { type, id: `a${rang}`, vise: `s${cible}`, origine };
      return { type: 'saisie', id: `s${rang}`, ligne: dite, alertes: [], origine };
    }),
  );

const remplir = (suite: readonly Ecriture[]): TableLignes => {
  const table = new TableLignes();
  for (const ecriture of suite) table.appliquer(ecriture);
  return table;
};

describe('colonnes d’heures', () => {
  it('gardent les mêmes lignes que le registre rejoué, dans le même ordre', () => {
    fc.assert(
      fc.property(ecritures, (suite) => {
        expect([...remplir(suite).entries()]).to.deep.equal([...rejouer(suite).entries()]);
      }),
    );
  });
  it('donnent les mêmes indicateurs que le calcul ligne à ligne', () => {
    fc.assert(
      fc.property(ecritures, fc.constantFrom(null, { du: '2016-03-01', au: '2016-08-31' }), (suite, periode) => {
        const table = remplir(suite);
        const parNumero = operationsParNumero(table, OPERATIONS);
        const rangs = selectionner(table, parNumero, { ...TOUT, periode });
        const attendus = calculerIndicateurs(
          [...rejouer(suite).values()].map((active) => active.ligne),
          OPERATIONS,
          periode,
        );
        expect(agreger(table, rangs, parNumero).indicateurs).to.deep.equal(attendus);
      }),
    );
  });
  it('filtrent comme un filtre écrit ligne à ligne', () => {
    fc.assert(
      fc.property(ecritures, (suite) => {
        const table = remplir(suite);
        const parNumero = operationsParNumero(table, OPERATIONS);
        const rangs = selectionner(table, parNumero, {
          ...TOUT,
          public: 'RSA',
          sexe: 'F',
          modalite: 'ETTI',
          entreprise: 'A',
        });
        const attendues = [...rejouer(suite).values()].filter(
          ({ ligne: lue }) =>
            lue.publics.includes('RSA') && lue.sexe === 'F' && lue.modalite === 'ETTI' && lue.entreprise === 'A',
        );
        expect([...rangs].map((rang) => table.lire(rang).id)).to.deep.equal(attendues.map(({ id }) => id));
      }),
    );
  });
  it('retrouvent les lignes d’une personne, d’une opération, d’un auteur', () => {
    fc.assert(
      fc.property(ecritures, (suite) => {
        const table = remplir(suite);
        const lignes = [...rejouer(suite).values()];
        expect(table.deBeneficiaire('P-2')).to.deep.equal(lignes.filter((l) => l.ligne.beneficiaire === 'P-2'));
        expect(table.deOperation('OP-1')).to.deep.equal(lignes.filter((l) => l.ligne.operation === 'OP-1'));
        expect(table.deAuteur('personne')).to.deep.equal([]);
      }),
    );
  });
});
