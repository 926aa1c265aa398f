import { expect } from 'chai';
import { lire } from './aide.ts';

/** Messages d'un même brouillon, puis les lignes attendues. */
const CAS: readonly (readonly [messages: readonly string[], attendu: string])[] = [
  [
    ['21 h Claire Boulanger du 16 au 18 novembre RD 919', 'non 14 et pas 21'],
    '14 | 2026-11-16..2026-11-18 | Claire Boulanger | rd',
  ],
  [
    ['21 h Claire Boulanger du 16 au 18 novembre RD 919', '14 pas 21'],
    '14 | 2026-11-16..2026-11-18 | Claire Boulanger | rd',
  ],
  [
    ['21 h Claire Boulanger du 16 au 18 novembre RD 919', '14h au lieu de 21'],
    '14 | 2026-11-16..2026-11-18 | Claire Boulanger | rd',
  ],
  [
    ['21 h Claire Boulanger du 16 au 18 novembre RD 919', 'remplace 21 par 14'],
    '14 | 2026-11-16..2026-11-18 | Claire Boulanger | rd',
  ],
  [
    ['21 h Claire Boulanger du 16 au 18 novembre RD 919', 'non 12 h'],
    '12 | 2026-11-16..2026-11-18 | Claire Boulanger | rd',
  ],
  [
    ['21 h Claire Boulanger du 16 au 18 novembre RD 919', 'plutôt 18h30'],
    '18.5 | 2026-11-16..2026-11-18 | Claire Boulanger | rd',
  ],
  [
    ['21 h Claire Boulanger du 16 au 18 novembre RD 919', '3 h pardon'],
    '3 | 2026-11-16..2026-11-18 | Claire Boulanger | rd',
  ],
  [
    ['21 h Claire Boulanger du 16 au 18 novembre RD 919', 'non pas 21 h'],
    '? | 2026-11-16..2026-11-18 | Claire Boulanger | rd',
  ],
  [
    ['21 h Claire Boulanger du 16 au 18 novembre RD 919', '7h par jour en fait'],
    '21 | 2026-11-16..2026-11-18 | Claire Boulanger | rd',
  ],
  [
    ['21 h Claire Boulanger du 16 au 18 novembre RD 919', 'ajoute 3 h'],
    '24 | 2026-11-16..2026-11-18 | Claire Boulanger | rd',
  ],
  [
    ['21 h Claire Boulanger du 16 au 18 novembre RD 919', 'retire 2 heures'],
    '19 | 2026-11-16..2026-11-18 | Claire Boulanger | rd',
  ],
  [
    ['21 h Claire Boulanger du 16 au 18 novembre RD 919', '2 h de plus'],
    '23 | 2026-11-16..2026-11-18 | Claire Boulanger | rd',
  ],
  [
    ['21 h Claire Boulanger du 16 au 18 novembre RD 919', '2h en moins'],
    '19 | 2026-11-16..2026-11-18 | Claire Boulanger | rd',
  ],
  [['21 h Claire Boulanger du 16 au 18 novembre RD 919', '-2h'], '19 | 2026-11-16..2026-11-18 | Claire Boulanger | rd'],
  [
    ['21 h Claire Boulanger du 16 au 18 novembre RD 919', "c'était plutôt Rose Tellier"],
    '21 | 2026-11-16..2026-11-18 | Rose Tellier | rd',
  ],
  [
    ['21 h Claire Boulanger RSA du 16 au 18 novembre RD 919', "c'était plutôt Rose Tellier"],
    '21 | 2026-11-16..2026-11-18 | Rose Tellier | rd',
  ],
  [
    ['21 h Claire Boulanger RSA du 16 au 18 novembre RD 919', "c'est Claire Boulangier"],
    '21 | 2026-11-16..2026-11-18 | Claire Boulangier | rd |  | RSA',
  ],
  [
    ['21 h Claire Boulanger du 16 au 18 novembre RD 919', 'pas Claire, Rose Tellier'],
    '21 | 2026-11-16..2026-11-18 | Rose Tellier | rd',
  ],
  [
    ['21 h Claire Boulanger du 16 au 18 novembre RD 919', 'remplace Claire par Rose'],
    '21 | 2026-11-16..2026-11-18 | Rose | rd',
  ],
  [
    ['21 h Claire Boulanger du 16 au 18 novembre RD 919', "elle s'appelle Claire Dupont"],
    '21 | 2026-11-16..2026-11-18 | Claire Dupont | rd |  | F',
  ],
  [
    ['21 h Claire Boulanger du 16 au 18 novembre RD 919', "en fait c'est Batinord, et elle est RSA"],
    '21 | 2026-11-16..2026-11-18 | Claire Boulanger | rd | Batinord | RSA F',
  ],
  [
    ['21 h Claire Boulanger du 16 au 18 novembre RD 919', 'chez Ets Caudron'],
    '21 | 2026-11-16..2026-11-18 | Claire Boulanger | rd | Ets Caudron',
  ],
  [
    ['21 h Claire Boulanger RSA du 16 au 18 novembre RD 919', 'pas RSA, QPV'],
    '21 | 2026-11-16..2026-11-18 | Claire Boulanger | rd |  | QPV',
  ],
  [
    ['21 h Claire Boulanger RSA du 16 au 18 novembre RD 919', 'enlève le RSA'],
    '21 | 2026-11-16..2026-11-18 | Claire Boulanger | rd',
  ],
  [
    ['21 h Claire Boulanger du 16 au 18 novembre RD 919', 'du 17 au 19 plutôt'],
    '21 | 2026-11-17..2026-11-19 | Claire Boulanger | rd',
  ],
  [
    ['21 h Claire Boulanger du 16 au 18 novembre RD 919', "c'était la semaine d'avant"],
    '21 | 2026-11-09..2026-11-15 | Claire Boulanger | rd',
  ],
  [
    ['21 h Claire Boulanger du 16 au 18 novembre RD 919', "en fait 28h et c'était semaine 46"],
    '28 | 2026-11-09..2026-11-15 | Claire Boulanger | rd',
  ],
  [
    ['21 h Claire Boulanger du 16 au 18 novembre RD 919', 'sur le collège Camus'],
    '21 | 2026-11-16..2026-11-18 | Claire Boulanger | camus',
  ],
  [
    ['21 h Claire Boulanger du 16 au 18 novembre RD 919', 'Camus pas RD 919'],
    '21 | 2026-11-16..2026-11-18 | Claire Boulanger | camus',
  ],
  [['21 h Claire Boulanger du 16 au 18 novembre RD 919', 'oui mais change la date'], '21 | ? | Claire Boulanger | rd'],
  [
    ['21 h Claire Boulanger du 16 au 18 novembre RD 919', 'oui mais il y a une erreur'],
    '21 | 2026-11-16..2026-11-18 | Claire Boulanger | rd',
  ],
  [
    ['21 h Claire Boulanger du 16 au 18 novembre RD 919', "c'est pas le bon chantier"],
    '21 | 2026-11-16..2026-11-18 | Claire Boulanger | ?',
  ],
  [
    ['21 h Claire Boulanger du 16 au 18 novembre RD 919', 'merci'],
    '21 | 2026-11-16..2026-11-18 | Claire Boulanger | rd',
  ],
  [['21 h Claire Boulanger du 16 au 18 novembre RD 919', 'oui'], '21 | 2026-11-16..2026-11-18 | Claire Boulanger | rd'],
  [['7h hier Claire Boulanger RD 919', 'et pas hier, avant-hier'], '7 | 2026-11-19 | Claire Boulanger | rd'],
  [['7h hier Claire Boulanger RD 919', 'pas hier mais lundi'], '7 | 2026-11-16 | Claire Boulanger | rd'],
  [
    ['7h hier Claire Boulanger RD 919', 'la même chose pour Paul Petit'],
    '7 | 2026-11-20 | Claire Boulanger | rd\n7 | 2026-11-20 | Paul Petit | rd',
  ],
  [
    ['7h hier Claire Boulanger RSA RD 919', 'pareil pour Paul Petit'],
    '7 | 2026-11-20 | Claire Boulanger | rd |  | RSA\n7 | 2026-11-20 | Paul Petit | rd',
  ],
  [
    ['7h hier Claire Boulanger RD 919', 'et Farid Zaoui 6h'],
    '7 | 2026-11-20 | Claire Boulanger | rd\n6 | 2026-11-20 | Farid Zaoui | rd',
  ],
  [
    ['7h hier Claire Boulanger RD 919', 'Farid Zaoui aussi'],
    '7 | 2026-11-20 | Claire Boulanger | rd\n7 | 2026-11-20 | Farid Zaoui | rd',
  ],
  [
    ['7h hier Claire Boulanger RD 919', 'ajoute Paul Petit 6h'],
    '7 | 2026-11-20 | Claire Boulanger | rd\n6 | 2026-11-20 | Paul Petit | rd',
  ],
  [
    ['7h hier Claire Boulanger RD 919', 'ajoute 6h lundi'],
    '7 | 2026-11-20 | Claire Boulanger | rd\n6 | 2026-11-16 | Claire Boulanger | rd',
  ],
  [
    ['7h hier Claire Boulanger RD 919', 'et Farid Zaoui 6h', 'Claire 5h'],
    '5 | 2026-11-20 | Claire Boulanger | rd\n6 | 2026-11-20 | Farid Zaoui | rd',
  ],
  [
    ['7h hier Claire Boulanger RD 919', 'et Farid Zaoui 6h', 'non 5 et pas 6'],
    '7 | 2026-11-20 | Claire Boulanger | rd\n5 | 2026-11-20 | Farid Zaoui | rd',
  ],
  [['7h hier Claire Boulanger RD 919', 'et Farid Zaoui 6h', 'retire Farid'], '7 | 2026-11-20 | Claire Boulanger | rd'],
  [
    ['7h hier Claire Boulanger RD 919', 'et Farid Zaoui 6h', 'sur Pasteur'],
    '7 | 2026-11-20 | Claire Boulanger | ecole\n6 | 2026-11-20 | Farid Zaoui | ecole',
  ],
  [
    ['7h hier Claire Boulanger RD 919', 'et Farid Zaoui 6h', "c'était avant-hier"],
    '7 | 2026-11-19 | Claire Boulanger | rd\n6 | 2026-11-19 | Farid Zaoui | rd',
  ],
  [['je dois déclarer des heures', '28'], '28 | ? | ? | ?'],
  [['28 h', 'P-0231'], '28 | ? | P-0231 | ?'],
  [['28 h', 'hier'], '28 | 2026-11-20 | ? | ? |  |  | !plus-de-24-h-en-un-jour'],
  [['28 h', 'Pasteur'], '28 | ? | ? | ecole'],
  [['28 h', 'une femme'], '28 | ? | ? | ? |  | F'],
  [['28 h', 's46', 'dupont'], '28 | 2026-11-09..2026-11-15 | dupont | ?'],
  [['28 h', 's46', 'Pasteur', "le bénéficiaire c'est Dupont"], '28 | 2026-11-09..2026-11-15 | Dupont | ecole'],
  [['21 h', 'P-0231', 'Pasteur', '12'], '21 | 2026-11-12 | P-0231 | ecole'],
  [['7h lundi', 'code 44'], '7 | 2026-11-16 | 44 | ?'],
  [['8h hier Omar Diop', 'au stade'], '8 | 2026-11-20 | Omar Diop | stade'],
  [['8h hier Omar Diop', 'Aubrac'], '8 | 2026-11-20 | Omar Diop | {aubrac1 aubrac2}'],
  [['8h hier Omar Diop', 'Aubrac', 'à Arras'], '8 | 2026-11-20 | Omar Diop | aubrac1'],
  [['8h hier Omar Diop', 'Aubrac', 'la piscine'], '8 | 2026-11-20 | Omar Diop | aubrac2'],
  [
    ['7h Claire', 'mardi, sur la RD919, elle est apprentie'],
    '7 | 2026-11-17 | Claire | rd |  | ALTERNANCE F (ALTERNANCE)',
  ],
  [['7h le 30/02 Claire RD 919', 'le 28/10'], '7 | 2026-10-28 | Claire | rd'],
  [
    ['300 h mardi P-8005 homme RSA Pasteur Batinord', '3 h pardon'],
    '3 | 2026-11-17 | P-8005 | ecole | Batinord | RSA M',
  ],
  [['-7h hier Claire RD 919', '7h'], '7 | 2026-11-20 | Claire | rd'],
  [["7h l'autre jour Claire RD 919", 'mardi'], '7 | 2026-11-17 | Claire | rd'],
  [
    ['35 h à 3 personnes Pasteur s46', 'Paul Petit, Marie Leroy et Ahmed Said'],
    '35 | 2026-11-09..2026-11-15 | Paul Petit | ecole\n35 | 2026-11-09..2026-11-15 | Marie Leroy | ecole\n35 | 2026-11-09..2026-11-15 | Ahmed Said | ecole',
  ],
];

describe('lire les heures : brouillon complété et corrigé', () => {
  for (const [messages, attendu] of CAS)
    it(messages.join(' → ').replaceAll('\n', ' ⏎ '), () => {
      expect(lire(...messages)).to.equal(attendu);
    });
});
