import { expect } from 'chai';
import { lire } from './aide.ts';

/** Messages d'un même brouillon, puis les lignes attendues. */
const CAS: readonly (readonly [messages: readonly string[], attendu: string])[] = [
  [['Rose Tellier RSA 7h hier rd919'], '7 | 2026-11-20 | Rose Tellier | rd |  | RSA'],
  [['Rose Tellier bRSA 7h hier rd919'], '7 | 2026-11-20 | Rose Tellier | rd |  | RSA'],
  [['Rose Tellier au RSA 7h hier rd919'], '7 | 2026-11-20 | Rose Tellier | rd |  | RSA'],
  [['Rose Tellier bénéficiaire du RSA 7h hier rd919'], '7 | 2026-11-20 | Rose Tellier | rd |  | RSA'],
  [['Rose Tellier habite en QPV 7h hier rd919'], '7 | 2026-11-20 | Rose Tellier | rd |  | QPV'],
  [['Rose Tellier résidant en quartier prioritaire 7h hier rd919'], '7 | 2026-11-20 | Rose Tellier | rd |  | QPV'],
  [['Rose Tellier DELD 7h hier rd919'], '7 | 2026-11-20 | Rose Tellier | rd |  | DELD'],
  [['Rose Tellier chômeuse longue durée 7h hier rd919'], '7 | 2026-11-20 | Rose Tellier | rd |  | DELD F'],
  [["Rose Tellier demandeur d'emploi de longue durée 7h hier rd919"], '7 | 2026-11-20 | Rose Tellier | rd |  | DELD'],
  [
    ['Rose Tellier, inscrite à France Travail depuis 18 mois, 7h hier rd919'],
    '7 | 2026-11-20 | Rose Tellier | rd |  | DELD',
  ],
  [['Rose Tellier RQTH 7h hier rd919'], '7 | 2026-11-20 | Rose Tellier | rd |  | TH'],
  [['Rose Tellier th 7h hier rd919'], '7 | 2026-11-20 | Rose Tellier | rd |  | TH'],
  [['Rose Tellier travailleur handicapé 7h hier rd919'], '7 | 2026-11-20 | Rose Tellier | rd |  | TH'],
  [['Rose Tellier senior 7h hier rd919'], '7 | 2026-11-20 | Rose Tellier | rd |  | SENIOR'],
  [['Rose Tellier plus de 50 ans 7h hier rd919'], '7 | 2026-11-20 | Rose Tellier | rd |  | SENIOR'],
  [['Rose Tellier 52 ans 7h hier rd919'], '7 | 2026-11-20 | Rose Tellier | rd |  | SENIOR'],
  [['Rose Tellier née en 1970 7h hier rd919'], '7 | 2026-11-20 | Rose Tellier | rd |  | SENIOR F'],
  [['Rose Tellier 22 ans 7h hier rd919'], '7 | 2026-11-20 | Rose Tellier | rd |  | JEUNE'],
  [['Rose Tellier moins de 26 ans 7h hier rd919'], '7 | 2026-11-20 | Rose Tellier | rd |  | JEUNE'],
  [['Rose Tellier 35 ans 7h hier rd919'], '7 | 2026-11-20 | Rose Tellier | rd'],
  [['Rose Tellier suivie par la mission locale 7h hier rd919'], '7 | 2026-11-20 | Rose Tellier | rd |  | JEUNE'],
  [['Rose Tellier en ETTI 7h hier rd919'], '7 | 2026-11-20 | Rose Tellier | rd |  | IAE (ETTI)'],
  [['Rose Tellier via une AI 7h hier rd919'], '7 | 2026-11-20 | Rose Tellier | rd |  | IAE (AI)'],
  [["Rose Tellier salariée d'un ACI 7h hier rd919"], '7 | 2026-11-20 | Rose Tellier | rd |  | IAE F (ACI)'],
  [['Rose Tellier en EI 7h hier rd919'], '7 | 2026-11-20 | Rose Tellier | rd |  | IAE (EI)'],
  [["Rose Tellier en parcours d'insertion 7h hier rd919"], '7 | 2026-11-20 | Rose Tellier | rd |  | IAE'],
  [['Rose Tellier apprentie 7h hier rd919'], '7 | 2026-11-20 | Rose Tellier | rd |  | ALTERNANCE F (ALTERNANCE)'],
  [
    ['Rose Tellier en contrat de professionnalisation 7h hier rd919'],
    '7 | 2026-11-20 | Rose Tellier | rd |  | ALTERNANCE (ALTERNANCE)',
  ],
  [['Rose Tellier alternante 7h hier rd919'], '7 | 2026-11-20 | Rose Tellier | rd |  | ALTERNANCE F (ALTERNANCE)'],
  [['Rose Tellier GEIQ 7h hier rd919'], '7 | 2026-11-20 | Rose Tellier | rd |  | (GEIQ)'],
  [['Rose Tellier en CDD 7h hier rd919'], '7 | 2026-11-20 | Rose Tellier | rd |  | (EMBAUCHE_DIRECTE)'],
  [['Rose Tellier, QPV, DELD, RSA, 7h hier rd919'], '7 | 2026-11-20 | Rose Tellier | rd |  | RSA QPV DELD'],
  [['Rose Tellier ni RSA ni QPV 7h hier rd919'], '7 | 2026-11-20 | Rose Tellier | rd'],
  [["j'ai 7h hier pour Rose Tellier rd919"], '7 | 2026-11-20 | Rose Tellier | rd'],
  [['une femme, RSA, 7 h hier, rd919'], '7 | 2026-11-20 | ? | rd |  | RSA F'],
  [['un homme de 55 ans au RSA 7h hier rd919'], '7 | 2026-11-20 | ? | rd |  | RSA SENIOR M'],
  [
    ['Mme Rose Tellier et M. Omar Diop 7h chacun hier rd919'],
    '7 | 2026-11-20 | Rose Tellier | rd |  | F\n7 | 2026-11-20 | Omar Diop | rd |  | M',
  ],
  [
    ['Rose Tellier (RSA) 7h et Omar Diop (QPV) 6h hier rd919'],
    '7 | 2026-11-20 | Rose Tellier | rd |  | RSA\n6 | 2026-11-20 | Omar Diop | rd |  | QPV',
  ],
  [
    ['Rose Tellier et Omar Diop, tous deux RSA, 7h chacun hier rd919'],
    '7 | 2026-11-20 | Rose Tellier | rd |  | RSA\n7 | 2026-11-20 | Omar Diop | rd |  | RSA',
  ],
  [['elle a fait 7h hier rd919'], '7 | 2026-11-20 | ? | rd |  | F'],
  [['il a fait 7h hier rd919'], '7 | 2026-11-20 | ? | rd |  | M'],
  [['il y a 3 jours 7h Rose Tellier rd919'], '7 | 2026-11-18 | Rose Tellier | rd'],
  [['bénéficiaire féminine 7h hier rd919'], '7 | 2026-11-20 | ? | rd |  | F'],
  [['Rose Tellier, sexe F, 7h hier rd919'], '7 | 2026-11-20 | Rose Tellier | rd |  | F'],
];

describe('lire les heures : publics, sexe et modalité', () => {
  for (const [messages, attendu] of CAS)
    it(messages.join(' → ').replaceAll('\n', ' ⏎ '), () => {
      expect(lire(...messages)).to.equal(attendu);
    });
});
