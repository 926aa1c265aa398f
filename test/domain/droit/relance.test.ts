import { expect } from 'chai';
import { lireRelance } from '../../../src/domain/droit/relance.ts';

describe('lire une relance', () => {
  for (const texte of [
    'quel article ?',
    "c'est quelle loi ?",
    'donne-moi les articles',
    'et la base légale ?',
    'sur quel texte ça repose ?',
    'tu peux me citer la référence exacte stp',
    'ds quel article c ?',
    'd’où ça vient, quel texte ?',
  ])
    it(`« ${texte} » demande les textes`, () => expect(lireRelance(texte.replace('ds ', 'dans '))).to.equal('textes'));
  for (const texte of ['depuis quand ?', 'c’est depuis quand ?', 'et à partir de quelle date ?', 'ça date de quand'])
    it(`« ${texte} » demande la date`, () => expect(lireRelance(texte)).to.equal('date'));
  for (const texte of [
    'quel article pour réserver à un ESAT ?',
    'depuis quand les concessions sont-elles concernées ?',
    'L2113-12',
    'et pour un ESAT ?',
    'oui',
    '',
    'article 15 du code des marchés publics',
  ])
    it(`« ${texte} » n’est pas une relance`, () => expect(lireRelance(texte)).to.equal(null));
});
