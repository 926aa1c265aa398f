import { expect } from 'chai';
import { loadKnowledge } from '../../../src/content/knowledge.ts';
import { jugerDispense } from '../../../src/domain/droit/dispense.ts';
import { lireSituation } from '../../../src/domain/droit/situation.ts';

const { seuils } = loadKnowledge('knowledge').knowledge;
const juger = (dit: string, jour: string) => jugerDispense(lireSituation(dit), jour, seuils);

describe('dispense de publicité et de mise en concurrence', () => {
  for (const [dit, jour, type] of [
    ['59 999 € de services', '2026-11-21', 'possible'],
    ['60 000 € de services', '2026-11-21', 'impossible'],
    ['50 000 € de fournitures', '2026-04-01', 'possible'],
    ['50 000 € de fournitures', '2026-03-31', 'impossible'],
    ['39 000 € de fournitures', '2025-06-01', 'possible'],
    ['30 000 € de fournitures', '2019-12-31', 'impossible'],
    ['30 000 € de fournitures', '2020-01-01', 'possible'],
    ['99 999 € de travaux', '2026-01-01', 'possible'],
    ['100 000 € de travaux', '2026-11-21', 'impossible'],
    ['70 000 €', '2026-11-21', 'selon'],
    ['20 000 €', '2026-11-21', 'possible'],
    ['150 000 €', '2026-11-21', 'impossible'],
  ] as const)
    it(`${dit}, le ${jour} : ${type}`, () => expect(juger(dit, jour)?.type).to.equal(type));

  it('ne tranche ni sans montant, ni avant le code, ni pour des travaux d’avant 2026, ni pour une concession', () => {
    expect(juger('achat de services', '2026-11-21')).to.equal(null);
    expect(juger('20 000 € de services', '2018-05-01')).to.equal(null);
    expect(juger('60 000 € de travaux', '2024-05-01')).to.equal(null);
    expect(juger('concession de 20 000 €', '2026-11-21')).to.equal(null);
  });
});
