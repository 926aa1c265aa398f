import racineur from 'natural/lib/natural/stemmers/porter_stemmer_fr.js';
import type { Apprenant } from 'natural-bench';

/** Une façon de dire un sujet. */
export interface Formulation {
  readonly id: string;
  readonly texte: string;
}

/** Un sujet classé ; le score n'a de sens qu'au sein d'un même outil. */
export interface Note {
  readonly id: string;
  readonly score: number;
}

/** Classe les sujets d'un message, du plus probable au moins. */
export type Classeur = (texte: string) => Promise<readonly Note[]>;

/** Un outil courant, pris tel quel. */
export type Outil = (formulations: readonly Formulation[]) => Promise<Classeur>;

const apprendre = (apprenant: Apprenant, formulations: readonly Formulation[]): Classeur => {
  for (const { id, texte } of formulations) apprenant.addDocument(texte, id);
  apprenant.train();
  return async (texte) =>
    normer(apprenant.getClassifications(texte).map(({ label, value }) => ({ id: label, score: value })));
};

/** Ramène les scores à des parts de 1 : ceux de Bayes sont des produits minuscules. */
const normer = (notes: readonly Note[]): Note[] => {
  const somme = notes.reduce((total, { score }) => total + score, 0) || 1;
  return notes.map(({ id, score }) => ({ id, score: score / somme })).sort((a, b) => b.score - a.score);
};

const bayes: Outil = async (formulations) => {
  const { default: Classe } = await import('natural/lib/natural/classifiers/bayes_classifier.js');
  return apprendre(new Classe(racineur), formulations);
};

const logistique: Outil = async (formulations) => {
  const { default: Classe } = await import('natural/lib/natural/classifiers/logistic_regression_classifier.js');
  return apprendre(new Classe(racineur), formulations);
};

/** Un document par sujet, comme le montre sa documentation. */
const tfidf: Outil = async (formulations) => {
  const { default: Classe } = await import('natural/lib/natural/tfidf/tfidf.js');
  const index = new Classe();
  const ids = [...new Set(formulations.map(({ id }) => id))];
  for (const sujet of ids)
    index.addDocument(
      formulations
        .filter(({ id }) => id === sujet)
        .map(({ texte }) => texte)
        .join(' '),
    );
  return async (texte) =>
    index
      .tfidfs(texte)
      .map((score, rang) => ({ id: ids[rang] ?? '', score }))
      .sort((a, b) => b.score - a.score);
};

const nlpjs: Outil = async (formulations) => {
  const { dockStart } = await import('@nlpjs/basic');
  const dock = await dockStart({ settings: { nlp: { autoSave: false, log: false } }, use: ['Basic', 'LangFr'] });
  const nlp = dock.get('nlp');
  nlp.addLanguage('fr');
  for (const { id, texte } of formulations) nlp.addDocument('fr', texte, id);
  await nlp.train();
  return async (texte) => {
    const { classifications } = await nlp.process('fr', texte);
    return classifications.map(({ intent, score }) => ({ id: intent, score }));
  };
};

const minisearch: Outil = async (formulations) => {
  const { default: MiniSearch } = await import('minisearch');
  const index = new MiniSearch({ fields: ['texte'], storeFields: ['sujet'] });
  index.addAll(formulations.map(({ id, texte }, rang) => ({ id: rang, texte, sujet: id })));
  return async (texte) => {
    const vus = new Map<string, number>();
    for (const { sujet, score } of index.search(texte, { prefix: true, fuzzy: 0.2 }))
      if (!vus.has(sujet)) vus.set(sujet, score);
    return [...vus].map(([id, score]) => ({ id, score }));
  };
};

export const OUTILS: Readonly<Record<string, Outil>> = {
  'natural BayesClassifier': bayes,
  'natural LogisticRegressionClassifier': logistique,
  'natural TfIdf': tfidf,
  'nlp.js': nlpjs,
  MiniSearch: minisearch,
};
