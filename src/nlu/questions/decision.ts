import type { Fiche, LectureQuestion } from '../../domain/droit.ts';
import type { Classe, Classement, IndexQuestions } from '../classement.ts';

/**
 * Poids de la décision « c'est notre sujet », ajustés par régression logistique sur le lot de réglage
 * de test/relevance : assurance du modèle, part de mots connus, ancrage dans le métier.
 */
const DEDANS = { biais: -8.7, assurance: 1.23, couverture: 4.92, exterieur: -2.46, ancre: 1.04 };
/** `ancre` : sans un seul mot propre au métier, on se tait ; `sure` et `ecart` départagent la première fiche de la deuxième. */
const SEUILS = { dedans: 0.5, ancre: 0.5, sure: 0.12, ecart: 1.3, porte: 0.5 };

/** Probabilité qu'une fiche réponde au message. */
export const estimerDedans = ({ classes, dedans, couverture, ancre }: Classement): number => {
  const cote = Math.log((dedans + 1e-3) / (1 - dedans + 1e-3));
  const somme =
    DEDANS.biais +
    DEDANS.assurance * cote +
    DEDANS.couverture * couverture +
    DEDANS.ancre * ancre +
    (classes[0]?.exterieur ? DEDANS.exterieur : 0);
  return 1 / (1 + Math.exp(-somme));
};

/** Décide : sûre, hésitante entre deux ou trois fiches, ou aucune. */
export const decider = (classement: Classement, { fiches }: Pick<IndexQuestions, 'fiches'>): LectureQuestion => {
  const dedans = estimerDedans(classement);
  const candidates = classement.classes.filter(({ exterieur }) => !exterieur);
  const [premiere, ...suivantes] = candidates;
  if (!premiere || dedans < SEUILS.dedans || classement.ancre < SEUILS.ancre) return seTaire(classement, dedans);
  const voisines = suivantes.slice(0, 3).map(({ id }) => id);
  if (tranche(premiere, suivantes[0], fiches))
    return { certitude: 'sure', fiche: premiere.id, score: dedans, voisines };
  return { certitude: 'hesitante', fiches: candidates.slice(0, 3).map(({ id }) => id), score: dedans };
};

/** Le sujet extérieur n'est nommé que s'il est vraiment reconnu : une mauvaise porte égare. */
const seTaire = ({ classes: [premiere] }: Classement, dedans: number): LectureQuestion =>
  premiere?.exterieur && premiere.score >= SEUILS.porte
    ? { certitude: 'aucune', score: dedans, exterieur: premiere.id }
    : { certitude: 'aucune', score: dedans };

/** Entre deux fiches voisines on répond de la première : elles citent les mêmes articles. */
const tranche = (premiere: Classe, deuxieme: Classe | undefined, fiches: ReadonlyMap<string, Fiche>): boolean => {
  if (!deuxieme || premiere.score >= SEUILS.sure) return true;
  if (premiere.score >= SEUILS.ecart * deuxieme.score) return true;
  return voisines(premiere.id, deuxieme.id, fiches);
};

const voisines = (a: string, b: string, fiches: ReadonlyMap<string, Fiche>): boolean =>
  a.split('-')[0] === b.split('-')[0] ||
  (fiches.get(a)?.liees.includes(b) ?? false) ||
  (fiches.get(b)?.liees.includes(a) ?? false);
