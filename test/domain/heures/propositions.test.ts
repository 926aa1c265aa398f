import { expect } from 'chai';
import { type ContextePropositions, proposer } from '../../../src/domain/heures/propositions.ts';
import type { Alerte, LigneLue } from '../../../src/domain/heures.ts';
import { verifierLigne } from '../../../src/nlu/heures/doutes.ts';
import { lireHeuresPossibles, lirePeriodesPossibles } from '../../../src/nlu/lectures-possibles.ts';

const AUJOURDHUI = '2026-11-21';
const operations = [
  {
    id: 'OP-1',
    intitule: 'École',
    donneurOrdre: 'Ville',
    communeInsee: '59178',
    entreprises: [],
    debut: '2026-02-02',
    fin: '2027-08-31',
  },
];
const lue = (heures: number | null, du: string | null, au = du, alertes: readonly Alerte[] = []): LigneLue => {
  const ligne: LigneLue = {
    heures,
    periode: du === null || au === null ? null : { du, au },
    beneficiaire: 'P-1',
    operation: 'OP-1',
    entreprise: null,
    publics: [],
    sexe: null,
    modalite: null,
    alertes,
  };
  return { ...ligne, alertes: [...alertes, ...verifier(ligne)] };
};
const verifier = (ligne: LigneLue): Alerte[] =>
  verifierLigne(ligne, { aujourdhui: AUJOURDHUI, operations, nomCommune: () => null, brouillon: [] });
const contexte = (texte = ''): ContextePropositions => ({
  aujourdhui: AUJOURDHUI,
  operation: operations[0] ?? null,
  possibles: { heures: lireHeuresPossibles(texte), periodes: lirePeriodesPossibles(texte, AUJOURDHUI) },
  verifier,
});

describe('lectures probables', () => {
  it('300 h un mardi : 3 h, ou 30 h dans la semaine', () => {
    expect(proposer(lue(300, '2026-11-17'), contexte())).to.deep.equal([
      { heures: 3 },
      { heures: 30, periode: { du: '2026-11-16', au: '2026-11-22' } },
    ]);
  });
  it('35 h hier : la semaine d’abord', () => {
    expect(proposer(lue(35, '2026-11-20'), contexte())[0]).to.deep.equal({
      periode: { du: '2026-11-16', au: '2026-11-22' },
    });
  });
  it('une date à venir : la semaine ou le mois d’avant', () => {
    expect(proposer(lue(7, '2026-11-25'), contexte())).to.deep.equal([
      { periode: { du: '2026-11-18', au: '2026-11-18' } },
      { periode: { du: '2026-10-25', au: '2026-10-25' } },
    ]);
  });
  it('des bornes à l’envers : remises à l’endroit', () => {
    const douteuse = lue(7, '2026-11-05', '2026-11-12', ['periode-inversee']);
    expect(proposer(douteuse, contexte('7 h du 12 au 5 novembre'))).to.deep.include({
      periode: { du: '2026-11-05', au: '2026-11-12' },
    });
  });
  it('« 7h 75 » : 7,75 h ou 8 h 15', () => {
    const douteuse = lue(7.75, '2026-11-20', '2026-11-20', ['heures-ambigues']);
    expect(proposer(douteuse, contexte('7h 75 hier'))).to.deep.equal([{ heures: 7.75 }, { heures: 8.25 }]);
  });
  it('une date qui n’existe pas : le dernier jour du mois dit, ou le même jour du mois d’avant', () => {
    const douteuse = lue(7, null, null, ['date-invalide']);
    expect(proposer(douteuse, contexte('7 h le 31/09'))).to.deep.equal([
      { periode: { du: '2026-09-30', au: '2026-09-30' } },
      { periode: { du: '2026-08-31', au: '2026-08-31' } },
    ]);
    expect(proposer(douteuse, contexte('7 h le 31 septembre'))).to.deep.equal([
      { periode: { du: '2026-09-30', au: '2026-09-30' } },
      { periode: { du: '2026-08-31', au: '2026-08-31' } },
    ]);
  });
  it('une date vague : hier ou la semaine dernière', () => {
    const douteuse = lue(7, null, null, ['date-ambigue']);
    expect(proposer(douteuse, contexte('7 h l’autre jour'))).to.deep.equal([
      { periode: { du: '2026-11-20', au: '2026-11-20' } },
      { periode: { du: '2026-11-09', au: '2026-11-15' } },
    ]);
  });
  it('rien à proposer quand rien n’est douteux', () => {
    expect(proposer(lue(7, '2026-11-20'), contexte('7 h hier'))).to.deep.equal([]);
  });
  it('un nombre négatif : le même, positif', () => {
    expect(proposer(lue(-7, '2026-11-20'), contexte())).to.deep.equal([{ heures: 7 }]);
  });
});
