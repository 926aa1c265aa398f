import { expect } from 'chai';
import { dernierPassage, prochainPassage } from '../../../src/domain/marches/horaire.ts';

const lire = (fonction: typeof prochainPassage, instant: string, heure: string): string =>
  new Date(fonction(Date.parse(instant), heure)).toISOString();

describe('heure quotidienne à Paris', () => {
  for (const [instant, heure, avant, apres] of [
    ['2026-11-22T03:00:00Z', '05:10', '2026-11-21T04:10:00.000Z', '2026-11-22T04:10:00.000Z'],
    ['2026-11-22T04:10:00Z', '05:10', '2026-11-22T04:10:00.000Z', '2026-11-23T04:10:00.000Z'],
    ['2026-11-22T23:30:00Z', '00:15', '2026-11-22T23:15:00.000Z', '2026-11-23T23:15:00.000Z'],
    // Passage à l'heure d'hiver le 25 octobre 2026, à l'heure d'été le 28 mars 2027.
    ['2026-10-24T12:00:00Z', '05:10', '2026-10-24T03:10:00.000Z', '2026-10-25T04:10:00.000Z'],
    ['2027-03-27T12:00:00Z', '05:10', '2027-03-27T04:10:00.000Z', '2027-03-28T03:10:00.000Z'],
  ] as const)
    it(`${instant} est entre deux passages de ${heure}`, () => {
      expect(lire(dernierPassage, instant, heure)).to.equal(avant);
      expect(lire(prochainPassage, instant, heure)).to.equal(apres);
    });
});
