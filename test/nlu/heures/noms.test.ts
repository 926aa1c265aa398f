import { expect } from 'chai';
import { lire } from './aide.ts';

const CAS: readonly (readonly [message: string, attendu: string])[] = [
  ['zbigniew kowalczyk 7h hier rd919', '7 | 2026-11-20 | zbigniew kowalczyk | rd'],
  [
    'zbigniew kowalczyk et farid zaoui 7h chacun hier rd919',
    '7 | 2026-11-20 | zbigniew kowalczyk | rd\n7 | 2026-11-20 | farid zaoui | rd',
  ],
  ['Kowalczyk 7h hier RD 919', '7 | 2026-11-20 | Kowalczyk | rd'],
  ['7h hier Kowalczyk RD 919', '7 | 2026-11-20 | Kowalczyk | rd'],
  ['7h pour Farid et Kowalczyk hier RD 919', '7 | 2026-11-20 | Farid | rd\n7 | 2026-11-20 | Kowalczyk | rd'],
  ['Intervention de Claire Boulanger 7h hier RD 919', '7 | 2026-11-20 | Claire Boulanger | rd'],
  ['Peinture : Claire Boulanger 7h hier RD 919', '7 | 2026-11-20 | Claire Boulanger | rd'],
  ['Claire Boulanger, Maçonnerie, 7h hier RD 919', '7 | 2026-11-20 | Claire Boulanger | rd'],
  ['Claire Bon 7h hier RD 919', '7 | 2026-11-20 | Claire Bon | rd'],
  ['Paul Marché 7h hier RD 919', '7 | 2026-11-20 | Paul Marché | rd'],
  ['Jean Petit 7h hier RD 919', '7 | 2026-11-20 | Jean Petit | rd'],
  ['Claire Boulanger à Albert 7h hier', '7 | 2026-11-20 | Claire Boulanger | rd'],
  ['Albert Dupont 7h hier camus', '7 | 2026-11-20 | Albert Dupont | camus'],
  ['7h de maçonnerie hier RD 919', '7 | 2026-11-20 | ? | rd'],
  [
    'Marie Le Goff et Ahmed Ben Salah 7h chacun hier camus',
    '7 | 2026-11-20 | Marie Le Goff | camus\n7 | 2026-11-20 | Ahmed Ben Salah | camus',
  ],
  ['Jean-Baptiste Vandenabeele, 7h, hier, camus', '7 | 2026-11-20 | Jean-Baptiste Vandenabeele | camus'],
  ["O'Connor 7h hier camus", "7 | 2026-11-20 | O'Connor | camus"],
  ['Dr Martin 7h hier camus', '7 | 2026-11-20 | Dr Martin | camus'],
  ['Mme Le Goff 7h hier camus', '7 | 2026-11-20 | Le Goff | camus |  | F'],
  ["Fatou N'Diaye 7h hier camus", "7 | 2026-11-20 | Fatou N'Diaye | camus"],
  ['Maria da Silva 7h hier camus', '7 | 2026-11-20 | Maria da Silva | camus'],
  ['Ludovic de Oliveira 7h hier camus', '7 | 2026-11-20 | Ludovic de Oliveira | camus'],
  ['Ana-Lúcia 7h hier camus', '7 | 2026-11-20 | Ana-Lúcia | camus'],
  ['Ælfric Straße 7h hier camus', '7 | 2026-11-20 | Ælfric Straße | camus'],
  ['Chloé B. 7h hier camus', '7 | 2026-11-20 | Chloé B. | camus'],
  ['chloé b 7h hier camus', '7 | 2026-11-20 | chloé b | camus'],
  [
    'C. Boulanger et F. Zaoui 7h chacun hier rd919',
    '7 | 2026-11-20 | C. Boulanger | rd\n7 | 2026-11-20 | F. Zaoui | rd',
  ],
  ['7 h - Zaoui Farid - hier - rd919', '7 | 2026-11-20 | Zaoui Farid | rd'],
  ['Zaoui, Farid : 7h hier rd919', '7 | 2026-11-20 | Zaoui, Farid | rd'],
  ['Stéphane 7h hier, Batinord, rd919', '7 | 2026-11-20 | Stéphane | rd | Batinord'],
  ['Léa (RSA) 7h hier rd919', '7 | 2026-11-20 | Léa | rd |  | RSA'],
  ['bénéficiaire : Léa Durand, durée : 7h, date : hier, chantier : rd919', '7 | 2026-11-20 | Léa Durand | rd'],
  ['Le bénéficiaire Léa Durand a réalisé 7h hier rd919', '7 | 2026-11-20 | Léa Durand | rd'],
  [
    '7h hier rd919 par Léa Durand et Hugo Morel chacun',
    '7 | 2026-11-20 | Léa Durand | rd\n7 | 2026-11-20 | Hugo Morel | rd',
  ],
  ['Léa Durand a travaillé avec Batinord 7h hier rd919', '7 | 2026-11-20 | Léa Durand | rd | Batinord'],
  ['Léa Durand, embauchée par Colas, 7h hier rd919', '7 | 2026-11-20 | Léa Durand | rd | Colas | F'],
  ['Léa Durand 7h hier rd919 merci beaucoup', '7 | 2026-11-20 | Léa Durand | rd'],
  ['Léa Durand 7h hier rd919, tuteur : Marc Petit', '7 | 2026-11-20 | Léa Durand | rd'],
];

describe('lire les heures : noms, prénoms, initiales et particules', () => {
  for (const [message, attendu] of CAS)
    it(message, () => {
      expect(lire(message)).to.equal(attendu);
    });
});
