import { expect } from 'chai';
import { lire } from './aide.ts';

/** Messages d'un même brouillon, puis les lignes attendues. */
const CAS: readonly (readonly [messages: readonly string[], attendu: string])[] = [
  [
    ['Claire Boulanger 7h et Farid Zaoui 6h hier RD 919'],
    '7 | 2026-11-20 | Claire Boulanger | rd\n6 | 2026-11-20 | Farid Zaoui | rd',
  ],
  [
    ['7h pour Claire Boulanger et 6h pour Farid Zaoui hier RD 919'],
    '7 | 2026-11-20 | Claire Boulanger | rd\n6 | 2026-11-20 | Farid Zaoui | rd',
  ],
  [
    ['le 17/11 sur RD 919 : Claire Boulanger 7h, Farid Zaoui 6h et Omar Diop 5h'],
    '7 | 2026-11-17 | Claire Boulanger | rd\n6 | 2026-11-17 | Farid Zaoui | rd\n5 | 2026-11-17 | Omar Diop | rd',
  ],
  [
    ['28h chacune pour Claire Boulanger et Rose Tellier du 9 au 12 novembre stade nautique'],
    '28 | 2026-11-09..2026-11-12 | Claire Boulanger | stade\n28 | 2026-11-09..2026-11-12 | Rose Tellier | stade',
  ],
  [
    ['35 h chacun pour Claire, Farid et Omar, s46, rd919'],
    '35 | 2026-11-09..2026-11-15 | Claire | rd\n35 | 2026-11-09..2026-11-15 | Farid | rd\n35 | 2026-11-09..2026-11-15 | Omar | rd',
  ],
  [
    ['Claire Boulanger, Farid Zaoui : 7h hier RD919'],
    '7 | 2026-11-20 | Claire Boulanger | rd\n7 | 2026-11-20 | Farid Zaoui | rd',
  ],
  [
    ['Claire Boulanger 7h RD 919, Farid Zaoui 6h école Pasteur, hier'],
    '7 | 2026-11-20 | Claire Boulanger | rd\n6 | 2026-11-20 | Farid Zaoui | ecole',
  ],
  [
    ['Claire Boulanger 7h lundi et Farid Zaoui 6h mardi RD 919'],
    '7 | 2026-11-16 | Claire Boulanger | rd\n6 | 2026-11-17 | Farid Zaoui | rd',
  ],
  [
    ['Claire Boulanger lundi 7h, mardi 6h30, mercredi 7h, RD 919'],
    '7 | 2026-11-16 | Claire Boulanger | rd\n6.5 | 2026-11-17 | Claire Boulanger | rd\n7 | 2026-11-18 | Claire Boulanger | rd',
  ],
  [
    ['Claire Boulanger 7h le 16/11, 7h le 17/11 et 6h le 18/11 RD 919'],
    '7 | 2026-11-16 | Claire Boulanger | rd\n7 | 2026-11-17 | Claire Boulanger | rd\n6 | 2026-11-18 | Claire Boulanger | rd',
  ],
  [
    ['Claire Boulanger hier : 4h école Pasteur et 3h RD 919'],
    '4 | 2026-11-20 | Claire Boulanger | ecole\n3 | 2026-11-20 | Claire Boulanger | rd',
  ],
  [
    ['P-0231 : 35h ; P-0232 : 28h ; P-0233 : 21h, s46, RD 919'],
    '35 | 2026-11-09..2026-11-15 | P-0231 | rd\n28 | 2026-11-09..2026-11-15 | P-0232 | rd\n21 | 2026-11-09..2026-11-15 | P-0233 | rd',
  ],
  [
    ['P-0231 et P-0232 35h chacun s46 rd919'],
    '35 | 2026-11-09..2026-11-15 | P-0231 | rd\n35 | 2026-11-09..2026-11-15 | P-0232 | rd',
  ],
  [
    ['M. Zaoui et Mme Boulanger 7h chacun hier RD 919'],
    '7 | 2026-11-20 | Zaoui | rd |  | M\n7 | 2026-11-20 | Boulanger | rd |  | F',
  ],
  [
    ['Claire et Farid 70h à eux deux s46 rd919'],
    '? | 2026-11-09..2026-11-15 | Claire | rd |  |  | !heures-ambigues\n? | 2026-11-09..2026-11-15 | Farid | rd |  |  | !heures-ambigues',
  ],
  [['35 h à 4 personnes école Pasteur s46'], '35 | 2026-11-09..2026-11-15 | ? | ecole |  |  | !noms-attendus'],
  [['3 apprentis 7h chacun hier rd919'], '7 | 2026-11-20 | ? | rd |  | ALTERNANCE (ALTERNANCE) | !noms-attendus'],
  [
    ['Heures du 17/11 sur RD 919 :\n- Claire Boulanger 7h\n- Farid Zaoui 6h'],
    '7 | 2026-11-17 | Claire Boulanger | rd\n6 | 2026-11-17 | Farid Zaoui | rd',
  ],
  [
    ['17/11\nClaire Boulanger 7h pasteur\nFarid Zaoui 6h pasteur\n18/11\nClaire Boulanger 5h pasteur'],
    '7 | 2026-11-17 | Claire Boulanger | ecole\n6 | 2026-11-17 | Farid Zaoui | ecole\n5 | 2026-11-18 | Claire Boulanger | ecole',
  ],
  [
    ['S46, RD 919, 35h chacun :\nClaire Boulanger\nFarid Zaoui'],
    '35 | 2026-11-09..2026-11-15 | Claire Boulanger | rd\n35 | 2026-11-09..2026-11-15 | Farid Zaoui | rd',
  ],
  [
    ['lundi 7h\nmardi 7h\nmercredi 6h\nClaire Boulanger RD 919'],
    '7 | 2026-11-16 | Claire Boulanger | rd\n7 | 2026-11-17 | Claire Boulanger | rd\n6 | 2026-11-18 | Claire Boulanger | rd',
  ],
  [
    ['Nom : Claire Boulanger\nHeures : 28\nDate : du 9 au 12 novembre\nOpération : RD 919'],
    '28 | 2026-11-09..2026-11-12 | Claire Boulanger | rd',
  ],
  [
    ['Claire Boulanger;28;s46;RD 919\nFarid Zaoui;35;s46;École Pasteur'],
    '28 | 2026-11-09..2026-11-15 | Claire Boulanger | rd\n35 | 2026-11-09..2026-11-15 | Farid Zaoui | ecole',
  ],
  [
    ['Claire Boulanger\t28\tS46\tRD 919\nFarid Zaoui\t35\tS46\tPasteur'],
    '28 | 2026-11-09..2026-11-15 | Claire Boulanger | rd\n35 | 2026-11-09..2026-11-15 | Farid Zaoui | ecole',
  ],
  [
    [
      'Nom\tPrénom\tHeures\tDate\tOpération\tSexe\tPublic\nBoulanger\tClaire\t28\tS46\tRD 919\tF\tRSA\nZaoui\tFarid\t35\tS46\tPasteur\tH\tDELD',
    ],
    '28 | 2026-11-09..2026-11-15 | Claire Boulanger | rd |  | RSA F\n35 | 2026-11-09..2026-11-15 | Farid Zaoui | ecole |  | DELD M',
  ],
  [
    [
      '| bénéficiaire | heures | du | au | opération |\n|---|---|---|---|---|\n| P-0231 | 35 | 02/11 | 06/11 | RD 919 |\n| P-0232 | 28 | 02/11 | 05/11 | RD 919 |',
    ],
    '35 | 2026-11-02..2026-11-06 | P-0231 | rd\n28 | 2026-11-02..2026-11-05 | P-0232 | rd',
  ],
  [
    [
      'nom;heures;date;chantier;entreprise\nClaire Boulanger;7,5;19/11/2026;RD 919;Batinord\nFarid Zaoui;7;19/11/2026;École Pasteur;Colas',
    ],
    '7.5 | 2026-11-19 | Claire Boulanger | rd | Batinord\n7 | 2026-11-19 | Farid Zaoui | ecole | Colas',
  ],
  [
    [
      "Bonjour,\n\nVoici les heures de la semaine 46 sur l'école Pasteur :\n- Farid Zaoui : 35h\n- Paul Petit : 28h\n\nBonne journée,\nJulie Morel",
    ],
    '35 | 2026-11-09..2026-11-15 | Farid Zaoui | ecole\n28 | 2026-11-09..2026-11-15 | Paul Petit | ecole',
  ],
  [
    ['Claire Boulanger (RSA) et Farid Zaoui (QPV) 7h chacun hier rd919'],
    '7 | 2026-11-20 | Claire Boulanger | rd |  | RSA\n7 | 2026-11-20 | Farid Zaoui | rd |  | QPV',
  ],
  [
    ['7h Claire Boulanger et Farid Zaoui le 16/11, 6h Omar Diop le 17/11, rd919'],
    '7 | 2026-11-16 | Claire Boulanger | rd\n7 | 2026-11-16 | Farid Zaoui | rd\n6 | 2026-11-17 | Omar Diop | rd',
  ],
];

describe('lire les heures : plusieurs lignes dans un message', () => {
  for (const [messages, attendu] of CAS)
    it(messages.join(' → ').replaceAll('\n', ' ⏎ '), () => {
      expect(lire(...messages)).to.equal(attendu);
    });
});
