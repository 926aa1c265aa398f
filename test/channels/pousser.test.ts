import { createServer, type Server } from 'node:http';
import { expect } from 'chai';
import { z } from 'zod';
import { createBotFramework } from '../../src/channels/botframework/bot-framework.ts';
import { CanalMarches } from '../../src/domain/marches/canal.ts';

const Activite = z.looseObject({ type: z.string(), text: z.string(), conversation: z.looseObject({ id: z.string() }) });

/** Un connecteur Teams factice : `statuts` dit ce qu'il répond, 201 ensuite ; 0 coupe la liaison. */
describe('pousser un message dans Teams', function () {
  this.timeout(60_000);
  let server: Server;
  let base = '';
  let recues: { url: string; activite: z.infer<typeof Activite> }[] = [];
  let statuts: number[] = [];
  const { pousser } = createBotFramework({
    traiter: async () => [],
    trouverCompte: () => ({ id: 'x', role: 'visiteur', libelle: 'x', structure: null }),
    credentials: null,
    loopback: true,
  });
  const canal = (reste: Partial<CanalMarches['reference']> = {}): CanalMarches =>
    CanalMarches.parse({
      id: 'msteams/a:1',
      canal: 'msteams',
      conversation: 'a:1',
      reference: {
        serviceUrl: base,
        conversation: 'a:1',
        type: 'personal',
        organisation: 'essai',
        robot: '28:bot',
        personne: '29:elle',
        ...reste,
      },
      statut: 'joignable',
    });

  before(async () => {
    server = createServer((req, res) => {
      const morceaux: Buffer[] = [];
      req.on('data', (morceau: Buffer) => morceaux.push(morceau));
      req.on('end', () => {
        const corps: unknown = JSON.parse(Buffer.concat(morceaux).toString() || '{}');
        recues.push({ url: req.url ?? '', activite: Activite.parse(corps) });
        const statut = statuts.shift() ?? 201;
        if (statut === 0) return void req.socket.destroy();
        res.statusCode = statut;
        res.setHeader('content-type', 'application/json');
        res.end(statut < 300 ? '{"id":"1"}' : '{"error":{"code":"X","message":"refus"}}');
      });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const adresse = server.address();
    base = `http://127.0.0.1:${typeof adresse === 'object' && adresse ? adresse.port : 0}/`;
  });
  beforeEach(() => {
    [recues, statuts] = [[], []];
  });
  after(() => {
    server.closeAllConnections();
    server.close();
  });

  it('écrit dans la conversation gardée, au nom du robot', async () => {
    expect(await pousser(canal(), { texte: '**Du nouveau**' })).to.equal('remis');
    expect(recues).to.have.length(1);
    expect(recues[0]?.url).to.match(/^\/v3\/conversations\/a%3A1\/activities/);
    expect(recues[0]?.activite).to.deep.include({ type: 'message', text: '**Du nouveau**', locale: 'fr-FR' });
    expect(recues[0]?.activite).to.have.nested.property('recipient.id', '29:elle');
    expect(recues[0]?.activite).to.have.nested.property('from.id', '28:bot');
  });

  for (const [statut, attendue] of [
    [403, 'perdu'],
    [404, 'perdu'],
    [429, 'a-refaire'],
    [401, 'a-refaire'],
    [503, 'a-refaire'],
    [0, 'incertain'],
  ] as const)
    it(`devant ${statut || 'une liaison coupée'}, dit « ${attendue} » sans insister lui-même`, async () => {
      statuts = Array(20).fill(statut);
      expect(await pousser(canal(), { texte: 'x' })).to.equal(attendue);
      expect(recues).to.have.length(1);
    });

  it('devant un port fermé, dit de réessayer', async () =>
    expect(await pousser(canal({ serviceUrl: 'http://127.0.0.1:9/' }), { texte: 'x' })).to.equal('a-refaire'));
});
