/// <reference lib="dom" />
import { mkdirSync } from 'node:fs';
import { expect } from 'chai';
import type { Browser, Page } from 'playwright-core';
import { lancerService, ouvrirNavigateur, type Service } from './service.ts';

const CAPTURES = 'test/e2e/captures';
const FACILITATRICE = '00000000-0000-4000-8000-00000000f001';
const SAISIE = '[data-id="webchat-sendbox-input"], .webchat__send-box-text-box__input';

describe('salon web', () => {
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
    page.on('request', (requete) => {
      const url = requete.url();
      if (!/^(?:http|ws):\/\/127\.0\.0\.1|^data:|^blob:/.test(url)) dehors.push(url);
    });
    await page.goto(service.base);
    await page.waitForSelector(SAISIE);
  });
  afterEach(async () => {
    await page.close();
  });

  const dire = async (texte: string): Promise<void> => {
    await page.fill(SAISIE, texte);
    await page.keyboard.press('Enter');
  };
  const lire = async (morceau: string | RegExp): Promise<void> => {
    await page.locator('.fil').getByText(morceau).first().waitFor({ timeout: 20_000 });
  };
  const devenirFacilitatrice = async (): Promise<void> => {
    await page.selectOption('#compte', FACILITATRICE);
    await page.waitForSelector(SAISIE);
  };

  it('répond à une question d’exemple, avec l’article et la date', async () => {
    await page.locator('[data-question]').first().click();
    await lire(/L2113-1/);
    await lire(/vérifiée le/);
    await page.screenshot({ path: `${CAPTURES}/question.png`, fullPage: true });
  });

  it('garde la conversation quand on recharge la page', async () => {
    await dire('quel est le taux de 50 % pour un marché réservé ?');
    await lire(/R2113-7/);
    await page.reload();
    await page.waitForSelector(SAISIE);
    await lire(/R2113-7/);
  });

  it('enregistre des heures, et les montre dans les indicateurs ouverts', async () => {
    const avant = await heures();
    await devenirFacilitatrice();
    await dire('7 h hier pour P-0231 sur l’école Jules-Verne');
    await lire(/je l’enregistre/i);
    await page.screenshot({ path: `${CAPTURES}/heures.png`, fullPage: true });
    await dire('oui');
    await lire(/C’est enregistré/);
    expect((await heures()) - avant).to.equal(7);
  });

  it('reprend la saisie après un arrêt brutal du service', async () => {
    const avant = await heures();
    await devenirFacilitatrice();
    await dire('14 h pour P-0455 sur l’école Jules-Verne');
    await lire(/Quel jour ou quelle période/);
    await service.tuer();
    await service.relancer();
    await page.reload();
    await page.waitForSelector(SAISIE);
    await dire('avant-hier');
    await lire(/je l’enregistre/i);
    await dire('oui');
    await lire(/C’est enregistré/);
    expect((await heures()) - avant).to.equal(14);
  });

  it('tient dans 360 pixels et se parle au clavier seul', async () => {
    await page.setViewportSize({ width: 360, height: 740 });
    const debord = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(debord).to.be.at.most(0);
    const exemple = page.locator('[data-question]').nth(1);
    const commune = /de (.+?)\s*\?/.exec((await exemple.textContent()) ?? '')?.[1]?.replaceAll('‑', '-') ?? '';
    expect(commune).to.not.equal('');
    await exemple.focus();
    await page.keyboard.press('Enter');
    await lire(`${commune} (`);
    await page.screenshot({ path: `${CAPTURES}/telephone.png` });
  });

  it('n’a demandé rien au dehors ni levé d’erreur', () => {
    expect(dehors).to.deep.equal([]);
    expect(erreurs).to.deep.equal([]);
  });

  const heures = async (): Promise<number> => {
    const lu: unknown = await (await fetch(`${service.base}/api/indicators`)).json();
    return typeof lu === 'object' && lu !== null && 'hours' in lu ? Number(lu.hours) : Number.NaN;
  };
});
