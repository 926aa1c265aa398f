import type { Intention } from '../domain/comprehension.ts';
import type { Jour } from '../domain/dates.ts';
import { plier } from './normaliser.ts';
import { lireDemandeParcours } from './parcours.ts';
import { lireDemandeRegistre } from './registre.ts';

/** Une durée, et rien d'autre : le début d'une déclaration. */
const DUREE_SEULE =
  /^(?:alors |bonjour,? |encore )?\d{1,4}(?:[.,]\d{1,2})?\s*(?:h|heures?)(?:\s*\d{2})?(?:\s+(?:d'insertion|a declarer|a saisir|de plus|svp|stp))?\s*[.!]?$/;

/** « je dois entrer des heures », « il faut que je saisisse les heures de P-0231 ». */
const VEUT_DECLARER =
  /^(?:(?:bonjour|bonsoir|salut|coucou|hello|bjr|slt|re|alors|ok)[\s,!.]+)*(?:(?:je|j'|on|nous|il faut que je|faut que je|il faudrait que je|j'ai besoin de|j'ai (?:des|mes|les|quelques) heures a|besoin de|je (?:veux|dois|voudrais|souhaite|souhaiterais|viens|vais|peux|aimerais|dois encore)|on (?:doit|veut|va)|nous (?:devons|voulons|souhaitons)|(?:peux|peut|pourrais|pouvez|pourriez)[- ](?:tu|vous|je|on))\s*)+(?:encore |aussi |t'|te |vous |en )*(?:declar|saisi|entr|rentr|enregistr|not|ajout|rajout|pointe|renseign|log|inscri|mett|remont)[a-z]*\s+(?:(?:des|mes|les|ses|ces|nos|quelques|d'autres|de nouvelles|encore des|\d+)\s+)*heures?(?![a-z])/;
/** « j'ai des heures pour Kelly Vandamme », « voici les heures de P-0231 ». */
const A_DES_HEURES =
  /^(?:(?:bonjour|bonsoir|salut|bjr|slt)[\s,!.]+)*(?:j'ai|jai|voici|voila)\s+(?:encore )?(?:des|les|mes|quelques|\d+)\s*h(?:eures?)?\s+(?:pour|de|a|d')(?![a-z])/;
const INTERROGE =
  /\?\s*\S|\b(?:combien|comment|pourquoi|ou|quand|a qui|aupres de qui|obligat\w+|article|logiciel|outil)\b/;

/** Aucune date relative ne change l'intention : ce jour ne sert qu'à lire. */
const UN_JOUR: Jour = '2000-01-01';

/** Registre et parcours : leurs mots propres, avant les règles générales ; null s'ils n'y sont pas. */
export const lireIntentionHeures = (
  texte: string,
): { readonly intention: Intention; readonly score: number } | null => {
  if (lireDemandeRegistre(texte, UN_JOUR) !== null) return { intention: 'declarer-heures', score: 0.95 };
  if (lireDemandeParcours(texte, UN_JOUR) !== null) return { intention: 'suivre-parcours', score: 0.95 };
  const plie = plier(texte).trim();
  if ((VEUT_DECLARER.test(plie) || (A_DES_HEURES.test(plie) && !plie.includes('?'))) && !INTERROGE.test(plie))
    return { intention: 'declarer-heures', score: 0.95 };
  return DUREE_SEULE.test(plie) ? { intention: 'declarer-heures', score: 0.8 } : null;
};
