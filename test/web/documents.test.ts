import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { createOuvrirDocument } from '../../src/documents/ouvrir.ts';
import type { LigneHeures } from '../../src/domain/heures.ts';
import { DEMANDE_VIDE } from '../../src/domain/indicateurs/demande.ts';
import { TOUT } from '../../src/domain/indicateurs/selection.ts';
import { type Compte, VISITEUR } from '../../src/domain/roles.ts';
import { lireClasseur } from '../../src/import/tableur/lire-classeur.ts';
import { createVue } from '../../src/services/indicateurs/vue.ts';
import { createLiens } from '../../src/services/liens.ts';
import { openJsonStore } from '../../src/store/json/open.ts';
import type { Store } from '../../src/store/port.ts';
import { routesDocuments } from '../../src/web/documents/routes.ts';
import { createServer } from '../../src/web/server.ts';
import { OPERATIONS } from '../support/clausette.ts';

const ligne = (operation: string, beneficiaire: string, heures: number): LigneHeures => ({
  operation,
  beneficiaire,
  debut: '2026-10-05',
  fin: '2026-10-09',
  heures,
  entreprise: 'Batinord',
  publics: [],
  sexe: null,
  anneeNaissance: null,
  modalite: 'ETTI',
  sortie: null,
});

describe('documents par lien', () => {
  let dossier: string;
  let store: Store;
  let base: string;
  let fermer: () => void;
  let instant = 0;
  let compte: Compte;
  const liens = () => createLiens({ secret: 's', publicUrl: base, maintenant: () => new Date(instant) });

  beforeEach(async () => {
    dossier = mkdtempSync(join(tmpdir(), 'clausette-documents-'));
    instant = Date.parse('2026-11-21T09:00:00Z');
    compte = { id: 'f', role: 'facilitateur', libelle: 'F', structure: null };
    store = openJsonStore(dossier);
    await store.operations.put(OPERATIONS);
    const origine = { auteur: 'f', canal: 'essai', message: 'm', le: '2026-11-01T10:00:00+01:00' };
    await store.registre.append(
      [ligne('E-1', 'P-0001', 35), ligne('E-4', 'P-0002', 7)].map((dite, rang) => ({
        type: 'saisie',
        id: `s${rang}`,
        ligne: dite,
        alertes: [],
        origine,
      })),
    );
    const server = createServer({
      assets: { dossier: 'src/web/page' },
      pret: () => true,
      indicateurs: () => null,
      comptesDemonstration: [],
    });
    routesDocuments(server, (jeton, forme) =>
      createOuvrirDocument({
        voir: createVue({ lignes: async () => (await store.registre.index()).lignes, operations: store.operations }),
        selection: ({ periode }) => ({ ...TOUT, periode }),
        liens: liens(),
        trouverCompte: async () => compte,
      })(jeton, forme),
    );
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port }: AddressInfo = server.address();
    base = `http://127.0.0.1:${port}`;
    fermer = () => server.close();
  });
  afterEach(async () => {
    fermer();
    await store.close();
    rmSync(dossier, { recursive: true, force: true });
  });
  const releve = () => liens().creer({ type: 'releve', entreprise: 'Batinord', mois: '2026-10' }, 'f');

  it('donnent le relevé en page, des seules opérations que le compte peut voir', async () => {
    const reponse = await fetch(releve().page ?? '');
    const page = await reponse.text();
    expect(reponse.status).to.equal(200);
    expect(reponse.headers.get('cache-control')).to.equal('no-store');
    expect(page).to.contain('P-0001').and.contain('35 h').and.not.contain('P-0002');
  });
  it('donnent le classeur, et ne laissent rien derrière', async () => {
    const avant = readdirSync(tmpdir()).filter((nom) => nom.startsWith('clausette-document-')).length;
    const reponse = await fetch(releve().classeur);
    expect(reponse.headers.get('content-disposition')).to.equal('attachment; filename="releve-2026-10.xlsx"');
    const fichier = join(dossier, 'recu.xlsx');
    writeFileSync(fichier, Buffer.from(await reponse.arrayBuffer()));
    const rangees: string[][] = [];
    for await (const { cases } of lireClasseur(fichier)) rangees.push([...cases]);
    expect(rangees.flat()).to.include('P-0001').and.not.include('P-0002');
    expect(readdirSync(tmpdir()).filter((nom) => nom.startsWith('clausette-document-')).length).to.equal(avant);
  });
  it('donnent les lignes en CSV, toutes pour un coordinateur', async () => {
    const demande = { ...DEMANDE_VIDE, periode: { du: '2026-10-01', au: '2026-10-31' } };
    const csv = async () => (await fetch(liens().creer({ type: 'heures', demande }, 'f').csv ?? '')).text();
    expect((await csv()).trim().split('\r\n')).to.have.length(2);
    compte = { ...compte, role: 'coordinateur' };
    expect((await csv()).trim().split('\r\n')).to.have.length(3);
  });
  it('se refusent en français : périmés, faux, ou compte fermé depuis', async () => {
    const { page } = releve();
    const lire = async (adresse: string): Promise<[number, string]> => {
      const reponse = await fetch(adresse);
      return [reponse.status, await reponse.text()];
    };
    expect((await lire(`${page}x`))[0]).to.equal(404);
    expect((await lire(`${base}/documents/releve`))[0]).to.equal(404);
    // Un jeton de relevé n'ouvre pas les lignes.
    expect((await lire((page ?? '').replace('/releve?', '/heures.csv?')))[0]).to.equal(404);
    compte = { ...VISITEUR, id: 'f' };
    expect((await lire(page ?? ''))[0]).to.equal(403);
    instant += 31 * 60_000;
    const [statut, texte] = await lire(page ?? '');
    expect(statut).to.equal(410);
    expect(texte).to.contain('trente minutes').and.not.contain('Batinord');
  });
});
