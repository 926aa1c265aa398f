import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Dossier du projet : le premier, en remontant, qui contient `package.json` ; vrai aussi depuis `dist/`. */
export const rootFolder = (): string => {
  let dossier = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(dossier, 'package.json'))) dossier = dirname(dossier);
  return dossier;
};
