import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { loadHorsDomaine } from '../../src/content/hors-domaine.ts';
import { loadKnowledge } from '../../src/content/knowledge.ts';
import type { Fiche, LectureQuestion } from '../../src/domain/droit.ts';
import { construireIndex, type IndexQuestions, type SujetExterieur } from '../../src/nlu/classement.ts';
import { plier } from '../../src/nlu/normaliser.ts';
import { construireLexique } from '../../src/nlu/termes.ts';
import { rootFolder } from '../../src/root.ts';

const Lot = z.enum(['reglage', 'controle']);
export type Lot = z.infer<typeof Lot>;

const Question = z.object({ texte: z.string(), fiches: z.array(z.string()).min(1), style: z.string(), lot: Lot });
const Dehors = z.object({ texte: z.string(), genre: z.string(), lot: Lot });
const Suite = z.object({ tours: z.array(z.string()).min(2), fiches: z.array(z.string()).min(1), lot: Lot });

/** Messages de mesure, écrits sans lire les formulations des fiches. */
export interface Messages {
  readonly questions: readonly z.infer<typeof Question>[];
  readonly dehors: readonly z.infer<typeof Dehors>[];
  readonly suites: readonly z.infer<typeof Suite>[];
}

const lire = (fichier: string): unknown =>
  parse(readFileSync(join(rootFolder(), 'test', 'relevance', fichier), 'utf8'));

/** Texte réduit à ses lettres et chiffres : deux messages ainsi égaux sont le même. */
export const nu = (texte: string): string =>
  plier(texte)
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();

/** @param exterieurs un message hors domaine qui y figure déjà mot pour mot ne mesurerait rien : il est écarté. */
export const lireMessages = (exterieurs: readonly SujetExterieur[]): Messages => {
  const connus = new Set(exterieurs.flatMap(({ phrases }) => phrases).map(nu));
  const dehors = z.array(Dehors).parse(lire('hors-domaine.yaml'));
  return {
    questions: z.array(Question).parse(lire('questions.yaml')),
    dehors: dehors.filter(({ texte }) => !connus.has(nu(texte))),
    suites: z.array(Suite).parse(lire('suites.yaml')),
  };
};

/** Ce dont tout classeur apprend : les fiches publiées et les sujets extérieurs. */
export interface Matiere {
  readonly fiches: ReadonlyMap<string, Fiche>;
  readonly exterieurs: readonly SujetExterieur[];
  readonly construire: () => IndexQuestions;
}

export const chargerMatiere = (): Matiere => {
  const racine = join(rootFolder(), 'knowledge');
  const { knowledge } = loadKnowledge(racine);
  const { sujets } = loadHorsDomaine(join(racine, 'hors-domaine.yaml'));
  return {
    fiches: knowledge.fiches,
    exterieurs: sujets,
    construire: () => construireIndex(knowledge.fiches, sujets, construireLexique(knowledge.lexique)),
  };
};

/** Lit un message, avec ou sans la fiche dont on parlait. */
export type Lecteur = (texte: string, sujet: string | null) => LectureQuestion;

/** Parts de 0 à 1. */
export interface Mesure {
  /** La bonne fiche, donnée d'emblée. */
  readonly premiere: number;
  /** La bonne fiche parmi les trois premières. */
  readonly troisPremieres: number;
  /** Hors domaine : silence. */
  readonly silence: number;
}

/** Fiches proposées, de la plus probable à la moins. */
export const proposees = (lue: LectureQuestion): readonly string[] => {
  switch (lue.certitude) {
    case 'sure':
      return [lue.fiche, ...lue.voisines];
    case 'hesitante':
      return lue.fiches;
    case 'aucune':
      return [];
  }
};

const part = <T>(elements: readonly T[], juste: (element: T) => boolean): number =>
  elements.filter(juste).length / elements.length;

/** Mesure un lecteur sur un lot. */
export const mesurer = (lecteur: Lecteur, { questions, dehors }: Messages, lot: Lot): Mesure => {
  const dedans = questions.filter((question) => question.lot === lot);
  return {
    premiere: part(dedans, ({ texte, fiches }) => {
      const lue = lecteur(texte, null);
      return lue.certitude === 'sure' && fiches.includes(lue.fiche);
    }),
    troisPremieres: part(dedans, ({ texte, fiches }) =>
      proposees(lecteur(texte, null))
        .slice(0, 3)
        .some((id) => fiches.includes(id)),
    ),
    silence: part(
      dehors.filter((message) => message.lot === lot),
      ({ texte }) => lecteur(texte, null).certitude === 'aucune',
    ),
  };
};

/** Part des relances dont la dernière réponse est la bonne fiche. */
export const mesurerSuites = (lecteur: Lecteur, { suites }: Messages, lot: Lot): number =>
  part(
    suites.filter((suite) => suite.lot === lot),
    ({ tours, fiches }) => {
      let sujet: string | null = null;
      let derniere: LectureQuestion = { certitude: 'aucune', score: 0 };
      for (const tour of tours) {
        derniere = lecteur(tour, sujet);
        if (derniere.certitude === 'sure') sujet = derniere.fiche;
      }
      return derniere.certitude === 'sure' && fiches.includes(derniere.fiche);
    },
  );
