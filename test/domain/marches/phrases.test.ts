import { readFileSync } from 'node:fs';
import { expect } from 'chai';
import { lireReservation } from '../../../src/domain/marches/reservation.ts';

const cas = readFileSync('test/domain/marches/phrases.tsv', 'utf8')
  .split('\n')
  .filter((ligne) => ligne !== '' && !ligne.startsWith('#'))
  .map((ligne) => ligne.split('\t'));

describe('phrases d’avis', () => {
  it('en compte assez pour dire quelque chose', () => expect(cas.length).to.be.greaterThan(220));
  for (const [statut, audiences, lots, texte = ''] of cas)
    it(texte.slice(0, 90), () => {
      const lue = lireReservation([{ champ: 'objet', texte }]);
      expect([lue.statut, lue.audiences.join('+'), lue.lots.join(',')]).to.deep.equal([statut, audiences, lots]);
    });
});
