import type { Fiche } from '../../domain/droit.ts';
import type { IndexQuestions } from '../classement.ts';
import type { IndexLexique } from '../termes.ts';
import { Modele } from './modele.ts';

/** Index appris, sous une forme qui s'écrit en JSON ; la table des poids est à part, en binaire. */
export interface IndexRange {
  readonly sujets: IndexQuestions['sujets'];
  readonly traits: readonly string[];
  readonly idf: readonly number[];
  readonly idfInconnu: number;
  readonly connus: readonly string[];
  readonly parCle: readonly (readonly [string, readonly string[]])[];
  readonly notres: readonly string[];
  readonly frontiere: { readonly poids: readonly number[]; readonly biais: number };
}

/** Prépare l'index pour le disque. */
export const rangerIndex = (index: IndexQuestions): { readonly range: IndexRange; readonly poids: Float32Array } => {
  const { traits, idf, idfInconnu, poids } = index.modele.appris;
  return {
    range: {
      sujets: index.sujets,
      traits,
      idf: [...idf],
      idfInconnu,
      connus: [...index.vocabulaire.connus],
      parCle: [...index.vocabulaire.parCle],
      notres: [...index.notres],
      frontiere: { poids: [...index.frontiere.poids], biais: index.frontiere.biais },
    },
    poids,
  };
};

/** Rouvre un index rangé ; rien n'est réappris. */
export const rouvrirIndex = (
  { range, poids }: { readonly range: IndexRange; readonly poids: Float32Array },
  fiches: ReadonlyMap<string, Fiche>,
  lexique: IndexLexique,
): IndexQuestions => ({
  sujets: range.sujets,
  modele: new Modele({
    traits: range.traits,
    idf: Float32Array.from(range.idf),
    idfInconnu: range.idfInconnu,
    poids,
    nombre: range.sujets.length,
  }),
  lexique,
  vocabulaire: { connus: new Set(range.connus), parCle: new Map(range.parCle) },
  notres: new Set(range.notres),
  frontiere: { poids: Float32Array.from(range.frontiere.poids), biais: range.frontiere.biais },
  fiches,
});
