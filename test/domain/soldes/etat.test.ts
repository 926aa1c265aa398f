import { expect } from 'chai';
import type { LigneHeures, Operation } from '../../../src/domain/heures.ts';
import { calculerEtat, heuresDues } from '../../../src/domain/soldes/etat.ts';
import { dresserReleve } from '../../../src/domain/soldes/releve.ts';

const operation = (reste: Partial<Operation> = {}): Operation => ({
  id: 'OP-1',
  intitule: 'École',
  donneurOrdre: 'Ville',
  clause: 'EXECUTION',
  communeInsee: '59178',
  anru: false,
  entreprises: ['A', 'B'],
  debut: '2026-01-01',
  fin: '2026-12-31',
  heuresPrevues: 1000,
  facilitateur: null,
  demonstration: false,
  ...reste,
});
const ligne = (entreprise: string, fin: string, heures: number): LigneHeures => ({
  operation: 'OP-1',
  beneficiaire: 'P-1',
  debut: fin,
  fin,
  heures,
  entreprise,
  publics: [],
  sexe: null,
  anneeNaissance: null,
  modalite: null,
  sortie: null,
});

describe('soldes', () => {
  it('calcule les heures dues selon la règle', () => {
    expect(heuresDues(operation())).to.equal(1000);
    expect(heuresDues(operation({ regle: { type: 'euros-par-heure', euros: 2000 }, montant: 1_250_000 }))).to.equal(
      625,
    );
    expect(heuresDues(operation({ regle: { type: 'part', part: 0.05, heuresTotales: 12_000 } }))).to.equal(600);
    expect(heuresDues(operation({ regle: { type: 'heures', heures: 800 } }))).to.equal(800);
  });
  it('dit le retard quand le fait est à plus de dix points du temps écoulé', () => {
    const aMiParcours = '2026-07-02';
    expect(calculerEtat(operation(), 390, aMiParcours).enRetard).to.equal(true);
    expect(calculerEtat(operation(), 410, aMiParcours).enRetard).to.equal(false);
    expect(calculerEtat(operation({ debut: null }), 0, aMiParcours)).to.deep.include({ enRetard: false, ecoule: null });
    expect(calculerEtat(operation(), 0, '2025-12-01').enRetard).to.equal(false);
  });
  it('prolonge le rythme jusqu’à la fin', () => {
    const etat = calculerEtat(operation(), 300, '2026-07-02');
    expect(etat.aLaFin).to.be.within(595, 600);
    expect((etat.atteintLe ?? '') > '2027-08-01').to.equal(true);
    expect(calculerEtat(operation(), 1000, '2026-07-02').atteintLe).to.equal(null);
  });
  it('dresse le relevé d’une entreprise : le mois, son cumul, celui de l’opération', () => {
    const lignes = [
      ligne('A', '2026-09-30', 10),
      ligne('A', '2026-10-31', 7.1),
      ligne('A', '2026-10-02', 0.2),
      ligne('B', '2026-10-15', 50),
      ligne('A', '2026-11-01', 99),
    ];
    const releve = dresserReleve(lignes, new Map([['OP-1', operation()]]), {
      entreprise: 'A',
      periode: { du: '2026-10-01', au: '2026-10-31' },
    });
    expect(releve.total).to.equal(7.3);
    expect(releve.operations[0]).to.deep.include({ mois: 7.3, cumul: 17.3, cumulTous: 67.3, dues: 1000 });
    expect(releve.operations[0]?.lignes).to.deep.equal([{ beneficiaire: 'P-1', modalite: null, heures: 7.3 }]);
  });
});
