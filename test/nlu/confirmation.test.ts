import { expect } from 'chai';
import { lireConfirmation } from '../../src/nlu/confirmation.ts';

const OUI =
  "oui,ouais,ok,OK,yes,Oui !,oui merci,c'est bon,c bon,exact,d'accord,bien sûr,valider,je confirme,je valide,ok je valide ma saisie,parfait merci,oui c'est ça,👍,tout est bon,oui tu peux enregistrer,oui vous pouvez valider,nickel,ça marche";
const NON =
  "non,nan,pas du tout,non merci,surtout pas,c'est faux,annule,non pas du tout,pas d'accord,non il y a une erreur";
const RIEN = [
  'oui mais change la date',
  'oui mais il y a une erreur',
  'oui sauf les heures',
  'non 14',
  'non, 12 h',
  'oui 12 h',
  "non c'était Claire",
  'onze',
  'nonante',
  'bonjour',
  'ok et pour le QPV ?',
  'Claire Boulanger',
  '',
];

describe('lire une confirmation', () => {
  for (const texte of OUI.split(','))
    it(`« ${texte} » est un oui`, () => expect(lireConfirmation(texte)).to.equal('oui'));
  for (const texte of NON.split(','))
    it(`« ${texte} » est un non`, () => expect(lireConfirmation(texte)).to.equal('non'));
  for (const texte of RIEN)
    it(`« ${texte} » n'est ni l'un ni l'autre`, () => expect(lireConfirmation(texte)).to.equal(null));
});
