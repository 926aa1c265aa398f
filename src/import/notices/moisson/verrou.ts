import { readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';

/** Une seule actualisation à la fois, que le service ou la commande l'ait lancée. */
export interface Verrou {
  /** Dit qu'on travaille encore : sans signe de vie, un autre le reprendrait. */
  readonly rafraichir: () => void;
  readonly rendre: () => void;
}

/** Plus long que la plus longue attente entre deux pages, essais compris. */
const SANS_SIGNE_DE_VIE = 15 * 60_000;

const vit = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch (cause) {
    return cause instanceof Error && 'code' in cause && cause.code === 'EPERM';
  }
};

/** Un arrêt brutal laisse son verrou : sur cette machine on le voit au processus, ailleurs à son âge. */
const estAbandonne = (fichier: string): boolean => {
  const [machine, pid = ''] = readFileSync(fichier, 'utf8').split(' ');
  if (machine === hostname() && /^\d+$/.test(pid) && !vit(Number(pid))) return true;
  return Date.now() - statSync(fichier).mtimeMs > SANS_SIGNE_DE_VIE;
};

const poser = (fichier: string): boolean => {
  try {
    writeFileSync(fichier, `${hostname()} ${process.pid}`, { flag: 'wx', mode: 0o600 });
    return true;
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause && cause.code === 'EEXIST') return false;
    throw cause;
  }
};

/** Prend le verrou ; null si un autre le tient. */
export const prendreVerrou = (fichier: string): Verrou | null => {
  if (!poser(fichier)) {
    if (!estAbandonne(fichier)) return null;
    rmSync(fichier, { force: true });
    if (!poser(fichier)) return null;
  }
  const liberer = (): void => rmSync(fichier, { force: true });
  process.once('exit', liberer);
  return {
    rafraichir: () => utimesSync(fichier, new Date(), new Date()),
    rendre: () => {
      process.removeListener('exit', liberer);
      liberer();
    },
  };
};
