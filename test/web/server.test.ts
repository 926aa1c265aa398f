import { expect } from 'chai';
import { z } from 'zod';
import { demarrer, type Serveur } from '../channels/serveur.ts';

const Erreur = z.object({ error: z.string() });

describe('serveur web', () => {
  let serveur: Serveur;
  const lire = (chemin: string, entetes = {}) => fetch(`${serveur.base}${chemin}`, { headers: entetes });

  before(async () => {
    serveur = await demarrer();
  });
  after(() => serveur.arreter());

  it('dit qu’il est prêt', async () => {
    const reponse = await lire('/healthz');
    expect([reponse.status, await reponse.json()]).to.deep.equal([200, { status: 'ok' }]);
  });

  it('rend les indicateurs de la période demandée, ou de toute la période', async () => {
    expect(await (await lire('/api/indicators')).json()).to.deep.equal({ hours: 12.5, periode: null });
    const an = await (await lire('/api/indicators?from=2016-01-01&to=2016-12-31')).json();
    expect(an).to.deep.equal({ hours: 12.5, periode: { du: '2016-01-01', au: '2016-12-31' } });
  });

  for (const [requete, parametre] of [
    ['from=2016-02-30', 'from'],
    ['to=hier', 'to'],
    ['from=&to=2016-01-01', 'from'],
    ['from=2016-01-01&from=2016-01-02', 'from'],
    ['from=2017-01-01&to=2016-01-01', 'from'],
  ] as const) {
    it(`refuse ?${requete} en nommant « ${parametre} »`, async () => {
      const reponse = await lire(`/api/indicators?${requete}`);
      expect(reponse.status).to.equal(400);
      expect(Erreur.parse(await reponse.json()).error).to.contain(`« ${parametre} »`);
    });
  }

  it('sert la page avec ses réglages, sans laisser un libellé fermer la balise', async () => {
    const reponse = await lire('/');
    const html = await reponse.text();
    expect(reponse.headers.get('content-type')).to.contain('text/html');
    expect(html).to.contain('Facilitatrice \\u003c/script>').and.not.contain('"nonce": ""');
    expect(html).to.match(/\/assets\/page\.css\?v=[0-9a-f]{16}"/);
  });

  it('n’autorise ni script en ligne, ni eval, ni adresse extérieure', async () => {
    const premiere = (await lire('/')).headers.get('content-security-policy') ?? '';
    const seconde = (await lire('/')).headers.get('content-security-policy');
    expect(premiere)
      .to.contain("default-src 'none'")
      .and.not.match(/unsafe|https?:|\*/);
    expect(premiere).to.not.equal(seconde);
  });

  it('rend un fichier inchangé par 304, et rien hors du dossier', async () => {
    const premiere = await lire('/assets/page.css');
    expect(premiere.headers.get('content-type')).to.contain('text/css');
    const etag = premiere.headers.get('etag') ?? '';
    expect((await lire('/assets/page.css', { 'if-none-match': etag })).status).to.equal(304);
    for (const nom of ['..%2fserver.ts', '.env', 'index.html', 'absent.js', 'index.html%00.js']) {
      expect((await lire(`/assets/${nom}`)).status, nom).to.equal(404);
    }
  });

  it('répond en français à une adresse inconnue, en page ou en JSON', async () => {
    const programme = await lire('/inconnue');
    expect([programme.status, await programme.json()]).to.deep.equal([404, { error: 'Cette page n’existe pas.' }]);
    const navigateur = await lire('/inconnue', { accept: 'text/html' });
    expect(await navigateur.text())
      .to.contain('<html lang="fr">')
      .and.contain('n’existe pas');
  });

  it('refuse une méthode inattendue sans pile d’erreur', async () => {
    const reponse = await fetch(`${serveur.base}/healthz`, { method: 'DELETE' });
    expect(reponse.status).to.equal(405);
    expect(await reponse.text())
      .to.contain('méthode')
      .and.not.contain('at ');
  });
});
