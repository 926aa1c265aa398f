import { expect } from 'chai';
import { z } from 'zod';
import type { Avis } from '../../src/domain/marches.ts';
import { routeEtatNotices } from '../../src/web/notices/etat.ts';
import { routesNotices } from '../../src/web/notices/routes.ts';
import { createServer } from '../../src/web/server.ts';
import { creerAvis } from '../support/avis.ts';
import { Clausette } from '../support/clausette.ts';

const JOUR = '2026-11-21';
const Reponse = z.object({
  items: z.array(
    z.object({
      id: z.string(),
      title: z.string(),
      buyer: z.string().nullable(),
      departments: z.array(z.string()),
      deadline: z.string().nullable(),
      url: z.string().nullable(),
      state: z.enum(['open', 'closed']),
      lots: z.array(z.object({ number: z.string(), title: z.string() })),
      cpv: z.array(z.string()),
      reserved: z.object({
        status: z.enum(['yes', 'partial', 'probable', 'no', 'unknown']),
        audiences: z.array(z.enum(['SIAE', 'EA_ESAT', 'ESS', 'PENITENTIAIRE'])),
        lots: z.array(z.string()),
        evidence: z.string().nullable(),
      }),
      socialClause: z.object({ present: z.boolean().nullable(), hours: z.number().nullable() }),
    }),
  ),
  next: z.string().nullable(),
});
const Erreur = z.strictObject({ error: z.string() });

const avis = (rang: number, reste: Parameters<typeof creerAvis>[1] = {}): Avis =>
  creerAvis(`boamp:26-${rang}`, {
    objet: `Entretien des espaces verts n° ${rang} ; lot « A »`,
    acheteur: 'Ville de Lens',
    departements: ['62'],
    lieu: '62300',
    dateLimite: `2026-12-${String(1 + (rang % 28)).padStart(2, '0')}`,
    reservation: { statut: 'oui', audiences: ['SIAE'], lots: [], preuve: 'Marché réservé & <preuve>' },
    ...reste,
  });

describe('GET /api/notices', function () {
  this.timeout(60_000);
  let clausette: Clausette;
  let server: ReturnType<typeof createServer>;
  let base = '';

  before(async () => {
    clausette = await Clausette.create();
    const { ouverts } = clausette.services.marches;
    server = createServer({
      assets: { dossier: 'src/web/page' },
      pret: () => true,
      indicateurs: () => ({}),
      comptesDemonstration: [],
    });
    routesNotices(server, {
      lireLieu: ouverts.lireLieu,
      lireMetier: ouverts.lireMetier,
      lister: (filtre, page) => ouverts.lister(filtre, page, JOUR),
      trouver: (id) => ouverts.trouver(id, JOUR),
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const adresse = server.server.address();
    base = `http://127.0.0.1:${typeof adresse === 'object' && adresse ? adresse.port : 0}`;
    await clausette.store.avis.put([
      ...Array.from({ length: 25 }, (_, rang) => avis(rang)),
      avis(100, {
        dateLimite: null,
        publieLe: '2026-11-20',
        objet: 'Nettoyage',
        cpv: ['90910000'],
        lieu: '59350',
        departements: ['59'],
      }),
      avis(101, {
        dateLimite: '2026-11-01',
        objet: 'Blanchisserie',
        cpv: [],
        reservation: { statut: 'non', audiences: [], lots: [], preuve: null },
      }),
    ]);
  });
  after(async () => {
    server.close();
    await clausette.close();
  });

  const lire = async (requete: string) => Reponse.parse(await (await fetch(`${base}/api/notices${requete}`)).json());

  it('rend tous les avis, ouverts ou non, sans paramètre ou avec des paramètres vides', async () => {
    expect((await lire('')).items).to.have.length(27);
    expect((await lire('?place=&trade=&audience=&state=all&deadlineFrom=&q=&cursor=')).items).to.have.length(27);
  });

  it('suit les pages sans doublon ni oubli', async () => {
    const vus: string[] = [];
    let suite: string | null = '';
    while (suite !== null) {
      const page: z.infer<typeof Reponse> = await lire(`?limit=4${suite === '' ? '' : `&cursor=${suite}`}`);
      vus.push(...page.items.map(({ id }) => id));
      suite = page.next;
    }
    expect([vus.length, new Set(vus).size]).to.deep.equal([27, 27]);
  });

  for (const [requete, nombre] of [
    ['?state=open', 26],
    ['?state=closed', 1],
    ['?place=Lens', 26],
    ['?place=59', 1],
    ['?place=62300', 26],
    ['?place=CA%20de%20Lens%20-%20Li%C3%A9vin', 26],
    ['?trade=espaces-verts', 25],
    ['?trade=nettoyage', 1],
    ['?trade=7731', 25],
    ['?audience=SIAE', 26],
    ['?audience=ESS', 0],
    ['?deadlineFrom=2026-12-20', 6],
    ['?q=blanchisserie', 1],
    ['?q=espaces%20verts%20lens', 25],
    ['?reserved=true', 26],
    ['?id=boamp:26-3', 1],
  ] as const)
    it(`${decodeURIComponent(requete)} rend ${nombre}`, async () =>
      expect((await lire(requete)).items).to.have.length(nombre));

  for (const [requete, nom] of [
    ['?state=bidon', 'state'],
    ['?audience=EA', 'audience'],
    ['?audience=__proto__', 'audience'],
    ['?limit=0', 'limit'],
    ['?limit=501', 'limit'],
    ['?limit=dix', 'limit'],
    ['?deadlineFrom=2026-02-30', 'deadlineFrom'],
    ['?deadlineFrom=2026-12-10&deadlineTo=2026-12-01', 'deadlineTo'],
    ['?trade=9', 'trade'],
    ['?trade=%3C%3E', 'trade'],
    ['?place=Zorglubville', 'place'],
    ['?cursor=abc', 'cursor'],
    ['?q=a&q=b', 'q'],
    ['?couleur=bleu', 'couleur'],
  ] as const)
    it(`refuse ${requete} en nommant « ${nom} »`, async () => {
      const reponse = await fetch(`${base}/api/notices${requete}`);
      expect(reponse.status).to.equal(400);
      expect(Erreur.parse(await reponse.json()).error).to.contain(`« ${nom} »`);
    });

  it('dit 404 pour un avis inconnu', async () =>
    expect((await fetch(`${base}/api/notices?id=boamp:0`)).status).to.equal(404));

  for (const chemin of ['notices', 'notices.atom', 'notices.ics'])
    it(`répond à HEAD sur /api/${chemin} sans corps`, async () => {
      const reponse = await fetch(`${base}/api/${chemin}?place=Lens`, { method: 'HEAD' });
      expect([reponse.status, await reponse.text()]).to.deep.equal([200, '']);
    });

  it('tient un fil Atom et un calendrier bien formés', async () => {
    const atom = await (await fetch(`${base}/api/notices.atom?q=lens&limit=3`)).text();
    expect(atom.match(/<entry>/g)).to.have.length(3);
    expect(atom).to.contain('Marché réservé &amp; &lt;preuve&gt;').and.not.contain('<preuve>');
    expect(atom.match(/<link rel="alternate" href="\/api\/notices\?id=boamp%3A/g)).to.have.length(3);
    expect(atom).to.match(/<link rel="next" href="\/api\/notices\.atom\?q=lens&amp;limit=3&amp;cursor=[\w-]+"\/>/);
    const ics = await (await fetch(`${base}/api/notices.ics?state=open`)).text();
    expect(ics.match(/BEGIN:VEVENT\r\n/g)).to.have.length(25);
    expect(ics).to.contain('DTSTART;TZID=Europe/Paris:202612').and.contain('n° 3 \\; lot');
    for (const ligne of ics.split('\r\n')) expect(Buffer.byteLength(ligne)).to.be.at.most(75);
  });
});

describe('GET /api/notices/status', () => {
  it('dit la dernière actualisation, source par source, et la prochaine', async () => {
    const server = createServer({
      assets: { dossier: 'src/web/page' },
      pret: () => true,
      indicateurs: () => ({}),
      comptesDemonstration: [],
    });
    routeEtatNotices(server, () => ({
      heure: '05:10',
      prochaine: '2026-11-23T04:10:00.000Z',
      enCours: false,
      derniere: {
        debut: '2026-11-22T04:10:00.000Z',
        fin: '2026-11-22T04:12:00.000Z',
        issue: 'interrompue',
        lus: 120,
        refuses: 1,
        taches: [{ nom: 'boamp-ouverts', issue: 'interrompue', lus: 120, refuses: 1, raison: 'statut 500' }],
      },
    }));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const adresse = server.server.address();
    const port = typeof adresse === 'object' && adresse ? adresse.port : 0;
    try {
      expect(await (await fetch(`http://127.0.0.1:${port}/api/notices/status`)).json()).to.deep.equal({
        refresh: '05:10',
        running: false,
        next: '2026-11-23T04:10:00.000Z',
        last: {
          startedAt: '2026-11-22T04:10:00.000Z',
          finishedAt: '2026-11-22T04:12:00.000Z',
          outcome: 'interrupted',
          read: 120,
          refused: 1,
          sources: [{ name: 'boamp-ouverts', outcome: 'interrupted', read: 120, refused: 1, reason: 'statut 500' }],
        },
      });
    } finally {
      server.close();
    }
  });
});
