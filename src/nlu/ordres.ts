import type { Ordre } from '../domain/comprehension.ts';
import { plier } from './normaliser.ts';

const DEFAIRE =
  /\b(?:annul\w*|supprim\w*|efface\w*|retire\w*|defai\w*|enlev\w*|undo)\b.{0,25}\b(?:derni\w*|precedent\w*|saisie|enregistrement|declaration|que je viens)\b|\b(?:derni\w*|precedent\w*)\b.{0,15}\b(?:saisie|ligne|declaration)\b.{0,20}\b(?:annul\w*|supprim\w*|efface\w*|fausse)\b/;
const ABANDONNER =
  /^(?:non,? )?(?:annul\w*(?: (?:tout|ca|cela|tt|la saisie|la saisie en cours|stp|svp))?|laisse tomber|laissez tomber|stop|abandonn\w*(?: la saisie)?|oublie[sz]?(?: (?:ca|tout|cela))?|tant pis|on arrete|arrete[sz]?|quitter|sortir|je (?:veux|souhaite) (?:annuler|abandonner|arreter)|cancel)\s*[.!]*$/;
const SUITE =
  /^(?:la )?(?:suite|suivants?|suivantes?|page suivante|plus|voir plus|encore|la suite s'il (?:te|vous) plait)\s*[.!?]*$/;

/** Ordres qui valent dans toute conversation. */
export const lireOrdre = (texte: string): Ordre | null => {
  const plie = plier(texte).trim();
  if (ABANDONNER.test(plie)) return 'abandonner';
  if (plie.length < 120 && DEFAIRE.test(plie)) return 'defaire';
  return SUITE.test(plie) ? 'suite' : null;
};
