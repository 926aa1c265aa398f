import { readFileSync } from 'node:fs';
import { expect } from 'chai';
import type { Facilitateur } from '../../src/domain/territoire.ts';
import { Clausette, compteDe, lisible } from '../support/clausette.ts';

describe('service du territoire', function () {
  this.timeout(60_000);
  let clausette: Clausette;
  beforeEach(async () => {
    clausette = await Clausette.create();
  });
  afterEach(() => clausette.close());

  it('note un besoin par conversation, territoire et jour, sans rien qui désigne une personne', async () => {
    const visiteur = compteDe('visiteur');
    await clausette.dire('facilitateur Arras', { compte: visiteur });
    await clausette.dire('Mme Zaoui cherche le facilitateur de Beaurains', { compte: visiteur });
    await clausette.dire('facilitateur Arras', { compte: visiteur, conversation: 'autre' });
    await clausette.dire('facilitateur Arras', { compte: visiteur, le: '2026-11-22T10:00:00+01:00' });
    const besoins = await clausette.store.besoins.all();
    expect(besoins.map(({ territoire, le }) => [territoire, le])).to.deep.equal([
      ['200033579', '2026-11-21'],
      ['200033579', '2026-11-21'],
      ['200033579', '2026-11-22'],
    ]);
    for (const besoin of besoins)
      expect(Object.keys(besoin).sort()).to.deep.equal(['genre', 'id', 'le', 'relais', 'territoire']);
    expect(JSON.stringify(besoins)).not.to.match(/Zaoui|visiteur|essai/);
  });

  it('reconnaît pourquoi l’on cherchait', async () => {
    for (const [texte, genre] of [
      ['je rédige un appel d’offres à Arras, quel facilitateur ?', 'preparer-marche'],
      ['titulaire d’un lot à Arras, qui contacter pour recruter ?', 'realiser-heures'],
      ['facilitateur Arras', 'trouver-contact'],
    ] as const)
      expect(clausette.services.territoire.lireGenreBesoin(texte), texte).to.equal(genre);
  });

  it('ne note rien quand quelqu’un répond sur place', async () => {
    await clausette.dire('facilitateur Roubaix');
    await clausette.dire('facilitateur Rouen');
    expect(await clausette.store.besoins.all()).to.deep.equal([]);
  });

  it('réserve besoins et historique à la coordination', async () => {
    const { territoire, annuaire } = clausette.services;
    for (const role of ['visiteur', 'facilitateur'] as const) {
      expect(await territoire.besoins(compteDe(role))).to.equal(null);
      expect(await annuaire.historique(compteDe(role))).to.equal(null);
    }
    for (const role of ['coordinateur', 'administrateur'] as const)
      expect(await territoire.besoins(compteDe(role))).to.deep.equal([]);
  });

  it('n’obéit pas à un « oui » de qui n’a pas le droit, même dans la conversation d’une coordinatrice', async () => {
    await clausette.dire('la structure PLIE de Béthune couvre maintenant la CC du Ternois', {
      compte: compteDe('coordinateur'),
    });
    await clausette.dire('oui', { compte: compteDe('visiteur') });
    expect(await clausette.store.annuaire.all()).to.deep.equal([]);
    expect(await clausette.store.facilitateurs.all()).to.deep.equal([]);
  });

  it('recopie l’annuaire livré au premier changement : rien d’autre n’est perdu', async () => {
    const coordinatrice = { compte: compteDe('coordinateur') };
    await clausette.dire('Entreprendre Ensemble couvre aussi la CC des Hauts de Flandre', coordinatrice);
    await clausette.dire('oui', { ...coordinatrice, id: 'oui' });
    await clausette.dire('oui', { ...coordinatrice, id: 'oui' });
    expect(await clausette.store.facilitateurs.all()).to.have.length(16);
    const [changement] = await clausette.store.annuaire.all();
    expect(changement?.entrees.map(({ apres }) => apres.id)).to.deep.equal(['entreprendre-ensemble']);
    expect(lisible(await clausette.dire('facilitateur Béthune'))).to.contain('PLIE de l’arrondissement de Béthune');
  });

  it('voit aussitôt un annuaire importé, et oublie ce qui en est retiré', async () => {
    const livrees: Facilitateur[] = JSON.parse(readFileSync('data/reference/facilitateurs.json', 'utf8'));
    const modele = await clausette.services.annuaire.structure('plie-bethune');
    if (!modele || livrees.length === 0) throw new Error('annuaire livré absent');
    const ternois = {
      ...modele,
      id: 'ternois',
      nom: 'PLIE du Ternois',
      couverture: { niveau: 'epci' as const, codes: ['200069672'] },
    };
    await clausette.store.facilitateurs.put([ternois]);
    const tableau = await clausette.services.territoire.tableau();
    expect(tableau.etat.epcis.couvert.nombre).to.equal(1);
    await clausette.store.facilitateurs.put([{ ...ternois, retire: true }]);
    expect((await clausette.services.territoire.tableau()).etat.structures).to.equal(0);
  });
});
