import type { Intention } from '../domain/comprehension.ts';
import type { ChangementLu, DemandeAnnuaire, DemandeTerritoire } from '../domain/territoire/demandes.ts';
import type { LectureLieu } from '../domain/territoire.ts';
import { plier } from './normaliser.ts';

/** On demande ce qu'est une zone blanche, ou que faire dans la sienne : c'est l'affaire des fiches. */
const EXPLICATION =
  /\b(?:c'est quoi|qu'est[- ]ce qu\w*|definition|definir|signifie|veut dire|que (?:faire|dois|doit|peut)|quoi faire|comment|pourquoi|dois-je|puis-je|peut-on|j'abandonne|renoncer)\b/;

const ZONES =
  /\bzones? (?:blanches|grises|non couvertes?|sans (?:facilit\w*|clauseu\w*|personne))\b|\b(?:territoires?|epci|interco\w*|communautes?|agglos?|secteurs?|departements?) (?:qui )?(?:ne )?(?:sont |est )?(?:pas|non|mal|peu) (?:encore )?couvert\w*\b|\b(?:territoires?|epci|interco\w*|communautes?[a-z ]{0,20}|communes|secteurs?)\b.{0,30}\b(?:sans|n'ont (?:pas|aucun)|depourvu\w*|manqu\w*)\b.{0,20}\b(?:facilit\w*|clauseu\w*|couverture)\b|\bou\b.{0,25}\b(?:manqu\w*|n'y a[- ]t[- ]il pas|pas)\b.{0,20}\bfacilit\w*\b|\btrous?\b.{0,20}\b(?:maillage|couverture|raquette)\b|\b(?:taux|etat|carte|niveau) de (?:la )?couverture\b.{0,50}\b(?:facilit\w*|territ\w*|region\w*|departement\w*|clauses?|epci|interco\w*)\b|\bcouverture (?:du territoire|territoriale|des facilit\w*|par les facilit\w*|en facilit\w*|de la region|des epci|des interco\w*)\b|\bmaillage\b.{0,30}\b(?:facilit\w*|territ\w*|region\w*|clauses?)\b/;
/** « zone blanche du Ternois », « les zones blanche de l'oise » : au singulier, il faut un territoire. */
const ZONE_LISTEE = /\b(?:liste|carte|quelles?|les|des|toutes)\b.{0,20}\bzones? blanches?\b|^\W*zones? blanches?\b/;

const ETAT_DES_LIEUX =
  /\betats? des? lieux\b.{0,60}\b(?:facilit\w*|clauseu\w*|territ\w*|couverture|annuaire|region\w*|reseau)|\bfacilit\w*\b.{0,40}\betats? des? lieux\b|\b(?:carto\w*|carte|repartition|implantations?|moyens|effectifs?|etp)\b.{0,12}\b(?:des |du reseau (?:des |de )?|de )(?:facilit\w*|clauseu\w*)\b|\breseau des facilit\w*\b/;
/** « état des lieux », sans dire de quoi : celui des facilitateurs. */
const ETAT_SEUL =
  /^\W*(?:(?:voir|faire|fais|donne\S*(?: moi)?|montre\S*|je (?:veux|voudrais)) )?(?:l'|un |les )?etats? des? lieux\W*(?:svp|stp|s'il vous plait)?\W*$/;
const ETAT_D_UN_LIEU = /\betats? des? lieux (?:de |du |des |d'|dans |en |a |sur |pour )/;
const COMBIEN =
  /\b(?:combien (?:de|d')|nombre (?:de|d'))\s*(?:structures? )?(?:facilit\w*|clauseu\w*)|\bcombien (?:y a[- ]t[- ]il|existe[- ]t[- ]il) de facilit\w*/;
const LISTE =
  /\b(?:liste\w*|quels sont|qui sont|tous) (?:de |tous )?(?:les |des )?(?:facilit\w*|structures facilit\w*)/;
const AILLEURS = /\b(?:france|national\w*|pays)\b(?<!hauts[- ]de[- ]france)/;
const REGION = /\b(?:region\w*|hauts[- ]de[- ]france|hdf|chez nous|ici|connai[ts]\w*|connus?)\b/;

const BESOINS =
  /\bbesoins? (?:(?:\w+ ){0,2}(?:non|pas|in) ?(?:satisfaits?|couverts?|pourvus?)|insatisfaits?|sans (?:reponse|facilit\w*)|restes? sans)|\bdemandes? (?:de facilit\w* )?(?:non satisfaites?|insatisfaites?|sans facilit\w*)/;

/** Ce qu'un message demande de l'état du territoire ; null : il parle d'autre chose. */
export const lireDemandeTerritoire = (texte: string, lieu: LectureLieu): DemandeTerritoire | null => {
  const plie = plier(texte);
  if (BESOINS.test(plie)) return 'besoins';
  if (EXPLICATION.test(plie)) return null;
  const territoire = lieu.type === 'trouve' && lieu.lieu.type !== 'commune';
  if (ZONES.test(plie) || (ZONE_LISTEE.test(plie) && (territoire || REGION.test(plie)))) return 'zones-blanches';
  if (ETAT_DES_LIEUX.test(plie) || ETAT_SEUL.test(plie)) return 'etat-des-lieux';
  if (lieu.type === 'trouve' && ETAT_D_UN_LIEU.test(plie)) return 'etat-des-lieux';
  const duTerritoire = REGION.test(plie) || (lieu.type === 'trouve' && lieu.lieu.type === 'departement');
  return duTerritoire && !AILLEURS.test(plie) && (COMBIEN.test(plie) || LISTE.test(plie)) ? 'etat-des-lieux' : null;
};

const QUESTION = /\?|^\s*(?:qui|quel\w*|est[- ]ce|y a|comment|pourquoi|ou|combien|a[- ]t)\b/;
const HISTORIQUE =
  /\b(?:historique|journal|dernier\w* (?:changements?|modif\w*|mises? a jour)|changements?|qui a (?:change|modifie))\b.{0,30}\bannuaire\b|\bannuaire\b.{0,20}\bhistorique\b/;
const DEFAIRE =
  /\b(?:annul\w*|defai\w*|retabli\w*|revenir en arriere|reviens en arriere|undo)\b.{0,50}\bannuaire\b|\bannuaire\b.{0,30}\b(?:annul\w*|comme avant)\b/;

const VERBE = "(?:couvr\\w+|intervien\\w*|desser[tv]\\w*|suit|suivra|s'occupe|s'occupera|accompagne\\w*)";
const DESORMAIS =
  /\b(?:maintenant|desormais|dorenavant|aussi|egalement|a present|en plus|a partir d\w* \S+|des maintenant)\b/g;
const PLUS = new RegExp(`^(.+?)\\s+(?:ne |n')(${VERBE})\\s+(?:plus|pas)\\b(.+)$`);
const COUVRE = new RegExp(`^(.+?)\\s+(${VERBE})\\s+(.+)$`);
const AJOUTE =
  /^(?:ajoute\w*|rattache\w*)\s+(.+?)\s+(?:a la couverture (?:de |du |d')|au |a la |a l'|a )(?:la structure )?(.+)$/;
const RETIRE = /^(?:retire\w*|enleve\w*|supprime\w*)\s+(.+?)\s+(?:a |de )la couverture (?:de |du |d')(.+)$/;
const SORT = /^(?:retire\w*|enleve\w*|supprime\w*|sors?|sortir)\s+(.+?)\s+(?:de|dans) l'annuaire\b/;
const CONFIRME =
  /^(?:je )?(?:confirme\w*|verifie\w*|valide\w*)\s+(?:l'entree |la fiche |les informations |la structure )(?:de la |de l'|de |du )?(.+?)(?: dans l'annuaire)?$/;
const CHEF = /^(.+?)\s+(?:est|devient|sera)\s+(?:\S+ )?chefs? de file\b/;
const PLUS_CHEF = /^(.+?)\s+n'est plus\s+chefs? de file\b/;

const lireChangement = (plie: string): ChangementLu | null => {
  const sort = SORT.exec(plie);
  if (sort) return { action: 'retirer-structure', structure: sort[1] ?? '' };
  const confirme = CONFIRME.exec(plie);
  if (confirme) return { action: 'confirmer', structure: confirme[1] ?? '' };
  const plusChef = PLUS_CHEF.exec(plie);
  if (plusChef) return { action: 'plus-chef-de-file', structure: plusChef[1] ?? '' };
  const chef = CHEF.exec(plie);
  if (chef) return { action: 'chef-de-file', structure: chef[1] ?? '' };
  return lireCouverture(plie);
};

const lireCouverture = (plie: string): ChangementLu | null => {
  const plus = PLUS.exec(plie);
  if (plus) return { action: 'retirer', structure: plus[1] ?? '', lieux: plus[3] ?? '' };
  const retire = RETIRE.exec(plie);
  if (retire) return { action: 'retirer', structure: retire[2] ?? '', lieux: retire[1] ?? '' };
  const ajoute = AJOUTE.exec(plie);
  if (ajoute && /\bcouverture\b|\bstructure\b|\bannuaire\b/.test(plie))
    return { action: 'ajouter', structure: ajoute[2] ?? '', lieux: ajoute[1] ?? '' };
  const couvre = COUVRE.exec(plie);
  if (!couvre || !(plie.search(DESORMAIS) >= 0 || /^\W*(?:la |cette )?structure\b/.test(plie))) return null;
  const sujet = (couvre[1] ?? '').replace(DESORMAIS, ' ');
  return { action: 'ajouter', structure: sujet, lieux: (couvre[3] ?? '').replace(DESORMAIS, ' ') };
};

/** Ce qu'un message demande à l'annuaire ; null : il parle d'autre chose. */
export const lireDemandeAnnuaire = (texte: string): DemandeAnnuaire | null => {
  const plie = plier(texte)
    .trim()
    .replace(/\s+/g, ' ')
    .replace(/^(?:bonjour|bonsoir|salut)\W+/, '')
    .replace(/[.!]+$/, '');
  if (DEFAIRE.test(plie)) return { type: 'defaire' };
  if (HISTORIQUE.test(plie)) return { type: 'historique' };
  if (QUESTION.test(plie)) return null;
  const changement = lireChangement(plie);
  return changement === null ? null : { type: 'changer', changement };
};

/** « mets à jour le téléphone de la MiE » : le contact d'une structure, qui ne se change pas en parlant. */
const CONTACT =
  /^\W*(?:bonjour\W+)?(?:mets?|mettre|metre|change\w*|modifie\w*|corrige\w*|actualise\w*|remplace\w*|nouveau|nouvelle|ajoute\w*)\b.{0,20}\b(?:telephone|tel|numero|e?-?mail|mel|courriel|contact|adresse|coordonnees|site)\b.{0,12}\b(?:de|du|des|d'|pour)\b/;

/** Vrai si le message veut changer le contact d'une structure. */
export const estChangementDeContact = (texte: string): boolean => CONTACT.test(plier(texte));

/** Un changement de couverture nomme un lieu ; sans lui, c'est une phrase ordinaire. */
const estSur = (demande: DemandeAnnuaire, lieu: LectureLieu): boolean =>
  demande.type !== 'changer' || !('lieux' in demande.changement) || lieu.type !== 'aucun';

/** Range le message dans une conversation du territoire, ou dans aucune. */
export const lireIntentionTerritoire = (
  texte: string,
  { lieu, heures }: { readonly lieu: LectureLieu; readonly heures: number },
): { readonly intention: Intention; readonly score: number } | null => {
  const annuaire = lireDemandeAnnuaire(texte);
  if (annuaire !== null && (annuaire.type !== 'changer' || heures < 0.6) && estSur(annuaire, lieu))
    return { intention: 'tenir-annuaire', score: 0.95 };
  if (estChangementDeContact(texte)) return { intention: 'tenir-annuaire', score: 0.9 };
  return lireDemandeTerritoire(texte, lieu) === null ? null : { intention: 'etat-territoire', score: 0.95 };
};
