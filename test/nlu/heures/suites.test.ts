import { expect } from 'chai';
import { lire } from './aide.ts';

/** Messages d'un même brouillon, puis les lignes attendues. */
const CAS: readonly (readonly [messages: readonly string[], attendu: string])[] = [
  [['7h lundi Claire Boulanger RD 919', 'la veille'], '7 | 2026-11-15 | Claire Boulanger | rd'],
  [
    ['35h S46 Claire Boulanger RD 919', "c'était la semaine d'avant"],
    '35 | 2026-11-02..2026-11-08 | Claire Boulanger | rd',
  ],
  [
    ['7h lundi Claire Boulanger RD 919', 'et mardi 6h'],
    '7 | 2026-11-16 | Claire Boulanger | rd\n6 | 2026-11-17 | Claire Boulanger | rd',
  ],
  [
    ['7h lundi Claire Boulanger RD 919', 'mardi aussi'],
    '7 | 2026-11-16 | Claire Boulanger | rd\n7 | 2026-11-17 | Claire Boulanger | rd',
  ],
  [
    ['7h lundi Claire Boulanger RD 919', 'pareil mardi'],
    '7 | 2026-11-16 | Claire Boulanger | rd\n7 | 2026-11-17 | Claire Boulanger | rd',
  ],
  [['7h lundi Claire Boulanger RD 919', "non c'est pour Farid Zaoui 6h"], '6 | 2026-11-16 | Farid Zaoui | rd'],
  [['7h lundi Claire Boulanger RD 919', "pour Claire c'est 8h"], '8 | 2026-11-16 | Claire Boulanger | rd'],
  [['7h lundi Claire Boulanger RD 919', 'mets 8'], '8 | 2026-11-16 | Claire Boulanger | rd'],
  [['7h lundi Claire Boulanger RD 919', 'je voulais dire 8h'], '8 | 2026-11-16 | Claire Boulanger | rd'],
  [['7h lundi Claire Boulanger RD 919', 'je me suis trompé, 8h30'], '8.5 | 2026-11-16 | Claire Boulanger | rd'],
  [['7h lundi Claire Boulanger RD 919', 'pas 7 mais 8'], '8 | 2026-11-16 | Claire Boulanger | rd'],
  [['7h lundi Claire Boulanger RD 919', '8 et pas 7'], '8 | 2026-11-16 | Claire Boulanger | rd'],
  [['7h lundi Claire Boulanger RD 919', 'corrige les heures : 8'], '8 | 2026-11-16 | Claire Boulanger | rd'],
  [['7h lundi Claire Boulanger RD 919', 'change la date pour mardi'], '7 | 2026-11-17 | Claire Boulanger | rd'],
  [['7h lundi Claire Boulanger RD 919', "la date c'est le 12/11"], '7 | 2026-11-12 | Claire Boulanger | rd'],
  [['7h lundi Claire Boulanger RD 919', 'plutôt mardi'], '7 | 2026-11-17 | Claire Boulanger | rd'],
  [['7h lundi Claire Boulanger RD 919', 'mardi et pas lundi'], '7 | 2026-11-17 | Claire Boulanger | rd'],
  [['7h lundi Claire Boulanger RD 919', 'non, mardi 17'], '7 | 2026-11-17 | Claire Boulanger | rd'],
  [['7h lundi Claire Boulanger RD 919', 'lundi 9 pas lundi 16'], '7 | 2026-11-09 | Claire Boulanger | rd'],
  [['7h lundi Claire Boulanger RD 919', "c'est un homme"], '7 | 2026-11-16 | Claire Boulanger | rd |  | M'],
  [
    ['7h lundi Claire Boulanger RD 919', "c'est une femme, elle habite en QPV"],
    '7 | 2026-11-16 | Claire Boulanger | rd |  | QPV F',
  ],
  [
    ['7h lundi Claire Boulanger RD 919', "rajoute qu'elle est RQTH"],
    '7 | 2026-11-16 | Claire Boulanger | rd |  | TH F',
  ],
  [
    ['7h lundi Claire Boulanger RD 919', 'apprentie'],
    '7 | 2026-11-16 | Claire Boulanger | rd |  | ALTERNANCE F (ALTERNANCE)',
  ],
  [['7h lundi Claire Boulanger RD 919', '24 ans'], '7 | 2026-11-16 | Claire Boulanger | rd |  | JEUNE'],
  [['7h lundi Claire Boulanger RD 919', "elle n'est plus au RSA"], '7 | 2026-11-16 | Claire Boulanger | rd |  | F'],
  [
    ['7h lundi Claire Boulanger RD 919 Batinord', 'pas Batinord, Ets Caudron'],
    '7 | 2026-11-16 | Claire Boulanger | rd | Ets Caudron',
  ],
  [
    ['7h lundi Claire Boulanger RD 919 Batinord', "c'est Ramery"],
    '7 | 2026-11-16 | Claire Boulanger | rd | Ramery Bâtiment',
  ],
  [['7h lundi Claire Boulanger RD 919', 'pour Batinord'], '7 | 2026-11-16 | Claire Boulanger | rd | Batinord'],
  [
    ['7h lundi Claire Boulanger RD 919', "l'entreprise c'est Batinord"],
    '7 | 2026-11-16 | Claire Boulanger | rd | Batinord',
  ],
  [['7h lundi Claire Boulanger RD 919', 'en fait au collège Camus et 6h'], '6 | 2026-11-16 | Claire Boulanger | camus'],
  [
    ['7h lundi Claire Boulanger RD 919', "mauvais chantier, c'est Pasteur"],
    '7 | 2026-11-16 | Claire Boulanger | ecole',
  ],
  [['7h lundi Claire Boulanger RD 919', "c'était à Denain"], '7 | 2026-11-16 | Claire Boulanger | stade'],
  [['7h lundi Claire Boulanger RD 919', 'pas la RD 919, la crèche'], '7 | 2026-11-16 | Claire Boulanger | creche'],
  [['7h lundi Claire Boulanger RD 919', "c'est P-0231"], '7 | 2026-11-16 | P-0231 | rd'],
  [['7h lundi Claire Boulanger RD 919', "son nom c'est Dupont"], '7 | 2026-11-16 | Dupont | rd'],
  [['7h lundi Claire Boulanger RD 919', 'Dupont, pas Boulanger'], '7 | 2026-11-16 | Dupont | rd'],
  [
    ['7h lundi Claire Boulanger RD 919', "j'ai oublié Farid Zaoui, même chose"],
    '7 | 2026-11-16 | Claire Boulanger | rd\n7 | 2026-11-16 | Farid Zaoui | rd',
  ],
  [
    ['7h lundi Claire Boulanger RD 919', 'et Farid et Omar 6h chacun'],
    '7 | 2026-11-16 | Claire Boulanger | rd\n6 | 2026-11-16 | Farid | rd\n6 | 2026-11-16 | Omar | rd',
  ],
  [
    ['7h lundi Claire Boulanger RD 919', 'ajoute aussi Farid Zaoui'],
    '7 | 2026-11-16 | Claire Boulanger | rd\n7 | 2026-11-16 | Farid Zaoui | rd',
  ],
  [['7h lundi Claire Boulanger RD 919', 'plus 2h'], '9 | 2026-11-16 | Claire Boulanger | rd'],
  [['7h lundi Claire Boulanger RD 919', 'ajoute une heure'], '8 | 2026-11-16 | Claire Boulanger | rd'],
  [['7h lundi Claire Boulanger RD 919', 'enlève une demi-heure'], '6.5 | 2026-11-16 | Claire Boulanger | rd'],
  [['7h lundi Claire Boulanger RD 919', 'rajoute 30 minutes'], '7.5 | 2026-11-16 | Claire Boulanger | rd'],
  [['7h lundi Claire Boulanger RD 919', '1h de moins'], '6 | 2026-11-16 | Claire Boulanger | rd'],
  [['7h lundi Claire Boulanger RD 919', 'retire 1h30'], '5.5 | 2026-11-16 | Claire Boulanger | rd'],
  [['7h lundi Claire Boulanger RD 919', 'du 16 au 18'], '7 | 2026-11-16..2026-11-18 | Claire Boulanger | rd'],
  [['35h P-0231', 'du 2 au 6 novembre, école Pasteur'], '35 | 2026-11-02..2026-11-06 | P-0231 | ecole'],
  [['hier', '7h', 'Claire Boulanger', 'RD 919'], '7 | 2026-11-20 | Claire Boulanger | rd'],
  [['pour Claire Boulanger', '7h hier', 'rd919'], '7 | 2026-11-20 | Claire Boulanger | rd'],
  [['RD 919', '7h', 'Claire', 'hier', 'non 8'], '8 | 2026-11-20 | Claire | rd'],
  [
    ['35h', 'S46', "elle s'appelle Rose Tellier, RSA", 'au stade'],
    '35 | 2026-11-09..2026-11-15 | Rose Tellier | stade |  | RSA F',
  ],
  [['Omar Diop collège Camus', '120 h', 'octobre'], '120 | 2026-10-01..2026-10-31 | Omar Diop | camus'],
  [['7h lundi et Claire Boulanger 7h RD 919', 'non 6'], '6 | 2026-11-16 | Claire Boulanger | rd'],
  [
    ['28h Claire et Farid S46 RD 919', 'Claire 21h'],
    '21 | 2026-11-09..2026-11-15 | Claire | rd\n28 | 2026-11-09..2026-11-15 | Farid | rd',
  ],
  [
    ['28h Claire et Farid S46 RD 919', '21 h chacun'],
    '21 | 2026-11-09..2026-11-15 | Claire | rd\n21 | 2026-11-09..2026-11-15 | Farid | rd',
  ],
  [['28h Claire et Farid S46 RD 919', 'enlève Farid'], '28 | 2026-11-09..2026-11-15 | Claire | rd'],
  [
    ['28h Claire et Farid S46 RD 919', 'Farid est RSA'],
    '28 | 2026-11-09..2026-11-15 | Claire | rd\n28 | 2026-11-09..2026-11-15 | Farid | rd |  | RSA',
  ],
  [
    ['28h Claire et Farid S46 RD 919', "c'était la semaine 45"],
    '28 | 2026-11-02..2026-11-08 | Claire | rd\n28 | 2026-11-02..2026-11-08 | Farid | rd',
  ],
  [
    ['28h Claire et Farid S46 RD 919', 'ajoute Omar 14h'],
    '28 | 2026-11-09..2026-11-15 | Claire | rd\n28 | 2026-11-09..2026-11-15 | Farid | rd\n14 | 2026-11-09..2026-11-15 | Omar | rd',
  ],
];

describe('lire les heures : brouillon complété en plusieurs fois', () => {
  for (const [messages, attendu] of CAS)
    it(messages.join(' → ').replaceAll('\n', ' ⏎ '), () => {
      expect(lire(...messages)).to.equal(attendu);
    });
});
