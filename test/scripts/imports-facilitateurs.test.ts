import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { importFacilitateurs } from '../../scripts/imports/facilitateurs.ts';
import { dernierDefaisable, inverser } from '../../src/domain/territoire/annuaire-changements.ts';
import { openJsonStore } from '../../src/store/json/open.ts';
import type { Store } from '../../src/store/port.ts';

const entree = (id: string, code: string, reste: object = {}) => ({
  id,
  nom: `Structure ${id}`,
  porteur: 'PLIE',
  couverture: { niveau: 'epci', codes: [code] },
  verifie: true,
  source: { libelle: 'exemple.fr', annee: '2026' },
  ...reste,
});
const TERNOIS = '200069672';
const MEL = '200093201';

describe('importer l’annuaire dans le dépôt', function () {
  this.timeout(60_000);
  const dossier = mkdtempSync(join(tmpdir(), 'import-annuaire-'));
  let store: Store;
  let depot = 0;

  beforeEach(() => {
    depot += 1;
    store = openJsonStore(join(dossier, `depot-${depot}`));
  });
  afterEach(() => store.close());
  after(() => rmSync(dossier, { recursive: true, force: true }));

  const importer = (entrees: readonly object[], reste: { apercu?: boolean; strict?: boolean } = {}) => {
    const fichier = join(dossier, 'annuaire.json');
    writeFileSync(fichier, JSON.stringify(entrees));
    return importFacilitateurs({ fichier, store, region: '32', strict: false, avancer: () => undefined, ...reste });
  };
  const actives = async () => (await store.facilitateurs.all()).filter(({ retire }) => !retire).map(({ id }) => id);

  it('dit ce qui changerait sans rien écrire', async () => {
    const { bilan, apercu = [] } = await importer([entree('ternois', TERNOIS)], { apercu: true });
    expect(bilan).to.equal(null);
    expect(apercu.join('\n')).to.match(
      /\+ Structure ternois[\s\S]*- Entreprendre Ensemble[\s\S]*perdent leur facilitateur local/,
    );
    expect([await store.facilitateurs.all(), await store.annuaire.all()]).to.deep.equal([[], []]);
  });

  it('remplace l’annuaire, retire ce qui n’y est plus, et le même fichier deux fois ne change rien', async () => {
    await importer([entree('ternois', TERNOIS), entree('mel', MEL)]);
    const second = await importer([entree('mel', MEL, { contact: 'accueil' })]);
    expect(second.bilan).to.deep.equal({ ajoutes: 0, modifies: 2, inchanges: 0 });
    expect(await actives()).to.deep.equal(['mel']);
    const troisieme = await importer([entree('mel', MEL, { contact: 'accueil' })]);
    expect(troisieme.bilan).to.deep.equal({ ajoutes: 0, modifies: 0, inchanges: 1 });
    expect(await store.annuaire.all()).to.have.length(2);
  });

  it('ne retire rien tant que des entrées sont refusées, et rien du tout en strict', async () => {
    await importer([entree('ternois', TERNOIS), entree('mel', MEL)]);
    const { refus } = await importer([entree('mel', MEL), entree('ternois', '999999999')]);
    expect(refus).to.have.length(1);
    expect(await actives()).to.have.members(['ternois', 'mel']);
    const strict = await importer([entree('autre', MEL), { id: 'faux' }], { strict: true });
    expect(strict.bilan).to.equal(null);
    expect(await actives()).to.have.members(['ternois', 'mel']);
  });

  it('n’écrit rien d’un fichier vide : ce n’est pas un annuaire', async () => {
    await importer([entree('mel', MEL)]);
    expect((await importer([])).bilan).to.equal(null);
    expect(await actives()).to.deep.equal(['mel']);
  });

  it('garde de quoi revenir exactement en arrière', async () => {
    await importer([entree('ternois', TERNOIS), entree('mel', MEL)]);
    await importer([entree('mel', MEL, { contact: 'accueil' }), entree('neuve', TERNOIS)]);
    const dernier = dernierDefaisable(await store.annuaire.all());
    if (!dernier) throw new Error('rien à défaire');
    expect([dernier.origine, dernier.auteur]).to.deep.equal(['import', 'annuaire.json']);
    await store.facilitateurs.put(inverser(dernier).map(({ apres }) => apres));
    expect(await actives()).to.have.members(['ternois', 'mel']);
    expect((await store.facilitateurs.find('mel'))?.contact).to.equal(null);
  });
});
