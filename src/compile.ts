import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { type Contenu, type ContenuLu, ecrireContenu, loadContenu } from './content/contenu.ts';
import { construireIndex, type IndexQuestions } from './nlu/classement.ts';
import { rangerIndex, rouvrirIndex } from './nlu/questions/rangement.ts';
import { construireLexique } from './nlu/termes.ts';

/** Contenu compilé et reconnaissance apprise, à côté du code compilé. */
const CONTENU = 'knowledge.json';
const INDEX = 'questions.json';
const POIDS = 'questions.bin';

/** Ce qui est rangé vient du code compilé : lancé depuis les sources, qui ont pu changer, on réapprend. */
const COMPILE = import.meta.url.endsWith('.js');

const Range = z.object({
  sujets: z.array(z.object({ id: z.string(), exterieur: z.boolean() })),
  traits: z.array(z.string()),
  idf: z.array(z.number()),
  idfInconnu: z.number(),
  connus: z.array(z.string()),
  parCle: z.array(z.tuple([z.string(), z.array(z.string())])),
  notres: z.array(z.string()),
  frontiere: z.object({ poids: z.array(z.number()), biais: z.number() }),
});

/** Le contenu, et la reconnaissance à ouvrir ou à apprendre quand on en a besoin. */
export interface Compile extends ContenuLu {
  readonly questions: () => IndexQuestions;
  /** Range ce qui vient d'être lu et appris, pour que le prochain démarrage n'ait plus à le faire. */
  readonly ranger: () => void;
}

/** Charge le contenu et la reconnaissance ; ce qui est compilé sert tant qu'aucun fichier n'est plus récent. */
export const loadCompile = (racine: string): Compile => {
  const dossier = join(racine, 'dist');
  const lu = loadContenu(join(racine, 'knowledge'), join(dossier, CONTENU));
  let index: IndexQuestions | undefined;
  const questions = (): IndexQuestions => {
    index ??= (lu.compile && COMPILE ? rouvrir(lu.contenu, dossier) : null) ?? apprendre(lu.contenu);
    return index;
  };
  const ranger = (): void => {
    if (existsSync(dossier) && !(lu.compile && existsSync(join(dossier, POIDS))))
      ecrire(lu.contenu, questions(), dossier);
  };
  return { ...lu, questions, ranger };
};

const apprendre = ({ knowledge, exterieurs }: Contenu): IndexQuestions =>
  construireIndex(knowledge.fiches, exterieurs, construireLexique(knowledge.lexique));

const ecrire = (contenu: Contenu, index: IndexQuestions, dossier: string): void => {
  const { range, poids } = rangerIndex(index);
  ecrireContenu(contenu, join(dossier, CONTENU));
  writeFileSync(join(dossier, INDEX), JSON.stringify(range));
  writeFileSync(join(dossier, POIDS), new Uint8Array(poids.buffer, poids.byteOffset, poids.byteLength));
};

/** Null si ce qui est rangé manque, est plus vieux que le contenu ou ne lui correspond pas. */
const rouvrir = ({ knowledge }: Contenu, dossier: string): IndexQuestions | null => {
  const [contenu, index, poids] = [join(dossier, CONTENU), join(dossier, INDEX), join(dossier, POIDS)];
  if (!existsSync(index) || !existsSync(poids) || statSync(index).mtimeMs < statSync(contenu).mtimeMs) return null;
  const range = Range.safeParse(JSON.parse(readFileSync(index, 'utf8')));
  const octets = readFileSync(poids);
  if (!range.success || octets.byteLength !== 4 * range.data.traits.length * range.data.sujets.length) return null;
  const table = new Float32Array(octets.buffer.slice(octets.byteOffset, octets.byteOffset + octets.byteLength));
  return rouvrirIndex({ range: range.data, poids: table }, knowledge.fiches, construireLexique(knowledge.lexique));
};
