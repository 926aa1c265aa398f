import { expect } from 'chai';
import { decouper, distance, plier } from '../../src/nlu/normaliser.ts';

describe('normaliser', () => {
  it('plie accents, apostrophes, tirets et espaces insécables', () => {
    expect(plier('L’Œuvre d’Évreux — 1 820 h')).to.equal("l'oeuvre d'evreux - 1 820 h");
  });
  it('garde entiers les nombres, les codes et les noms composés', () => {
    expect(decouper("7,5 h pour P-0231 à l'école Saint-Omer").map((mot) => mot.plie)).to.deep.equal([
      '7,5',
      'h',
      'pour',
      'p-0231',
      'a',
      'l',
      'ecole',
      'saint-omer',
    ]);
  });
  it('rend des bornes qui découpent le texte d’origine', () => {
    const texte = 'Qui suit Évreux ?';
    for (const mot of decouper(texte)) expect(texte.slice(mot.debut, mot.fin)).to.equal(mot.texte);
  });
  it('compte une inversion pour un et s’arrête à la borne', () => {
    expect(distance('netoyage', 'nettoyage')).to.equal(1);
    expect(distance('lilel', 'lille')).to.equal(1);
    expect(distance('douai', 'tourcoing')).to.equal(3);
  });
});
