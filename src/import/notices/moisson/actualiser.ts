import { join } from 'node:path';
import type { Jour } from '../../../domain/dates.ts';
import type { Avis } from '../../../domain/marches.ts';
import { type BilanTache, EtatMoisson, moissonner } from './moissonner.ts';
import type { Reseau } from './page.ts';
import { ecrireJson, lireJson, type ResultatActualisation, rangerResultat } from './resultat.ts';
import { listerTaches, type Sources, type Tache } from './taches.ts';
import { prendreVerrou } from './verrou.ts';

export interface OptionsActualisation extends Reseau {
  readonly sources: Sources;
  readonly departements: readonly string[];
  readonly aujourdhui: Jour;
  /** Mois de contrats à relire en arrière. */
  readonly mois: number;
  /** Où se gardent l'état de la moisson, le verrou et le dernier résultat. */
  readonly dossier: string;
  readonly maintenant: () => Date;
  readonly ecrire: (avis: readonly Avis[]) => Promise<void>;
  /** Reçoit ce que chaque tâche a donné, au fur et à mesure. */
  readonly suivre?: (bilan: BilanTache) => void;
}

const remise = (nom: string): BilanTache => ({
  nom,
  lus: 0,
  refuses: [],
  issue: 'interrompue',
  raison: 'source injoignable, remise à la prochaine fois',
});

const suivreTaches = async (
  taches: readonly Tache[],
  moissonnerUne: (tache: Tache) => Promise<BilanTache>,
): Promise<BilanTache[]> => {
  const bilans: BilanTache[] = [];
  // Une source en panne n'est pas sollicitée encore quarante fois.
  const muettes = new Set<string>();
  for (const tache of taches) {
    const bilan = muettes.has(tache.base) ? remise(tache.nom) : await moissonnerUne(tache);
    if (bilan.issue === 'interrompue' && bilan.lus === 0) muettes.add(tache.base);
    bilans.push(bilan);
  }
  return bilans;
};

/** Va chercher avis et contrats, de là où l'on s'était arrêté ; null si une autre actualisation est en cours. */
export const actualiserNotices = async (options: OptionsActualisation): Promise<ResultatActualisation | null> => {
  const { dossier, maintenant, suivre } = options;
  const verrou = prendreVerrou(join(dossier, 'moisson.verrou'));
  if (verrou === null) return null;
  try {
    const debut = maintenant().toISOString();
    const fichier = join(dossier, 'moisson.json');
    const etat = { ...lireJson(fichier, EtatMoisson) };
    const bilans = await suivreTaches(listerTaches(options), async (tache) => {
      const bilan = await moissonner(tache, etat, {
        ...options,
        retenir: async (suite) => {
          ecrireJson(fichier, suite);
          verrou.rafraichir();
        },
      });
      verrou.rafraichir();
      suivre?.(bilan);
      return bilan;
    });
    const resultat: ResultatActualisation = {
      debut,
      fin: maintenant().toISOString(),
      issue: bilans.some(({ issue }) => issue === 'interrompue') ? 'interrompue' : 'complete',
      lus: bilans.reduce((somme, { lus }) => somme + lus, 0),
      refuses: bilans.reduce((somme, { refuses }) => somme + refuses.length, 0),
      taches: bilans.map(({ refuses, ...bilan }) => ({ ...bilan, refuses: refuses.length })),
    };
    rangerResultat(dossier, resultat);
    return resultat;
  } finally {
    verrou.rendre();
  }
};
