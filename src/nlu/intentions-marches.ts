import type { Intention } from '../domain/comprehension.ts';
import type { LectureQuestion } from '../domain/droit.ts';
import type { LectureLieu } from '../domain/territoire.ts';
import { lireOrdreAlerte } from './marches/alertes.ts';
import { chercheDesAvis, METIER } from './marches/chercher.ts';
import { lireDemandeMarches } from './marches/demande.ts';
import { plier } from './normaliser.ts';

const SUR_LES_MARCHES =
  /\b(?:march\w*|lots?|avis|appels? d'offres?|consultations?|annonces?|contrats?|reserv\w*|siae|esat|ea|clauses?|achats?|acheteurs?|segments?|secteurs?|potentiel)\b/;
const ALERTE_MARCHES =
  /\balertes?\b|\bdesabonne\w*|\b(?:ne|n')(?: ?me| ?m')? ?(?:previen|alert|averti|notifi)\w* plus\b|\bveille\b|\bprevenir\b.{0,40}\b(?:sort|parait|publie)\w*|\b(?:march\w*|avis|appels? d'offres?|consultations?|annonces?|reserv\w*|lots?|nouveautes?|opportunites?|nouveaux|nouvelles|cette recherche)\b/;
const JURIDIQUE =
  /\b(?:puis-je|peut-on|on peut|est-ce que|faut-il|dois-je|doit-on|pourquoi|article|legal\w*|obligat\w+|interdit|definition|c'est quoi|qu'est-ce|combien de temps|reconduct\w*|duree (?:max\w*|legale)|avenant)\b/;
const HYPOTHESE = /\bsi \d+ ?% (?:des heures|du volume)/;
/** Ce que les autres lectures disent du message. */
interface IndicesMarches {
  readonly lieu: LectureLieu['type'];
  readonly question: LectureQuestion['certitude'];
}

const SANS_INDICE: IndicesMarches = { lieu: 'aucun', question: 'aucune' };

const estSitue = ({ lieu }: IndicesMarches): boolean => lieu !== 'aucun' && lieu !== 'inconnu';

/** Une structure se cherche quelque part ou pour un métier ; sinon la question porte sur ce qu'elle est. */
const situe = (plie: string, indices: IndicesMarches): boolean =>
  !(/\bcombien\b/.test(plie) && indices.question === 'sure' && !METIER.test(plie)) &&
  (estSitue(indices) ||
    /\b(?:la region|hauts[- ]de[- ]france|hdf)\b/.test(plie) ||
    (METIER.test(plie) && indices.question !== 'sure'));

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
  const cherche = chercheDesAvis(plie, estSitue(indices));
  // « qu'est-ce qui revient bientôt ? » interroge sans demander une définition.
  const definit = JURIDIQUE.test(plie.replace(/\bqu'est[- ]ce qui\b/g, ' '));
  if (definit && !cherche) return null;
  if (demande === 'retours' || demande === 'acheteurs' || (demande !== 'avis' && SUR_LES_MARCHES.test(plie)))
    return { intention: 'chercher-marches', score: 0.85 };
  return cherche ? { intention: 'chercher-marches', score: 0.85 } : null;
};
