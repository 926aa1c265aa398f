import { expect } from 'chai';
import { VISITEUR } from '../../src/domain/roles.ts';
import { Clausette, compteDe, LE } from '../support/clausette.ts';

const AUJOURDHUI = LE.slice(0, 10);
const origine = { auteur: 'f', canal: 'essai', message: 'm', le: LE };

describe('questions sur les chiffres', function () {
  this.timeout(60_000);
  let clausette: Clausette;
  const lire = async (texte: string) =>
    (await clausette.services.indicateurs.lire(texte, { aujourdhui: AUJOURDHUI, precedente: null })).demande;
  beforeEach(async () => {
    clausette = await Clausette.create();
  });
  afterEach(() => clausette.close());

  for (const [texte, attendu] of [
    ['heures QPV dans l’Oise au 1er semestre, et l’an dernier ?', { mesure: 'heures', public: 'QPV' }],
    ['combien de femmes à Lille en 2016', { mesure: 'femmes', sexe: null }],
    ['kombien de jeunes en 2016', { mesure: 'beneficiaires', public: 'JEUNE' }],
    ['heures ETTI en octobre', { mesure: 'heures', modalite: 'ETTI' }],
    ['nb de beneficiaires rqth cette annee', { mesure: 'beneficiaires', public: 'TH' }],
    ['taux de sorties positives 2016', { mesure: 'sorties-durables' }],
    ['évolution 2015 2016', { mesure: 'cles', avant: { du: '2015-01-01', au: '2015-12-31' } }],
    ['heures par territoire', { dimension: 'epci' }],
    ['répartition hommes femmes 2016', { dimension: 'sexe' }],
    ['heures espaces verts en 2016', { secteur: 'espaces-verts' }],
    ['heures depuis 2020', { periode: { du: '2020-01-01', au: AUJOURDHUI } }],
  ] as const) {
    it(`lit « ${texte} »`, async () => {
      expect(await lire(texte)).to.deep.include(attendu);
    });
  }
  it('compare un semestre au même semestre de l’an dernier', async () => {
    const demande = await lire('heures QPV dans l’Oise au 1er semestre, et l’an dernier ?');
    expect(demande.periode).to.deep.equal({ du: '2026-01-01', au: '2026-06-30' });
    expect(demande.avant).to.deep.equal({ du: '2025-01-01', au: '2025-06-30' });
    expect(demande.territoire?.nom).to.equal('Oise');
  });
  it('cache au visiteur ce que la coordinatrice voit', async () => {
    await clausette.dire('21 h du 16 au 18 novembre P-4 femme RSA école Pasteur');
    await clausette.dire('oui');
    const demande = await lire('heures RSA cette année');
    const { indicateurs } = clausette.services;
    const public_ = await indicateurs.repondre(demande, VISITEUR);
    const interne = await indicateurs.repondre(demande, compteDe('coordinateur'));
    expect([public_.chiffres.hours, public_.chiffres.women, public_.lignesVisibles]).to.deep.equal([null, null, false]);
    expect([interne.chiffres.hours, interne.masque]).to.deep.equal([21, false]);
    expect(await indicateurs.lignes(demande, VISITEUR)).to.equal(null);
  });
  it('cache au visiteur une partie dont le reste de la région ferait moins de cinq personnes', async () => {
    const base = {
      debut: '2026-10-05',
      fin: '2026-10-09',
      heures: 7,
      entreprise: null,
      publics: [],
      sexe: null,
      anneeNaissance: null,
      modalite: null,
      sortie: null,
    };
    const saisir = (operation: string, nombre: number) =>
      clausette.store.registre.append(
        Array.from({ length: nombre }, (_, rang) => ({
          type: 'saisie',
          id: `${operation}-${rang}`,
          ligne: { ...base, operation, beneficiaire: `P-${operation}${rang}` },
          alertes: [],
          origine,
        })),
      );
    const { indicateurs } = clausette.services;
    const nord = await lire('heures du Nord en octobre 2026');
    const voir = async () => (await indicateurs.repondre(nord, VISITEUR)).chiffres.hours;
    await saisir('E-1', 9);
    expect(await voir()).to.equal(63);
    // Quatre personnes dans la Somme : la région moins le Nord donnerait leurs heures.
    await saisir('E-3', 4);
    expect(await voir()).to.equal(null);
    expect((await indicateurs.repondre(nord, compteDe('coordinateur'))).chiffres.hours).to.equal(63);
    await clausette.store.registre.append([
      { type: 'saisie', id: 'cinq', ligne: { ...base, operation: 'E-3', beneficiaire: 'P-5' }, alertes: [], origine },
    ]);
    expect(await voir()).to.equal(63);
  });
  it('ne laisse plus un code effacé nulle part, et garde les heures', async () => {
    await clausette.dire('21 h du 16 au 18 novembre P-0231 RSA école Pasteur');
    await clausette.dire('oui');
    const { personnes } = clausette.services;
    expect(await personnes.effacer('P-0231', VISITEUR, origine)).to.equal(null);
    expect(await personnes.effacer('P-0231', compteDe('coordinateur'), origine)).to.deep.include({ saisies: 1 });
    expect(await personnes.effacer('P-0231', compteDe('coordinateur'), origine)).to.equal(null);
    expect(await clausette.total()).to.equal(21);
    const ecritures = JSON.stringify(await clausette.store.registre.all());
    expect(ecritures).to.not.contain('P-0231');
    expect(ecritures).to.contain('"beneficiaire":"X-');
    await clausette.redemarrer();
    expect(await clausette.total()).to.equal(21);
  });
});
