import { expect } from 'chai';
import { lire } from './aide.ts';

/** Messages d'un même brouillon, puis les lignes attendues. */
const CAS: readonly (readonly [messages: readonly string[], attendu: string])[] = [
  [
    ["Merci d'ajouter 35 h pour Nadia Benali sur l'école Pasteur du 2 au 6 novembre, entreprise Batinord"],
    '35 | 2026-11-02..2026-11-06 | Nadia Benali | ecole | Batinord',
  ],
  [['Nadia Benali, RD 919, 7 h 30, le 19 novembre'], '7.5 | 2026-11-19 | Nadia Benali | rd'],
  [
    ['Mme Nadia Benali (RSA) a effectué 120 h en octobre au collège Camus chez Ets Caudron'],
    '120 | 2026-10-01..2026-10-31 | Nadia Benali | camus | Ets Caudron | RSA F',
  ],
  [
    [
      'Bonjour, pourriez-vous saisir 28 heures pour Kevin Lefebvre, semaine 46, au stade nautique de Denain ? Cordialement, Hélène Dubus',
    ],
    '28 | 2026-11-09..2026-11-15 | Kevin Lefebvre | stade',
  ],
  [['P-0417 35h pasteur s46'], '35 | 2026-11-09..2026-11-15 | P-0417 | ecole'],
  [['code 12, 7h, hier, RD 919'], '7 | 2026-11-20 | 12 | rd'],
  [['B16-0004 : 14 h les 18 et 19/11, stade nautique'], '14 | 2026-11-18..2026-11-19 | B16-0004 | stade'],
  [['p8001 7 h lundi rd 919'], '7 | 2026-11-16 | p8001 | rd'],
  [['K. Lefebvre 7h hier rd919'], '7 | 2026-11-20 | K. Lefebvre | rd'],
  [['KL 7h hier rd919'], '7 | 2026-11-20 | KL | rd'],
  [['LEFEBVRE Kevin 7h hier rd919'], '7 | 2026-11-20 | LEFEBVRE Kevin | rd'],
  [['Kevin Lefebvre de chez Batinord 7h hier rd919'], '7 | 2026-11-20 | Kevin Lefebvre | rd | Batinord'],
  [['ajoute 7h à Kevin Lefebvre hier rd919'], '7 | 2026-11-20 | Kevin Lefebvre | rd'],
  [['Peux-tu mettre 7h hier à Kevin Lefebvre sur la rd 919 ?'], '7 | 2026-11-20 | Kevin Lefebvre | rd'],
  [
    ["7h d'insertion faites hier par Kevin Lefebvre pour Batinord, RD 919"],
    '7 | 2026-11-20 | Kevin Lefebvre | rd | Batinord',
  ],
  [['Kevin Lefebvre / École Pasteur / 7h / 19/11'], '7 | 2026-11-19 | Kevin Lefebvre | ecole'],
  [['Kevin Lefebvre - École Pasteur - 7h - 19/11/2026'], '7 | 2026-11-19 | Kevin Lefebvre | ecole'],
  [['saisie heures : Kevin Lefebvre, 7h, hier, rd919'], '7 | 2026-11-20 | Kevin Lefebvre | rd'],
  [
    ["Suite à notre échange d'hier, merci de noter 7 h pour Kevin Lefebvre le 18/11 sur la RD 919"],
    '7 | 2026-11-18 | Kevin Lefebvre | rd',
  ],
  [['Jean-Pierre de la Tour a fait 7h mardi sur le collège Camus'], '7 | 2026-11-17 | Jean-Pierre de la Tour | camus'],
  [['Mohamed El Amrani 21h du 16 au 18 crèche tergnier'], '21 | 2026-11-16..2026-11-18 | Mohamed El Amrani | creche'],
  [["Marie-Claude D'Hondt 7h hier camus"], "7 | 2026-11-20 | Marie-Claude D'Hondt | camus"],
  [["Jean d'Almeida 7h hier camus"], "7 | 2026-11-20 | Jean d'Almeida | camus"],
  [["N'Golo Traoré 7h hier camus"], "7 | 2026-11-20 | N'Golo Traoré | camus"],
  [['Nguyen Van Thanh 7h hier camus'], '7 | 2026-11-20 | Nguyen Van Thanh | camus'],
  [['Mme Avril 7h hier camus'], '7 | 2026-11-20 | Avril | camus |  | F'],
  [['Ali 7h hier camus'], '7 | 2026-11-20 | Ali | camus'],
  [['Jean Dupont 7h hier Jean Moulin'], '7 | 2026-11-20 | Jean Dupont | moulin'],
  [['Jean Dupont 7h hier groupe scolaire'], '7 | 2026-11-20 | Jean Dupont | moulin'],
  [['Jean Dupont 7h hier rue du 8 mai 1945'], '7 | 2026-11-20 | Jean Dupont | mai'],
  [['Simone Aubrac 7h hier lot 2 zac des fleurs'], '7 | 2026-11-20 | Simone Aubrac | lot2'],
  [['Kevin Lefebvre 7h hier zac des fleurs'], '7 | 2026-11-20 | Kevin Lefebvre | {lot2 lot5}'],
  [['Kevin Lefebvre 7h hier zac des fleurs lot 5'], '7 | 2026-11-20 | Kevin Lefebvre | lot5'],
  [['Kevin Lefebvre 7h hier Aubrac'], '7 | 2026-11-20 | Kevin Lefebvre | {aubrac1 aubrac2}'],
  [['Kevin Lefebvre 7h hier Aubrac à Arras'], '7 | 2026-11-20 | Kevin Lefebvre | aubrac1'],
  [['Kevin Lefebvre 7h hier piscine Aubrac'], '7 | 2026-11-20 | Kevin Lefebvre | aubrac2'],
  [['Kevin Lefebvre 7h hier Vilogia'], '7 | 2026-11-20 | Kevin Lefebvre | mai'],
  [['Kevin Lefebvre 7h hier sur Denain'], '7 | 2026-11-20 | Kevin Lefebvre | stade'],
  [['Kevin Lefebvre 7h hier 919'], '7 | 2026-11-20 | Kevin Lefebvre | rd'],
  [['Kevin Lefebvre 7h hier RD 918'], '7 | 2026-11-20 | Kevin Lefebvre | ?'],
  [['Kevin Lefebvre 7h hier sur le lycée Faidherbe'], '7 | 2026-11-20 | Kevin Lefebvre | ?'],
  [['Kevin Lefebvre 7h hier chez Colas Nord lycée Faidherbe'], '7 | 2026-11-20 | Kevin Lefebvre | ? | Colas Nord'],
  [['Kevin Lefebvre 7h hier chez Rabot lot 2'], '7 | 2026-11-20 | Kevin Lefebvre | lot2 | Rabot Dutilleul'],
  [['Kevin Lefebvre 7h hier coll camus'], '7 | 2026-11-20 | Kevin Lefebvre | camus'],
  [['Kevin Lefebvre 7h hier crèche, il habite à Denain'], '7 | 2026-11-20 | Kevin Lefebvre | creche |  | M'],
  [
    ["l'apprenti de Batinord 35h semaine 45 rd 919"],
    '35 | 2026-11-02..2026-11-08 | ? | rd | Batinord | ALTERNANCE (ALTERNANCE)',
  ],
];

describe('lire les heures : messages complets : personne, opération, entreprise, période', () => {
  for (const [messages, attendu] of CAS)
    it(messages.join(' → ').replaceAll('\n', ' ⏎ '), () => {
      expect(lire(...messages)).to.equal(attendu);
    });
});
