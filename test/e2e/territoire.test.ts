/// <reference lib="dom" />
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import { expect } from 'chai';
import type { Browser, Page } from 'playwright-core';
import { lancerService, ouvrirNavigateur, type Service } from './service.ts';

const CAPTURES = 'test/e2e/captures';
/** Vrais contours, présents seulement là où le projet est développé. */
const CONTOURS = '../shared/data/geo/hdf_epci_departements.topo.json';

describe('page du territoire', () => {
  let service: Service;
  let navigateur: Browser;
  let page: Page;
  const erreurs: string[] = [];
  const dehors: string[] = [];

  before(async () => {
    mkdirSync(CAPTURES, { recursive: true });
    service = await lancerService();
    navigateur = await ouvrirNavigateur();
  });
  after(async () => {
    await navigateur?.close();
    await service?.fermer();
  });
  beforeEach(async () => {
    page = await navigateur.newPage({ viewport: { width: 1280, height: 900 }, locale: 'fr-FR' });
    page.on('pageerror', (erreur) => erreurs.push(erreur.message));
    page.on('console', (message) => message.type() === 'error' && erreurs.push(message.text()));
    page.on('request', (requete) => {
      if (!/^http:\/\/127\.0\.0\.1|^data:/.test(requete.url())) dehors.push(requete.url());
    });
  });
  afterEach(async () => {
    await page.close();
    expect([erreurs, dehors]).to.deep.equal([[], []]);
  });

  const deborde = () => page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  const focalisee = () => page.evaluate(() => document.activeElement?.id ?? '');

  it('montre des tuiles et dit comment avoir la carte, tant qu’il n’y a pas de contours', async () => {
    await page.goto(`${service.base}/territoire`);
    expect(await page.locator('.carte a').count()).to.equal(92);
    expect(await page.textContent('main')).to.contain('npm run refresh:geo');
    await page.screenshot({ path: `${CAPTURES}/territoire-tuiles.png` });
  });

  it('se parcourt au clavier : un arrêt pour la carte, les flèches, puis la ligne du tableau', async () => {
    await page.goto(`${service.base}/territoire`);
    await page.locator('.indice a').focus();
    await page.keyboard.press('Tab');
    await page.keyboard.press('ArrowRight');
    const nom = ((await page.textContent('#bulle')) ?? '').split(' : ')[0] ?? '';
    expect(nom).to.match(/^(?:CA|CC|CU|Métropole)/);
    await page.keyboard.press('Enter');
    expect(await page.locator(`#${await focalisee()}`).textContent()).to.contain(nom);
    expect(await page.locator('.carte a[tabindex="0"]').count()).to.equal(1);
  });

  it('se cherche sans accents, et se lit par département sans JavaScript', async () => {
    await page.goto(`${service.base}/territoire`);
    await page.fill('#filtre', 'plie bethune');
    expect(await page.textContent('#trouvees')).to.equal('1 ligne');
    await page.getByRole('link', { name: 'Oise', exact: true }).click();
    expect(await page.locator('#lignes tr:visible').count()).to.equal(21);
  });

  it('tient dans 360 pixels', async () => {
    await page.setViewportSize({ width: 360, height: 740 });
    await page.goto(`${service.base}/territoire`);
    expect(await deborde()).to.be.at.most(0);
  });

  it('télécharge les données depuis la page', async () => {
    await page.goto(`${service.base}/territoire`);
    const [recu] = await Promise.all([page.waitForEvent('download'), page.getByText('Tableau (CSV)').click()]);
    expect(recu.suggestedFilename()).to.equal('territoire.csv');
  });

  it('dessine les vrais contours dès qu’ils sont importés, à l’écran, au téléphone et à l’impression', async function () {
    if (!existsSync(CONTOURS)) return this.skip();
    execFileSync(process.execPath, ['dist/scripts/refresh-geo.js', '--fichier', CONTOURS], {
      env: { ...process.env, STORE_DIR: service.depot },
      stdio: 'ignore',
    });
    await page.goto(`${service.base}/territoire`);
    expect(await page.locator('.carte a path').count()).to.equal(92);
    expect(await page.textContent('main')).to.not.contain('refresh:geo');
    const cadre = await page.locator('.carte').boundingBox();
    const petites = await page.evaluate(
      () =>
        [...document.querySelectorAll('.carte a path')].filter((zone) => zone.getBoundingClientRect().width < 8).length,
    );
    expect([petites, (cadre?.height ?? 0) > 400]).to.deep.equal([0, true]);
    await page.screenshot({ path: `${CAPTURES}/territoire.png`, fullPage: true });
    await page.setViewportSize({ width: 360, height: 740 });
    expect(await deborde()).to.be.at.most(0);
    await page.screenshot({ path: `${CAPTURES}/territoire-telephone.png` });
    await page.setViewportSize({ width: 720, height: 1000 });
    await page.emulateMedia({ media: 'print' });
    expect(await deborde()).to.be.at.most(0);
    expect(await page.locator('.onglets:visible, .recherche:visible').count()).to.equal(0);
    await page.screenshot({ path: `${CAPTURES}/territoire-impression.png`, fullPage: true });
  });
});
