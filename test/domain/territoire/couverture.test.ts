import { expect } from 'chai';
import { rattacher } from '../../../src/domain/rattachement.ts';
import { couvrirEpci, couvrirRegion, estZoneBlanche } from '../../../src/domain/territoire/couverture.ts';
import { dresserEtatDesLieux } from '../../../src/domain/territoire/etat-des-lieux.ts';
import { lireFraicheur } from '../../../src/domain/territoire/fraicheur.ts';
import { natureDe } from '../../../src/domain/territoire/nature.ts';
import { commune, epci, MEL, ROUBAIX, structure, TERNOIS, territoire, VILLES_SOEURS } from './aide.ts';

const nord = structure('nord', 'departement', ['59'], { porteur: 'Département' });
const roubaix = structure('roubaix', 'communes', [ROUBAIX]);
const mel = structure('mel', 'epci', [MEL]);
const etatDe = (code: string, annuaire: Parameters<typeof couvrirEpci>[1]) =>
  couvrirEpci(epci(code).epci, annuaire, territoire).etat;

describe('couvrir une intercommunalité', () => {
  it('dit couvert, en partie, par le Département seulement, ou pas du tout', () => {
    expect(etatDe(MEL, [mel, nord])).to.equal('couvert');
    expect(etatDe(MEL, [roubaix, nord])).to.equal('partie');
    expect(etatDe(MEL, [nord])).to.equal('departement');
    expect(etatDe(MEL, [])).to.equal('aucune');
    const toutes = territoire.communesDeLEpci(MEL).map(({ code }) => code);
    expect(etatDe(MEL, [structure('toutes', 'communes', toutes)])).to.equal('couvert');
  });

  it('ne prend pas une structure non vérifiée ou retirée pour une couverture', () => {
    expect(etatDe(MEL, [{ ...mel, verifie: false }])).to.equal('aucune');
    expect(etatDe(MEL, [{ ...mel, retire: true }])).to.equal('aucune');
  });

  it('ne cache pas une zone blanche derrière un seul des deux Départements, ni derrière la région', () => {
    const pasDeCalais = structure('pas-de-calais', 'departement', ['62']);
    expect(etatDe(TERNOIS, [pasDeCalais])).to.equal('aucune');
    expect(etatDe(TERNOIS, [pasDeCalais, structure('somme', 'departement', ['80'])])).to.equal('departement');
    expect(etatDe(TERNOIS, [structure('region', 'region', ['32'])])).to.equal('aucune');
  });

  it('ne compte que les communes de la région quand elle déborde', () => {
    const lue = couvrirEpci(epci(VILLES_SOEURS).epci, [], territoire);
    expect(lue.deborde).to.equal(true);
    expect(lue.communes).to.be.below(lue.epci.communes.length);
    expect(lue.departements).to.deep.equal(['80']);
  });

  it('tient compte de ce que la structure couvre aussi', () => {
    const double = structure('double', 'epci', [MEL], { couvreAussi: [{ niveau: 'communes', codes: ['62041'] }] });
    expect(rattacher(commune('62041'), [double], territoire).regle).to.equal('commune');
  });

  it('couvre toute la région, chaque intercommunalité une fois', () => {
    const toutes = couvrirRegion([mel, nord], territoire);
    expect(toutes).to.have.length(92);
    expect(toutes.filter(estZoneBlanche)).to.have.length(91);
  });
});

describe('chef de file', () => {
  const coordonne = structure('coordination', 'communes', ['62041'], { coordonne: [TERNOIS] });
  const pasDeCalais = structure('pas-de-calais', 'departement', ['62']);

  it('vient après l’intercommunalité et avant le Département', () => {
    const lu = rattacher(commune('62767'), [pasDeCalais, coordonne], territoire);
    expect([lu.regle, lu.structures[0]?.id, lu.repli[0]?.id]).to.deep.equal([
      'chef-de-file',
      'coordination',
      'pas-de-calais',
    ]);
    const locale = structure('locale', 'epci', [TERNOIS]);
    expect(rattacher(commune('62767'), [pasDeCalais, coordonne, locale], territoire).regle).to.equal('epci');
  });

  it('coordonner n’est pas suivre : la zone reste blanche', () => {
    expect(etatDe(TERNOIS, [coordonne])).to.equal('departement');
    expect(estZoneBlanche({ etat: etatDe(TERNOIS, [coordonne]) })).to.equal(true);
  });
});

describe('état des lieux', () => {
  it('compte structures, moyens connus et inconnus, natures, lieux, aires et intercommunalités', () => {
    const annuaire = [
      { ...mel, etp: 2.5, personnes: 3, implantations: ['59350'] },
      { ...roubaix, etp: 1, chefDeFile: true },
      nord,
      structure('douteuse', 'epci', [TERNOIS], { verifie: false }),
    ];
    const etat = dresserEtatDesLieux(annuaire, couvrirRegion(annuaire, territoire));
    expect([etat.structures, etat.aConfirmer, etat.sansImplantation]).to.deep.equal([3, 1, 2]);
    expect(etat.etp).to.deep.equal({ total: 3.5, connues: 2, inconnues: 1 });
    expect(etat.personnes).to.deep.equal({ total: 3, connues: 1, inconnues: 2 });
    expect(etat.natures[0]).to.deep.equal({ nature: 'plie', structures: 2 });
    expect(etat.niveaux).to.deep.equal({ communes: 1, epci: 1, departement: 1, region: 0 });
    expect(etat.epcis.couvert.nombre).to.equal(1);
    const total = Object.values(etat.epcis).reduce((somme, { nombre }) => somme + nombre, 0);
    expect(total).to.equal(92);
  });

  it('lit la nature dans le porteur, sauf si elle est dite', () => {
    expect(natureDe(structure('a', 'epci', [MEL], { porteur: 'PLIE et maison de l’emploi' }))).to.equal(
      'maison-emploi',
    );
    expect(natureDe(structure('b', 'epci', [MEL], { porteur: 'Association intermédiaire' }))).to.equal('association');
    expect(natureDe(structure('c', 'epci', [MEL], { porteur: 'PLIE', nature: 'association' }))).to.equal('association');
  });
});

describe('fraîcheur d’une information', () => {
  const AUJOURDHUI = '2026-11-21';
  const lire = (reste: Parameters<typeof structure>[3]) =>
    lireFraicheur(structure('x', 'epci', [MEL], reste), AUJOURDHUI);

  it('date d’après la confirmation, sinon d’après l’année de la source', () => {
    expect(lire({ verifieLe: '2026-10-01' })).to.deep.equal({ type: 'confirmee', le: '2026-10-01', ancienne: false });
    expect(lire({ source: { libelle: 'x.fr', annee: '2018', luLe: '2026-11-01' } })).to.deep.equal({
      type: 'publique',
      annee: '2018',
      ancienne: true,
    });
    expect(lire({ source: { libelle: 'x.fr', annee: 'page non datée', luLe: null } }).type).to.equal('non-datee');
  });

  it('devient ancienne au-delà de vingt-quatre mois, pas avant', () => {
    const ancienne = (verifieLe: string) => {
      const lue = lire({ verifieLe });
      return lue.type === 'confirmee' && lue.ancienne;
    };
    expect([ancienne('2024-11-21'), ancienne('2024-11-20')]).to.deep.equal([false, true]);
  });
});
