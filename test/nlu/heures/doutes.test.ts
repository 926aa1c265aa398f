import { expect } from 'chai';
import type { Alerte, LigneLue } from '../../../src/domain/heures.ts';
import { sansDoutesDe, verifierLigne } from '../../../src/nlu/heures/doutes.ts';
import { LIGNE_VIDE } from '../../../src/nlu/heures/valeurs.ts';
import { contexte } from './aide.ts';

const jour = (du: string, au = du): LigneLue['periode'] => ({ du, au });

const CAS: readonly (readonly [titre: string, ligne: Partial<LigneLue>, attendu: readonly Alerte[]])[] = [
  ['une ligne vide ne fait douter de rien', {}, []],
  ['24 h en un jour passent', { heures: 24, periode: jour('2026-11-17') }, []],
  ['25 h en un jour se demandent', { heures: 25, periode: jour('2026-11-17') }, ['plus-de-24-h-en-un-jour']],
  ['35 h sur cinq jours passent', { heures: 35, periode: jour('2026-11-02', '2026-11-06') }, []],
  ['48 h sur une semaine passent', { heures: 48, periode: jour('2026-11-02', '2026-11-08') }, []],
  [
    '49 h sur une semaine se demandent',
    { heures: 49, periode: jour('2026-11-02', '2026-11-08') },
    ['trop-d-heures-pour-la-periode'],
  ],
  ['84 h du lundi au vendredi suivant passent', { heures: 84, periode: jour('2026-11-02', '2026-11-13') }, []],
  ['200 h en octobre passent', { heures: 200, periode: jour('2026-10-01', '2026-10-31') }, []],
  [
    '230 h en octobre se demandent',
    { heures: 230, periode: jour('2026-10-01', '2026-10-31') },
    ['trop-d-heures-pour-la-periode'],
  ],
  ['zéro heure se demande', { heures: 0, periode: jour('2026-11-17') }, ['heures-nulles']],
  ['des heures négatives se demandent', { heures: -7 }, ['heures-negatives']],
  ['un jour à venir se demande', { periode: jour('2026-11-24') }, ['date-future']],
  ['une période qui finit plus tard se demande', { periode: jour('2026-11-16', '2026-11-27') }, ['date-future']],
  ['la semaine en cours ne se demande pas', { periode: jour('2026-11-16', '2026-11-22') }, []],
  ['le mois en cours ne se demande pas', { periode: jour('2026-11-01', '2026-11-30') }, []],
  ['avant le début de l’opération', { periode: jour('2026-10-05'), operation: 'clause-creche' }, ['avant-operation']],
  [
    'après la fin de l’opération',
    { periode: jour('2028-01-03'), operation: 'clause-creche' },
    ['date-future', 'apres-operation'],
  ],
  [
    'un mois à cheval sur le début ne se demande pas',
    { periode: jour('2026-06-01', '2026-06-30'), operation: 'clause-rd' },
    [],
  ],
  [
    'un doute de lecture reste',
    { heures: 7, alertes: ['heures-ambigues', 'date-ambigue'] },
    ['heures-ambigues', 'date-ambigue'],
  ],
  [
    'un doute calculé ne survit pas à sa cause',
    { heures: 7, periode: jour('2026-11-17'), alertes: ['plus-de-24-h-en-un-jour'] },
    [],
  ],
];

describe('vérifier une ligne', () => {
  for (const [titre, ligne, attendu] of CAS)
    it(titre, () => {
      expect(verifierLigne({ ...LIGNE_VIDE, ...ligne }, contexte())).to.deep.equal(attendu);
    });

  it('redire un champ lève ses seuls doutes', () => {
    expect(sansDoutesDe('periode', ['date-invalide', 'heures-ambigues'])).to.deep.equal(['heures-ambigues']);
    expect(sansDoutesDe('heures', ['date-invalide', 'heures-ambigues'])).to.deep.equal(['date-invalide']);
  });
});
