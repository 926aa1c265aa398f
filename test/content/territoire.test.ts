import { expect } from 'chai';
import { loadNomsUsuels } from '../../src/content/surnoms.ts';
import { loadTerritoire } from '../../src/content/territoire.ts';

const territoire = loadTerritoire('32');

describe('charger le territoire', () => {
  it('compte les communes, les intercommunalités et les départements des Hauts-de-France', () => {
    expect(territoire.communes).to.have.length(3782);
    expect(territoire.epcis).to.have.length(92);
    expect(territoire.departements.filter(({ region }) => region === '32').map(({ code }) => code)).to.have.members([
      '02',
      '59',
      '60',
      '62',
      '80',
    ]);
  });

  it('donne à une commune tous ses champs, avec ses accents', () => {
    expect(territoire.commune('62765')).to.deep.include({
      nom: 'Saint-Omer',
      departement: '62',
      region: '32',
      epci: '200069037',
      codesPostaux: ['62500'],
    });
    expect(territoire.commune('59017')?.nom).to.equal('Armentières');
    expect(territoire.commune('59350')?.population).to.be.above(200_000);
    expect(territoire.communes.every(({ population, epci }) => population >= 0 && epci !== null)).to.equal(true);
  });

  it('range par intercommunalité, par département et par code postal, la plus peuplée d’abord', () => {
    expect(territoire.communesDeLEpci('200068047').map(({ nom }) => nom))
      .to.include.members(['Creil', 'Nogent-sur-Oise'])
      .and.have.length(11);
    expect(territoire.communesDuDepartement('59')[0]?.nom).to.equal('Lille');
    expect(territoire.communesDuCodePostal('62320').map(({ nom }) => nom)).to.deep.equal([
      'Rouvroy',
      'Drocourt',
      'Bois-Bernard',
      'Acheville',
    ]);
  });

  it('laisse hors de la région les communes d’une intercommunalité à cheval', () => {
    expect(territoire.epci('247600588')?.communes).to.have.length(28);
    expect(territoire.communesDeLEpci('247600588').every(({ departement }) => departement === '80')).to.equal(true);
  });

  it('rattache chaque ancienne commune à une commune actuelle', () => {
    expect(territoire.anciennes.find(({ nom }) => nom === 'Lomme')?.commune).to.equal('59350');
    expect(territoire.anciennes.filter(({ commune }) => territoire.commune(commune) === undefined)).to.deep.equal([]);
  });

  it('connaît le reste du pays, par nom, par code INSEE et par code postal', () => {
    expect(territoire.exterieures()).to.have.length(31_187);
    expect(territoire.exterieureParCode('75011')?.nom).to.equal('Paris');
    expect(territoire.exterieureParCode('44109')).to.deep.include({ nom: 'Nantes', departement: '44' });
    expect(territoire.exterieureParCode('59350')).to.equal(undefined);
  });

  it('se règle sur une autre région, et refuse un code inconnu', () => {
    expect(loadTerritoire('53').communes.some(({ nom }) => nom === 'Rennes')).to.equal(true);
    expect(() => loadTerritoire('99')).to.throw('Aucune commune');
  });
});

describe('charger les noms d’usage', () => {
  it('lit le fichier livré sans une faute', () => {
    const { usuels, problems } = loadNomsUsuels('data/reference/surnoms-territoires.yaml', territoire);
    expect(problems).to.deep.equal([]);
    expect(usuels.surnoms.length).to.be.above(80);
  });

  it('n’attribue pas un même nom à deux territoires', () => {
    const { usuels } = loadNomsUsuels('data/reference/surnoms-territoires.yaml', territoire);
    const noms = usuels.surnoms.flatMap((surnom) => surnom.noms.map((nom) => nom.toLowerCase()));
    expect(noms.filter((nom, rang) => noms.indexOf(nom) !== rang)).to.deep.equal([]);
  });
});
