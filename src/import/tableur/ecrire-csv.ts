import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import type { Cellule } from './ecrire-classeur.ts';

const LIGNES_PAR_MORCEAU = 500;

const ecrireCase = (cellule: Cellule): string => {
  if (cellule === null) return '';
  const texte =
    typeof cellule === 'object'
      ? cellule.jour
      : typeof cellule === 'number'
        ? String(cellule).replace('.', ',')
        : cellule;
  return /[";\n\r]|^\s|\s$/.test(texte) ? `"${texte.replaceAll('"', '""')}"` : texte;
};

/** Écrit un CSV que les tableurs français ouvrent d'un clic : point-virgule, virgule décimale, UTF-8 marqué. */
export const ecrireCsv = async (
  fichier: string,
  lignes: Iterable<readonly Cellule[]> | AsyncIterable<readonly Cellule[]>,
): Promise<void> => {
  const sortie = createWriteStream(fichier);
  let morceau: string[] = ['\ufeff'];
  const verser = async (): Promise<void> => {
    if (!sortie.write(morceau.join(''))) await once(sortie, 'drain');
    morceau = [];
  };
  for await (const ligne of lignes) {
    morceau.push(`${ligne.map(ecrireCase).join(';')}\r\n`);
    if (morceau.length >= LIGNES_PAR_MORCEAU) await verser();
  }
  await verser();
  sortie.end();
  await once(sortie, 'finish');
};
