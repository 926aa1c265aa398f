import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { expect } from 'chai';
import { createAssets } from '../../src/web/assets.ts';

const CONTENU = 'console.log("un fichier de la page");\n'.repeat(50);

describe('fichiers de la page', () => {
  let dossier: string;
  let serveur: Server;
  let base: string;

  before(async () => {
    dossier = await mkdtemp(join(tmpdir(), 'assets-'));
    await writeFile(join(dossier, 'a.js'), CONTENU);
    await writeFile(join(dossier, 'a.js.br'), brotliCompressSync(CONTENU));
    await writeFile(join(dossier, 'a.js.gz'), gzipSync(CONTENU));
    await writeFile(join(dossier, 'secret.json'), '{}');
    const assets = createAssets({ dossier, extra: { 'ailleurs.js': join(dossier, 'a.js') } });
    serveur = createServer(async (req, res) => {
      const nom = new URL(req.url ?? '', 'http://localhost').pathname.slice(1);
      if (!(await assets.send(req, res, nom))) {
        res.writeHead(404);
        res.end();
      }
    });
    await new Promise<void>((resolve) => serveur.listen(0, '127.0.0.1', resolve));
    const adresse: AddressInfo | string | null = serveur.address();
    base = `http://127.0.0.1:${typeof adresse === 'object' ? adresse?.port : ''}`;
  });
  after(async () => {
    serveur.closeAllConnections();
    serveur.close();
    await rm(dossier, { recursive: true });
  });

  for (const [accepte, encodage] of [
    ['gzip, deflate, br', 'br'],
    ['gzip', 'gzip'],
    ['br;q=0, gzip;q=0.5', 'gzip'],
    ['identity', null],
  ] as const) {
    it(`sert « ${encodage ?? 'sans compression'} » à qui accepte « ${accepte} »`, async () => {
      const reponse = await fetch(`${base}/a.js`, { headers: { 'accept-encoding': accepte } });
      expect(reponse.headers.get('content-encoding')).to.equal(encodage);
      expect(await reponse.text()).to.equal(CONTENU);
    });
  }

  it('laisse garder un an ce dont l’adresse porte l’empreinte, et fait redemander le reste', async () => {
    const garde = await fetch(`${base}/a.js?v=0123456789abcdef`);
    expect(garde.headers.get('cache-control')).to.contain('immutable');
    expect((await fetch(`${base}/a.js`)).headers.get('cache-control')).to.equal('no-cache');
  });

  it('sert un fichier venu d’ailleurs, mais ni un type inconnu ni un chemin', async () => {
    expect((await fetch(`${base}/ailleurs.js`)).status).to.equal(200);
    for (const nom of ['secret.json', 'a.js.br', '..%2fa.js', 'absent.js', '.a.js']) {
      expect((await fetch(`${base}/${nom}`)).status, nom).to.equal(404);
    }
  });
});
