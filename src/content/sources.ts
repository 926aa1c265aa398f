import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Document, isMap, isNode, isScalar, LineCounter, type Pair, parseDocument } from 'yaml';
import { z } from 'zod';
import { Source } from '../domain/droit.ts';
import type { ContentProblem } from './problems.ts';

/** Messages de zod en français, pour ce chargement seulement. */
const enFrancais = z.locales.fr().localeError;

interface Lecture {
  readonly sources: Map<string, Source>;
  readonly problems: ContentProblem[];
  /** Identifiants rencontrés, justes ou non. */
  readonly vus: Set<string>;
}

/** Un fichier ouvert, et de quoi retrouver une ligne. */
interface Fichier {
  readonly file: string;
  readonly document: Document;
  readonly ligneDe: (position: number) => number;
}

/**
 * Lit tous les `*.yaml` d'un dossier de sources, par ordre alphabétique.
 * Rend ce qui est juste, figé, et toutes les fautes d'un coup.
 */
export const loadSources = (
  folder: string,
): { sources: ReadonlyMap<string, Source>; problems: readonly ContentProblem[] } => {
  const lecture: Lecture = { sources: new Map(), problems: [], vus: new Set() };
  const noms = readdirSync(folder).filter((nom) => nom.endsWith('.yaml'));
  for (const nom of noms.sort()) lireFichier(join(folder, nom), lecture);
  return { sources: lecture.sources, problems: lecture.problems };
};

const lireFichier = (file: string, lecture: Lecture): void => {
  const lignes = new LineCounter();
  // Les clés en double sont signalées plus bas, avec celles des autres fichiers.
  const document = parseDocument(readFileSync(file, 'utf8'), { lineCounter: lignes, uniqueKeys: false });
  const ligneDe = (position: number): number => Math.max(1, lignes.linePos(position).line);
  for (const erreur of document.errors)
    lecture.problems.push({ file, line: ligneDe(erreur.pos[0]), message: `YAML illisible : ${erreur.code}` });
  if (document.errors.length > 0) return;
  if (!isMap(document.contents)) {
    lecture.problems.push({ file, line: 1, message: 'on attend une liste de sources « identifiant: {…} »' });
    return;
  }
  for (const paire of document.contents.items) lireSource(paire, { file, document, ligneDe }, lecture);
};

interface Faute {
  readonly line: number;
  readonly message: string;
}

const lireSource = (paire: Pair, fichier: Fichier, lecture: Lecture): void => {
  const id = isScalar(paire.key) ? String(paire.key.value) : '';
  const resultat = validerSource({ id, paire, fichier, deja: lecture.vus.has(id) });
  lecture.vus.add(id);
  if ('source' in resultat) lecture.sources.set(id, resultat.source);
  else
    for (const { line, message } of resultat.fautes)
      lecture.problems.push({ file: fichier.file, line, message: `${id} : ${message}` });
};

interface SourceEcrite {
  readonly id: string;
  readonly paire: Pair;
  readonly fichier: Fichier;
  readonly deja: boolean;
}

const validerSource = ({ id, paire, fichier, deja }: SourceEcrite): { source: Source } | { fautes: Faute[] } => {
  const line = fichier.ligneDe(debutDe(paire.key));
  if (deja) return { fautes: [{ line, message: 'identifiant déjà pris' }] };
  if (!isMap(paire.value)) return { fautes: [{ line, message: 'on attend les champs d’une source' }] };
  const lue = Source.safeParse({ ...paire.value.toJS(fichier.document), id }, { error: enFrancais });
  if (!lue.success)
    return {
      fautes: lue.error.issues.map(({ path, message }) => ({
        line: ligneDuChamp(paire, path, fichier) ?? line,
        message: path.length > 0 ? `${path.join('.')}, ${message}` : message,
      })),
    };
  const desordre = lue.data.versions.findIndex((version, i, toutes) => version.du <= (toutes[i - 1]?.du ?? ''));
  if (desordre < 0) return { source: figer(lue.data) };
  return {
    fautes: [
      {
        line: ligneDuChamp(paire, ['versions', desordre], fichier) ?? line,
        message: 'les rédactions se suivent de la plus ancienne à la plus récente',
      },
    ],
  };
};

/** Ligne du champ fautif, ou de son plus proche parent écrit dans le fichier. */
const ligneDuChamp = (paire: Pair, chemin: readonly PropertyKey[], fichier: Fichier): number | null => {
  for (let fin = chemin.length; fin > 0; fin--) {
    const noeud = isMap(paire.value) ? paire.value.getIn(chemin.slice(0, fin), true) : undefined;
    if (isNode(noeud) && noeud.range) return fichier.ligneDe(noeud.range[0]);
  }
  return null;
};

const debutDe = (cle: unknown): number => (isNode(cle) && cle.range ? cle.range[0] : 0);

const figer = (source: Source): Source => {
  for (const version of source.versions) Object.freeze(version);
  Object.freeze(source.versions);
  return Object.freeze(source);
};
