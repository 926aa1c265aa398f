import { readFileSync } from 'node:fs';
import { LineCounter, parseDocument } from 'yaml';
import { z } from 'zod';
import type { Lieu } from '../domain/territoire.ts';
import type { NomsUsuels, Surnom, Territoire } from '../domain/territoire-index.ts';
import type { ContentProblem } from './problems.ts';

const noms = z.array(z.string().min(2)).min(1);
const parCode = z.record(z.string(), noms).default({});

const Fichier = z.strictObject({
  epci: parCode,
  departements: parCode,
  communes: parCode,
  groupes: z.array(z.strictObject({ noms, lieux: z.array(z.string()).min(2) })).default([]),
  anciennes: parCode,
  dehors: parCode,
});

/** Le lieu que désigne un code : SIREN, département ou INSEE. */
const lieuDe = (code: string, territoire: Territoire): Lieu | undefined => {
  const epci = territoire.epci(code);
  if (epci) return { type: 'epci', epci };
  const commune = territoire.commune(code);
  if (commune) return { type: 'commune', commune };
  const departement = territoire.departement(code);
  return departement && { type: 'departement', departement };
};

/** Ligne où un code est écrit, pour que l'auteur retrouve sa faute. */
const ligneDe = (texte: string, code: string): number =>
  texte.slice(0, Math.max(0, texte.indexOf(`"${code}"`))).split('\n').length;

/**
 * Noms d'usage des territoires (`data/reference/surnoms-territoires.yaml`), références résolues ;
 * tous les problèmes sont rendus ensemble.
 */
export const loadNomsUsuels = (
  file: string,
  territoire: Territoire,
): { usuels: NomsUsuels; problems: ContentProblem[] } => {
  const texte = readFileSync(file, 'utf8');
  const problems: ContentProblem[] = [];
  const lignes = new LineCounter();
  const document = parseDocument(texte, { lineCounter: lignes });
  for (const erreur of document.errors)
    problems.push({ file, line: lignes.linePos(erreur.pos[0]).line, message: `YAML illisible : ${erreur.message}` });
  const lu = Fichier.safeParse(problems.length > 0 ? {} : document.toJS(), { error: z.locales.fr().localeError });
  if (!lu.success) {
    for (const { path, message } of lu.error.issues)
      problems.push({ file, line: ligneDe(texte, String(path[1] ?? '')), message: `${path.join('.')} : ${message}` });
    return { usuels: { surnoms: [], dehors: [] }, problems };
  }
  const surnoms: Surnom[] = [];
  const ajouter = (codes: readonly string[], liste: readonly string[], ancienne: boolean): void => {
    const lieux = codes.flatMap((code) => {
      const lieu = lieuDe(code, territoire);
      if (!lieu)
        problems.push({
          file,
          line: ligneDe(texte, code),
          message: `code inconnu du découpage administratif : « ${code} »`,
        });
      return lieu ? [lieu] : [];
    });
    if (lieux.length > 0) surnoms.push({ noms: liste, lieux, ancienne });
  };
  const { epci, departements, communes, groupes, anciennes, dehors } = lu.data;
  for (const section of [epci, departements, communes])
    for (const [code, liste] of Object.entries(section)) ajouter([code], liste, false);
  for (const [code, liste] of Object.entries(anciennes)) ajouter([code], liste, true);
  for (const groupe of groupes) ajouter(groupe.lieux, groupe.noms, false);
  return { usuels: { surnoms, dehors: Object.entries(dehors).map(([ou, liste]) => ({ noms: liste, ou })) }, problems };
};
