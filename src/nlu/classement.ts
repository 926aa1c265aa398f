import type { Fiche } from '../domain/droit.ts';
import { construireVocabulaire, corrigerMot, type Vocabulaire } from './fautes.ts';
import { reecrire } from './questions/ecritures.ts';
import { type Exemple, exposer, Modele } from './questions/modele.ts';
import { peserPhrases } from './questions/phrases.ts';
import { extraireTraits, type IndexLexique, type Traits } from './termes.ts';

/** Un sujet qui n'est pas le nôtre, et comment les gens en parlent (`knowledge/hors-domaine.yaml`). */
export interface SujetExterieur {
  readonly id: string;
  readonly phrases: readonly string[];
}

/** Un sujet classé : fiche, ou sujet extérieur. */
export interface Classe {
  readonly id: string;
  readonly exterieur: boolean;
  /** Probabilité, de 0 à 1. */
  readonly score: number;
}

/** Sujets possibles d'un message, du plus probable au moins. */
export interface Classement {
  readonly classes: readonly Classe[];
  /** Probabilité que le message soit l'affaire d'une fiche, quelle qu'elle soit. */
  readonly dedans: number;
  /** Part du message, en rareté de mots, que nos formulations emploient. */
  readonly couverture: number;
  /** Force brute du premier sujet, avant softmax. */
  readonly force: number;
  /** Le mot du message le plus propre à notre métier, en logarithme de vraisemblance. */
  readonly ancre: number;
}

/** Ce qui s'ajoute au score d'une fiche avant softmax ; `null` pour un sujet extérieur. */
export type Nuances = (fiche: string | null) => number;

interface Sujet {
  readonly id: string;
  readonly exterieur: boolean;
}

/** Tout ce qu'il faut pour reconnaître une question. */
export interface IndexQuestions {
  readonly sujets: readonly Sujet[];
  readonly modele: Modele;
  readonly lexique: IndexLexique;
  readonly vocabulaire: Vocabulaire;
  /** Traits que les formulations des fiches emploient. */
  readonly notres: ReadonlySet<string>;
  /** Ancrage de chaque trait : logarithme de sa vraisemblance chez nous plutôt qu'ailleurs. */
  readonly ancres: ReadonlyMap<string, number>;
  readonly fiches: ReadonlyMap<string, Fiche>;
}

/** Poids d'une phrase de réponse devant une formulation : elle apprend des mots, pas des façons de demander. */
const POIDS_REPONSE = 0.6;

export const construireIndex = (
  fiches: ReadonlyMap<string, Fiche>,
  exterieurs: readonly SujetExterieur[],
  lexique: IndexLexique,
): IndexQuestions => {
  const publiees = [...fiches.values()].filter(({ statut }) => statut === 'publiee');
  const entrees = [
    ...publiees.map(({ id, titre, phrases, reponse }) => ({
      id,
      exterieur: false,
      textes: [
        ...[titre, ...phrases].map((texte) => ({ texte, poids: 1 })),
        ...phrasesDe(reponse).map((texte) => ({ texte, poids: POIDS_REPONSE })),
      ],
    })),
    ...exterieurs.map(({ id, phrases }) => ({
      id,
      exterieur: true,
      textes: phrases.map((texte) => ({ texte, poids: 1 })),
    })),
  ];
  const exemples: Exemple[] = [];
  const notres = new Set<string>();
  const dedans = new Map<string, number>();
  const dehors = new Map<string, number>();
  entrees.forEach(({ textes, exterieur }, classe) => {
    for (const { texte, poids } of textes) {
      const traits = extraireTraits(texte, lexique);
      exemples.push({ classe, traits, poids });
      if (poids < 1) continue;
      const nombres = exterieur ? dehors : dedans;
      for (const trait of traits.keys()) nombres.set(trait, (nombres.get(trait) ?? 0) + 1);
      if (!exterieur) for (const trait of traits.keys()) notres.add(trait);
    }
  });
  const motsDe = (textes: readonly string[]) => textes.flatMap((texte) => reecrire(texte).mots);
  return {
    sujets: entrees.map(({ id, exterieur }) => ({ id, exterieur })),
    modele: Modele.apprendre(exemples, entrees.length),
    lexique,
    vocabulaire: construireVocabulaire(
      motsDe(entrees.flatMap(({ textes }) => textes.filter(({ poids }) => poids === 1).map(({ texte }) => texte))),
      motsDe(publiees.map(({ reponse }) => reponse)),
    ),
    notres,
    ancres: new Map(
      [...dedans].map(([trait, nombre]) => [trait, Math.log((nombre + 0.5) / (2 * (dehors.get(trait) ?? 0) + 1.5))]),
    ),
    fiches,
  };
};

const phrasesDe = (reponse: string): string[] =>
  reponse.split(/(?<=[.!?;:])\s+/).filter((phrase) => phrase.length > 25);

/** Traits d'un message : la question pèse plus que ce qui l'entoure, les fautes sont corrigées. */
export const lireTraits = (texte: string, { lexique, vocabulaire }: IndexQuestions): Traits => {
  const tous: Traits = new Map();
  for (const morceau of peserPhrases(texte))
    for (const [trait, poids] of extraireTraits(morceau.texte, lexique, (mot) => corrigerMot(mot, vocabulaire)))
      tous.set(trait, Math.max(tous.get(trait) ?? 0, poids * morceau.poids));
  return tous;
};

const RETENUS = 12;

/** Classe les sujets pour des traits donnés. */
export const classerTraits = (traits: Traits, index: IndexQuestions, nuances: Nuances | null = null): Classement => {
  const scores = index.modele.noter(traits);
  if (nuances)
    index.sujets.forEach(({ id, exterieur }, rang) => {
      scores[rang] = (scores[rang] ?? 0) + (exterieur ? nuances(null) : nuances(id));
    });
  let force = 0;
  for (const score of scores) force = Math.max(force, score);
  const somme = exposer(scores);
  let dedans = 0;
  const classes = index.sujets.map(({ id, exterieur }, rang) => {
    const score = (scores[rang] ?? 0) / somme;
    if (!exterieur) dedans += score;
    return { id, exterieur, score };
  });
  return {
    classes: classes.sort((a, b) => b.score - a.score).slice(0, RETENUS),
    dedans,
    couverture: couvrir(traits, index),
    force,
    ancre: ancrer(traits, index),
  };
};

const couvrir = (traits: Traits, { modele, notres }: IndexQuestions): number => {
  let connus = 0;
  let total = 0;
  for (const [trait, poids] of traits) {
    if (/\+|^#[a-z]/.test(trait)) continue;
    const valeur = poids * modele.idf(trait);
    total += valeur;
    if (notres.has(trait)) connus += valeur;
  }
  return total === 0 ? 0 : connus / total;
};

const ancrer = (traits: Traits, { ancres }: IndexQuestions): number => {
  let haut = 0;
  for (const [trait, poids] of traits)
    if (!/\+|^#[a-z]|^\d/.test(trait) && poids > 0.3) haut = Math.max(haut, ancres.get(trait) ?? 0);
  return haut;
};

/** Classe les sujets d'un message lu seul. */
export const classer = (texte: string, index: IndexQuestions): Classement =>
  classerTraits(lireTraits(texte, index), index);
