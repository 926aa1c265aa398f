import { z } from 'zod';
import type { LectureQuestion } from './droit.ts';

/** Ce qu'une personne veut ; une conversation de `dialogs/` par intention. */
export const Intention = z.enum([
  'accueil',
  'question-juridique',
  'calculer-heures',
  'trouver-facilitateur',
  'etat-territoire',
  'tenir-annuaire',
  'chercher-marches',
  'alertes',
  'declarer-heures',
  'suivre-indicateurs',
  'suivre-parcours',
  'compte',
  'donnees-personnelles',
]);
export type Intention = z.infer<typeof Intention>;

export type Politesse = 'bonjour' | 'merci' | 'au-revoir' | 'aide';

/** Ordres qui valent partout. `defaire` vise la dernière saisie enregistrée, `abandonner` ce qui est en cours. */
export type Ordre = 'abandonner' | 'defaire' | 'suite';

/** Lecture d'un message, avant toute conversation. */
export interface Comprehension {
  readonly intention: Intention;
  /** De 0 à 1. */
  readonly score: number;
  readonly politesse: Politesse | null;
  readonly ordre: Ordre | null;
  /** « oui », « c'est bon », « je valide » ; une réserve (« oui mais… ») n'est pas un oui. */
  readonly confirmation: 'oui' | 'non' | null;
  readonly question: LectureQuestion;
  /** Quels chiffres on demande : les siens, les chiffres clés, ou un total à préciser. */
  readonly chiffres: 'siens' | 'cles' | 'total' | null;
  /** Vrai si l'on demande les questions restées sans réponse. */
  readonly veille: boolean;
  /** Conversion demandée entre heures et équivalents temps plein. */
  readonly etp: { readonly heures: number } | { readonly etp: number } | null;
  /** Le lieu que le message nomme sans hésitation (« commune:59350 »), ou null. */
  readonly lieu: string | null;
  /** De 0 à 1 : le message déclare-t-il des heures ? */
  readonly heures: number;
}
