import { expect } from 'chai';
import { type ContexteRegles, verifierRegles } from '../../../src/domain/heures/regles-clause.ts';
import { ligne, operation } from './lignes.ts';

const VALIDEE = { statut: 'validee', debut: '2026-01-05', fin: '2028-01-04' } as const;
const contexte = (reste: Partial<ContexteRegles> = {}): ContexteRegles => ({
  operation: operation(),
  realisees: 0,
  eligibilite: VALIDEE,
  deLaPersonne: [],
  ...reste,
});

describe('règles de la clause', () => {
  it('ne dit rien d’une ligne en règle', () => {
    expect(verifierRegles(ligne(), contexte())).to.deep.equal([]);
  });
  it('distingue l’éligibilité refusée de celle qu’on ne connaît pas', () => {
    const refusee = { statut: 'refusee', debut: null, fin: null } as const;
    const inconnue = { statut: 'inconnue', debut: null, fin: null } as const;
    expect(verifierRegles(ligne(), contexte({ eligibilite: refusee }))).to.deep.equal(['non-eligible']);
    expect(verifierRegles(ligne(), contexte({ eligibilite: inconnue }))).to.deep.equal(['eligibilite-non-validee']);
  });
  it('voit les heures d’avant l’éligibilité et celles d’après sa fin', () => {
    const avant = ligne({ debut: '2026-01-02', fin: '2026-01-09' });
    const apres = ligne({ debut: '2028-01-03', fin: '2028-01-05' });
    expect(verifierRegles(avant, contexte())).to.deep.equal(['avant-eligibilite']);
    expect(verifierRegles(apres, contexte())).to.deep.equal(['eligibilite-terminee']);
  });
  it('compte les 24 mois d’embauche directe du premier jour connu, à un jour près', () => {
    const inconnue = { statut: 'inconnue', debut: null, fin: null } as const;
    const premiere = ligne({ debut: '2024-11-04', fin: '2024-11-08', modalite: 'EMBAUCHE_DIRECTE' });
    const dire = (fin: string) =>
      verifierRegles(
        ligne({ debut: '2026-10-30', fin, modalite: 'EMBAUCHE_DIRECTE' }),
        contexte({ eligibilite: inconnue, deLaPersonne: [premiere] }),
      );
    expect(dire('2026-11-03')).not.to.include('embauche-directe-plus-de-24-mois');
    expect(dire('2026-11-04')).to.include('embauche-directe-plus-de-24-mois');
  });
  it('laisse 480 h à une association intermédiaire, pas une minute de plus, sur 24 mois glissants', () => {
    const deja = (fin: string) => [ligne({ heures: 450, modalite: 'AI', debut: fin, fin })];
    const dire = (heures: number, fin: string) =>
      verifierRegles(ligne({ heures, modalite: 'AI' }), contexte({ deLaPersonne: deja(fin), operation: null }));
    expect(dire(30, '2026-03-02')).to.deep.equal([]);
    expect(dire(30.25, '2026-03-02')).to.deep.equal(['ai-plus-de-480-h']);
    expect(dire(100, '2024-11-06')).to.deep.equal([]);
    expect(verifierRegles(ligne({ heures: 481, modalite: 'ETTI' }), contexte({ operation: null }))).to.deep.equal([]);
  });
  it('avertit d’un surplus, sauf si le contrat le reporte', () => {
    const pleine = contexte({ realisees: 70 });
    expect(verifierRegles(ligne({ heures: 30 }), pleine)).to.deep.equal([]);
    expect(verifierRegles(ligne({ heures: 30.5 }), pleine)).to.deep.equal(['operation-complete']);
    const reporte = contexte({ realisees: 70, operation: operation({ reportSurplus: true }) });
    expect(verifierRegles(ligne({ heures: 35 }), reporte)).to.deep.equal([]);
  });
  it('compare les publics à la liste du contrat, quand il y en a une et qu’ils sont dits', () => {
    const liste = contexte({ operation: operation({ publics: ['QPV', 'RSA'] }) });
    expect(verifierRegles(ligne({ publics: ['SENIOR'] }), liste)).to.deep.equal(['public-hors-contrat']);
    expect(verifierRegles(ligne({ publics: ['SENIOR', 'RSA'] }), liste)).to.deep.equal([]);
    expect(verifierRegles(ligne(), liste)).to.deep.equal([]);
  });
});
