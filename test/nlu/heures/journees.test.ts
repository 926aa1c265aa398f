import { expect } from 'chai';
import { lireParmi, op } from './aide.ts';

const CHANTIERS = [
  op('ecole', 'Réhabilitation de l’école Jules-Verne'),
  op('mediatheque', 'Construction d’une médiathèque'),
  op('voirie', 'Voirie et réseaux de la rue des Tisserands'),
];

/** Messages, puis les lignes attendues : journées dites, articles des intitulés, noms et codes. */
const CAS: readonly (readonly [messages: readonly string[], attendu: string])[] = [
  [['P-0910 une journée hier voirie'], '7 | 2026-11-20 | P-0910 | voirie'],
  [['P-0910 hier une journée sur la médiathèque'], '7 | 2026-11-20 | P-0910 | mediatheque'],
  [['une matinée pour P-0401 lundi dernier école Jules-Verne'], '3.5 | 2026-11-16 | P-0401 | ecole'],
  [['P-0401 un après-midi, hier, voirie'], '3.5 | 2026-11-20 | P-0401 | voirie'],
  [['P-0401 toute la journée hier jules verne'], '7 | 2026-11-20 | P-0401 | ecole'],
  [['P-0401 journée complète hier jules verne'], '7 | 2026-11-20 | P-0401 | ecole'],
  [
    ['7 h lundi P-0913 école Jules-Verne', 'P-0914 une journée lundi sur la voirie'],
    '7 | 2026-11-16 | P-0913 | ecole\n7 | 2026-11-16 | P-0914 | voirie',
  ],
  [
    ['7 h hier pour P-0905 et demi-journée pour P-0906 à l’école Jules-Verne'],
    '7 | 2026-11-20 | P-0905 | ecole\n3.5 | 2026-11-20 | P-0906 | ecole',
  ],
  [
    ['hier voirie : Claire Boulanger une matinée, Farid Zaoui 7 h'],
    '3.5 | 2026-11-20 | Claire Boulanger | voirie\n7 | 2026-11-20 | Farid Zaoui | voirie',
  ],
  [['21 h pour P-0905, 3 jours, du 16 au 18, voirie'], '21 | 2026-11-16..2026-11-18 | P-0905 | voirie'],
  [['7 h hier pour M. Dupont (P-0802) école Jules-Verne'], '7 | 2026-11-20 | P-0802 | ecole |  | M'],
  [['P-0802 (Mme Rose Tellier) 7 h hier voirie'], '7 | 2026-11-20 | P-0802 | voirie |  | F'],
];

describe('nlu/heures : journées, intitulés et personnes', () => {
  for (const [messages, attendu] of CAS)
    it(messages.join(' → '), () => expect(lireParmi(CHANTIERS, messages)).to.equal(attendu));
});
