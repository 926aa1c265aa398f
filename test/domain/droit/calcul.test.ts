import { expect } from 'chai';
import { loadKnowledge } from '../../../src/content/knowledge.ts';
import { estimerHeures, lireCalcul, lireSuiteCalcul } from '../../../src/domain/droit/calcul.ts';

const { knowledge } = loadKnowledge('knowledge');
const { calibrage } = knowledge;

describe('calcul d’un volume d’heures', () => {
  for (const [dit, attendu] of [
    ['volume d’heures pour un lot de plâtrerie à 240 000 € HT, y a-t-il une formule ?', { montant: 240_000 }],
    ['estime l’insertion pour 2 M€ de VRD, 8 % à 40 € de l’heure', { montant: 2_000_000, taux: 0.08, cout: 40 }],
    ['1 500 000 €, main d’œuvre 70 %, taux 10 %, coût horaire 30', { part: 0.7, taux: 0.1, cout: 30 }],
    ['cb dheures pr un marché de gardiennage de 300k€ sur quatre ans', { montant: 300_000, annees: 4 }],
  ] as const)
    it(`lit « ${dit} »`, () => expect(lireCalcul(dit)).to.include(attendu));

  for (const dit of [
    'clause sociale obligatoire pour 300 000 € de services ?',
    'combien d’heures d’insertion réalisées en 2016 ?',
    'combien d’heures dans un ETP ?',
    '7 h hier P-12 Pasteur',
    'quelle pénalité pour 100 heures manquantes sur un marché de 300 000 € ?',
    'puis-je acheter 55 000 € de traiteur à un ESAT ?',
    'marché de 80 000 euros, puis-je mettre des heures d’insertion ?',
  ])
    it(`ne calcule rien pour « ${dit} »`, () => expect(lireCalcul(dit)).to.equal(null));

  it('retrouve les exemples publiés', () => {
    const publies = [
      ['1 000 000 €, 50 % de main d’œuvre, 5 % d’insertion, 30 €/h', 833],
      ['1 500 000 €, 70 % de main d’œuvre, 10 % d’insertion, 30 €/h', 3500],
    ] as const;
    for (const [dit, heures] of publies) {
      const demande = lireCalcul(dit);
      expect(demande, dit).to.not.equal(null);
      if (demande) expect(estimerHeures(demande, null, calibrage)).to.include({ heures, basse: heures, haute: heures });
    }
  });
  it('place toujours l’estimation dans sa fourchette, pour chaque métier', () => {
    for (const famille of [null, ...Object.keys(calibrage.familles)]) {
      const demande = { montant: 400_000, part: null, taux: null, cout: null, annees: null };
      const { heures, basse, haute } = estimerHeures(demande, famille, calibrage);
      expect(heures, famille ?? 'sans métier').to.be.within(basse, haute);
    }
  });
  it('n’a d’hypothèses que pour des familles d’achat connues, et une fiche qui les fonde', () => {
    const connues = knowledge.secteurs.map(({ id }) => id);
    expect(connues).to.include.members(Object.keys(calibrage.familles));
    expect(knowledge.fiches.get(calibrage.fiche)?.statut).to.equal('publiee');
  });
  it('reprend le calcul d’avant pour ce que la suite ne redit pas', () => {
    const avant = { montant: 800_000, part: null, taux: null, cout: null, annees: 4 };
    expect(lireSuiteCalcul('et avec 8 % ?', avant)).to.deep.equal({ ...avant, taux: 0.08 });
    expect(lireSuiteCalcul('et pour 500 k€ ?', avant)).to.include({ montant: 500_000, annees: 4 });
    expect(lireSuiteCalcul('et pour un ESAT ?', avant)).to.equal(null);
    expect(lireSuiteCalcul('quel taux : 5 % ?', avant)).to.equal(null);
  });
});
