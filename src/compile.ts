import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { type Contenu, compilerContenu, loadContenu } from './content/contenu.ts';
import { construireIndex, type IndexQuestions } from './nlu/classement.ts';
import { rangerIndex, rouvrirIndex } from './nlu/questions/rangement.ts';
import { construireLexique } from './nlu/termes.ts';

/** Contenu compilé et reconnaissance apprise, à côté du code compilé. */
const CONTENU = 'knowledge.json';
const INDEX = 'questions.json';
const POIDS = 'questions.bin';

const Range = z.object({
  sujets: z.array(z.object({ id: z.string(), exterieur: z.boolean() })),
  traits: z.array(z.string()),
  idf: z.array(z.number()),
  idfInconnu: z.number(),
  connus: z.array(z.string()),
  parCle: z.array(z.tuple([z.string(), z.array(z.string())])),
  notres: z.array(z.string()),
  ancres: z.array(z.tuple([z.string(), z.number()])),
});

/** Écrit dans `dossier` ce qui rend le démarrage rapide ; sans effet si le contenu est fautif. */
export const compiler = (racine: string, dossier: string): void => {
  compilerContenu(join(racine, 'knowledge'), join(dossier, CONTENU));
  const { contenu, problems } = loadContenu(join(racine, 'knowledge'), join(dossier, CONTENU));
  if (problems.length > 0) return;
  const { range, poids } = rangerIndex(apprendre(contenu));
  writeFileSync(join(dossier, INDEX), JSON.stringify(range));
  writeFileSync(join(dossier, POIDS), new Uint8Array(poids.buffer, poids.byteOffset, poids.byteLength));
};

const apprendre = ({ knowledge, exterieurs }: Contenu): IndexQuestions =>
  construireIndex(knowledge.fiches, exterieurs, construireLexique(knowledge.lexique));

/** Charge le contenu et la reconnaissance ; ce qui est compilé sert tant qu'aucun fichier n'est plus récent. */
export const loadCompile = (racine: string) => {
  const dossier = join(racine, 'dist');
  const lu = loadContenu(join(racine, 'knowledge'), join(dossier, CONTENU));
  return { ...lu, questions: () => loadQuestions(lu, dossier) };
};

const loadQuestions = (
  { contenu, compile }: { readonly contenu: Contenu; readonly compile: boolean },
  dossier: string,
): IndexQuestions => {
  const fichiers = [INDEX, POIDS, CONTENU].map((nom) => join(dossier, nom));
  const [index = '', poids = '', reference = ''] = fichiers;
  if (!compile || !fichiers.every((fichier) => existsSync(fichier))) return apprendre(contenu);
  if (statSync(index).mtimeMs < statSync(reference).mtimeMs) return apprendre(contenu);
  const range = Range.safeParse(JSON.parse(readFileSync(index, 'utf8')));
  const octets = readFileSync(poids);
  if (!range.success || octets.byteLength !== 4 * range.data.traits.length * range.data.sujets.length)
    return apprendre(contenu);
  const table = new Float32Array(octets.buffer.slice(octets.byteOffset, octets.byteOffset + octets.byteLength));
  const { knowledge } = contenu;
  return rouvrirIndex({ range: range.data, poids: table }, knowledge.fiches, construireLexique(knowledge.lexique));
};
