import type { Comprehension, Intention } from '../domain/comprehension.ts';
import type { LectureQuestion } from '../domain/droit.ts';
import type { LectureLieu } from '../domain/territoire.ts';
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
  /\bqui suis[ -]je\b|\bmon (?:compte|identifiant|role|profil)\b|\bmes droits\b|\bsous quel (?:compte|role)\b/;

const SIENS =
  /\b(?:mes|nos) (?:heures|saisies|declarations|chiffres)\b|\bmon (?:total|bilan)\b|\bque j'ai (?:saisi|declare)\w*\b|\bj'ai (?:saisi|declare)\w* combien\b/;
const CLES =
  /\bchiffres?[ -]cles?\b|\bindicateurs?\b(?! de| pour)|\btableau de bord\b|\bstat(?:istique)?s?\b|\bbilan (?:regional|annuel|\d{4}|de l'annee|du mois|du trimestre)|\bconsolidation\b|\bcombien d'heures\b.{0,40}\b(?:realise|fait|effectue|declare|enregistre|saisi|en \d{4}|cette annee|ce mois|l'an dernier|l'annee derniere|le mois dernier|au total)|\bcombien (?:de|d') ?(?:beneficiaires|operations|donneurs d'ordre|entreprises|personnes|femmes)\b.{0,60}\b(?:\d{4}|annee|mois|total|trimestre|semestre|region|departement)|\bheures (?:realisees|effectuees|enregistrees|declarees|faites) (?:en|sur|au|depuis|cette|ce|le|dans)\b|\bnombre (?:total )?(?:d'heures (?:realisees|effectuees|d'insertion)|de beneficiaires)\b.{0,30}\b(?:\d{4}|annee|mois|total)/;
const TOTAL =
  /^\s*(?:bonjour,? )?(?:quel(?:le)? est |donne[zs]?[- ]moi |je voudrais |montre[zs]?[- ]moi |ou en est |ou en sont )?(?:le |les |l'|un |mon )?(?:total|solde|cumul|compteur|reste(?: a faire)?|avancement|etat d'avancement|recapitulatif|recap|heures)\b(?! d'insertion (?:min|max|a|dans|pour un|obligatoire))|\bou en (?:est|sont)\b|\bcombien (?:d'heures|il reste|reste[ -]t[ -]il)\b.{0,40}\b(?:[a-z]{1,3}\d*-?\d{2,}|reste|restantes?)\b|\btotal (?:de|pour|du|des)\b/;

const FACILITATEUR =
  /\bfacil+itat\w*\b|\bfacilit[a-z]{2,6}r[a-z]*\b|\bclauseu(?:r|se)s?\b|\b(?:referent|interlocuteur|correspondant|charge|chargee|contact|responsable|personne)s?\b.{0,25}\b(?:clauses?|insertion)\b|\bqui (?:suit|gere|s'occupe|pilote|anime|accompagne|porte|est (?:charge|responsable|en charge))\b.{0,40}\b(?:clauses?|insertion)\b|\bqui (?:contacter|appeler|joindre|dois-je|puis-je (?:contacter|appeler)|pour)\b|\b(?:a qui|vers qui|aupres de qui)\b|\bquel contact\b|\bcontacts?\b|\binterlocut\w+\b|\bguichet\b|\bzones? blanches?\b|\bqui couvre\b|\bcouvert\w*\b/;
const ROLE_FACILITATEUR =
  /\b(?:role|mission|metier|travail|sert|fait|payant|gratuit|cout|coute|finance|financ\w+|definition|obligatoire|obligation|obliger|doit|peut|c'est quoi|qu'est-ce|controle|sanction\w*|combien|nombre|existe\w*|fonction|difference|rgpd|pourquoi|comment|avis)\b/;

const MARCHES =
  /\b(?:marches?|lots?|avis|appels? d'offres?|consultations?|annonces?|contrats?|opportunites?|mr|ao)\b.{0,40}\b(?:reserv\w*|ouvert\w*|en cours|publi\w*|disponibles?|actuels?|siae|esat|insertion)|\breserv\w+\b.{0,60}\b(?:dans (?:l'|le |la |les )|autour|pres d|proches?|ouvert\w*|cloture|en ce moment|en cours|disponibles?)|\bqui achete\b|\bdate limite\b|\bcloture\b|\breserves? (?:esat|siae|ea|ei|aci|nettoyage|espaces verts)\b/;
const RECHERCHE =
  /\b(?:ouverts?|en ce moment|actuellement|en cours|disponibles?|cherch\w+|trouve\w*|liste[rz]?|montre\w*|affiche\w*|quels? (?:sont les )?(?:marches?|lots?|avis|appels? d'offres?|consultations?)|y a[- ]t[- ]il|il y a|existe[- ]t[- ]il|autour d|pres d|proches? d|a proximite|qui achete|cloture|date limite|echeance|a repondre|on peut repondre|opportunites?|annonces?|nouveaux|derniers|prochains|voir|des (?:marches|lots|avis|appels d'offres))\b/;
const JURIDIQUE =
  /\b(?:puis-je|peut-on|peut on|on peut|peux-t-on|je peux|est-ce que|faut-il|faut il|dois-je|doit-on|doit on|droit de|ai-je|a-t-on|comment|pourquoi|article|art|legal\w*|illegal\w*|obligat\w+|oblige\w*|conditions?|difference|definition|c'est quoi|qu'est|duree|seuil|interdit|autorise\w*|possible|proportion|pourcentage|taux|signaler|mentionner|rediger|ecrire|fonde\w*|procedure|recevable|groupement|sanction|quelle loi|quel texte|base legale|l\d{4}|combien de lots|taille|risque\w*)\b/;

const POUR_HEURES =
  /\b(?:declarer|saisir|enregistrer|noter|ajouter|rentrer|encoder|entrer|pointer|valider|logger|renseigner|mettre|inscrire|remonter)\b.{0,30}\bheures?\b|\bheures?\b.{0,20}\ba (?:declarer|saisir|enregistrer|noter|rentrer|ajouter)\b|\b(?:declaration|saisie) (?:des |d')heures\b/;

const COMMENT_HEURES =
  /\b(?:combien|calcul\w*|comptabilis\w*|compt\w+|obligat\w+|article|quelles? heures|quelle? est|quoi|comptent)\b/;

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
  if (indices.ordre === 'suite') return vers('chercher-marches', 0.9);
  if (indices.ordre !== null) return vers('declarer-heures', 1);
  if (VEILLE.test(plie)) return vers('compte', 1, { veille: true });
  if (COMPTE.test(plie)) return vers('compte', 1);
  if (indices.etp !== null) return vers('calculer-heures', 0.9);
  const sure = indices.question.certitude === 'sure' ? indices.question.score : 0;
  const chiffres = lireChiffres(plie);
  if (chiffres !== null && (sure < 0.75 || chiffres === 'siens')) return vers('suivre-indicateurs', 0.9, { chiffres });
  if (indices.heures >= 0.6 && !(JURIDIQUE.test(plie) && sure > 0.6)) return vers('declarer-heures', indices.heures);
  if (POUR_HEURES.test(plie) && !COMMENT_HEURES.test(plie)) return vers('declarer-heures', 0.8);
  if (chercheFacilitateur(plie, indices)) return vers('trouver-facilitateur', 0.9);
  if (chercheMarches(plie, indices)) return vers('chercher-marches', 0.85);
  if (indices.question.certitude === 'aucune' && nommeSeulementUnLieu(plie, indices))
    return vers('trouver-facilitateur', 0.8);
  return vers('question-juridique', indices.question.score);
};

const lireChiffres = (plie: string): LectureIntention['chiffres'] => {
  if (SIENS.test(plie)) return 'siens';
  if (CLES.test(plie)) return 'cles';
  return TOTAL.test(plie) ? 'total' : null;
};

const chercheFacilitateur = (plie: string, { lieu, question }: Indices): boolean => {
  if (!FACILITATEUR.test(plie)) return false;
  if (lieu.type === 'trouve' || lieu.type === 'ambigu' || lieu.type === 'hors-region')
    return !(ROLE_FACILITATEUR.test(plie) && question.certitude === 'sure' && question.score > 0.7);
  if (ROLE_FACILITATEUR.test(plie)) return false;
  return /\bfacil|\bclauseu|\bcontact|\binterlocut/.test(plie);
};

const chercheMarches = (plie: string, { lieu, question }: Indices): boolean => {
  if (!MARCHES.test(plie)) return false;
  const sure = question.certitude === 'sure' ? question.score : 0;
  const cherche = RECHERCHE.test(plie);
  if (JURIDIQUE.test(plie)) return cherche && sure < 0.5 && lieu.type === 'trouve';
  return cherche || lieu.type === 'trouve' || sure < 0.5;
};

/** « Douai », « 62320 », « et pour Albert ? » : un lieu, et rien d'autre à dire. */
const nommeSeulementUnLieu = (plie: string, { lieu }: Indices): boolean => {
  if (lieu.type === 'aucun') return false;
  const motsPleins = plie.split(/[^a-z0-9]+/).filter((mot) => mot.length > 2);
  return lieu.type === 'inconnu' ? motsPleins.length <= 3 && /\d{5}/.test(plie) : motsPleins.length <= 6;
};
