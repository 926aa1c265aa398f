import { expect } from 'chai';
import { echeancesDe, listerEcheances } from '../../../src/domain/parcours/echeances.ts';
import type { FaitParcours } from '../../../src/domain/parcours/faits.ts';
import { type OperationOuverte, proposerGlobalisation } from '../../../src/domain/parcours/globalisation.ts';
import { construireParcours, derniereSituation } from '../../../src/domain/parcours/parcours.ts';
import { ligne, origine } from '../heures/lignes.ts';

let rang = 0;
const commun = () => {
  rang += 1;
  return { id: `f${rang}`, personne: 'P-1', origine: origine() };
};
const eligible = (debut: string, fin: string | null = null): FaitParcours => ({
  ...commun(),
  type: 'eligibilite',
  statut: 'validee',
  debut,
  fin,
});
const sorti = (le: string, situation: 'CDI' | 'RECHERCHE' = 'CDI'): FaitParcours => ({
  ...commun(),
  type: 'sortie',
  le,
  situation,
});
const suivi = (mois: 3 | 6 | 12, situation: 'CDI' | 'RECHERCHE' | null): FaitParcours => ({
  ...commun(),
  type: 'suivi',
  mois,
  situation,
});

describe('parcours', () => {
  it('regroupe les heures par contrat, du plus ancien au plus récent', () => {
    const parcours = construireParcours(
      'P-1',
      [],
      [
        ligne({ operation: 'OP-2', debut: '2026-11-02', fin: '2026-11-06', heures: 7 }),
        ligne({ debut: '2026-03-02', fin: '2026-03-06' }),
        ligne({ debut: '2026-04-06', fin: '2026-04-10', heures: 0.1, publics: ['RSA'] }),
      ],
    );
    expect(parcours.contrats.map(({ operation, debut, fin, heures }) => [operation, debut, fin, heures])).to.deep.equal(
      [
        ['OP-1', '2026-03-02', '2026-04-10', 35.1],
        ['OP-2', '2026-11-02', '2026-11-06', 7],
      ],
    );
    expect(parcours.heures).to.equal(42.1);
    expect(parcours.publics).to.deep.equal(['RSA']);
    expect(parcours.finEstimee).to.equal('2028-03-01');
  });
  it('déduit une fin d’éligibilité de 24 mois, sauf si elle est dite', () => {
    expect(construireParcours('P-1', [eligible('2026-02-02')], []).eligibilite.fin).to.equal('2028-02-01');
    const dite = construireParcours('P-1', [eligible('2026-02-02'), eligible('2026-02-02', '2027-01-31')], []);
    expect(dite.eligibilite.fin).to.equal('2027-01-31');
    expect(dite.finEstimee).to.equal(null);
  });
  it('retient la dernière situation connue ; une nouvelle sortie oublie les suivis d’avant', () => {
    const faits = [sorti('2025-05-15'), suivi(3, 'RECHERCHE'), suivi(6, null)];
    expect(derniereSituation(construireParcours('P-1', faits, []))).to.equal('RECHERCHE');
    expect(derniereSituation(construireParcours('P-1', [...faits, sorti('2026-05-15')], []))).to.equal('CDI');
    expect(derniereSituation(construireParcours('P-1', [], []))).to.equal(null);
  });
});

describe('échéances', () => {
  const dire = (faits: FaitParcours[], aujourdhui: string) =>
    echeancesDe(construireParcours('P-1', faits, []), aujourdhui);
  it('prévient dans les 90 jours d’avant la fin d’éligibilité, pas après', () => {
    const faits = [eligible('2025-02-02', '2027-01-31')];
    expect(dire(faits, '2026-11-01')).to.deep.equal([]);
    expect(dire(faits, '2026-11-02')).to.have.length(1);
    expect(dire(faits, '2027-01-31')).to.have.length(1);
    expect(dire(faits, '2027-02-01')).to.deep.equal([]);
  });
  it('demande la situation à 3, 6 puis 12 mois ; un suivi manqué cède la place au suivant', () => {
    const etape = (faits: FaitParcours[], jour: string) =>
      dire(faits, jour).map((echeance) => (echeance.type === 'suivi' ? echeance.mois : 0));
    expect(etape([sorti('2026-05-15')], '2026-08-14')).to.deep.equal([]);
    expect(etape([sorti('2026-05-15')], '2026-08-15')).to.deep.equal([3]);
    expect(etape([sorti('2026-05-15')], '2026-11-15')).to.deep.equal([6]);
    expect(etape([sorti('2026-05-15'), suivi(6, null)], '2026-11-16')).to.deep.equal([]);
    expect(etape([sorti('2026-05-15'), suivi(6, 'CDI')], '2027-05-15')).to.deep.equal([12]);
  });
  it('ne parle plus d’éligibilité une fois la personne sortie', () => {
    expect(dire([eligible('2025-02-02'), sorti('2026-11-20')], '2026-11-21')).to.deep.equal([]);
  });
  it('met les fins d’éligibilité avant les suivis', () => {
    const un = construireParcours('P-1', [sorti('2026-05-15')], []);
    const deux = construireParcours('P-2', [eligible('2024-12-02')], []);
    expect(listerEcheances([un, deux], '2026-11-21').map(({ type }) => type)).to.deep.equal([
      'fin-eligibilite',
      'suivi',
    ]);
  });
});

describe('globalisation', () => {
  const ouverte = (id: string, reste: number, epci = 'E', entreprises: string[] = ['Batinord']): OperationOuverte => ({
    id,
    epci,
    entreprises,
    reste,
  });
  const hypotheses = { aujourdhui: '2026-11-21', seuil: 1200 };
  const personne = (code: string, faits: FaitParcours[], operation = 'A') =>
    construireParcours(code, faits, [ligne({ operation, beneficiaire: code })]);
  it('réunit les contrats d’un bassin quand leur total atteint le seuil', () => {
    const bassins = proposerGlobalisation(
      [ouverte('A', 700), ouverte('B', 500), ouverte('C', 1190, 'F'), ouverte('D', 3000, 'G')],
      [],
      hypotheses,
    );
    expect(bassins.map(({ epci, total, titulaires }) => [epci, total, titulaires])).to.deep.equal([
      ['E', 1200, ['Batinord']],
    ]);
  });
  it('ne retient que les personnes du bassin, encore éligibles assez longtemps et pas sorties', () => {
    const parcours = [
      personne('P-ASSEZ', [eligible('2026-06-01')]),
      personne('P-COURT', [eligible('2025-03-01')]),
      personne('P-AILLEURS', [eligible('2026-06-01')], 'Z'),
      personne('P-SORTIE', [eligible('2026-06-01'), sorti('2026-11-01')]),
    ];
    const [bassin] = proposerGlobalisation([ouverte('A', 700), ouverte('B', 600)], parcours, hypotheses);
    expect(bassin?.candidats.map((candidat) => candidat.personne)).to.deep.equal(['P-ASSEZ']);
  });
});
