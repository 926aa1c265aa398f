import type { Ordre } from '../domain/comprehension.ts';
import { plier } from './normaliser.ts';

const DEFAIRE =
  /\b(?:annul\w*|supprim\w*|efface\w*|retire\w*|defai\w*|enlev\w*|undo)\b.{0,25}\b(?:derni\w*|precedent\w*|saisie|enregistrement|declaration|que je viens)\b|\b(?:derni\w*|precedent\w*)\b.{0,15}\b(?:saisie|ligne|declaration)\b.{0,20}\b(?:annul\w*|supprim\w*|efface\w*|fausse)\b/;
/** Ce qui entoure un abandon sans le changer : « finalement non, laisse tomber, je verrai plus tard ». */
const AVANT_ABANDON =
  "(?:(?:ah|oh|euh|bon|ben|bah|ok|oups|zut|mince|mais|non|nan|finalement|en fait|en fait non|alors|pardon|desolee?|tant pis|attends?|c'est bon)[\\s,.!]+)*";
const APRES_ABANDON =
  "(?:[\\s,.!;:]+(?:finalement|merci|stp|svp|s'il (?:te|vous) plait|pour (?:l'instant|le moment|aujourd'hui)|je me suis trompee?|(?:c'est|c'etait) une erreur|j'ai fait une erreur|on (?:verra|verrra|refera|reprendra)(?: (?:ca|plus tard|demain|apres))*|je (?:verrai|le ferai|reprendrai|referai|reviens)(?: (?:ca|plus tard|demain|apres))*|plus tard|on arrete|laisse tomber|tant pis|oublie|j'abandonne))*";
const ABANDON =
  "annul\\w*(?: (?:tout|ca|cela|tt|cette saisie|ma saisie|la saisie|la saisie en cours|stp|svp))?|(?:laisse|laissez|laisser) (?:tomber|beton)|stop|(?:j')?abandonn\\w*(?: (?:la|ma|cette) saisie)?|oublie[sz]?(?: (?:ca|tout|cela))?|tant pis|on (?:arrete|oublie|laisse tomber|annule)(?: tout)?|arrete[sz]?(?: tout)?|quitter|sortir|je (?:veux|souhaite|prefere|voudrais) (?:tout )?(?:annuler|abandonner|arreter|laisser tomber)|cancel";
const ABANDONNER = new RegExp(`^${AVANT_ABANDON}(?:${ABANDON})${APRES_ABANDON}\\s*[.!]*$`);
const SUITE =
  /^(?:la )?(?:suite|suivants?|suivantes?|page suivante|plus|voir plus|encore|la suite s'il (?:te|vous) plait)\s*[.!?]*$/;

/** Ordres qui valent dans toute conversation. */
export const lireOrdre = (texte: string): Ordre | null => {
  const plie = plier(texte).trim();
  if (ABANDONNER.test(plie)) return 'abandonner';
  if (plie.length < 120 && DEFAIRE.test(plie)) return 'defaire';
  return SUITE.test(plie) ? 'suite' : null;
};
