import type { Fiche } from '../domain/droit.ts';
import { construireVocabulaire, corrigerMot, type Vocabulaire } from './fautes.ts';
import { reecrire } from './questions/ecritures.ts';
import { apprendreFrontiere, type ExempleFrontiere, type Frontiere, situer } from './questions/frontiere.ts';
import { exposer, Modele } from './questions/modele.ts';
import { peserPhrases } from './questions/phrases.ts';
import { estMot, extraireTraits, type IndexLexique, type Traits } from './termes.ts';

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
  /** Côté de la frontière où tombe le message, tous sujets confondus : positif chez nous. */
  readonly frontiere: number;
  /** Part du message que personne n'emploie, ni nos formulations ni les sujets extérieurs. */
  readonly inconnus: number;
  /** Part du message que seuls les sujets extérieurs emploient. */
  readonly ailleurs: number;
  /** Nombre de mots pleins, pesés. */
  readonly longueur: number;
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
  /** Mots que les fiches emploient. */
  readonly notres: ReadonlySet<string>;
  readonly frontiere: Frontiere;
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
  const exemples: ExempleFrontiere[] = entrees.flatMap(({ textes, exterieur }, classe) =>
    textes.map(({ texte, poids }) => ({ classe, dedans: !exterieur, poids, traits: extraireTraits(texte, lexique) })),
  );
  const modele = Modele.apprendre(exemples, entrees.length);
  const motsDe = (textes: readonly string[]) => textes.flatMap((texte) => reecrire(texte).mots);
  return {
    sujets: entrees.map(({ id, exterieur }) => ({ id, exterieur })),
    modele,
    frontiere: apprendreFrontiere(exemples, modele),
    lexique,
    vocabulaire: construireVocabulaire(
      motsDe(entrees.flatMap(({ textes }) => textes.filter(({ poids }) => poids === 1).map(({ texte }) => texte))),
      motsDe(publiees.map(({ reponse }) => reponse)),
    ),
    notres: new Set(exemples.flatMap(({ dedans, traits }) => (dedans ? [...traits.keys()].filter(estMot) : []))),
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
  const vecteur = index.modele.vecteur(traits);
  const scores = index.modele.noter(vecteur);
  if (nuances)
    index.sujets.forEach(({ id, exterieur }, rang) => {
      scores[rang] = (scores[rang] ?? 0) + (exterieur ? nuances(null) : nuances(id));
    });
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
    frontiere: situer(vecteur, index.frontiere),
    ...compterMots(traits, index),
  };
};

const compterMots = (
  traits: Traits,
  { modele, notres }: IndexQuestions,
): Pick<Classement, 'inconnus' | 'ailleurs' | 'longueur'> => {
  let [inconnus, ailleurs, longueur] = [0, 0, 0];
  for (const [trait, poids] of traits) {
    if (!estMot(trait)) continue;
    longueur += poids;
    if (notres.has(trait)) continue;
    if (modele.connait(trait)) ailleurs += poids;
    else inconnus += poids;
  }
  const total = longueur || 1;
  return { inconnus: inconnus / total, ailleurs: ailleurs / total, longueur };
};

/** Classe les sujets d'un message lu seul. */
export const classer = (texte: string, index: IndexQuestions): Classement =>
  classerTraits(lireTraits(texte, index), index);
