import type { Fiche, LectureQuestion } from '../domain/droit.ts';
import { construireVocabulaire, corriger, type Vocabulaire } from './fautes.ts';
import { extraireTermes, type IndexLexique } from './termes.ts';
import { compterTraits, decouperEnLettres, IndexVecteurs } from './vecteurs.ts';

/** Un sujet qui n'est pas le nôtre, et comment les gens en parlent (`knowledge/hors-domaine.yaml`). */
export interface SujetExterieur {
  readonly id: string;
  readonly phrases: readonly string[];
}

/** Poids des trois ressemblances et seuils de décision, réglés sur la moitié d'entraînement de test/relevance. */
export interface Reglage {
  readonly mots: number;
  readonly lettres: number;
  readonly couverture: number;
  /** Au-dessus, la réponse est donnée. */
  readonly sure: number;
  /** Au-dessus, deux ou trois questions sont proposées. */
  readonly hesitante: number;
  /** Avance que la première fiche doit avoir sur la deuxième. */
  readonly ecart: number;
  /** Retrait quand la question n'emploie aucun terme du noyau. */
  readonly sansNoyau: number;
}

export const REGLAGE: Reglage = {
  mots: 0.45,
  lettres: 0.2,
  couverture: 0.35,
  sure: 0.46,
  hesitante: 0.36,
  ecart: 0.02,
  sansNoyau: 0.1,
};

/** Un sujet classé : fiche, ou sujet extérieur. */
export interface Classe {
  readonly id: string;
  readonly exterieur: boolean;
  readonly score: number;
}

interface Sujet {
  readonly id: string;
  readonly exterieur: boolean;
  /** Tous les termes du sujet : phrases et, pour une fiche, réponse. */
  readonly termes: ReadonlySet<string>;
  /** Termes que la moitié des phrases emploient : sans aucun d'eux, on ne parle sans doute pas de ce sujet. */
  readonly noyau: ReadonlySet<string>;
}

/** Tout ce qu'il faut pour reconnaître une question. */
export interface IndexQuestions {
  readonly sujets: readonly Sujet[];
  /** Sujet de chaque phrase rangée. */
  readonly sujetDe: readonly number[];
  readonly mots: IndexVecteurs;
  readonly lettres: IndexVecteurs;
  readonly lexique: IndexLexique;
  readonly vocabulaire: Vocabulaire;
  readonly fiches: ReadonlyMap<string, Fiche>;
}

export const construireIndex = (
  fiches: ReadonlyMap<string, Fiche>,
  exterieurs: readonly SujetExterieur[],
  lexique: IndexLexique,
): IndexQuestions => {
  const publiees = [...fiches.values()].filter(({ statut }) => statut === 'publiee');
  const entrees = [
    ...publiees.map((fiche) => ({
      id: fiche.id,
      exterieur: false,
      phrases: [fiche.titre, ...fiche.phrases],
      texte: `${fiche.reponse}\n${fiche.detail}`,
    })),
    ...exterieurs.map(({ id, phrases }) => ({ id, exterieur: true, phrases, texte: '' })),
  ];
  const phrases = entrees.flatMap((entree, sujet) =>
    entree.phrases.map((phrase) => ({ sujet, termes: extraireTermes(phrase, lexique) })),
  );
  const mots = new IndexVecteurs(phrases.map(({ termes }) => termes));
  return {
    sujets: entrees.map(({ id, exterieur, texte }, rang) => {
      const siennes = phrases.filter(({ sujet }) => sujet === rang).map(({ termes }) => termes);
      return {
        id,
        exterieur,
        termes: new Set([...siennes.flat(), ...extraireTermes(texte, lexique)]),
        noyau: noyauDe(siennes),
      };
    }),
    sujetDe: phrases.map(({ sujet }) => sujet),
    mots,
    lettres: new IndexVecteurs(phrases.map(({ termes }) => decouperEnLettres(termes))),
    lexique,
    vocabulaire: construireVocabulaire(mots.traits),
    fiches,
  };
};

const PART_NOYAU = 0.4;

const noyauDe = (phrases: readonly (readonly string[])[]): Set<string> => {
  const presences = compterTraits(phrases.flatMap((termes) => [...new Set(termes)]));
  return new Set([...presences].filter(([, nombre]) => nombre >= PART_NOYAU * phrases.length).map(([terme]) => terme));
};

/** Classe les sujets pour une suite de termes pondérés, du plus ressemblant au moins. */
const classerTermes = (traits: ReadonlyMap<string, number>, index: IndexQuestions, reglage: Reglage): Classe[] => {
  const poids = new Map([...traits].map(([trait, nombre]) => [trait, Math.min(1, nombre) * index.mots.idf(trait)]));
  const total = [...poids.values()].reduce((somme, valeur) => somme + valeur, 0);
  if (total === 0) return [];
  const parMots = index.mots.comparer(traits);
  const parLettres = index.lettres.comparer(compterTraits(decouperEnLettres([...traits.keys()])));
  const meilleur = new Float64Array(index.sujets.length);
  for (let phrase = 0; phrase < parMots.length; phrase += 1) {
    const sujet = index.sujetDe[phrase] ?? 0;
    const score = reglage.mots * (parMots[phrase] ?? 0) + reglage.lettres * (parLettres[phrase] ?? 0);
    if (score > (meilleur[sujet] ?? 0)) meilleur[sujet] = score;
  }
  return index.sujets
    .map(({ id, exterieur, termes, noyau }, rang) => {
      let couverts = 0;
      for (const [trait, valeur] of poids) if (termes.has(trait)) couverts += valeur;
      const horsNoyau = noyau.size > 0 && ![...noyau].some((terme) => traits.has(terme));
      const score = (meilleur[rang] ?? 0) + reglage.couverture * (couverts / total);
      return { id, exterieur, score: horsNoyau ? score - reglage.sansNoyau : score };
    })
    .sort((a, b) => b.score - a.score);
};

/** Phrases d'un message ; la question d'un long courriel est l'une d'elles. */
export const decouperEnPhrases = (texte: string): string[] => {
  const phrases = texte
    .split(/(?<=[?!])\s+|(?<=[.;])\s+(?=\p{Lu})|\n+/u)
    .map((phrase) => phrase.trim())
    .filter((phrase) => phrase !== '');
  return phrases.length > 1 ? phrases : [texte];
};

const TERMES_LISIBLES = 24;

/** Classe les sujets pour un message : entier s'il est court, sinon par sa phrase la plus parlante. */
export const classer = (texte: string, index: IndexQuestions, reglage = REGLAGE): Classe[] => {
  const phrases = decouperEnPhrases(texte);
  const lues = phrases.map((phrase) => corriger(extraireTermes(phrase, index.lexique), index.vocabulaire));
  const entier = lues.flat();
  const essais = phrases.length > 1 && entier.length <= TERMES_LISIBLES ? [entier, ...lues] : lues;
  const classements = essais
    .filter((termes) => termes.length > 0)
    .map((termes) => classerTermes(compterTraits(termes), index, reglage));
  return classements.reduce<Classe[]>(
    (retenu, autre) => ((autre[0]?.score ?? 0) > (retenu[0]?.score ?? 0) ? autre : retenu),
    [],
  );
};

/** Poids du sujet d'avant devant ceux des mots de la suite. */
const POIDS_SUJET = 0.5;
const PARENTE = 0.08;

/** Classe une suite elliptique : ses mots, plus ceux de la fiche dont on parlait, à moindre poids. */
export const classerAvecSujet = (texte: string, sujet: string, index: IndexQuestions, reglage = REGLAGE): Classe[] => {
  const fiche = index.fiches.get(sujet);
  if (!fiche) return classer(texte, index, reglage);
  const propres = corriger(extraireTermes(texte, index.lexique), index.vocabulaire);
  if (propres.length === 0) return [];
  const traits = compterTraits(propres);
  for (const terme of extraireTermes(fiche.titre, index.lexique))
    if (!traits.has(terme)) traits.set(terme, POIDS_SUJET);
  const parents = new Set([...fiche.liees, sujet]);
  return classerTermes(traits, index, reglage)
    .map((classe) => (parents.has(classe.id) ? { ...classe, score: classe.score + PARENTE } : classe))
    .sort((a, b) => b.score - a.score);
};

/** Décide : sûre, hésitante entre deux ou trois fiches, ou aucune. */
export const decider = (classement: readonly Classe[], reglage = REGLAGE): LectureQuestion => {
  const [premier] = classement;
  if (!premier || premier.exterieur || premier.score < reglage.hesitante)
    return { certitude: 'aucune', score: premier?.exterieur ? 0 : (premier?.score ?? 0) };
  const fiches = classement.filter(({ exterieur }) => !exterieur);
  const suivante = fiches[1]?.score ?? 0;
  const voisines = fiches.slice(1, 4).map(({ id }) => id);
  if (premier.score >= reglage.sure && premier.score - suivante >= reglage.ecart)
    return { certitude: 'sure', fiche: premier.id, score: premier.score, voisines };
  if (premier.score >= reglage.sure + 0.1)
    return { certitude: 'sure', fiche: premier.id, score: premier.score, voisines };
  return { certitude: 'hesitante', fiches: fiches.slice(0, 3).map(({ id }) => id), score: premier.score };
};
