import { expect } from 'chai';
import fc from 'fast-check';
import type { Ecriture, LigneHeures, Operation } from '../../src/domain/heures.ts';
import type { Dimension } from '../../src/domain/indicateurs/demande.ts';
import { operationsParNumero, type Selection, TOUT } from '../../src/domain/indicateurs/selection.ts';
import { TableLignes } from '../../src/domain/indicateurs/table.ts';
import { ventiler } from '../../src/domain/indicateurs/ventiler.ts';
import { Cumuls } from '../../src/services/indicateurs/cumuls.ts';
import { grouperSelon } from '../../src/services/indicateurs/repartir.ts';
import type { Vue } from '../../src/services/indicateurs/vue.ts';
import { OPERATIONS } from '../support/clausette.ts';

const origine = { auteur: 'f', canal: 'essai', message: 'm/1', le: '2026-11-21T10:00:00+01:00' };
const ligne: fc.Arbitrary<LigneHeures> = fc.record({
  operation: fc.constantFrom('E-1', 'E-2', 'E-3', 'E-9'),
  beneficiaire: fc.constantFrom('P-1', 'P-2', 'P-3', 'P-4'),
  debut: fc.constant('2016-01-01'),
  fin: fc.constantFrom('2016-01-31', '2016-02-10', '2017-05-01', '2015-12-31'),
  heures: fc.integer({ min: 1, max: 400 }).map((n) => n / 4),
  entreprise: fc.constantFrom(null, 'A', 'B'),
  publics: fc.constantFrom([], ['RSA'], ['RSA', 'QPV']),
  sexe: fc.constantFrom(null, 'F', 'M'),
  anneeNaissance: fc.constantFrom(null, 1998),
  modalite: fc.constantFrom(null, 'ETTI', 'GEIQ'),
  sortie: fc.constantFrom(null, 'CDI'),
});
const pas = fc.record({
  type: fc.constantFrom('saisie', 'saisie', 'saisie', 'correction', 'annulation', 'operation'),
  cible: fc.nat(6),
  ligne,
});

const SELECTIONS: Readonly<Record<string, Selection>> = {
  tout: TOUT,
  janvier: { ...TOUT, periode: { du: '2016-01-01', au: '2016-01-31' } },
  femmes: { ...TOUT, sexe: 'F', modalite: 'ETTI' },
  douai: { ...TOUT, operation: ({ communeInsee }) => communeInsee === '59178' },
};
const DIMENSIONS: readonly Dimension[] = ['mois', 'public', 'acheteur', 'entreprise', 'sexe', 'modalite'];

const repartir = (cumuls: Cumuls, vue: Vue, nom: string, dimension: Dimension) =>
  cumuls.repartir(vue, SELECTIONS[nom] ?? TOUT, `${dimension} ${nom}`, () =>
    grouperSelon(dimension, {
      ...vue,
      nomDeGroupe: dimension === 'acheteur' ? ({ donneurOrdre }) => donneurOrdre : null,
    }),
  );

describe('cumuls tenus à jour', function () {
  this.timeout(60_000);
  it('répondent comme si tout était recompté, après chaque écriture et chaque opération changée', () => {
    fc.assert(
      fc.property(fc.array(pas, { minLength: 1, maxLength: 12 }), (suite) => {
        const table = new TableLignes();
        const cumuls = new Cumuls();
        let operations: readonly Operation[] = OPERATIONS;
        for (const [rang, { type, cible, ligne: dite }] of suite.entries()) {
          if (type === 'operation')
            operations = operations.map((op, place) =>
              place === cible % 4 ? { ...op, donneurOrdre: `Ville ${rang}` } : op,
            );
          else {
            const ecriture: Ecriture =
              type === 'saisie'
                ? { type, id: `s${rang}`, ligne: dite, alertes: [], origine }
                : type === 'correction'
                  ? { type, id: `c${rang}`, vise: `s${cible}`, ligne: dite, origine }
                  : { type: 'annulation', id: `a${rang}`, vise: `s${cible}`, origine };
            table.appliquer(ecriture);
          }
          const parNumero = operationsParNumero(table, new Map(operations.map((op) => [op.id, op])));
          const vue: Vue = { table, parNumero, operations };
          cumuls.regarder(vue);
          for (const [nom, selection] of Object.entries(SELECTIONS)) {
            const neufs = new Cumuls();
            expect(cumuls.compter(vue, selection, nom).agregat).to.deep.equal(
              neufs.compter(vue, selection, nom).agregat,
            );
            for (const dimension of DIMENSIONS)
              expect(repartir(cumuls, vue, nom, dimension), `${nom} ${dimension}`).to.deep.equal(
                repartir(neufs, vue, nom, dimension),
              );
          }
        }
      }),
      { numRuns: 20 },
    );
  });
  it('répartissent de même entre peu ou beaucoup de groupes', () => {
    fc.assert(
      fc.property(fc.array(ligne, { maxLength: 20 }), (lignes) => {
        const table = new TableLignes();
        for (const [rang, dite] of lignes.entries())
          table.appliquer({ type: 'saisie', id: `s${rang}`, ligne: dite, alertes: [], origine });
        const vue: Vue = { table, parNumero: operationsParNumero(table, new Map()), operations: [] };
        const rangs = Int32Array.from(lignes, (_, rang) => rang);
        for (const dimension of ['mois', 'trimestre', 'annee', 'sexe', 'modalite', 'entreprise'] as const) {
          const selon = grouperSelon(dimension, { ...vue, nomDeGroupe: null });
          expect(repartir(new Cumuls(), vue, 'tout', dimension)).to.deep.equal(ventiler(table, rangs, selon));
        }
      }),
    );
  });
  it('comptent à part les lignes qui ne disent aucun public', () => {
    const table = new TableLignes();
    const base = {
      operation: 'E-1',
      beneficiaire: 'P-1',
      debut: '2016-01-01',
      fin: '2016-01-31',
      heures: 7,
      entreprise: null,
      publics: [],
      sexe: null,
      anneeNaissance: null,
      modalite: null,
      sortie: null,
    };
    table.appliquer({ type: 'saisie', id: 's1', ligne: base, alertes: [], origine });
    table.appliquer({
      type: 'saisie',
      id: 's2',
      ligne: { ...base, publics: ['RSA'], heures: 5 },
      alertes: [],
      origine,
    });
    const vue: Vue = { table, parNumero: [undefined], operations: [] };
    const cases = repartir(new Cumuls(), vue, 'tout', 'public').map(({ cle, hours }) => [cle, hours]);
    expect(cases).to.deep.equal([
      ['non-dit', 7],
      ['RSA', 5],
    ]);
  });
});
