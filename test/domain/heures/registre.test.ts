import { expect } from 'chai';
import { chercherDoublons } from '../../../src/domain/heures/doublons.ts';
import { convient, retracer } from '../../../src/domain/heures/historique.ts';
import { moisDeLigne, rejouerValidations } from '../../../src/domain/heures/validations.ts';
import type { Ecriture } from '../../../src/domain/heures.ts';
import { rejouer } from '../../../src/domain/registre.ts';
import { ligne, origine, saisie } from './lignes.ts';

describe('doublons', () => {
  const actives = rejouer([saisie('a')]);
  it('reconnaît les mêmes heures sur des périodes qui se touchent d’un jour', () => {
    const trouves = chercherDoublons(ligne({ debut: '2026-11-06', fin: '2026-11-13' }), actives.values());
    expect(trouves.map(({ id }) => id)).to.deep.equal(['a']);
  });
  it('ne confond ni une autre personne, ni un autre nombre, ni la semaine d’après', () => {
    for (const autre of [
      { beneficiaire: 'P-2' },
      { operation: 'OP-2' },
      { heures: 28 },
      { debut: '2026-11-09', fin: '2026-11-13' },
    ])
      expect(chercherDoublons(ligne(autre), actives.values())).to.deep.equal([]);
  });
  it('ne compare pas une saisie à elle-même quand on la corrige', () => {
    expect(chercherDoublons(ligne(), actives.values(), 'a')).to.deep.equal([]);
  });
});

describe('mois validés', () => {
  const valider = (id: string): Ecriture => ({ type: 'validation', id, mois: '2026-10', origine: origine('c') });
  it('valide une fois, rouvre, et ne change aucune ligne', () => {
    const rouvrir: Ecriture = { type: 'annulation', id: 'r', vise: 'v', origine: origine('c') };
    expect([...rejouerValidations([valider('v'), valider('w')]).values()].map(({ id }) => id)).to.deep.equal(['v']);
    expect(rejouerValidations([valider('v'), rouvrir]).size).to.equal(0);
    expect(rejouer([saisie('a'), valider('v'), rouvrir]).size).to.equal(1);
  });
  it('range une ligne au mois de son dernier jour', () => {
    expect(moisDeLigne(ligne({ debut: '2026-10-30', fin: '2026-11-02' }))).to.equal('2026-11');
  });
});

describe('historique', () => {
  it('dit ce que chaque écriture a changé, jusqu’à l’annulation', () => {
    const corrigee = ligne({ heures: 28 });
    const faits = retracer([
      saisie('a'),
      { type: 'correction', id: 'c', vise: 'a', ligne: corrigee, origine: origine() },
      { type: 'annulation', id: 'x', vise: 'a', origine: origine() },
      { type: 'correction', id: 'd', vise: 'a', ligne: corrigee, origine: origine() },
    ]);
    expect(faits.map(({ avant, apres }) => [avant?.heures, apres?.heures])).to.deep.equal([
      [undefined, 35],
      [35, 28],
      [28, undefined],
    ]);
  });
  it('retrouve une ligne par ce qu’elle est devenue', () => {
    const ecriture: Ecriture = {
      type: 'correction',
      id: 'c',
      vise: 'a',
      ligne: ligne({ beneficiaire: 'P-2' }),
      origine: origine(),
    };
    expect(convient(ecriture, { beneficiaire: 'P-2' })).to.equal(true);
    expect(convient(saisie('a'), { beneficiaire: 'P-2' })).to.equal(false);
    expect(convient(ecriture, { saisies: ['a'] })).to.equal(true);
  });
});
