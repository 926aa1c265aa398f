import { lireSituation } from '../../src/domain/droit/situation.ts';
import type { LectureQuestion } from '../../src/domain/droit.ts';
import { aplatir } from '../../src/domain/references.ts';
import type { Tour } from '../kit/conversation.ts';
import { estConcernee } from './obligation.ts';

/** Une date ou un montant dits dans la question lèvent parfois le doute. */
export const preciser = (tour: Tour, texte: string, question: LectureQuestion): LectureQuestion => {
  const sansDate = sansEpoque(tour, texte);
  if (sansDate?.certitude === 'sure' && (question.certitude !== 'sure' || saitAutrefois(tour, sansDate.fiche)))
    return sansDate;
  if (question.certitude !== 'hesitante' || lireSituation(texte).montant === null) return question;
  const [fiche, ...voisines] = question.fiches;
  if (fiche === undefined || !estConcernee(fiche)) return question;
  return { certitude: 'sure', fiche, score: question.score, voisines };
};

/**
 * « C'est quoi une avance ? » : le mot demandé n'est pas au lexique. Une fiche qui ne l'emploie jamais
 * dans ses formulations ne répond pas.
 */
export const exigerLeMot = ({ services }: Tour, demande: string, question: LectureQuestion): LectureQuestion => {
  const mots = aplatir(demande)
    .split(/[^a-z0-9]+/)
    .filter((mot) => mot.length > 2);
  const emploie = (id: string): boolean => {
    const fiche = services.droit.fiche(id);
    const dit = aplatir([fiche?.titre ?? '', ...(fiche?.phrases ?? [])].join(' '));
    return mots.length === 0 || mots.some((mot) => dit.includes(mot.slice(0, RACINE)));
  };
  if (question.certitude === 'aucune') return question;
  if (question.certitude === 'sure') return emploie(question.fiche) ? question : { certitude: 'aucune', score: 0 };
  const fiches = question.fiches.filter(emploie);
  return fiches.length === 0 ? { certitude: 'aucune', score: 0 } : { ...question, fiches };
};

const RACINE = 6;

const saitAutrefois = ({ services }: Tour, id: string): boolean =>
  (services.droit.fiche(id)?.autrefois.length ?? 0) > 0;

const sansEpoque = ({ services, aujourdhui, memoire }: Tour, texte: string): LectureQuestion | null => {
  if (services.droit.lireEpoque(texte, aujourdhui) === null) return null;
  const reste = texte.replace(DATE, ' ').replace(/\s+/g, ' ').trim();
  return reste === '' ? null : services.droit.chercher(reste, memoire.fiche);
};

const DATE =
  /(?:\b(?:en|au|avant|fin|d[ée]but|courant|le|de|pendant l'ann[ée]e)\s+)?(?:\d{1,2}(?:er)?\s+)?(?:janvier|f[ée]vrier|mars|avril|mai|juin|juillet|ao[uû]t|septembre|octobre|novembre|d[ée]cembre)?\s*\b(?:19|20)\d\d\b(?!-\d)|\b(?:le |au )?\d{1,2}\/\d{1,2}\/\d{2,4}\b/giu;
