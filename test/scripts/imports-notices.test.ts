import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { importNotices } from '../../scripts/imports/notices.ts';
import { openJsonStore } from '../../src/store/json/open.ts';
import type { Store } from '../../src/store/port.ts';

const contrat = (id: string, objet: string): object => ({ id, acheteur: { id: '21590350100017' }, objet });

describe('import d’avis', () => {
  let dossier = '';
  let store: Store;
  beforeEach(() => {
    dossier = mkdtempSync(join(tmpdir(), 'clausette-import-avis-'));
    store = openJsonStore(dossier);
  });
  afterEach(async () => {
    await store.close();
    rmSync(dossier, { recursive: true, force: true });
  });
  const importer = (contrats: readonly object[], reste: { strict?: boolean; apercu?: boolean } = {}) => {
    const fichier = join(dossier, 'avis.json');
    writeFileSync(fichier, JSON.stringify(contrats));
    return importNotices({ fichier, store, region: '32', strict: false, avancer: () => undefined, ...reste });
  };

  it('montre ce qui changerait sans rien écrire', async () => {
    await importer([contrat('A', 'Nettoyage'), contrat('B', 'Voirie')]);
    const { bilan, apercu = [] } = await importer(
      [
        contrat('A', 'Nettoyage'),
        { ...contrat('B', 'Voirie'), montant: 1200 },
        contrat('C', 'Linge : marché réservé aux ESAT'),
        { id: 'D', objet: 'Sans acheteur', codeCPV: '1' },
      ],
      { apercu: true },
    );
    expect(bilan).to.equal(null);
    expect(apercu).to.deep.equal([
      'Lus : 4 enregistrements ; gardés : 3 ; hors région, laissés : 0 ; refusés : 1.',
      '  1 × SIRET de l’acheteur absent',
      'À ajouter : 1, dont 1 réservé ; à modifier : 1 ; inchangés : 1.',
      '  + Linge : marché réservé aux ESAT — SIRET 21590350100017',
    ]);
    expect(await store.avis.all()).to.have.length(2);
  });

  it('importe ce que l’aperçu annonçait', async () => {
    const lot = [contrat('A', 'Nettoyage'), contrat('A', 'Nettoyage'), contrat('B', 'Voirie')];
    const { apercu = [] } = await importer(lot, { apercu: true });
    const { bilan } = await importer(lot);
    expect(apercu.at(-1)).to.contain(`À ajouter : ${bilan?.ajoutes}`);
    expect((await importer(lot)).bilan).to.deep.include({ ajoutes: 0, modifies: 0 });
  });

  it('n’écrit rien devant un refus en mode strict', async () => {
    const { bilan } = await importer([contrat('A', 'Un'), { id: 'D', objet: 'x', codeCPV: '1' }], { strict: true });
    expect([bilan, await store.avis.all()]).to.deep.equal([null, []]);
  });
});
