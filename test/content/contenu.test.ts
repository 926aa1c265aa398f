import { cpSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { ecrireContenu, loadContenu } from '../../src/content/contenu.ts';

describe('contenu compilé', () => {
  let dossier: string;
  let compile: string;
  before(() => {
    dossier = mkdtempSync(join(tmpdir(), 'clausette-contenu-'));
    cpSync('knowledge', join(dossier, 'knowledge'), { recursive: true });
    compile = join(dossier, 'knowledge.json');
    ecrireContenu(loadContenu(join(dossier, 'knowledge'), compile).contenu, compile);
  });
  after(() => rmSync(dossier, { recursive: true, force: true }));

  it('dit la même chose que les fichiers', () => {
    const compiles = loadContenu(join(dossier, 'knowledge'), compile).contenu;
    const fichiers = loadContenu(join(dossier, 'knowledge'), join(dossier, 'absent.json')).contenu;
    expect([...compiles.knowledge.fiches]).to.deep.equal([...fichiers.knowledge.fiches]);
    expect([...compiles.knowledge.sources]).to.deep.equal([...fichiers.knowledge.sources]);
    expect(compiles.knowledge.lexique).to.deep.equal(fichiers.knowledge.lexique);
    expect(compiles.exterieurs).to.deep.equal(fichiers.exterieurs);
    expect([...compiles.portes]).to.deep.equal([...fichiers.portes]);
  });
  it('est laissé de côté dès qu’un fichier est plus récent, et la faute est dite', () => {
    const fiche = join(dossier, 'knowledge', 'fiches', 'nouvelle.md');
    writeFileSync(fiche, 'sans en-tête');
    const demain = new Date(Date.now() + 86_400_000);
    utimesSync(fiche, demain, demain);
    const { problems } = loadContenu(join(dossier, 'knowledge'), compile);
    expect(problems.map(({ message }) => message)).to.deep.equal([
      'on attend un en-tête entre deux lignes « --- », puis la réponse',
    ]);
  });
});
