import { existsSync, readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { expect } from 'chai';
import { z } from 'zod';
import type { Avis } from '../../../src/domain/marches.ts';
import { type EtatMoisson, moissonner } from '../../../src/import/notices/moisson/moissonner.ts';
import { listerTaches, type Tache } from '../../../src/import/notices/moisson/taches.ts';

type Reponse = (req: IncomingMessage, res: ServerResponse) => void;

const avis = (rang: number): object => ({
  idweb: `26-${10_000 + rang}`,
  objet: `Entretien des espaces verts, marché réservé aux entreprises adaptées, n° ${rang}`,
  nature_categorise: 'appeloffre/standard',
  code_departement: ['59'],
  dateparution: '2026-11-10',
  datelimitereponse: '2026-12-10T12:00:00+00:00',
  nomacheteur: 'Ville d’Essai',
  donnees: '{"MAPA":{}}',
  gestion: '{}',
});
const TOTAL = 250;

interface Statut {
  readonly code: number;
  readonly entetes?: Record<string, string>;
}

// En deux temps : restify, chargé par d'autres essais, remplace `writeHead` par une version qui ne se chaîne pas.
const repondre = (res: ServerResponse, { code, entetes = {} }: Statut, corps: string): void => {
  res.writeHead(code, entetes);
  res.end(corps);
};

/** Comme OpenDataSoft : une page de 100, son total, une étiquette. */
const page: Reponse = (req, res) => {
  const url = new URL(req.url ?? '/', 'http://local');
  const offset = Number(url.searchParams.get('offset'));
  if (req.headers['if-none-match'] === '"v1"') {
    repondre(res, { code: 304 }, '');
    return;
  }
  const results = Array.from({ length: Math.max(Math.min(100, TOTAL - offset), 0) }, (_, rang) => avis(offset + rang));
  res.writeHead(200, { etag: '"v1"', 'content-type': 'application/json' });
  res.end(JSON.stringify({ total_count: TOTAL, results }));
};
const statut =
  (code: number, entetes: Record<string, string> = {}): Reponse =>
  (_req, res) =>
    repondre(res, { code, entetes }, 'non');
const tronquee: Reponse = (_req, res) => {
  res.writeHead(200, { 'content-type': 'application/json' });
  res.end('{"total_count": 250, "results": [{"idweb": "26-1", "obj');
};
const coupee: Reponse = (_req, res) => {
  res.destroy();
};
const change: Reponse = (_req, res) => repondre(res, { code: 200 }, '{"records": []}');
const appauvrie: Reponse = (_req, res) =>
  repondre(
    res,
    { code: 200 },
    JSON.stringify({ total_count: 250, results: Array.from({ length: 100 }, (_, rang) => ({ numero: rang })) }),
  );

describe('moisson des avis', () => {
  let server: Server;
  let tache: Tache;
  let file: Reponse[] = [];
  let demandes: string[] = [];
  let attentes: number[] = [];
  let ranges = new Map<string, Avis>();
  let retenu: EtatMoisson = {};

  before(async () => {
    server = createServer((req, res) => {
      demandes.push(req.url ?? '');
      (file.shift() ?? page)(req, res);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const adresse = server.address();
    const base = `http://127.0.0.1:${typeof adresse === 'object' && adresse ? adresse.port : 0}`;
    const [premiere] = listerTaches({
      sources: { boamp: base, decp: base },
      departements: ['59', '62'],
      aujourdhui: '2026-11-21',
      mois: 2,
    });
    if (premiere === undefined) throw new Error('tâche absente');
    tache = premiere;
  });
  beforeEach(() => {
    [file, demandes, attentes, ranges, retenu] = [[], [], [], new Map(), {}];
  });
  after(() => server.close());

  const lancer = (etat: EtatMoisson = {}) =>
    moissonner(tache, etat, {
      fetch,
      attendre: async (duree) => {
        attentes.push(duree);
      },
      aujourdhui: '2026-11-21',
      ecrire: async (lus) => {
        for (const lu of lus) ranges.set(lu.id, lu);
      },
      retenir: async (suite) => {
        retenu = structuredClone(suite);
      },
    });

  it('demande les avis ouverts des départements, page après page, sans se presser', async () => {
    expect((await lancer()).issue).to.equal('finie');
    expect(ranges.size).to.equal(TOTAL);
    expect([...ranges.values()].every(({ reservation }) => reservation.statut === 'probable')).to.equal(true);
    const url = new URL(demandes[1] ?? '', 'http://local');
    expect(url.searchParams.get('offset')).to.equal('100');
    expect(url.searchParams.get('where')).to.contain("code_departement in ('59','62')").and.contain("date'2026-11-21'");
    expect(attentes).to.deep.equal([400, 400]);
  });

  for (const [nom, nombre] of [
    ['boamp/boamp_poc_query.json', 2],
    ['decp/real/api_decp-2022-marches-valides_reponse.json', 1],
  ] as const)
    it(`relit une vraie réponse : ${nom}`, async function () {
      const fichier = `../shared/data/${nom}`;
      if (!existsSync(fichier)) return this.skip();
      const lu = z.object({ results: z.array(z.unknown()) }).parse(JSON.parse(readFileSync(fichier, 'utf8')));
      file = [(_req, res) => repondre(res, { code: 200 }, JSON.stringify({ ...lu, total_count: nombre }))];
      const bilan = await lancer();
      expect([bilan.issue, bilan.lus, bilan.refuses, ranges.size]).to.deep.equal(['finie', nombre, [], nombre]);
    });

  it('attend ce que demande un 429, puis reprend', async () => {
    file = [statut(429, { 'retry-after': '7' })];
    expect((await lancer()).issue).to.equal('finie');
    expect(attentes[0]).to.equal(7000);
    expect(ranges.size).to.equal(TOTAL);
  });

  for (const [nom, panne] of [
    ['une erreur 500', statut(500)],
    ['une erreur 503', statut(503)],
    ['un corps tronqué', tronquee],
    ['une connexion coupée', coupee],
  ] as const)
    it(`survit à ${nom}, en attendant de plus en plus`, async () => {
      file = [panne, panne, panne];
      expect((await lancer()).issue).to.equal('finie');
      expect(attentes.slice(0, 3)).to.deep.equal([1000, 2000, 4000]);
      expect(ranges.size).to.equal(TOTAL);
    });

  it('s’arrête après cinq essais, garde ce qui est lu et reprend au même endroit', async () => {
    file = [page, ...Array.from({ length: 5 }, () => statut(500))];
    const bilan = await lancer();
    expect([bilan.issue, ranges.size]).to.deep.equal(['interrompue', 100]);
    demandes = [];
    expect((await lancer(retenu)).issue).to.equal('finie');
    expect(demandes[0]).to.contain('offset=100');
    expect(ranges.size).to.equal(TOTAL);
  });

  it('ne relit pas ce qui n’a pas changé', async () => {
    await lancer(retenu);
    demandes = [];
    expect((await lancer(retenu)).issue).to.equal('inchangee');
    expect(demandes).to.have.length(1);
  });

  for (const [nom, reponse] of [
    ['une enveloppe inconnue', change],
    ['des enregistrements sans numéro ni objet', appauvrie],
  ] as const)
    it(`dit que le format a changé devant ${nom}, sans rien écrire`, async () => {
      file = [reponse];
      const bilan = await lancer();
      expect([bilan.issue, ranges.size]).to.deep.equal(['interrompue', 0]);
      expect(bilan.raison).to.match(/forme attendue|format a changé/);
    });

  it('refuse une adresse fausse sans insister', async () => {
    file = [statut(404)];
    expect((await lancer()).raison).to.equal('statut 404');
    expect(demandes).to.have.length(1);
  });

  it('ne refait pas un vieux mois de contrats, et refait les récents', () => {
    const taches = listerTaches({
      sources: { boamp: 'http://a', decp: 'http://b' },
      departements: ['59'],
      aujourdhui: '2026-11-21',
      mois: 6,
    });
    expect(taches.map(({ nom, definitive }) => [nom, definitive])).to.deep.equal([
      ['boamp-ouverts', false],
      ['boamp-suites', false],
      ['decp-2026-11', false],
      ['decp-2026-10', false],
      ['decp-2026-09', false],
      ['decp-2026-08', false],
      ['decp-2026-07', true],
      ['decp-2026-06', true],
    ]);
  });
});
