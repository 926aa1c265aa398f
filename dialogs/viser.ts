import type { Comprehension } from '../src/domain/comprehension.ts';
import { lireCalcul } from '../src/domain/droit/calcul.ts';
import { lireDemandeDetail } from '../src/domain/droit/demande.ts';
import { type Compte, peutDeclarer } from '../src/domain/roles.ts';
import type { Memoire } from './kit/conversation.ts';

interface Vu {
  readonly texte: string;
  readonly memoire: Memoire;
  readonly compte: Compte;
}

/** Ce que la lecture seule ne sait pas : ce dont on parlait, et qui parle. */
export const viser = (lecture: Comprehension, vu: Vu): Comprehension => {
  if (demandeDetail(lecture, vu)) return { ...lecture, intention: 'question-juridique' };
  if (lireCalcul(vu.texte) !== null) return { ...lecture, intention: 'calculer-heures' };
  // « annule », de qui ne peut rien déclarer : il n'y a rien à annuler, et aucun droit à réclamer.
  const vide = lecture.ordre === 'abandonner' || lecture.ordre === 'defaire';
  return lecture.intention === 'declarer-heures' && vide && !peutDeclarer(vu.compte)
    ? { ...lecture, intention: 'accueil' }
    : lecture;
};

/** « En savoir plus », « plus de détails » ; « la suite », juste après une réponse de droit. */
const demandeDetail = ({ ordre }: Comprehension, { texte, memoire: { sujet, fiche } }: Vu): boolean =>
  lireDemandeDetail(texte) !== null || (ordre === 'suite' && sujet === 'question-juridique' && fiche !== null);
