import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, chromium } from 'playwright-core';

/** Le vrai service, lancé comme en production sur un port libre et un dépôt neuf. */
export interface Service {
  readonly base: string;
  /** Dossier du dépôt. */
  readonly depot: string;
  /** Arrêt brutal, comme une panne de courant. */
  tuer(): Promise<void>;
  /** Relance sur le même dépôt et le même port. */
  relancer(): Promise<void>;
  fermer(): Promise<void>;
}

const portLibre = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const serveur = createServer().once('error', reject);
    serveur.listen(0, '127.0.0.1', () => {
      const adresse = serveur.address();
      serveur.close(() => (typeof adresse === 'object' && adresse ? resolve(adresse.port) : reject(new Error('port'))));
    });
  });

const attendre = async (adresse: string): Promise<void> => {
  for (let essai = 0; essai < 400; essai += 1) {
    const pret = await fetch(adresse).then(
      ({ ok }) => ok,
      () => false,
    );
    if (pret) return;
    await new Promise((suite) => setTimeout(suite, 50));
  }
  throw new Error(`le service ne répond pas sur ${adresse}`);
};

export const lancerService = async (): Promise<Service> => {
  const depot = mkdtempSync(join(tmpdir(), 'clausette-e2e-'));
  const port = await portLibre();
  const base = `http://127.0.0.1:${port}`;
  let processus: ChildProcess;
  const lancer = async (): Promise<void> => {
    processus = spawn(process.execPath, ['dist/src/main.js'], {
      env: { ...process.env, PORT: String(port), HOST: '127.0.0.1', STORE_DIR: depot, RATE_LIMIT: 'off' },
      stdio: 'inherit',
    });
    await attendre(`${base}/healthz`);
  };
  const tuer = (): Promise<void> =>
    new Promise((resolve) => {
      processus.once('exit', () => resolve());
      processus.kill('SIGKILL');
    });
  await lancer();
  return {
    base,
    depot,
    tuer,
    relancer: lancer,
    async fermer() {
      await tuer();
      rmSync(depot, { recursive: true, force: true });
    },
  };
};

/** Chromium de la machine, sans rien demander au dehors. */
export const ouvrirNavigateur = (): Promise<Browser> =>
  chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking'],
  });
