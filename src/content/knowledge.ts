import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { Calibrage } from '../domain/droit/calcul.ts';
import type { Seuils } from '../domain/droit/seuils.ts';
import type { Fiche, Source } from '../domain/droit.ts';
import { Terme } from '../domain/lexique.ts';
import { Secteur } from '../domain/marches.ts';
import { loadFiches } from './fiches.ts';
import type { ContentProblem } from './problems.ts';
import { loadSeuils } from './seuils.ts';
import { loadSources } from './sources.ts';
import { validerYaml } from './yaml.ts';

/** Tout ce que Clausette sait, validé et figé. */
export interface Knowledge {
  readonly sources: ReadonlyMap<string, Source>;
  readonly fiches: ReadonlyMap<string, Fiche>;
  readonly lexique: readonly Terme[];
  readonly secteurs: readonly Secteur[];
  readonly seuils: Seuils;
  readonly calibrage: Calibrage;
}

/** Ce qui tient lieu de seuils quand leur fichier est fautif : le démarrage est alors refusé. */
const SANS_SEUILS: Seuils = {
  obligation: { du: '9999-12-31', marche: '', concession: '', travauxCourts: 1 },
  dispense: { article: '', periodes: [] },
  spaser: { article: '', montant: 0 },
  periodes: [],
};

/** De même pour les hypothèses de calcul. */
const SANS_CALIBRAGE: Calibrage = {
  fiche: '',
  cout: { min: 1, usuel: 1, max: 1 },
  taux: { min: 1, usuel: 1, max: 1 },
  minimum: 1,
  parDefaut: { min: 1, max: 1 },
  familles: {},
};

const Lexique = z.array(Terme);
const Secteurs = z.record(z.string(), Secteur.omit({ id: true }));

/** Lit `knowledge/` ; les fautes sont toutes rendues, à l'appelant de refuser de démarrer. */
export const loadKnowledge = (folder: string): { knowledge: Knowledge; problems: readonly ContentProblem[] } => {
  const { sources, problems: fautesSources } = loadSources(join(folder, 'sources'));
  const { fiches, problems: fautesFiches } = loadFiches(join(folder, 'fiches'), sources);
  const lexique = lire(join(folder, 'lexique.yaml'), Lexique);
  const secteurs = lire(join(folder, 'secteurs.yaml'), Secteurs);
  const seuils = loadSeuils(join(folder, 'seuils.yaml'));
  const calibrage = lire(join(folder, 'calibrage.yaml'), Calibrage);
  const termes = 'valeur' in lexique ? lexique.valeur : [];
  return {
    knowledge: {
      sources,
      fiches,
      lexique: termes,
      secteurs: 'valeur' in secteurs ? Object.entries(secteurs.valeur).map(([id, reste]) => ({ id, ...reste })) : [],
      seuils: 'valeur' in seuils ? seuils.valeur : SANS_SEUILS,
      calibrage: 'valeur' in calibrage ? calibrage.valeur : SANS_CALIBRAGE,
    },
    problems: [
      ...fautesSources,
      ...fautesFiches,
      ...('problems' in lexique ? lexique.problems : fichesInconnues(join(folder, 'lexique.yaml'), termes, fiches)),
      ...('problems' in secteurs ? secteurs.problems : []),
      ...('problems' in seuils ? seuils.problems : []),
      ...('problems' in calibrage ? calibrage.problems : []),
    ],
  };
};

const lire = <T>(file: string, schema: z.ZodType<T>) =>
  validerYaml({ texte: readFileSync(file, 'utf8'), file, schema });

const fichesInconnues = (
  file: string,
  termes: readonly Terme[],
  fiches: ReadonlyMap<string, Fiche>,
): ContentProblem[] =>
  termes
    .filter(({ fiche }) => fiche !== null && !fiches.has(fiche))
    .map(({ terme, fiche }) => ({ file, line: 1, message: `${terme} : fiche inconnue ${fiche}` }));
