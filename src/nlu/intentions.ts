import type { Comprehension, Intention } from '../domain/comprehension.ts';
import type { LectureQuestion } from '../domain/droit.ts';
import type { LectureLieu } from '../domain/territoire.ts';
import { chercheFacilitateur, nommeSeulementUnLieu } from './intentions-facilitateur.ts';
import { lireIntentionHeures } from './intentions-heures.ts';
import { lireIntentionIndicateurs } from './intentions-indicateurs.ts';
import { lireIntentionMarches } from './intentions-marches.ts';
import { lireIntentionTerritoire } from './intentions-territoire.ts';
import { plier } from './normaliser.ts';

/** Ce que les autres lectures disent déjà du message. */
export interface Indices {
  readonly question: LectureQuestion;
  readonly lieu: LectureLieu;
  readonly heures: number;
  readonly politesse: Comprehension['politesse'];
  readonly ordre: Comprehension['ordre'];
  readonly etp: Comprehension['etp'];
}

export interface LectureIntention {
  readonly intention: Intention;
  readonly score: number;
  readonly chiffres: Comprehension['chiffres'];
  readonly veille: boolean;
}

const VEILLE =
  /\bquestions? (?:rest\w+ )?(?:sans|en attente de) reponses?\b|\bquestions? non repondues?\b|\brapport de veille\b/;
const COMPTE =
  /\b(?:obtenir|demand\w*|avoir|creer|ouvrir) (?:un |d'|l'|mon )?(?:acces|compte)\b(?! (?:sur|chez) )|\bsuis[ -]je (?:connecte|identifie|reconnu|inscrit)\w*(?! a)|\bqui suis[ -]je\b|\bmon (?:compte|identifiant|role|profil)\b|\bmes droits\b|\bsous quel (?:compte|role)\b/;

/** « comment je corrige une saisie ? » : une question sur l'outil, pas sur le droit. */
const COMMENT_CORRIGER =
  /\bcomment (?:je |on |puis-je |peut-on |faire pour |faut-il |dois-je |faire )?(?:corrig\w+|modifi\w+|rectifi\w+)\b.{0,25}\b(?:saisies?|declarations?|ligne|erreur de saisie|heures (?:saisies|declarees|enregistrees))\b/;

const SIENS =
  /^(?:bonjour,? )?(?:les? |voir |montre\w*(?: moi)? |affiche\w* |recap\w*(?: de)? |consulter )?(?:mes|nos) (?:heures|saisies|declarations|chiffres)\b(?! sup)|\b(?:total|bilan|cumul|point|recap\w*|etat|somme|combien)\b.{0,20}\b(?:mes|nos) (?:heures|saisies|declarations)\b(?! sup)|\b(?:mes|nos) (?:saisies|declarations|chiffres)\b|\bmon (?:total|bilan)\b|\bque j'ai (?:saisi|declare)\w*\b|\bj'ai (?:saisi|declare)\w* combien\b/;
const CLES =
  /\bpart (?:de|des|d') ?(?:femmes|hommes|jeunes|seniors)\b.{0,20}\b(?:\d{4}|annee|region)|\btaux de (?:sorties?|realisation|retour|femmes)\b|\bresultats? (?:de l'annee|du mois|du trimestre|regiona\w+|\d{4})|\b[ck]ombien d[ ']?(?:heures?|etp)\b.{0,25}\b(?:19|20)\d{2}\b|\bchiffres?[ -]cles?\b|\bindicateurs?\b(?! de\b| d'| pour| du (?:schema|spaser))|\btableau de bord\b|\bstat(?:istique)?s?\b|\bbilan (?:regional|annuel|\d{4}|de l'annee|du mois|du trimestre)|\bconsolidation\b|\bcombien d'heures\b.{0,40}\b(?:realise|fait|effectue|declare|enregistre|saisi|en \d{4}|cette annee|ce mois|l'an dernier|l'annee derniere|le mois dernier|au total)|\bcombien (?:de|d') ?(?:beneficiaires|operations|donneurs d'ordre|entreprises|personnes|femmes)\b.{0,60}\b(?:\d{4}|annee|mois|total|trimestre|semestre|region|departement)|\bheures (?:realisees|effectuees|enregistrees|declarees|faites) (?:en|sur|au|depuis|cette|ce|le|dans)\b|\bnombre (?:total )?(?:d'heures (?:realisees|effectuees|d'insertion)|de beneficiaires)\b.{0,30}\b(?:\d{4}|annee|mois|total)/;
const TOTAL =
  /^\s*(?:bonjour,? )?(?:quel(?:le)? est |donne[zs]?[- ]moi |je voudrais |montre[zs]?[- ]moi |ou en est |ou en sont )?(?:le |les |l'|un |mon )?(?:total|solde|cumul|compteur|reste(?: a faire)?|avancement|etat d'avancement|recapitulatif|recap|heures)\b(?! d'insertion (?:min|max|a|dans|pour un|obligatoire))|\bou en (?:est|sont)\b|\ben (?:est|sont) a combien\b|\ba combien en (?:est|sont)\b|\bcombien (?:d'heures|il reste|reste[ -]t[ -]il)\b.{0,40}\b(?:[a-z]{1,3}\d*-?\d{2,}|reste|restantes?)\b|\btotal (?:de|pour|du|des)\b/;

const JURIDIQUE =
  /\b(?:il faut|faut|delais?|doi[st]|doivent|dire|subvention\w*|puis-je|peut-on|peut on|on peut|peux-t-on|je peux|est-ce que|faut-il|faut il|dois-je|doit-on|doit on|droit de|ai-je|a-t-on|comment|pourquoi|article|art|legal\w*|illegal\w*|obligat\w+|oblige\w*|conditions?|difference|definition|c'est quoi|qu'est|duree|seuil|interdit|autorise\w*|possible|proportion|pourcentage|taux|signaler|mentionner|rediger|ecrire|fonde\w*|procedure|recevable|groupement|sanctions?|quelle loi|quel texte|base legale|l\d{4}|combien de lots|taille|risque\w*)\b/;

const POUR_HEURES =
  /^(?:(?:des|les|mes) )?heures? pour p-?\d+|\b(?:je|on|nous) (?:declare|saisi|enregistre|note|rentre|pointe)\w*\b.{0,15}\bheures?\b|\b(?:declarer|saisir|enregistrer|noter|ajouter|rentrer|encoder|entrer|pointer|valider|logger|renseigner|mettre|inscrire|remonter)\b.{0,30}\bheures?\b|\bheures?\b.{0,20}\ba (?:declarer|saisir|enregistrer|noter|rentrer|ajouter)\b|\b(?:declaration|saisie) (?:des |d')heures\b/;

/** Une déclaration n'interroge pas. */
const DEMANDE = /\?|\b(?:combien|total|quel\w*|comment|pourquoi)\b/;

const COMMENT_HEURES =
  /\b(?:combien|calcul\w*|comptabilis\w*|compt\w+|obligat\w+|article|quelles? heures|quelle? est|quoi|comptent)\b/;

/** Au-delà, c'est un courriel : une question y est noyée plutôt qu'une recherche. */
const LONGUEUR_COURRIEL = 220;

/** Tournures qui demandent une règle, jamais une liste ni un total. */
const INTERROGE =
  /\b(?:peut|peuvent|doit|doivent|faut|est|sont)[ -](?:t-)?(?:il|elle|ils|elles|on|ce)\b(?! (?:des |un |une )?(?:marches?|lots?|avis|appels?))|\b(?:puis|dois|ai|suis|pouvons|devons|avons)[ -](?:je|nous)\b|\best-ce (?:que|qu')|\bcomment (?:repondre|faire|rediger|calculer|compter|ecrire|signaler|choisir|justifier)\b|\bquel(?:le)?s? (?:article|texte|loi|sanction|risque|difference)|\bje risque\b|\bc'est legal\b|\bexiste encore\b|\bart(?:icle)?\b\.? ?[lrd]?\.? ?\d|\bcomptee?s? ?\?|\bdans (?:le|quel) code\b|\bon (?:peut?|peux|doit|doi)\b|\b(?:l'acheteur ou|ou l'acheteur)\b/;

/** « comment répondre à un marché réservé ? » : une liste à faire ou à lire, pas une règle. */
const REPONDRE_A_UN_RESERVE =
  /\b(?:comment|aide\w*)\b.{0,25}\b(?:repondre|candidater|soumissionner|postuler)\b.{0,20}\b(?:marches?|lots?|avis|consultations?) reserve|\b(?:a )?quels? (?:marches?|lots?|avis|appels d'offres|consultations?)(?: reserves?)? (?:puis-je|peut-on|on peut|pouvons-nous|je peux) (?:repondre|candidater|postuler|soumissionner)/;

/** Heures qui ne sont ni d'insertion ni à déclarer. */
const HEURES_D_AILLEURS =
  /\bheures? (?:sup\w*|complementaires?|de (?:nuit|delegation|conduite|cours|vol|sommeil|pointe|route)|creuses?|pleines?|d'(?:ouverture|ete|hiver|affluence))\b/;

/** Soldes, taux et statistiques d'un autre métier. */
const CHIFFRES_D_AILLEURS =
  /\bsoldes? (?:de tout compte|cpf|bancaires?|(?:de|du) (?:mon |la |l'|le )?(?:compte|cpf|marche|taxe|conges|tout compte)|(?:d'|d' )?(?:ete|hiver))\b|\bmon solde (?:cpf|de conges|bancaire)\b|\btaux (?:des? |d')?(?:interets?|tva|change|emprunt|usure|inflation)\b|\b(?:methodes?|tests?|analyses?|logiciels?) statistiques?\b/;

/** Range le message dans une conversation ; dans le doute, la question de droit tranche ou se tait. */
export const lireIntention = (texte: string, indices: Indices): LectureIntention => {
  const plie = plier(texte);
  const vers = (intention: Intention, score: number, reste: Partial<LectureIntention> = {}): LectureIntention => ({
    intention,
    score,
    chiffres: null,
    veille: false,
    ...reste,
  });
  if (indices.politesse !== null) return vers('accueil', 1);
  const sure = indices.question.certitude === 'sure';
  // « peut-il », « faut-il », « quel article » et une fiche possible : c'est une question de droit, de quoi qu'elle parle.
  const interroge =
    indices.question.certitude !== 'aucune' &&
    !REPONDRE_A_UN_RESERVE.test(plie) &&
    (INTERROGE.test(plie.replace(/\bqu'est[- ]ce qui\b|\best-ce qu(?:e |')(?:vous avez|tu as|il y a)\b/g, ' ')) ||
      texte.length > LONGUEUR_COURRIEL);
  const desMarches = interroge
    ? null
    : lireIntentionMarches(texte, { lieu: indices.lieu.type, question: indices.question.certitude });
  if (desMarches !== null) return vers(desMarches.intention, desMarches.score);
  const duTerritoire = lireIntentionTerritoire(texte, indices);
  if (duTerritoire !== null) return vers(duTerritoire.intention, duTerritoire.score);
  const duRegistre = lireIntentionHeures(texte);
  if (duRegistre !== null) return vers(duRegistre.intention, duRegistre.score);
  if (indices.etp !== null) return vers('calculer-heures', 0.9);
  const ailleurs = CHIFFRES_D_AILLEURS.test(plie);
  const desChiffres = interroge || ailleurs ? null : lireIntentionIndicateurs(texte, indices);
  if (desChiffres !== null) return vers(desChiffres.intention, desChiffres.score, { chiffres: desChiffres.chiffres });
  if (indices.ordre === 'suite') return vers('chercher-marches', 0.9);
  if (indices.ordre !== null) return vers('declarer-heures', 1);
  if (COMMENT_CORRIGER.test(plie)) return vers('accueil', 0.9);
  if (VEILLE.test(plie)) return vers('compte', 1, { veille: true });
  if (COMPTE.test(plie)) return vers('compte', 1);
  const juridique = sure && JURIDIQUE.test(plie);
  if (indices.heures >= 0.9 && !DEMANDE.test(plie) && !interroge) return vers('declarer-heures', indices.heures);
  if (POUR_HEURES.test(plie) && !COMMENT_HEURES.test(plie) && !juridique && !interroge)
    return vers('declarer-heures', 0.8);
  const chiffres = ailleurs || HEURES_D_AILLEURS.test(plie) ? null : lireChiffres(plie);
  if (
    chiffres !== null &&
    !interroge &&
    !(chiffres === 'total' && (juridique || (sure && /^heures\b|\breserv|\bcritere/.test(plie)))) &&
    !parleDeLaRegion(indices)
  )
    return vers('suivre-indicateurs', 0.9, { chiffres });
  if (indices.heures >= 0.6 && !juridique) return vers('declarer-heures', indices.heures);
  const deLieu = { ...indices, interroge: INTERROGE.test(plie) };
  if (chercheFacilitateur(plie, deLieu)) return vers('trouver-facilitateur', 0.9);
  if (nommeSeulementUnLieu(plie, deLieu)) return vers('trouver-facilitateur', 0.8);
  return vers('question-juridique', indices.question.score);
};

/** « combien d'entreprises d'insertion compte la région ? » a sa fiche. */
const parleDeLaRegion = ({ question }: Indices): boolean =>
  question.certitude === 'sure' && question.fiche.startsWith('region-');

const lireChiffres = (plie: string): LectureIntention['chiffres'] => {
  if (SIENS.test(plie)) return 'siens';
  if (CLES.test(plie)) return 'cles';
  return TOTAL.test(plie) ? 'total' : null;
};
