import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { Fiche, type Source } from '../domain/droit.ts';
import type { ContentProblem } from './problems.ts';
import { validerYaml } from './yaml.ts';

const EN_TETE = /^---\r?\n([\s\S]*?)\r?\n---\r?\n([\s\S]*)$/;
const DETAIL = /^## En détail\s*$/m;

const Ecrite = Fiche.omit({ id: true, reponse: true, detail: true });

/** Lit toutes les fiches d'un dossier ; rend les justes et toutes les fautes, chacune à sa ligne. */
export const loadFiches = (
  folder: string,
  sources: ReadonlyMap<string, Source>,
): { fiches: ReadonlyMap<string, Fiche>; problems: readonly ContentProblem[] } => {
  const fiches = new Map<string, Fiche>();
  const problems: ContentProblem[] = [];
  const fichiers = readdirSync(folder).filter((nom) => nom.endsWith('.md'));
  for (const nom of fichiers.sort()) {
    const file = join(folder, nom);
    const lue = lireFiche(file);
    if ('problems' in lue) problems.push(...lue.problems);
    else fiches.set(lue.fiche.id, lue.fiche);
  }
  for (const fiche of fiches.values()) {
    const file = join(folder, `${fiche.id}.md`);
    problems.push(...verifierLiens(fiche, { fiches, sources }).map((message) => ({ file, line: 1, message })));
  }
  return { fiches, problems };
};

const lireFiche = (file: string): { fiche: Fiche } | { problems: readonly ContentProblem[] } => {
  const texte = readFileSync(file, 'utf8');
  const parties = EN_TETE.exec(texte);
  if (!parties)
    return {
      problems: [{ file, line: 1, message: 'on attend un en-tête entre deux lignes « --- », puis la réponse' }],
    };
  const [, enTete = '', corps = ''] = parties;
  const lu = validerYaml({ texte: enTete, file, schema: Ecrite, premiereLigne: 2 });
  if ('problems' in lu) return lu;
  const [reponse = '', detail = ''] = corps.split(DETAIL);
  const fiche = Fiche.safeParse({
    ...lu.valeur,
    id: basename(file, '.md'),
    reponse: reponse.trim(),
    detail: detail.trim(),
  });
  if (fiche.success) return { fiche: Object.freeze(fiche.data) };
  const line = enTete.split('\n').length + 3;
  return {
    problems: fiche.error.issues.map(({ path, message }) => ({
      file,
      line,
      message: `${path.join('.')} : ${message}`,
    })),
  };
};

interface Catalogue {
  readonly fiches: ReadonlyMap<string, Fiche>;
  readonly sources: ReadonlyMap<string, Source>;
}

/** Sources et fiches liées qui n'existent pas ; articles nommés dans le texte sans être déclarés. */
const verifierLiens = (fiche: Fiche, { fiches, sources }: Catalogue): string[] => [
  ...fiche.sources.filter((id) => !sources.has(id)).map((id) => `source inconnue : ${id}`),
  ...fiche.liees.filter((id) => !fiches.has(id)).map((id) => `fiche liée inconnue : ${id}`),
  ...articlesNonDeclares(fiche).map((article) => `article ${article} cité dans le texte sans être dans les sources`),
  ...(estOrdonne(fiche) ? [] : ['les réponses d’autrefois vont de la plus ancienne à la plus récente']),
];

const estOrdonne = ({ autrefois }: Fiche): boolean =>
  autrefois.every(({ jusquau }, rang) => jusquau > (autrefois[rang - 1]?.jusquau ?? ''));

const ARTICLE = /\b[LRD]\.?\s?\d{3,4}-\d+(?:-\d+)*/g;

const articlesNonDeclares = (fiche: Fiche): string[] => {
  const anciennes = fiche.autrefois.map(({ reponse }) => reponse);
  const cites = [fiche.titre, fiche.reponse, fiche.detail, ...anciennes].join('\n').match(ARTICLE) ?? [];
  const declares = fiche.sources.map((id) => id.replace(/^[a-z]+-/, '').toUpperCase());
  return [...new Set(cites.map((cite) => cite.replace(/[.\s]/g, '')))].filter((article) => !declares.includes(article));
};
