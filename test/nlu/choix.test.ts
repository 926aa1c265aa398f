import { expect } from 'chai';
import { lireChoix } from '../../src/nlu/choix.ts';

const SECTEURS = ['Bâtiment', 'Nettoyage', 'Espaces verts'];

const CAS: readonly (readonly [texte: string, attendu: number | null])[] = [
  ['Bâtiment', 0],
  ['batiment', 0],
  ['netoyage', 1],
  ['le nettoyage', 1],
  ['espace vert', 2],
  ['le 2', 1],
  ['2', 1],
  ['n°3', 2],
  ['choix 1', 0],
  ['deuxième', 1],
  ['la deuxième', 1],
  ['le dernier', 2],
  ['la 1ère', 0],
  ['BTP', null],
  ['4', null],
  ['les deux', null],
  ['aucun', null],
  ['', null],
];

describe('lire un choix', () => {
  for (const [texte, attendu] of CAS)
    it(`« ${texte} » : ${attendu}`, () => {
      expect(lireChoix(texte, SECTEURS)).to.equal(attendu);
    });

  it('ne tranche pas entre deux options aussi proches', () => {
    expect(lireChoix('aubrac', ['Lycée Aubrac', 'Piscine Aubrac'])).to.equal(null);
    expect(lireChoix('la piscine', ['Lycée Aubrac', 'Piscine Aubrac'])).to.equal(1);
  });
});
