import { expect } from 'chai';
import { score } from './aide.ts';

const HEURES = [
  '35h P-0231 pasteur hier',
  'Claire Boulanger, RD 919, 7 h, 19 novembre',
  'je dois déclarer des heures',
  'saisir des heures',
  'ajouter des heures pour P-0231',
  'bjr 7h hier pour karim sur camus svp',
  'Peux-tu mettre 7h hier à Claire Boulanger sur la RD 919 ?',
  'farid zaoui 35 h s46 pasteur',
];

const AUTRES = [
  "combien d'heures d'insertion pour un marché de 500 000 € ?",
  "35 heures c'est la durée légale ?",
  "480 heures association intermédiaire c'est quoi cette limite",
  'quel article pour un marché réservé SIAE ?',
  'comment déclarer des heures ?',
  'total P-8001',
  'annule la dernière saisie',
  "Combien d'heures a fait Claire Boulanger en octobre ?",
  "1607 heures par an c'est un ETP ?",
  "comment compter les heures d'un apprenti ?",
  'qui est le facilitateur à Denain ?',
  'bonjour',
  'un lot de 90 000 € HT doit-il avoir une clause sociale ?',
  "quelle est la durée minimum d'un contrat ?",
];

const SUITES: readonly string[] = [
  '14 h',
  'non 12',
  'hier',
  'Pasteur',
  'une femme',
  'elle est RSA',
  'ajoute 3 h',
  'pas Claire, Rose Tellier',
];
const SANS_RAPPORT: readonly string[] = [
  'quel article pour un marché réservé SIAE ?',
  "combien d'heures pour un marché de 500 000 € ?",
  'merci',
  'oui',
];

describe('reconnaître un message d’heures', () => {
  for (const texte of HEURES) it(`« ${texte} » en est un`, () => expect(score(texte)).to.be.at.least(0.7));
  for (const texte of AUTRES) it(`« ${texte} » n'en est pas un`, () => expect(score(texte)).to.be.at.most(0.4));
  for (const texte of SUITES)
    it(`« ${texte} » corrige un brouillon`, () =>
      expect(score(texte, '7h lundi Claire Boulanger RD 919')).to.be.at.least(0.7));
  for (const texte of SANS_RAPPORT)
    it(`« ${texte} » ne corrige pas un brouillon`, () =>
      expect(score(texte, '7h lundi Claire Boulanger RD 919')).to.be.at.most(0.4));
});
