import { expect } from 'chai';
import { lireIntentionHeures } from '../../src/nlu/intentions-heures.ts';
import { lireDemandeParcours, lireSituation } from '../../src/nlu/parcours.ts';
import { estCorrection, lireDemandeRegistre, tientAuBrouillon } from '../../src/nlu/registre.ts';

const AUJOURDHUI = '2026-11-21';
const registre = (texte: string) => lireDemandeRegistre(texte, AUJOURDHUI);
const parcours = (texte: string) => lireDemandeParcours(texte, AUJOURDHUI);

describe('ce qu’on demande au registre', () => {
  for (const texte of ['historique P-0231', 'historique école Pasteur', 'Qui a changé ça ?', 'qui l’a corrigé ?'])
    it(`« ${texte} » : l’historique`, () => expect(registre(texte)).to.deep.equal({ type: 'historique' }));
  for (const texte of ['valide octobre 2026', 'valider le mois d’octobre', 'clôture 10/2026', 'valide le mois dernier'])
    it(`« ${texte} » : valider octobre`, () =>
      expect(registre(texte)).to.deep.equal({ type: 'valider', mois: '2026-10' }));
  it('rouvre un mois', () => expect(registre('rouvre octobre')).to.deep.equal({ type: 'rouvrir', mois: '2026-10' }));
  for (const texte of ['annule la correction', 'défais ma dernière modification', 'remets comme avant'])
    it(`« ${texte} » : défaire une correction`, () =>
      expect(registre(texte)).to.deep.equal({ type: 'annuler-correction' }));
  for (const texte of ['corrige la saisie de P-0231 : 28 h', 'rectifie P-0231 28 h'])
    it(`« ${texte} » : corriger`, () => expect(registre(texte)).to.deep.equal({ type: 'corriger' }));
  for (const texte of [
    'je valide',
    'valide la saisie',
    'valide en octobre 35 h pour P-0231',
    'historique de l’article L2113-13',
    'procédure de validation d’un candidat en insertion',
    'corrige',
    '35 h pour P-0231 école Pasteur hier',
  ])
    it(`« ${texte} » : rien au registre`, () => expect(registre(texte)).to.equal(null));
});

describe('corriger ou commencer', () => {
  for (const texte of ['en fait c’était 28', 'non, 28 et pas 35', 'pardon, jeudi', 'je me suis trompée, 7 h'])
    it(`« ${texte} » corrige`, () => expect(estCorrection(texte)).to.equal(true));
  for (const texte of ['7 h hier pour P-0300', 'c’était quand ?', 'merci'])
    it(`« ${texte} » ne corrige pas`, () => expect(estCorrection(texte)).to.equal(false));
  it('« et 7 h pour P-0300 » allonge la saisie en cours', () =>
    expect(tientAuBrouillon('et 7 h pour P-0300 aussi')).to.equal(true));
});

describe('ce qu’on dit d’un parcours', () => {
  it('lit une sortie, sa situation et sa date', () => {
    const octobre = { type: 'sortie', situation: 'CDI', le: '2026-10-15' };
    for (const texte of [
      'P-0231 est sorti en CDI le 15 octobre',
      'sortie P-0231 CDI 15/10',
      'P-7 a signé un CDI le 15/10',
    ])
      expect(parcours(texte), texte).to.deep.equal(octobre);
  });
  it('lit la durée d’un CDD, et demande quand elle manque', () => {
    for (const [texte, situation] of [
      ['CDD de 8 mois', 'CDD_6_MOIS'],
      ['cdd six mois', 'CDD_6_MOIS'],
      ['un CDD de 3 mois', 'CDD_COURT'],
      ['CDD de moins de 6 mois', 'CDD_COURT'],
      ['en CDD', 'precisez'],
      ['au chômage', 'RECHERCHE'],
      ['apprentissage', 'FORMATION'],
      ['on n’a pas de nouvelles', 'inconnue'],
      ['mission d’intérim', 'INTERIM'],
      ['il fait beau', null],
    ] as const)
      expect(lireSituation(texte), texte).to.equal(situation);
  });
  it('lit l’éligibilité et ses bornes', () => {
    expect(parcours('P-0231 éligible du 2 février 2025 au 31 janvier 2027')).to.deep.equal({
      type: 'eligible',
      statut: 'validee',
      debut: '2025-02-02',
      fin: '2027-01-31',
    });
    expect(parcours('P-0231 n’est plus éligible')).to.deep.include({ statut: 'refusee' });
    expect(parcours('P-0231 est-elle éligible ?')).to.equal(null);
  });
  it('lit un suivi, les échéances, la globalisation, un libellé', () => {
    expect(parcours('P-0231 à 6 mois : CDI')).to.deep.equal({ type: 'suivi', mois: 6, situation: 'CDI' });
    expect(parcours('mes échéances')).to.deep.equal({ type: 'echeances' });
    expect(parcours('qui pourrait mutualiser 800 h ?')).to.deep.equal({ type: 'globaliser', seuil: 800 });
    expect(parcours('libellé P-0231 : « tablier bleu »')).to.deep.equal({ type: 'libelle', libelle: 'tablier bleu' });
    expect(parcours('efface le libellé de P-0231')).to.deep.equal({ type: 'libelle', libelle: null });
  });
  it('laisse les heures et le droit à d’autres', () => {
    for (const texte of [
      '35 h pour P-0231 en CDI hier',
      'où en est la PNAD 2025 ?',
      'c’est quoi la globalisation des heures',
    ])
      expect(parcours(texte), texte).to.equal(null);
  });
  it('une durée seule commence une déclaration', () => {
    expect(lireIntentionHeures('28 h')?.intention).to.equal('declarer-heures');
    expect(lireIntentionHeures('480 h en AI, c’est sur combien de mois ?')).to.equal(null);
  });
});
