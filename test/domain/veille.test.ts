import { expect } from 'chai';
import { grouperQuestions, type QuestionNotee, trouverMalNotees } from '../../src/domain/veille.ts';

const question = (id: string, texte: string, le = '2026-11-20T10:00:00+01:00'): QuestionNotee => ({
  id,
  texte,
  certitude: 'aucune',
  fiches: [],
  le,
});

describe('veille des rédacteurs', () => {
  it('range ensemble les questions qui se ressemblent, les plus nombreuses d’abord', () => {
    const groupes = grouperQuestions([
      question('1', 'quel délai de paiement pour une facture ?'),
      question('2', 'comment nantir une créance publique', '2026-11-18T10:00:00+01:00'),
      question('3', 'nantissement d’une créance publique ?', '2026-11-19T10:00:00+01:00'),
      question('4', 'délai de paiement des factures', '2026-11-17T10:00:00+01:00'),
      question('5', 'délais paiement facture commune', '2026-11-16T10:00:00+01:00'),
    ]);
    expect(groupes.map(({ questions }) => questions.length)).to.deep.equal([3, 2]);
    expect(groupes[1]?.derniere).to.equal('2026-11-19');
  });

  it('ne mêle pas deux sujets qui n’ont qu’un mot commun', () => {
    expect(
      grouperQuestions([question('1', 'avance et acompte du marché'), question('2', 'résiliation du marché')]),
    ).to.have.length(2);
  });

  it('ne compte que les avis donnés depuis la dernière relecture', () => {
    const fiche = {
      id: 'f',
      titre: 'Une fiche d’essai',
      theme: 'critere' as const,
      statut: 'publiee' as const,
      confiance: 'verifie' as const,
      luLe: '2026-11-21',
      relireAvant: null,
      sources: ['s'],
      liees: [],
      phrases: [],
      reponse: '',
      detail: '',
      autrefois: [],
    };
    const avis = (id: string, luLe: string, reaction: 'utile' | 'pas-utile') => ({
      id,
      fiche: 'f',
      luLe,
      reaction,
      le: '2026-11-21T10:00:00Z',
    });
    const fiches = new Map([['f', fiche]]);
    expect(trouverMalNotees([avis('1', '2025-01-01', 'pas-utile')], fiches)).to.deep.equal([]);
    expect(
      trouverMalNotees([avis('1', '2026-11-21', 'pas-utile'), avis('2', '2026-11-21', 'utile')], fiches),
    ).to.have.length(1);
    expect(trouverMalNotees([avis('1', '2026-11-21', 'utile')], fiches)).to.deep.equal([]);
  });
});
