import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { type Assemblage, assembler } from '../../src/assemble.ts';
import { VISITEUR } from '../../src/domain/roles.ts';
import { Facilitateur } from '../../src/domain/territoire.ts';
import { loadRessources } from '../../src/load.ts';
import { openJsonStore } from '../../src/store/json/open.ts';
import type { Store } from '../../src/store/port.ts';
import { createAssets } from '../../src/web/assets.ts';
import { createPage } from '../../src/web/page.ts';
import { ecrirePage } from '../../src/web/territoire/page.ts';
import { LE, lisible } from '../support/clausette.ts';

/** Annuaire inventé : Vannes, la CA de Lorient et les Côtes-d'Armor. */
const ANNUAIRE = [
  ['plie-essai-vannes', 'communes', '56260'],
  ['mde-essai-lorient', 'epci', '200042174'],
  ['departement-essai-22', 'departement', '22'],
].map(([id, niveau, code]) =>
  Facilitateur.parse({
    id,
    nom: `Structure inventée ${code}`,
    porteur: 'PLIE',
    couverture: { niveau, codes: [code] },
    verifie: true,
    verifieLe: '2026-10-01',
    source: { libelle: 'invention', annee: '2026' },
  }),
);

describe('une autre région : la Bretagne', function () {
  this.timeout(60_000);
  const dossier = mkdtempSync(join(tmpdir(), 'clausette-bretagne-'));
  let store: Store;
  let clausette: Assemblage;
  let rang = 0;

  before(async () => {
    store = openJsonStore(dossier);
    await store.facilitateurs.put(ANNUAIRE);
    clausette = assembler(loadRessources('.', '53', store), { demonstration: false });
  });
  after(async () => {
    await store.close();
    rmSync(dossier, { recursive: true, force: true });
  });

  const dire = async (texte: string, arrivee = false): Promise<string> => {
    rang += 1;
    const message = { id: `m${rang}`, conversation: 'bretagne', canal: 'essai', texte, compte: VISITEUR, le: LE };
    return lisible(await clausette.traiter({ ...message, ...(arrivee ? { arrivee } : {}) }));
  };

  it('salue au nom de la région', async () => {
    expect(await dire('', true))
      .to.contain('Bretagne')
      .and.not.match(/Hauts-de-France|Saint-Omer|Aisne/);
  });

  it('donne en exemple une commune de la région, qu’elle sait lire', async () => {
    const { commune, departement } = clausette.services.territoire.exemples;
    expect(await dire(`quel est le facilitateur de ${commune} ?`))
      .to.contain(`**${commune}**`)
      .and.contain(departement);
  });

  it('suit la même règle avec son annuaire : commune, intercommunalité, Département, zone blanche', async () => {
    expect(await dire('facilitateur Vannes'))
      .to.contain('Structure inventée 56260')
      .and.contain('1er octobre 2026');
    expect(await dire('facilitateur Ploemeur')).to.contain('Structure inventée 200042174');
    expect(await dire('facilitateur Saint-Brieuc'))
      .to.contain('Structure inventée 22')
      .and.contain('Zone blanche');
    expect(await dire('facilitateur Quimper'))
      .to.contain('Zone blanche')
      .and.contain('Finistère');
  });

  it('tient les Hauts-de-France pour dehors', async () => {
    for (const ville of ['Lille', 'Saint-Omer', '59512'])
      expect(await dire(`facilitateur ${ville}`), ville).to.contain('en dehors de la région Bretagne');
  });

  it('lit codes postaux et départements de la région', async () => {
    expect(await dire('facilitateur 56000')).to.contain('Vannes');
    expect(await dire('zones blanches du Finistère'))
      .to.contain('Brest Métropole')
      .and.contain('21 zones blanches sur 21');
  });

  it('dresse la page de la région', async () => {
    const tableau = await clausette.services.territoire.tableau();
    expect(tableau.departements.map(({ code }) => code)).to.have.members(['22', '29', '35', '56']);
    const html = ecrirePage(tableau, null, { fond: 'couverture', departement: '56' });
    expect(html).to.contain('Clauses sociales, Bretagne').and.contain('CA Lorient Agglomération');
    expect(html).not.to.contain('Hauts-de-France');
  });

  it('porte le nom de la région sur la page d’accueil', async () => {
    const page = createPage(createAssets({ dossier: 'src/web/page' }), [], {
      region: 'Bretagne',
      commune: clausette.services.territoire.exemples.commune,
    });
    const serveur = createServer((req, res) => void page(req, res));
    await new Promise<void>((suite) => serveur.listen(0, '127.0.0.1', suite));
    const adresse = serveur.address();
    const base = `http://127.0.0.1:${typeof adresse === 'object' ? adresse?.port : ''}/`;
    const html = await (await fetch(base)).text();
    serveur.closeAllConnections();
    serveur.close();
    expect(html)
      .to.contain('Clauses sociales, Bretagne')
      .and.not.match(/Hauts.de.France|Saint.Omer/);
  });

  it('démarre pour chaque région de métropole', () => {
    for (const region of ['28', '84']) {
      const autre = loadRessources('.', region, store);
      expect(autre.annuaire, region).to.deep.equal([]);
      expect(autre.territoire.epcis.length, region).to.be.above(50);
    }
  });
});
