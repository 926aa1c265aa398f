import type { Intention } from '../domain/comprehension.ts';
import type { Jour } from '../domain/dates.ts';
import { plier } from './normaliser.ts';
import { lireDemandeParcours } from './parcours.ts';
import { lireDemandeRegistre } from './registre.ts';

/** Une durée, et rien d'autre : le début d'une déclaration. */
const DUREE_SEULE =
  /^(?:alors |bonjour,? |encore )?\d{1,4}(?:[.,]\d{1,2})?\s*(?:h|heures?)(?:\s*\d{2})?(?:\s+(?:d'insertion|a declarer|a saisir|de plus|svp|stp))?\s*[.!]?$/;

/** Aucune date relative ne change l'intention : ce jour ne sert qu'à lire. */
const UN_JOUR: Jour = '2000-01-01';

/** Registre et parcours : leurs mots propres, avant les règles générales ; null s'ils n'y sont pas. */
export const lireIntentionHeures = (
  texte: string,
): { readonly intention: Intention; readonly score: number } | null => {
  if (lireDemandeRegistre(texte, UN_JOUR) !== null) return { intention: 'declarer-heures', score: 0.95 };
  if (lireDemandeParcours(texte, UN_JOUR) !== null) return { intention: 'suivre-parcours', score: 0.95 };
  return DUREE_SEULE.test(plier(texte).trim()) ? { intention: 'declarer-heures', score: 0.8 } : null;
};
