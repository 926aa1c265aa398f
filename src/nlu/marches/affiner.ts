import type { FiltreMarches } from '../../domain/marches.ts';
import { plier } from '../normaliser.ts';

/** Mots qui ne font que lier : un message fait d'eux et de critères complète la recherche précédente. */
const LIAISON =
  /\b(?:et|ou|mais|sinon|plutot|seulement|uniquement|juste|que|qu|pareil|meme chose|aussi|egalement|sans|avec|ceux|celles|celui|les|le|la|l|un|une|des|de|du|d|dans|en|a|au|aux|autour|pres|proches?|cote|sur|pour|par|chez|qui|sont|est|soit|ont|il|y|t|oui|non|alors|donc|ok|svp|stp|merci|montre\w*|affiche\w*|donne\w*|cherche\w*|trouve\w*|vois?|voir|moi|me|marches?|avis|lots?|appels?|offres?|reserves?|consultations?|annonces?|filtre[rz]?|garde[rz]?|enleve[rz]?|limite[rz]?|elargi[rs]?|toute?s?|tous|autres?|secteurs?|metiers?|domaines?|region|departement|ville|commune|agglo\w*|quoi|propos|c|quels?|quelles?|possible|peu|plus|moins|large\w*)\b/g;
/** Un autre sujet que la recherche : à ne jamais prendre pour un critère. */
const AUTRE_SUJET =
  /\b(?:facilit\w*|clauseur\w*|contact\w*|qui (?:contacter|appeler)|article\w*|loi|decret|seuil\w*|obligat\w*|pourquoi|comment|definition|puis-je|peut-on|faut-il|dois-je|heures?|saisie|declar\w*|bilan|indicateur\w*|chiffres?|beneficiaires?|alertes?|previen\w*)\b/;

const PARTOUT = /\b(?:partout|n'importe ou|toute la region|sans (?:le )?lieu|ailleurs)\b/;
const TOUS_METIERS =
  /\b(?:tous|toutes|n'importe quels?|sans) (?:les |le |la )?(?:secteurs?|metiers?|domaines?|familles?)\b/;
const TOUS_PUBLICS = /\b(?:tous|toutes) (?:les )?(?:publics?|structures?|audiences?|types?)\b/;
const SANS_DATE = /\b(?:sans|peu importe|n'importe quelle?) (?:la |les |de )?(?:dates?|echeances?|delais?|cloture)\b/;

const SANS_LIEU = { departements: [], codesLieu: [], nomsLieu: [], lieu: null };

/** Ce que le message retire : « partout », « tous métiers », « peu importe la date ». */
const retraits = (plie: string): Partial<FiltreMarches> => ({
  ...(PARTOUT.test(plie) ? SANS_LIEU : {}),
  ...(TOUS_METIERS.test(plie) ? { secteur: null } : {}),
  ...(TOUS_PUBLICS.test(plie) ? { audience: null } : {}),
  ...(SANS_DATE.test(plie) ? { limiteApres: null, limiteAvant: null } : {}),
});

/** Une recherche entière, qui ne complète rien. */
const QUESTION_NEUVE =
  /\b(?:marches|lots|avis|appels d'offres|opportunites)\b.*\b(?:dispo\w*|ouverts?|en cours|en ce moment|pr|pour (?:une?|mon|notre|nous|moi))\b|\breserv|\b(?:marches?|avis|lots?|appels? d'offres?|consultations?)\b.*\bclause/;

/**
 * Recherche précédente complétée par un message bref (« et dans l'Oise ? », « seulement pour les ESAT ») ; null si le
 * message parle d'autre chose ou pose une recherche entière.
 */
export const affinerFiltre = (
  texte: string,
  precedent: FiltreMarches,
  criteres: Partial<FiltreMarches>,
): FiltreMarches | null => {
  const plie = plier(texte).trim();
  if (AUTRE_SUJET.test(plie) || plie.length > 120) return null;
  const retires = retraits(plie);
  const rien = Object.keys(criteres).length === 0 && Object.keys(retires).length === 0;
  if (rien) return null;
  const suite = /^(?:et|ou|mais|sinon|plutot|seulement|uniquement|juste|que|pareil|meme|sans|avec|ceux|celles)\b/.test(
    plie,
  );
  if (!suite && QUESTION_NEUVE.test(plie)) return null;
  const reste = plie.replace(LIAISON, ' ').match(/[a-z]{2,}/g) ?? [];
  if (!suite && reste.length > 5) return null;
  const { etat = precedent.etat } = criteres;
  return { ...precedent, ...criteres, ...retires, etat };
};
