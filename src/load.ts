import { loadCompile } from './compile.ts';
import { loadAnnuaire } from './content/annuaire.ts';
import type { Contenu } from './content/contenu.ts';
import { type ContentProblem, formatProblems } from './content/problems.ts';
import { fichierReference } from './content/reference.ts';
import { nomRegion } from './content/regions.ts';
import { loadNomsUsuels } from './content/surnoms.ts';
import { loadTerritoire } from './content/territoire.ts';
import type { Territoire } from './domain/territoire-index.ts';
import { construireIndexLieux } from './nlu/lieux/index-lieux.ts';
import type { Ressources } from './services/build.ts';
import type { Store } from './store/port.ts';

/** Contenu fautif : on refuse de démarrer, toutes les fautes dites. */
export class ContentError extends Error {
  constructor(problems: readonly ContentProblem[]) {
    super(`Le contenu a ${problems.length} faute(s) à corriger avant de démarrer :\n${formatProblems(problems)}`);
  }
}

/**
 * Charge et indexe tout ce que Clausette sait.
 * @param racine dossier du projet
 * @throws ContentError si une fiche, une source ou l'annuaire est fautif
 */
export const loadRessources = (racine: string, region: string, store: Store): Ressources => {
  const { contenu, problems: fautes, questions, ranger } = loadCompile(racine);
  const { knowledge, exterieurs, portes } = contenu;
  const territoire = loadTerritoire(region);
  const annuaire = lireAnnuaireLivre(racine, territoire);
  const surnoms = fichierReference(racine, region, 'surnoms-territoires.yaml');
  const usuels =
    surnoms === null ? { usuels: { surnoms: [], dehors: [] }, problems: [] } : loadNomsUsuels(surnoms, territoire);
  const problems = [...fautes, ...annuaire.problems, ...usuels.problems];
  if (problems.length > 0) throw new ContentError(problems);
  return {
    store,
    knowledge,
    portes: createPortes(exterieurs, portes),
    questions,
    ranger,
    territoire,
    lieux: construireIndexLieux(territoire, usuels.usuels),
    annuaire: annuaire.structures,
    region: nomRegion(region),
  };
};

/** L'annuaire livré pour une région ; vide quand elle n'a pas le sien. */
export const lireAnnuaireLivre = (racine: string, territoire: Territoire): ReturnType<typeof loadAnnuaire> => {
  const fichier = fichierReference(racine, territoire.region, 'facilitateurs.json');
  return fichier === null ? { structures: [], problems: [] } : loadAnnuaire(fichier, territoire);
};

/** La phrase qui mène ailleurs, pour un sujet qui n'est pas le nôtre. */
const createPortes =
  (exterieurs: Contenu['exterieurs'], portes: Contenu['portes']) =>
  (sujet: string | null): string | null => {
    const porte = exterieurs.find(({ id }) => id === sujet)?.porte ?? 'autre';
    return portes.get(porte) ?? null;
  };
