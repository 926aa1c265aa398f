import { readFileSync } from 'node:fs';
import { parseDocument } from 'yaml';
import { z } from 'zod';
import { fautesDeCouverture } from '../domain/rattachement.ts';
import { Facilitateur } from '../domain/territoire.ts';
import type { Territoire } from '../domain/territoire-index.ts';
import type { ContentProblem } from './problems.ts';

/** Ligne de chaque entrée du tableau : JSON est du YAML, dont l'analyseur garde les positions. */
const lignesDes = (texte: string): number[] => {
  const contenu: unknown = parseDocument(texte).contents;
  if (typeof contenu !== 'object' || contenu === null || !('items' in contenu) || !Array.isArray(contenu.items))
    return [];
  const items: unknown[] = contenu.items;
  return items.map((item) => {
    if (typeof item !== 'object' || item === null || !('range' in item) || !Array.isArray(item.range)) return 1;
    const debut: unknown = item.range[0];
    return typeof debut === 'number' ? texte.slice(0, debut).split('\n').length : 1;
  });
};

const lireTableau = (texte: string): unknown[] | string => {
  try {
    const lu: unknown = JSON.parse(texte);
    return Array.isArray(lu) ? lu : 'un tableau de structures est attendu';
  } catch {
    return 'JSON illisible';
  }
};

/**
 * Annuaire des facilitateurs (`data/reference/facilitateurs.json`), validé et figé.
 * Une entrée fautive est écartée et signalée avec sa ligne ; toutes les fautes sont rendues ensemble.
 */
export const loadAnnuaire = (
  file: string,
  territoire: Territoire,
): { structures: readonly Facilitateur[]; problems: readonly ContentProblem[] } => {
  const texte = readFileSync(file, 'utf8');
  const tableau = lireTableau(texte);
  if (typeof tableau === 'string') return { structures: [], problems: [{ file, line: 1, message: tableau }] };
  const lignes = lignesDes(texte);
  const structures: Facilitateur[] = [];
  const problems: ContentProblem[] = [];
  for (const [rang, brut] of tableau.entries()) {
    const line = lignes[rang] ?? 1;
    const lu = Facilitateur.safeParse(brut, { error: z.locales.fr().localeError });
    const fautes = lu.success
      ? [
          ...fautesDeCouverture(lu.data, territoire),
          ...(structures.some(({ id }) => id === lu.data.id) ? [`identifiant déjà pris : « ${lu.data.id} »`] : []),
        ]
      : lu.error.issues.map(({ path, message }) => `${path.join('.') || 'entrée'} : ${message}`);
    for (const message of fautes) problems.push({ file, line, message });
    if (lu.success && fautes.length === 0) structures.push(Object.freeze(lu.data));
  }
  return { structures: Object.freeze(structures), problems };
};
