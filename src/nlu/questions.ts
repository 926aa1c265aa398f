import type { LectureQuestion } from '../domain/droit.ts';
import { type Classement, classerTraits, type IndexQuestions, lireTraits, type Nuances } from './classement.ts';
import { decider, estimerSuite } from './questions/decision.ts';
import { garderDuSujet, lireEllipse, parente } from './questions/suites.ts';
import { estMot, extraireTraits, type Traits } from './termes.ts';

/** Poids des mots du sujet d'avant devant ceux de la suite. */
const POIDS_SUJET = 0.45;
/** Ce que la parenté avec le sujet d'avant ajoute au score d'une fiche. */
const PARENTES = { 'elle-meme': -1.2, liee: 1.2, famille: 0.8, etrangere: 0, exterieur: -1.5 } as const;
/** Assez d'assurance pour qu'un message court se passe du sujet d'avant. */
const ASSURANCE = 0.6;
/** Un message de mots inconnus ne devient pas une question parce qu'on parlait d'un sujet. */
const ETRANGETE = 0.7;

/** Un mot, un article, ou deux anciens articles (« 14 + 53 ») : sans eux, rien n'est demandé. */
const LISIBLE = /\p{L}{2}|\d{4}-\d|\d ?[+/] ?\d/u;

/** Reconnaît la question ; une suite elliptique emprunte le sujet dont on parlait. */
export const chercherQuestion = (texte: string, sujet: string | null, index: IndexQuestions): LectureQuestion => {
  const titre = titreExact(texte, index);
  if (titre !== null) return { certitude: 'sure', fiche: titre, score: 1, voisines: [] };
  if (!LISIBLE.test(texte)) return { certitude: 'aucune', score: 0 };
  const propres = lireTraits(texte, index);
  const seule = classerTraits(propres, index);
  const lue = decider(seule, index);
  const ellipse = sujet === null ? 'non' : lireEllipse(texte);
  if (sujet === null || ellipse === 'non' || seule.inconnus >= ETRANGETE) return lue;
  if (ellipse === 'possible' && lue.certitude === 'sure' && seuleSuffit(seule, propres)) return lue;
  if (ellipse === 'faible' && (lue.certitude !== 'aucune' || lue.exterieur !== undefined)) return lue;
  const ensemble = classerAvecSujet(propres, sujet, index);
  if (ensemble === null) return lue;
  const suite = decider(ensemble, index, estimerSuite(ensemble, seule, ellipse));
  if (suite.certitude !== 'aucune') return suite;
  return lue.certitude === 'aucune' && lue.exterieur === undefined && ellipse !== 'faible'
    ? rester(propres, sujet, { index, lue })
    : lue;
};

/** Un mot propre d'une relance doit être assez rare pour désigner une fiche. */
const RARETE = 0.5;

/**
 * Une relance qu'aucune fiche ne reconnaît d'elle-même : parmi celles qui touchent au sujet, la première
 * dont tout le texte, développement compris, emploie ses mots (« un juge peut les réduire ? »).
 */
const rester = (
  propres: Traits,
  sujet: string,
  { index, lue }: { readonly index: IndexQuestions; readonly lue: LectureQuestion },
): LectureQuestion => {
  const fiche = index.fiches.get(sujet);
  if (fiche === undefined) return lue;
  const mots = [...propres.keys()].filter(estMot);
  const poids = new Map(mots.map((mot) => [mot, index.modele.idf(mot)]));
  const total = [...poids.values()].reduce((somme, valeur) => somme + valeur, 0);
  const proches = [...index.fiches.values()].filter(({ id }) => parente(id, fiche) !== 'etrangere');
  const notees = proches.map((proche) => {
    const dits = extraireTraits([proche.titre, proche.reponse, proche.detail].join(' '), index.lexique);
    const communs = [...poids].reduce((somme, [mot, valeur]) => somme + (dits.has(mot) ? valeur : 0), 0);
    return { id: proche.id, part: total === 0 ? 0 : communs / total };
  });
  const [premiere] = notees.toSorted((a, b) => b.part - a.part);
  return premiere !== undefined && premiere.part >= RARETE
    ? { certitude: 'sure', fiche: premiere.id, score: premiere.part, voisines: [] }
    : lue;
};

const seuleSuffit = ({ classes }: Classement, propres: Traits): boolean =>
  (classes[0]?.score ?? 0) > ASSURANCE && [...propres.keys()].filter(estMot).length >= 3;

const classerAvecSujet = (propres: Traits, sujet: string, index: IndexQuestions): Classement | null => {
  const fiche = index.fiches.get(sujet);
  if (fiche === undefined) return null;
  const traits: Traits = new Map(propres);
  for (const [trait, poids] of garderDuSujet(extraireTraits(fiche.titre, index.lexique), propres))
    if (!traits.has(trait) && estMot(trait)) traits.set(trait, poids * POIDS_SUJET);
  const nuances: Nuances = (id) => PARENTES[id === null ? 'exterieur' : parente(id, fiche)];
  return classerTraits(traits, index, nuances);
};

/** Un bouton renvoie le titre de la fiche tel quel. */
const titreExact = (texte: string, { fiches }: IndexQuestions): string | null => {
  const nu = texte.trim();
  for (const fiche of fiches.values()) if (fiche.titre === nu && fiche.statut === 'publiee') return fiche.id;
  return null;
};
