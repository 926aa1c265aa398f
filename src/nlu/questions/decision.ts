import type { Fiche, LectureQuestion } from '../../domain/droit.ts';
import type { Classe, Classement, IndexQuestions } from '../classement.ts';

/**
 * Poids de la décision « c'est notre sujet », ajustés par régression logistique sur le lot de réglage de
 * test/relevance : assurance du modèle, côté de la frontière, mots inconnus, mots d'ailleurs, longueur,
 * avantage de la première fiche sur le premier sujet extérieur.
 */
const DEDANS = {
  biais: -6.4,
  assurance: 0.48,
  frontiere: 1.99,
  inconnus: -3.35,
  ailleurs: 0.29,
  longueur: 2.63,
  avantage: 0.81,
};
/** Au-delà, un message n'est pas plus sûr d'être long. */
const MOTS = 12;
/** `sure` et `ecart` départagent la première fiche de la deuxième. */
const SEUILS = { dedans: 0.5, sure: 0.05, ecart: 1.05, porte: 0.5 };

/** Ce que la décision pèse, dans l'ordre des poids qui suivent le biais. */
export const indicesDedans = ({ classes, dedans, frontiere, inconnus, ailleurs, longueur }: Classement) => ({
  assurance: Math.log((dedans + 1e-3) / (1 - dedans + 1e-3)),
  frontiere,
  inconnus,
  ailleurs,
  longueur: Math.min(longueur, MOTS) / MOTS,
  avantage: Math.log(meilleur(classes, false) / meilleur(classes, true)),
});

const meilleur = (classes: readonly Classe[], exterieur: boolean): number =>
  (classes.find((classe) => classe.exterieur === exterieur)?.score ?? 0) + 1e-3;

/** Probabilité qu'une fiche réponde au message. */
export const estimerDedans = (classement: Classement): number => {
  const indices = indicesDedans(classement);
  const somme =
    DEDANS.biais +
    DEDANS.assurance * indices.assurance +
    DEDANS.frontiere * indices.frontiere +
    DEDANS.inconnus * indices.inconnus +
    DEDANS.ailleurs * indices.ailleurs +
    DEDANS.longueur * indices.longueur +
    DEDANS.avantage * indices.avantage;
  return 1 / (1 + Math.exp(-somme));
};

/** De même pour une suite, ajustés sur des relances et des messages d'ailleurs dits après une question de droit. */
const SUITE = {
  biais: -4.5,
  assurance: 1.47,
  inconnus: -1.53,
  ailleurs: -2.51,
  longueur: -0.98,
  ellipse: { franche: 2.89, possible: 0, faible: -2.83 },
} as const;

/** Probabilité qu'un message soit la suite d'une question ; `ensemble` : le message avec le sujet dont on parlait. */
export const estimerSuite = (ensemble: Classement, seule: Classement, ellipse: keyof typeof SUITE.ellipse): number => {
  const { inconnus, ailleurs, longueur } = indicesDedans(seule);
  const somme =
    SUITE.biais +
    SUITE.ellipse[ellipse] +
    SUITE.assurance * indicesDedans(ensemble).assurance +
    SUITE.inconnus * inconnus +
    SUITE.ailleurs * ailleurs +
    SUITE.longueur * longueur;
  return 1 / (1 + Math.exp(-somme));
};

/** Décide : sûre, hésitante entre deux ou trois fiches, ou aucune. */
export const decider = (
  classement: Classement,
  { fiches }: Pick<IndexQuestions, 'fiches'>,
  dedans = estimerDedans(classement),
): LectureQuestion => {
  const candidates = classement.classes.filter(({ exterieur }) => !exterieur);
  const [premiere, ...suivantes] = candidates;
  if (!premiere || dedans < SEUILS.dedans) return seTaire(classement, dedans);
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
