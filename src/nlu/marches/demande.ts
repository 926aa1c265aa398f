import { plier } from '../normaliser.ts';
import { chercheStructures } from './structures.ts';

/** Ce qu'on demande des marchés : des avis, qui les achète, ce qui revient, où il y a à gagner, comment répondre. */
export type DemandeMarches = 'avis' | 'acheteurs' | 'retours' | 'potentiel' | 'structures' | 'repondre';

const ACHETEURS =
  /(?:^|[,.;:?!(«] ?|\b(?:bonjour|savoir|sais|sait|dis[- ]moi|dites[- ]moi|et|mais|donc) )qui (?:est[- ]ce qui )?(?:achete|achetent|acheterait|commande|publie)\b|\bqui (?:passe|reserve)\b.{0,40}\b(?:marches?|lots?|reserv)|\bquels? (?:sont les )?acheteurs?(?: publics)? (?:achetent|reservent|passent|publient|ont|de|du|en)\b|\bliste des acheteurs\b|\bquelles? (?:collectivites|villes|communes|administrations) (?:achetent|reservent)/;
const RETOURS =
  /\bbientot de retour\b|\b(?:quels?|quelles?|les|des|liste\w*) (?:marches|contrats|consultations|lots|achats)\b.{0,60}\b(?:reviennent|revenir|arriv\w+ a (?:echeance|terme|expiration)|se terminent|finissent|expirent|prennent fin|a venir|bientot|prochainement|(?:etre|seront) (?:relances|renouveles|remis)|a (?:renouveler|anticiper))\b|\b(?:marches|contrats)(?: reserves)? (?:bientot )?(?:a venir|de retour|qui reviennent|a renouveler)\b|\bprochaines consultations\b|\bbientot (?:renouvel\w+|relance\w*|remis)\b|(?<!\ba )\b(?:qu'est[- ]ce qui|ce qui|qui|quoi|kes ?ki) (?:va |doit |devrait )?(?:bientot )?(?:revien\w*|revenir|reviendra|etre relance|etre remis en concurrence|repart)\b(?!-)|\brevien\w* (?:bientot|prochainement)\b/;
const FIN_DE_CONTRAT =
  /^\W*(?:contrats?|marches?)\b.{0,30}\bqui (?:se terminent|finissent|expirent|prennent fin|arrivent a (?:echeance|terme)|reviennent)\b/;
/** « qui se terminent cette semaine » : la date limite d'un avis ouvert, pas la fin d'un contrat. */
const SOUS_PEU =
  /\b(?:cette semaine|semaine (?:prochaine|qui vient)|ce mois|aujourd'hui|demain|ce soir|(?:sous|d'ici|dans) (?:les )?(?:\d+|deux|trois|huit|quinze) (?:jours?|semaines?))\b/;
const POTENTIEL =
  /\b(?:fort|quel|gros|meilleur) potentiel\b|\bpotentiel (?:dans|en|sur|du|des|de la|par) |\bsegments? (?:a |porteurs?|peu)|\bmarges? de progres\w*|\bpeu reserve(?:e?s)?\b|\bou (?:est|y a[- ]t[- ]il) (?:le |du )?potentiel\b|\bdu potentiel (?:pour|dans|en|sur)\b|\bqu'est[- ]ce qui (?:s'achete|est achete)|\bque (?:s'achete|achete)[- ]t[- ](?:il|on)\b|\bet si \d+ ?%|\bsi \d+ ?% des heures/;
const REPONDRE =
  /\b(?:comment|aide\w*(?:[- ]moi)?|que faut[- ]il|quoi faire|check[- ]?list|liste de controle|pieces? (?:a fournir|pour)|etapes?|preparer|prepare)\b.{0,40}\b(?:repondre|reponse|candidater|candidature|soumissionner|offre)\b.{0,40}\b(?:avis|marche|lot|appel|consultation|annonce|premier|deuxieme|second|troisieme|\d)\b|^(?:je (?:veux|voudrais|souhaite) )?(?:repondre|candidater|soumissionner) (?:a |au |aux )(?:l'avis|ce marche|cet avis|cette consultation|marche|premier|deuxieme|troisieme|n°? ?\d|\d)/;

/** Range une demande sur les marchés. */
export const lireDemandeMarches = (texte: string): DemandeMarches => {
  const plie = plier(texte);
  if (REPONDRE.test(plie)) return 'repondre';
  if (POTENTIEL.test(plie)) return 'potentiel';
  if (chercheStructures(plie)) return 'structures';
  if (ACHETEURS.test(plie)) return 'acheteurs';
  return (RETOURS.test(plie) || FIN_DE_CONTRAT.test(plie)) && !SOUS_PEU.test(plie) ? 'retours' : 'avis';
};

const ORDINAUX: Readonly<Record<string, number>> = {
  premier: 1,
  premiere: 1,
  deuxieme: 2,
  second: 2,
  seconde: 2,
  troisieme: 3,
  quatrieme: 4,
  cinquieme: 5,
};

/** Rang désigné dans une liste montrée : « le deuxième », « l'avis 3 » ; null si rien ne le dit. */
export const lireRang = (texte: string): number | null => {
  const plie = plier(texte);
  const ordinal = /\b(premiere?|deuxieme|seconde?|troisieme|quatrieme|cinquieme)\b/.exec(plie)?.[1];
  if (ordinal !== undefined) return ORDINAUX[ordinal] ?? null;
  const nombre =
    /\b(?:n°? ?|numero |avis |alerte |marche |l[ae] )(\d{1,3})\b(?!-)/.exec(plie)?.[1] ??
    /^\D{0,25}\b(\d{1,2})\s*[.!?]*$/.exec(plie)?.[1];
  return nombre === undefined ? null : Number(nombre);
};

/** Part d'heures et famille d'un « et si » : « si 20 % des heures passaient au nettoyage ? ». */
export const lireHypothese = (texte: string): number | null => {
  const lu = /\bsi (\d{1,3})(?:[.,]\d+)? ?%/.exec(plier(texte))?.[1];
  return lu === undefined ? null : Math.min(Number(lu), 100) / 100;
};
