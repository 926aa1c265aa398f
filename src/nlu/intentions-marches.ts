import type { Intention } from '../domain/comprehension.ts';
import type { LectureQuestion } from '../domain/droit.ts';
import type { LectureLieu } from '../domain/territoire.ts';
import { lireOrdreAlerte } from './marches/alertes.ts';
import { lireDemandeMarches } from './marches/demande.ts';
import { plier } from './normaliser.ts';

const SUR_LES_MARCHES =
  /\b(?:march\w*|lots?|avis|appels? d'offres?|consultations?|annonces?|contrats?|reserv\w*|siae|esat|ea|clauses?|achats?|acheteurs?|segments?|secteurs?|potentiel)\b/;
const ALERTE_MARCHES =
  /\balertes?\b|\b(?:march\w*|avis|appels? d'offres?|consultations?|annonces?|reserv\w*|lots?|nouveautes?|opportunites?|nouveaux|nouvelles|cette recherche)\b/;
const JURIDIQUE =
  /\b(?:puis-je|peut-on|on peut|est-ce que|faut-il|dois-je|doit-on|pourquoi|article|legal\w*|obligat\w+|interdit|definition|c'est quoi|qu'est-ce|combien de temps|reconduct\w*|duree (?:max\w*|legale)|avenant)\b/;
/** Un métier ou un lieu après « marchés réservés » : on cherche des avis, on ne demande pas la règle. */
const METIERS =
  'espaces? verts?|tonte|elagage|debroussaillage|nettoyage|menage|vitrerie|proprete|blanchisserie|pressing|linge|traiteur|restauration|repas|plateaux|dechets|collecte|tri|recycl\\w+|impression|imprimerie|reprographie|mise sous pli|routage|conditionnement|archivage|numerisation|informatique|mobilier|demenagement|manutention|logistique|transport|batiment|travaux|peinture|second oeuvre|maconnerie|voirie|demolition|conciergerie|accueil|fournitures|couture|gardiennage|maraichage';
const RECHERCHE = new RegExp(
  `^(?:bonjour,? )?(?:(?:je )?cherche |montre[zr]?(?:[- ]moi)? |liste (?:des |les )?|voir )?(?:les |des |quels? (?:sont les )?|tous les )?(?:(?:marches|lots|avis|appels d'offres|consultations)(?: publics)? )?reserve(?:s|es) (?:.{0,30}\\b(?:${METIERS})\\b|(?:aux? |a des |pour (?:les )?)?(?:esat|siae|ea|ei|aci|etti|insertion|entreprises? adaptees?)(?: (?:et|ou) (?:esat|ea|siae))?(?: (?:dans|en|autour|a|pres|sur|avec|cloture)\\b|$)|(?:de la (?:ville|commune|mairie|metropole|mel)|du (?:chu|ch|conseil)|de la communaute)\\b|(?:autour|pres|proches?) d)`,
);
/** « les marchés qui se terminent cette semaine » : des avis ouverts dont la date limite approche. */
const CLOTURE_PROCHE =
  /\b(?:marches?|lots?|avis|contrats?|consultations?|appels? d'offres?|reserves?)\b.{0,30}\b(?:se terminent|finissent|expirent|ferment|se cloturent|cloturent|arrivent a (?:echeance|terme)|a rendre)\b.{0,20}\b(?:semaine|mois|aujourd'hui|demain|jours?|bientot)\b/;
const HYPOTHESE = /\bsi \d+ ?% (?:des heures|du volume)/;
const MONTANT =
  /\b(?:marches?|lots?)\b.{0,40}\breserv\w*.{0,60}\b(?:au[- ]dessus|plus|moins|entre)\b.{0,12}\d+ ?(?:k|€|euros|000)/;

/** Un métier nommé : ce qu'on cherche est une structure qui le fait, pas une définition. */
const METIER = new RegExp(`\\b(?:${METIERS})\\b`);

/** Ce que les autres lectures disent du message. */
interface IndicesMarches {
  readonly lieu: LectureLieu['type'];
  readonly question: LectureQuestion['certitude'];
}

const SANS_INDICE: IndicesMarches = { lieu: 'aucun', question: 'aucune' };

/** Une structure se cherche quelque part ou pour un métier ; sinon la question porte sur ce qu'elle est. */
const situe = (plie: string, { lieu, question }: IndicesMarches): boolean =>
  (lieu !== 'aucun' && lieu !== 'inconnu') ||
  /\b(?:la region|hauts[- ]de[- ]france|hdf)\b/.test(plie) ||
  (METIER.test(plie) && question !== 'sure');

/** Alertes, acheteurs, retours, potentiel, structures, réponse à un avis : ce que la question de droit ne doit pas prendre. */
export const lireIntentionMarches = (
  texte: string,
  indices: IndicesMarches = SANS_INDICE,
): { readonly intention: Extract<Intention, 'alertes' | 'chercher-marches'>; readonly score: number } | null => {
  const plie = plier(texte);
  if (lireOrdreAlerte(texte) !== null && ALERTE_MARCHES.test(plie)) return { intention: 'alertes', score: 0.95 };
  const demande = lireDemandeMarches(texte);
  if (demande === 'repondre') return { intention: 'chercher-marches', score: 0.85 };
  if (HYPOTHESE.test(plie)) return { intention: 'chercher-marches', score: 0.85 };
  if (demande === 'structures') return situe(plie, indices) ? { intention: 'chercher-marches', score: 0.85 } : null;
  if (JURIDIQUE.test(plie)) return null;
  if (CLOTURE_PROCHE.test(plie)) return { intention: 'chercher-marches', score: 0.85 };
  if (demande === 'retours' || (demande !== 'avis' && SUR_LES_MARCHES.test(plie)))
    return { intention: 'chercher-marches', score: 0.85 };
  return RECHERCHE.test(plie) || MONTANT.test(plie) ? { intention: 'chercher-marches', score: 0.85 } : null;
};
