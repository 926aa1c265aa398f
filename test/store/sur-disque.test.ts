import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import type { Avis } from '../../src/domain/marches.ts';
import { openJsonStore } from '../../src/store/json/open.ts';
import type { Store } from '../../src/store/port.ts';
import { creerAvis } from '../support/avis.ts';

const avis = (id: string, objet = 'Nettoyage'): Avis =>
  creerAvis(id, { source: 'decp', nature: 'attribution', objet, departements: ['59'], dateLimite: null });

describe('avis laissés sur le disque', () => {
  let dossier = '';
  let service: Store;
  let commande: Store;
  beforeEach(() => {
    dossier = mkdtempSync(join(tmpdir(), 'clausette-disque-'));
    service = openJsonStore(dossier);
    commande = openJsonStore(dossier, undefined, { avis: 'sur-disque' });
  });
  afterEach(async () => {
    await service.close();
    await commande.close();
    rmSync(dossier, { recursive: true, force: true });
  });

  it('répondent comme ceux qui sont en mémoire', async () => {
    const lot = [avis('decp:1'), avis('decp:2'), avis('decp:1', 'Voirie')];
    expect(await commande.avis.put(lot)).to.deep.equal({ ajoutes: 2, modifies: 0, inchanges: 1 });
    expect(await commande.avis.put([avis('decp:1', 'Voirie'), avis('decp:2', 'Linge')])).to.deep.equal({
      ajoutes: 0,
      modifies: 1,
      inchanges: 1,
    });
    expect((await commande.avis.find('decp:2'))?.objet).to.equal('Linge');
    expect(await commande.avis.find('decp:3')).to.equal(null);
    expect(await commande.avis.all()).to.have.deep.members([...(await service.avis.all())]);
  });

  it('voient ce qu’un autre processus ajoute, et se suivent de proche en proche', async () => {
    await commande.avis.put([avis('decp:1')]);
    const { position } = await commande.avis.depuis(0);
    await service.avis.put([avis('decp:2')]);
    expect((await commande.avis.depuis(position)).documents.map(({ id }) => id)).to.deep.equal(['decp:2']);
    expect((await commande.avis.find('decp:2'))?.id).to.equal('decp:2');
  });

  it('d’un grand fichier se lisent sans bloquer, ligne après ligne', async () => {
    const lot = Array.from({ length: 3000 }, (_, rang) => avis(`decp:${rang}`, `Objet ${rang} ${'x'.repeat(200)}`));
    await commande.avis.put(lot);
    const autre = openJsonStore(dossier);
    let tours = 0;
    const minuterie = setInterval(() => {
      tours += 1;
    }, 0);
    expect(await autre.avis.all()).to.have.length(3000);
    clearInterval(minuterie);
    expect(tours).to.be.greaterThan(0);
    await autre.close();
  });
});
