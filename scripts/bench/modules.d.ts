// Ce que le banc d'essai emploie des outils mesurés, et rien d'autre.

declare module 'natural/lib/natural/classifiers/bayes_classifier.js' {
  import type { Apprenant, Racineur } from 'natural-bench';

  class BayesClassifier implements Apprenant {
    constructor(stemmer?: Racineur);
    addDocument(text: string, label: string): void;
    train(): void;
    getClassifications(text: string): { label: string; value: number }[];
  }
  export = BayesClassifier;
}

declare module 'natural/lib/natural/classifiers/logistic_regression_classifier.js' {
  import type { Apprenant, Racineur } from 'natural-bench';

  class LogisticRegressionClassifier implements Apprenant {
    constructor(stemmer?: Racineur);
    addDocument(text: string, label: string): void;
    train(): void;
    getClassifications(text: string): { label: string; value: number }[];
  }
  export = LogisticRegressionClassifier;
}

declare module 'natural-bench' {
  export interface Racineur {
    stem(word: string): string;
  }
  export interface Apprenant {
    addDocument(text: string, label: string): void;
    train(): void;
    getClassifications(text: string): { label: string; value: number }[];
  }
}

declare module 'natural/lib/natural/tfidf/tfidf.js' {
  class TfIdf {
    addDocument(text: string): void;
    tfidfs(text: string): number[];
  }
  export = TfIdf;
}

declare module '@nlpjs/basic' {
  interface Reconnaisseur {
    addLanguage(locale: string): void;
    addDocument(locale: string, text: string, intent: string): void;
    train(): Promise<void>;
    process(locale: string, text: string): Promise<{ classifications: { intent: string; score: number }[] }>;
  }
  interface Conteneur {
    get(nom: 'nlp'): Reconnaisseur;
  }
  export const dockStart: (options: {
    settings: { nlp: { autoSave: boolean; log: boolean } };
    use: string[];
  }) => Promise<Conteneur>;
}

declare module 'minisearch' {
  class MiniSearch {
    constructor(options: { fields: string[]; storeFields: string[] });
    addAll(documents: { id: number; texte: string; sujet: string }[]): void;
    search(text: string, options: { prefix: boolean; fuzzy: number }): { sujet: string; score: number }[];
  }
  export = MiniSearch;
}
