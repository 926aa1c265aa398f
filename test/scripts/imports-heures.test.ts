import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { exporterHeures } from '../../scripts/exports/heures.ts';
import { type ColonnesDites, choisirColonnes, type Demander } from '../../scripts/imports/colonnes.ts';
import { importHeures } from '../../scripts/imports/heures.ts';
import { COLONNES_HEURES, COLONNES_OBLIGATOIRES } from '../../src/import/heures.ts';
import { openJsonStore } from '../../src/store/json/open.ts';
import type { Store } from '../../src/store/port.ts';

const TABLEAU = { genre: 'heures', attendues: COLONNES_HEURES, obligatoires: COLONNES_OBLIGATOIRES };
const RIEN: ColonnesDites = { colonnes: undefined, mapping: undefined, apercu: false };
const AUTRE_OUTIL = [
  'N° marché;Objet du marché;Maître d’ouvrage;INSEE;Titulaire;Participant;Du;Au;Heures réalisées;Remarque',
  'M-1;École Pasteur, phase 2;Ville de Lille;59350;"Bâti ; Nord";P-0231;01/10/2026;31/10/2026;35,5;ras',
  'M-1;École Pasteur, phase 2;Ville de Lille;59350;"Bâti ; Nord";P-0232;01/10/2026;32/10/2026;7;ras',
].join('\n');

describe('import d’heures d’un autre outil', () => {
  let dossier: string;
  let store: Store;
  const chemin = (nom: string) => join(dossier, nom);
  const choisir = (fichier: string, dites: Partial<ColonnesDites> = {}, demander: Demander = null) =>
    choisirColonnes(fichier, TABLEAU, { dites: { ...RIEN, ...dites }, demander });
  const importer = (fichier: string, colonnes: ReadonlyMap<string, string>, apercu = false) =>
    importHeures({ fichier, store, region: '32', strict: false, apercu, avancer: () => undefined, colonnes });

  beforeEach(() => {
    dossier = mkdtempSync(join(tmpdir(), 'clausette-imports-'));
    store = openJsonStore(chemin('depot'));
    writeFileSync(chemin('autre.csv'), AUTRE_OUTIL);
  });
  afterEach(async () => {
    await store.close();
    rmSync(dossier, { recursive: true, force: true });
  });

  it('propose une correspondance, et n’importe rien tant qu’elle n’est pas confirmée', async () => {
    const choix = await choisir(chemin('autre.csv'));
    expect(choix.type).to.equal('arret');
    expect(choix.type === 'arret' ? choix.message : '').to.match(
      /« heures réalisées » → heures {3}\(35,5 ; 7\)[\s\S]*--mapping/,
    );
    const refusee = await choisir(chemin('autre.csv'), {}, async () => 'non');
    expect(refusee).to.deep.equal({ type: 'arret', message: 'Rien n’est enregistré.' });
  });
  it('importe avec la correspondance confirmée au terminal, ou gardée dans un fichier', async () => {
    const confirmee = await choisir(chemin('autre.csv'), {}, async () => 'oui');
    writeFileSync(
      chemin('c.json'),
      JSON.stringify({
        operation: 'N° marché',
        beneficiaire: 'Participant',
        debut: 'Du',
        fin: 'Au',
        heures: 'Heures réalisées',
        intitule: 'Objet du marché',
        donneur_ordre: 'Maître d’ouvrage',
        commune_insee: 'INSEE',
        entreprise: 'Titulaire',
      }),
    );
    const gardee = await choisir(chemin('autre.csv'), { mapping: chemin('c.json') });
    if (confirmee.type !== 'lire' || gardee.type !== 'lire') throw new Error('correspondance attendue');
    expect(new Map([...confirmee.colonnes].sort())).to.deep.equal(new Map([...gardee.colonnes].sort()));
    const { bilan, refus } = await importer(chemin('autre.csv'), confirmee.colonnes);
    expect(bilan?.ajoutes).to.equal(1);
    expect(refus.join()).to.match(/autre\.csv:3, colonne « fin » — « 32\/10\/2026 » n’est pas une date/);
  });
  it('l’aperçu dit la correspondance, les lignes lisibles et les refus, sans rien écrire', async () => {
    const choix = await choisir(chemin('autre.csv'), { apercu: true });
    if (choix.type !== 'lire') throw new Error('correspondance attendue');
    expect(choix.apercu.join('\n')).to.contain('« remarque » → laissée de côté');
    const { bilan, refus, apercu } = await importer(chemin('autre.csv'), choix.colonnes, true);
    expect([bilan, refus.length, apercu]).to.deep.equal([null, 1, ['1 ligne lisible.']]);
    expect((await store.registre.index()).taille).to.equal(0);
  });
  it('dit chaque colonne absente, sur la ligne des titres', async () => {
    writeFileSync(chemin('court.csv'), 'Participant;Du\nP-1;01/10/2026');
    const choix = await choisir(chemin('court.csv'));
    expect(choix.type === 'arret' ? choix.message : '').to.match(/court\.csv:1, colonne « heures » — colonne absente/);
  });
  it('refuse une correspondance qui vise une colonne ou un titre inconnu', async () => {
    writeFileSync(chemin('c.json'), JSON.stringify({ heures: 'Durée' }));
    expect(await choisir(chemin('autre.csv'), { mapping: chemin('c.json') })).to.deep.include({ type: 'arret' });
    writeFileSync(chemin('c.json'), JSON.stringify({ duree: 'Heures réalisées' }));
    const inconnue = await choisir(chemin('autre.csv'), { mapping: chemin('c.json') });
    expect(inconnue.type === 'arret' ? inconnue.message : '').to.contain('« duree » ne sont pas de nos colonnes');
    expect(await choisir(chemin('autre.csv'), { mapping: chemin('absent.json') })).to.deep.include({ type: 'arret' });
  });
  it('un export réimporté, en CSV comme en classeur, ne change rien et se réexporte à l’identique', async () => {
    const choix = await choisir(chemin('autre.csv'), {}, async () => 'o');
    if (choix.type !== 'lire') throw new Error('correspondance attendue');
    await importer(chemin('autre.csv'), choix.colonnes);
    const avant = [...(await store.registre.index()).lignes.values()].map(({ ligne }) => ligne);
    for (const nom of ['a.csv', 'a.xlsx']) {
      await exporterHeures({ fichier: chemin(nom), store, racine: '.', region: '32', filtres: {} });
      const { bilan } = await importer(chemin(nom), new Map());
      expect(bilan, nom).to.deep.equal({ ajoutes: 0, modifies: 0, inchanges: 1 });
      const neuf = openJsonStore(chemin(`neuf-${nom}`));
      await importHeures({ fichier: chemin(nom), store: neuf, region: '32', strict: true, avancer: () => undefined });
      expect([...(await neuf.registre.index()).lignes.values()].map(({ ligne }) => ligne)).to.deep.equal(avant);
      await neuf.close();
    }
  });
});
