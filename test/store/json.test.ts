import { appendFileSync, mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import type { Ecriture } from '../../src/domain/heures.ts';
import type { Compte } from '../../src/domain/roles.ts';
import { openJsonStore } from '../../src/store/json/open.ts';
import { ligne } from '../domain/heures/lignes.ts';

const compte = (id: string, role: Compte['role'] = 'facilitateur'): Compte => ({
  id,
  role,
  libelle: id,
  structure: null,
});
const saisie = (id: string): Ecriture => ({
  type: 'saisie',
  id,
  alertes: [],
  ligne: ligne(),
  origine: { auteur: 'f', canal: 'essai', message: id, le: '2026-11-21T10:00:00+01:00' },
});

describe('dépôt JSON', () => {
  let dossier: string;
  beforeEach(() => {
    dossier = mkdtempSync(join(tmpdir(), 'clausette-depot-'));
  });
  afterEach(() => rmSync(dossier, { recursive: true, force: true }));

  it('garde ce qui est écrit d’une ouverture à l’autre, et son secret', async () => {
    const premier = openJsonStore(dossier);
    expect(premier.vide).to.equal(true);
    await premier.comptes.put([compte('a')]);
    await premier.registre.append([saisie('s1')]);
    await premier.close();
    const second = openJsonStore(dossier);
    expect(second.vide).to.equal(false);
    expect(second.secret).to.equal(premier.secret);
    expect(await second.comptes.find('a')).to.deep.equal(compte('a'));
    expect((await second.registre.all()).map(({ id }) => id)).to.deep.equal(['s1']);
    await second.close();
  });
  it('ne change rien quand le même document revient, et remplace quand il a changé', async () => {
    const store = openJsonStore(dossier);
    await store.comptes.put([compte('a'), compte('b')]);
    const taille = readFileSync(join(dossier, 'comptes.ndjson'), 'utf8').length;
    expect(await store.comptes.put([compte('a'), compte('b')])).to.deep.equal({
      ajoutes: 0,
      modifies: 0,
      inchanges: 2,
    });
    expect(readFileSync(join(dossier, 'comptes.ndjson'), 'utf8').length).to.equal(taille);
    expect(await store.comptes.put([compte('a', 'coordinateur')])).to.deep.include({ modifies: 1 });
    expect((await store.comptes.find('a'))?.role).to.equal('coordinateur');
    await store.close();
  });
  it('n’enregistre qu’une fois une écriture redonnée', async () => {
    const store = openJsonStore(dossier);
    expect(await store.registre.append([saisie('s1'), saisie('s1')])).to.equal(1);
    expect(await store.registre.append([saisie('s1'), saisie('s2')])).to.equal(1);
    expect(await store.registre.all()).to.have.length(2);
    await store.close();
  });
  it('relit une écriture par son numéro, et rien pour un numéro inconnu', async () => {
    const store = openJsonStore(dossier);
    await store.registre.append([saisie('s1'), saisie('s2')]);
    expect((await store.registre.relire([1, 0])).map(({ id }) => id)).to.deep.equal(['s2', 's1']);
    expect(await store.registre.relire([-1, 2])).to.deep.equal([]);
    await store.close();
  });
  it('isole une dernière ligne coupée par un arrêt brutal et continue', async () => {
    const premier = openJsonStore(dossier);
    await premier.registre.append([saisie('s1'), saisie('s2')]);
    await premier.close();
    const fichier = join(dossier, 'heures.ndjson');
    truncateSync(fichier, readFileSync(fichier).length - 20);
    const lignes: number[] = [];
    const second = openJsonStore(dossier, (_, ligne) => lignes.push(ligne));
    await second.registre.append([saisie('s3')]);
    expect((await second.registre.all()).map(({ id }) => id)).to.deep.equal(['s1', 's3']);
    await second.close();
    const troisieme = openJsonStore(dossier, (_, ligne) => lignes.push(ligne));
    expect((await troisieme.registre.all()).map(({ id }) => id)).to.deep.equal(['s1', 's3']);
    expect(lignes).to.deep.equal([2, 2]);
    await troisieme.close();
  });
  it('voit ce qu’un autre processus vient d’ajouter', async () => {
    const service = openJsonStore(dossier);
    const importation = openJsonStore(dossier);
    await importation.registre.append([saisie('s1')]);
    expect(await service.registre.all()).to.have.length(1);
    expect(await service.registre.append([saisie('s1')])).to.equal(0);
    await service.close();
    await importation.close();
  });
  it('signale une ligne illisible au milieu, sans perdre les autres', async () => {
    const premier = openJsonStore(dossier);
    await premier.registre.append([saisie('s1')]);
    await premier.close();
    appendFileSync(join(dossier, 'heures.ndjson'), '{"type":"inconnu"}\n');
    const lignes: number[] = [];
    const second = openJsonStore(dossier, (_, ligne) => lignes.push(ligne));
    await second.registre.append([saisie('s2')]);
    expect((await second.registre.all()).map(({ id }) => id)).to.deep.equal(['s1', 's2']);
    expect(lignes).to.deep.equal([2]);
    await second.close();
  });
  it('refuse d’écrire un état de conversation par-dessus un plus récent', async () => {
    const store = openJsonStore(dossier);
    expect(await store.conversations.find('c')).to.equal(null);
    expect(await store.conversations.write('c', { revision: 1, etat: { a: 1 } }, 0)).to.equal(true);
    expect(await store.conversations.write('c', { revision: 1, etat: { a: 2 } }, 0)).to.equal(false);
    expect(await store.conversations.find('c')).to.deep.equal({ revision: 1, etat: { a: 1 } });
    await store.close();
  });
  it('repart à neuf, en gardant l’ancien de côté, si l’état d’une conversation est illisible', async () => {
    const store = openJsonStore(dossier);
    await store.conversations.write('c', { revision: 1, etat: {} }, 0);
    const { readdirSync } = await import('node:fs');
    const fichier = join(dossier, 'conversations', readdirSync(join(dossier, 'conversations'))[0] ?? '');
    writeFileSync(fichier, '{"revision": 1, "et');
    expect(await store.conversations.find('c')).to.equal(null);
    expect(readFileSync(`${fichier}.illisible`, 'utf8')).to.contain('"et');
    await store.close();
  });
});
