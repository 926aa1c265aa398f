import { z } from 'zod';
import type { LectureQuestion } from './droit.ts';

/** Ce qu'une personne veut ; une conversation de `dialogs/` par intention. */
export const Intention = z.enum([
  'accueil',
  'question-juridique',
  'calculer-heures',
  'trouver-facilitateur',
  'chercher-marches',
  'declarer-heures',
  'suivre-indicateurs',
  'compte',
]);
export type Intention = z.infer<typeof Intention>;

export type Politesse = 'bonjour' | 'merci' | 'au-revoir' | 'aide';

/** Lecture d'un message hors de tout formulaire. */
export interface Comprehension {
  readonly intention: Intention;
  /** De 0 à 1. */
  readonly score: number;
  readonly politesse: Politesse | null;
  readonly question: LectureQuestion;
  /** De 0 à 1 : le message déclare-t-il des heures ? */
  readonly heures: number;
}
