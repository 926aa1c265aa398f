import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server, type ServerResponse } from 'node:http';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { type Actualisation, createActualisation } from '../src/actualisation.ts';
import type { CanalMarches } from '../src/domain/marches/canal.ts';
import { parseNotices } from '../src/import/notices/lire.ts';
import { lireResultat } from '../src/import/notices/moisson/resultat.ts';
import { FausseHorloge } from './services/marches/horloge.ts';
import { Clausette, lisible } from './support/clausette.ts';

const enregistrement = (rang: number): object => ({
  idweb: `26-${10_000 + rang}`,
  objet: `Entretien des espaces verts, marché réservé aux entreprises adaptées, n° ${rang}`,
  nature_categorise: 'appeloffre/standard',
  code_departement: ['02'],
  dateparution: '2026-11-20',
  datelimitereponse: '2026-12-20T12:00:00+00:00',
  nomacheteur: 'Ville de Laon',
  donnees: '{"MAPA":{}}',
  gestion: '{}',
});
// Sans chaîner : restify, chargé par d'autres essais, remplace `writeHead`.
const refuser = (res: ServerResponse, statut: number): void => {
  res.statusCode = statut;
  if (statut === 429) res.setHeader('retry-after', '5');
  res.end('non');
};
const VIDE = { total_count: 0, results: [] };
const TEAMS = { canal: 'msteams', conversation: 'a:1' } as const;
const CANAL: CanalMarches = {
  id: 'msteams/a:1',
  ...TEAMS,
  reference: {
    serviceUrl: 'https://smba.exemple/',
    conversation: 'a:1',
    type: 'personal',
    organisation: null,
    robot: '28:bot',
    personne: '29:elle',
  },
  statut: 'joignable',
};

/** Un BOAMP et un data.economie.gouv.fr rejoués : les premières réponses du BOAMP sont celles de `pannes`. */
describe('actualisation par le service', function () {
  this.timeout(60_000);
  let clausette: Clausette;
  let server: Server;
  let base = '';
  let dossier = '';
  let horloge: FausseHorloge;
  let actualisation: Actualisation;
  let demandes: string[] = [];
  let pousses: string[] = [];
  let evenements: string[] = [];
  let pannes: ((res: ServerResponse) => void)[] = [];
  let avisOuverts: object[] = [];

  before(async () => {
    server = createServer((req, res) => {
      const url = new URL(req.url ?? '/', 'http://local');
      const jeu = url.pathname.includes('/boamp/') ? 'boamp' : 'decp';
      demandes.push(jeu);
      const panne = jeu === 'boamp' ? pannes.shift() : undefined;
      if (panne) return panne(res);
      const ouverts = url.searchParams.get('where')?.startsWith("nature_categorise='appeloffre") === true;
      res.end(JSON.stringify(ouverts ? { total_count: avisOuverts.length, results: avisOuverts } : VIDE));
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const adresse = server.address();
    base = `http://127.0.0.1:${typeof adresse === 'object' && adresse ? adresse.port : 0}`;
  });
  after(() => server.close());

  beforeEach(async () => {
    clausette = await Clausette.create();
    dossier = mkdtempSync(join(tmpdir(), 'clausette-actualisation-'));
    horloge = new FausseHorloge('2026-11-21T09:00:00Z');
    [demandes, pousses, evenements, pannes, avisOuverts] = [[], [], [], [], []];
    actualisation = createActualisation({
      store: clausette.store,
      departements: ['02', '59'],
      config: { storeDir: dossier, refreshNotices: { heure: '05:10' }, sourcesNotices: { boamp: base, decp: base } },
      indexAvis: clausette.indexAvis,
      async pousser(_canal, { texte }) {
        pousses.push(texte);
        return 'remis';
      },
      horloge,
      hasard: () => 0,
      signaler: (evenement) => evenements.push(evenement),
    });
  });
  afterEach(async () => {
    actualisation.arreter();
    await clausette.close();
    rmSync(dossier, { recursive: true, force: true });
  });

  it('va chercher les avis à l’heure dite et pousse les nouvelles aussitôt', async () => {
    await clausette.dire('préviens-moi des nouveaux marchés réservés espaces verts dans l’Aisne', TEAMS);
    await clausette.store.canaux.put([CANAL]);
    avisOuverts = [enregistrement(1), enregistrement(2)];
    actualisation.demarrer();
    await horloge.avancerTantQue(() => actualisation.etat().prochaine === null || pousses.length === 0);
    expect(pousses[0]).to.contain('n° 1').and.contain('n° 2');
    expect(lisible(await clausette.dire('bonjour', TEAMS))).not.to.contain('Du nouveau');
    const { derniere, prochaine, enCours } = actualisation.etat();
    expect([derniere?.issue, derniere?.lus, enCours]).to.deep.equal(['complete', 2, false]);
    expect(prochaine).to.equal('2026-11-22T04:10:00.000Z');
    expect(evenements).to.have.members(['notices-refresh-started', 'notices-refresh-ended', 'alert-pushed']);
  });

  for (const [nom, panne] of [
    ['un 429', (res) => refuser(res, 429)],
    ['une erreur 500', (res) => refuser(res, 500)],
    ['un corps tronqué', (res) => res.end('{"total_count": 2, "results": [{"idw')],
    ['une liaison coupée', (res) => res.destroy()],
  ] satisfies [string, (res: ServerResponse) => void][])
    it(`survit à ${nom}`, async () => {
      pannes = [panne, panne];
      avisOuverts = [enregistrement(1)];
      actualisation.demarrer();
      await horloge.avancerTantQue(() => actualisation.etat().derniere === null);
      expect(actualisation.etat().derniere?.issue).to.equal('complete');
      expect((await clausette.store.avis.all()).map(({ id }) => id)).to.deep.equal(['boamp:26-10001']);
    });

  it('ne s’acharne pas sur une source muette, le dit, et reprend une heure après', async () => {
    pannes = Array.from({ length: 5 }, () => (res: ServerResponse) => refuser(res, 500));
    avisOuverts = [enregistrement(1)];
    actualisation.demarrer();
    await horloge.avancerTantQue(() => actualisation.etat().derniere === null);
    const { derniere, prochaine } = actualisation.etat();
    expect(derniere?.issue).to.equal('interrompue');
    // Cinq essais pour la première tâche, aucun pour la suivante de la même source.
    expect(demandes.filter((jeu) => jeu === 'boamp')).to.have.length(5);
    expect(derniere?.taches[0]).to.include({ nom: 'boamp-ouverts', raison: 'statut 500, après 5 essais' });
    expect(derniere?.taches[1]?.raison).to.contain('injoignable');
    const attente = Date.parse(prochaine ?? '') - Date.parse(derniere?.fin ?? '');
    expect(Math.round(attente / 3_600_000)).to.equal(1);
    await horloge.avancerTantQue(() => actualisation.etat().derniere?.issue !== 'complete');
    expect(await clausette.store.avis.find('boamp:26-10001')).not.to.equal(null);
  });

  it('dit que le format a changé sans rien écrire', async () => {
    pannes = [(res) => res.end('{"records": []}')];
    actualisation.demarrer();
    await horloge.avancerTantQue(() => actualisation.etat().derniere === null);
    expect(actualisation.etat().derniere?.taches[0]?.raison).to.contain('forme attendue');
    expect(await clausette.store.avis.all()).to.deep.equal([]);
  });

  it('laisse faire une actualisation déjà en cours, et reprend le verrou d’un processus disparu', async () => {
    const verrou = join(dossier, 'moisson.verrou');
    writeFileSync(verrou, `${hostname()} ${process.pid}`);
    actualisation.demarrer();
    await horloge.avancerTantQue(() => horloge.maintenant() < new Date('2026-11-21T09:10:00Z'));
    expect([demandes.length, lireResultat(dossier)]).to.deep.equal([0, null]);
    // Un numéro de processus qu'aucun système n'attribue.
    writeFileSync(verrou, `${hostname()} 99999999`);
    await horloge.avancerTantQue(() => actualisation.etat().derniere === null);
    expect(actualisation.etat().derniere?.issue).to.equal('complete');
  });

  it('ne va rien chercher quand ce n’est pas demandé, mais pousse ce qu’un import apporte', async () => {
    actualisation = createActualisation({
      store: clausette.store,
      departements: ['02'],
      config: { storeDir: dossier, refreshNotices: 'off', sourcesNotices: { boamp: base, decp: base } },
      indexAvis: clausette.indexAvis,
      async pousser(_canal, { texte }) {
        pousses.push(texte);
        return 'remis';
      },
      horloge,
      signaler: (evenement) => evenements.push(evenement),
    });
    await clausette.dire('préviens-moi des nouveaux marchés réservés espaces verts dans l’Aisne', TEAMS);
    await clausette.store.canaux.put([CANAL]);
    actualisation.demarrer();
    await clausette.store.avis.put(parseNotices(JSON.stringify([enregistrement(7)]), 'essai.json').avis);
    await horloge.avancerTantQue(() => pousses.length === 0);
    expect(demandes).to.deep.equal([]);
    expect(actualisation.etat()).to.deep.equal({ heure: null, prochaine: null, enCours: false, derniere: null });
  });
});
