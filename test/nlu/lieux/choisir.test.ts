import { expect } from 'chai';
import type { Lieu } from '../../../src/domain/territoire.ts';
import { choisirLieu } from '../../../src/nlu/lieux/choisir.ts';
import { lireLieu } from '../../../src/nlu/lieux/lire.ts';
import { index } from './index-de-test.ts';
import { resumer } from './resumer.ts';

const choixDe = (texte: string): readonly Lieu[] => {
  const lecture = lireLieu(texte, index);
  return lecture.type === 'ambigu' ? lecture.choix : [];
};

describe('choisir parmi les lieux proposés', () => {
  const cas: readonly (readonly [string, string, string])[] = [
    ['Boulogne', 'la première', '62160'],
    ['Boulogne', '2', '60093'],
    ['Boulogne', 'le dernier', '59093'],
    ['Boulogne', 'dans l’Oise', '60093'],
    ['Boulogne', '59', '59093'],
    ['Boulogne', 'sur mer', '62160'],
    ['Boulogne', 'c’est la grasse', '60093'],
    ['Boulogne', 'celle du Boulonnais', '62160'],
    ['Boulogne', 'Boulogne-sur-Helpe', '59093'],
    ['Boulogne', '62200', '62160'],
    ['Boulogne', 'non, Lille', '59350'],
    ['Boulogne', 'je ne sais pas', 'aucun'],
    ['Versigny', 'Aisne', '02788'],
    ['Versigny', '60', '60671'],
    ['Versigny', 'Versigny', '? 02788 60671'],
    ['62320', 'rouvroy', '62724'],
    ['62320', 'drocourt svp', '62277'],
    ['thiérache', 'Trois Rivières', '240200600'],
    ['59100', 'Roubaix', '59512'],
  ];
  for (const [question, reponse, attendu] of cas)
    it(`« ${question} » puis « ${reponse} » : ${attendu}`, () =>
      expect(resumer(choisirLieu(reponse, choixDe(question), index))).to.equal(attendu));

  it('accepte le seul lieu proposé à « est-ce bien ce lieu ? »', () => {
    expect(resumer(choisirLieu('Lille', choixDe('Lile'), index))).to.equal('59350');
  });
});
