import { expect } from 'chai';
import fc from 'fast-check';
import { lireNombre, lireNombreDouteux } from '../../src/nlu/nombres.ts';

const CAS: readonly (readonly [texte: string, attendu: number | null])[] = [
  ['35', 35],
  ['35 heures', 35],
  ['35,5', 35.5],
  ['35.5', 35.5],
  ['35h', 35],
  ['35h30', 35.5],
  ['1 200', 1200],
  ['1\u202f200', 1200],
  ['1200 h', 1200],
  ['1 200,50', 1200.5],
  ['1.200,50', 1200.5],
  ['1.200', 1200],
  ['1.607', 1607],
  ['-5', -5],
  ['zéro', 0],
  ['trente-cinq', 35],
  ['trente cinq', 35],
  ['vingt et un', 21],
  ['soixante et onze', 71],
  ['soixante-dix-sept', 77],
  ['quatre-vingts', 80],
  ['quatre-vingt-onze', 91],
  ['quatre-vingt-dix-sept', 97],
  ['septante-deux', 72],
  ['cent quarante', 140],
  ['trois cents', 300],
  ['mille deux cents', 1200],
  ['douze cents', 1200],
  ['deux mille vingt-six', 2026],
  ['deux cent dix et demi', 210.5],
  ['7 et quart', 7.25],
  ['7 moins le quart', 6.75],
  ['quarente', 40],
  ['environ 40', 40],
  ['une trentaine', 30],
  ['il en faut 12', 12],
  ['une demi-journée', null],
  ['deux trois', null],
  ['12 ou 14', null],
  ['oui', null],
  ['', null],
];

describe('lire un nombre', () => {
  for (const [texte, attendu] of CAS)
    it(`« ${texte} » : ${attendu}`, () => {
      expect(lireNombre(texte)).to.equal(attendu);
    });

  it('dit quand le nombre se lit de deux façons', () => {
    expect(lireNombreDouteux('1.200')).to.deep.equal({ valeur: 1200, doute: true });
    expect(lireNombreDouteux('environ 40')).to.deep.equal({ valeur: 40, doute: true });
    expect(lireNombreDouteux('1 200')).to.deep.equal({ valeur: 1200, doute: false });
  });

  it('relit tout nombre écrit à la française', () => {
    const formats: readonly ((n: number) => string)[] = [
      (n) => String(n),
      (n) => n.toLocaleString('fr-FR'),
      (n) => String(n).replace('.', ','),
      (n) => `${String(n).replace('.', ',')} h`,
    ];
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 999_999 }),
        fc.constantFrom(0, 0.5, 0.25),
        fc.constantFrom(...formats),
        (entier, part, ecrire) => {
          expect(lireNombre(ecrire(entier + part))).to.equal(entier + part);
        },
      ),
    );
  });
});
