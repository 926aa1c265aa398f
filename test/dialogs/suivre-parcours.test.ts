import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { openJsonStore } from '../../src/store/json/open.ts';
import { Clausette, compteDe, lisible, OPERATIONS } from '../support/clausette.ts';

describe('parcours', function () {
  this.timeout(30_000);
  let clausette: Clausette;
  beforeEach(async () => {
    const jumelle = { ...OPERATIONS[0], id: 'E-9', intitule: 'Gymnase Hugo' };
    const [premiere] = OPERATIONS;
    if (!premiere) throw new Error('aucune opération');
    clausette = await Clausette.create([...OPERATIONS, { ...premiere, ...jumelle }]);
  });
  afterEach(() => clausette.close());

  it('propose de globaliser deux contrats d’un même bassin à qui en a le temps', async () => {
    await clausette.dire('35 h pour P-0231 école Pasteur la semaine dernière');
    await clausette.dire('oui');
    await clausette.dire('P-0231 éligible depuis le 2 novembre 2026');
    await clausette.dire('oui');
    const lu = lisible(await clausette.dire('qui pourrait globaliser ?'));
    expect(lu).to.contain('1 965 h à faire').and.to.contain('Gymnase Hugo (reste 1 000 h)');
    expect(lu).to.contain('Titulaire de plusieurs de ces contrats : Batinord').and.to.contain('P-0231 (jusqu’à');
    expect(lisible(await clausette.dire('qui pourrait globaliser 2 500 h ?'))).to.contain('Aucun bassin');
  });
  it('ne rappelle les échéances qu’une fois par jour, à un facilitateur', async () => {
    await clausette.dire('P-0231 éligible du 2 février 2025 au 31 janvier 2027');
    await clausette.dire('oui');
    expect(lisible(await clausette.dire('bonjour'))).to.contain('1 fin d’éligibilité proche');
    expect(lisible(await clausette.dire('bonjour'))).not.to.contain('éligibilité proche');
    const lendemain = { le: '2026-11-22T09:00:00+01:00' };
    expect(lisible(await clausette.dire('bonjour', lendemain))).to.contain('éligibilité proche');
    const arrivee = { arrivee: true, conversation: 'neuve' };
    expect(lisible(await clausette.dire('', arrivee))).to.contain('éligibilité proche');
    const coordinatrice = { compte: compteDe('coordinateur'), conversation: 'autre' };
    expect(lisible(await clausette.dire('bonjour', coordinatrice))).not.to.contain('éligibilité proche');
  });
  it('fait suivre aux indicateurs la dernière situation connue', async () => {
    const durables = async () => (await clausette.services.indicateurs.calculer(null)).durableExits;
    await clausette.dire('35 h pour P-0231 école Pasteur du 2 au 6 mars');
    await clausette.dire('oui');
    await clausette.dire('P-0231 est sorti en CDI le 15 mai');
    await clausette.dire('oui');
    expect(await durables()).to.equal(1);
    await clausette.dire('P-0231 à 6 mois : au chômage');
    await clausette.dire('oui');
    expect(await durables()).to.equal(0);
  });
  it('efface un libellé du disque, sans trace', async () => {
    const dossier = mkdtempSync(join(tmpdir(), 'clausette-libelles-'));
    const store = openJsonStore(dossier);
    const lire = () =>
      readdirSync(dossier)
        .map((nom) => join(dossier, nom))
        .filter((chemin) => statSync(chemin).isFile())
        .map((chemin) => readFileSync(chemin, 'utf8'))
        .join('\n');
    try {
      await store.libelles.put('plie', 'P-0231', 'tablier bleu');
      await store.libelles.put('autre', 'P-0231', 'casque rouge');
      expect(lire()).to.contain('tablier bleu');
      expect(await store.libelles.remove('P-0231', 'plie')).to.equal(1);
      expect(lire()).not.to.contain('tablier bleu');
      expect(await store.libelles.find('autre', 'P-0231')).to.equal('casque rouge');
      expect(await store.libelles.remove('P-0231', null)).to.equal(1);
      expect(lire()).not.to.contain('casque rouge');
    } finally {
      await store.close();
      rmSync(dossier, { recursive: true, force: true });
    }
  });
});
