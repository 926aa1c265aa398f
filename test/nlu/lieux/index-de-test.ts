import { loadNomsUsuels } from '../../../src/content/surnoms.ts';
import { loadTerritoire } from '../../../src/content/territoire.ts';
import { construireIndexLieux } from '../../../src/nlu/lieux/index-lieux.ts';

/** La vraie géographie et les vrais noms d'usage, chargés une fois pour tous les tests de lieux. */
export const territoire = loadTerritoire('32');
export const index = construireIndexLieux(
  territoire,
  loadNomsUsuels('data/reference/surnoms-territoires.yaml', territoire).usuels,
);
