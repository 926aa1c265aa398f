import type { Comprehension } from '../src/domain/comprehension.ts';
import { lireCalcul } from '../src/domain/droit/calcul.ts';
import { lireDemandeDetail, lireSuiteArticle } from '../src/domain/droit/demande.ts';
import { lireRelance } from '../src/domain/droit/relance.ts';
import { type Compte, peutDeclarer } from '../src/domain/roles.ts';
import type { Memoire } from './kit/conversation.ts';

const ANCIENNE = /^ancien-(?:article|ordonnance)-/;
const ETP = 'etp-conversion-heures';
const HEURES =
  /^(?:et|donc|alors|ok|mais|du coup)\b.{0,20}?(\d[\d .\u00a0\u202f]*(?:,\d+)?) ?(?:(?:h|heures?)\b.{0,25})?\?/i;

interface Vu {
  readonly texte: string;
  readonly memoire: Memoire;
  readonly compte: Compte;
}

/** Ce que la lecture seule ne sait pas : ce dont on parlait, et qui parle. */
export const viser = (lecture: Comprehension, vu: Vu): Comprehension => {
  if (demandeDetail(lecture, vu) || relance(vu)) return { ...lecture, intention: 'question-juridique' };
  if (lireCalcul(vu.texte) !== null) return { ...lecture, intention: 'calculer-heures' };
  const heures = suiteEtp(vu);
  if (heures !== null) return { ...lecture, intention: 'calculer-heures', etp: { heures } };
  if (ANCIENNE.test(vu.memoire.fiche ?? '') && lireSuiteArticle(vu.texte) !== null)
    return { ...lecture, intention: 'question-juridique' };
  // « annule », de qui ne peut rien déclarer : il n'y a rien à annuler, et aucun droit à réclamer.
  const vide = lecture.ordre === 'abandonner' || lecture.ordre === 'defaire';
  return lecture.intention === 'declarer-heures' && vide && !peutDeclarer(vu.compte)
    ? { ...lecture, intention: 'accueil' }
    : lecture;
};

/** « En savoir plus », « plus de détails » ; « la suite », juste après une réponse de droit. */
const demandeDetail = ({ ordre }: Comprehension, { texte, memoire: { sujet, fiche } }: Vu): boolean =>
  lireDemandeDetail(texte) !== null || (ordre === 'suite' && sujet === 'question-juridique' && fiche !== null);

/** « Quel article ? », « depuis quand ? », juste après une réponse de droit. */
const relance = ({ texte, memoire: { sujet, fiche } }: Vu): boolean =>
  fiche !== null && (sujet === 'question-juridique' || sujet === 'calculer-heures') && lireRelance(texte) !== null;

/** « Donc 3 214 heures, ça fait ? », après une conversion en équivalents temps plein. */
const suiteEtp = ({ texte, memoire }: Vu): number | null => {
  const dit = memoire.fiche === ETP ? HEURES.exec(texte.trim())?.[1] : undefined;
  return dit === undefined ? null : Number(dit.replace(/[ .\u00a0\u202f]/g, '').replace(',', '.'));
};
