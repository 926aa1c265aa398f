import { readFile } from 'node:fs/promises';
import { ecrireHeureLocale } from '../../src/channels/heure-locale.ts';
import { parseNotices } from '../../src/import/notices/lire.ts';
import { conclure, type Importation } from './rapport.ts';

export const importNotices: Importation = async (demande) => {
  const { fichier, store } = demande;
  const aujourdhui = ecrireHeureLocale(new Date()).slice(0, 10);
  const { avis, problems } = parseNotices(await readFile(fichier, 'utf8'), fichier, aujourdhui);
  const refus = problems.map(({ line, message }) => `ligne ${line} — ${message}`);
  return conclure(demande, refus, () => store.avis.put(avis));
};
