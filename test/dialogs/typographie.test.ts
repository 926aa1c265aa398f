import { expect } from 'chai';
import { composer, composerReponse } from '../../dialogs/kit/typographie.ts';

describe('typographie', () => {
  it('pose les espaces insécables du français', () => {
    expect(composer('Oui ? « 1 607 h » : 50 % et 216 000 € !')).to.equal(
      'Oui\u202f? «\u00a01\u202f607\u00a0h\u00a0»\u00a0: 50\u00a0% et 216\u202f000\u00a0€\u202f!',
    );
  });
  it('laisse les tableaux, les liens et les années comme ils sont', () => {
    const texte = '| a | b |\n| :--- | :---: |\n[l](https://x.fr/?a=1;b=2) en 2016 2017';
    expect(composer(texte)).to.equal(texte);
  });
  it('ne touche pas à ce qu’un bouton envoie', () => {
    const { choix } = composerReponse({ texte: 'x', choix: [{ titre: 'Oui ?', valeur: 'Oui ?' }] });
    expect(choix).to.deep.equal([{ titre: 'Oui\u202f?', valeur: 'Oui ?' }]);
  });
});
