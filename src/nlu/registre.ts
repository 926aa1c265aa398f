import { type Jour, moisDe } from '../domain/dates.ts';
import type { DemandeRegistre } from '../domain/heures/demandes.ts';
import { lirePeriode } from './dates.ts';
import { plier } from './normaliser.ts';

/** Ce dont un juriste demande l'historique, et qui n'est pas le registre. */
const DROIT =
  'articles?|clauses?|loi|lois|code|droit|textes?|reforme|dispositif|seuils?|marches?|reservations?|insertion|ccag|ccp';
const HISTORIQUE = new RegExp(
  `\\bhistorique\\b(?!.{0,30}\\b(?:${DROIT})\\b)|\\bqui (?:l'|m'|t'|les )?a (?:bien pu )?(?:change|modifi|corrig|saisi|enregistr|touche|annul|declar|fait ca|fait cette)\\w*|\\bquand (?:est-ce que )?(?:ca a|cela a) (?:ete )?(?:change|modifi|corrig)\\w*`,
);
const ANNULER_CORRECTION =
  /\b(?:annul|defai|supprim|retir|efface)\w*\b.{0,25}\b(?:correction|modification)\b|\b(?:remet\w*|reviens?|revenir|retabli\w*)\b.{0,20}\b(?:comme avant|en arriere|l'ancienne?|la valeur d'avant)\b/;
const MOIS =
  'janvier|fevrier|mars|avril|mai|juin|juillet|aout|septembre|octobre|novembre|decembre|mois|\\d{1,2}[/-]20\\d{2}';
const VALIDER = new RegExp(
  `^(?:je |on |il faut |peux-tu |merci de )?(?:valid|clotur|clos|arret|fige|verrouill)\\w*\\b(?: (?:tout|toutes?|les heures|les saisies|le|la|de|du|d'|mois|pour|en))* *(?:${MOIS})\\b|\\bvalidation (?:du |de |d'|mois |le )+(?:${MOIS})\\b`,
);
const ROUVRIR = new RegExp(`\\b(?:rouvr|reouvr|devalid|deverrouill)\\w*\\b.{0,25}(?:${MOIS})\\b`);
const CORRIGER =
  /^(?:peux-tu |il faut |je (?:veux|voudrais|dois) )?(?:corrig|modifi|rectifi)\w*\b.{0,40}(?:\bsaisie|\bheures?\b|\bligne|\bdeclaration|[a-z]{1,3}-?\d)/;

/** Lit ce qu'un message demande au registre ; null s'il parle d'autre chose. */
export const lireDemandeRegistre = (texte: string, aujourdhui: Jour): DemandeRegistre | null => {
  const plie = plier(texte).trim();
  if (plie.length > 200) return null;
  if (HISTORIQUE.test(plie)) return { type: 'historique' };
  if (ANNULER_CORRECTION.test(plie)) return { type: 'annuler-correction' };
  if (ROUVRIR.test(plie)) return { type: 'rouvrir', mois: lireMois(texte, aujourdhui) };
  if (VALIDER.test(plie) && !/\?|\d\s*h\b/.test(plie)) return { type: 'valider', mois: lireMois(texte, aujourdhui) };
  return CORRIGER.test(plie) && !/\?/.test(plie) ? { type: 'corriger' } : null;
};

/** Un mois civil entier, dit par son nom, son numéro ou « le mois dernier ». */
const lireMois = (texte: string, aujourdhui: Jour): string | null => {
  const lue = lirePeriode(texte, aujourdhui);
  const periode = lue?.type === 'periode' ? lue.periode : lue?.type === 'ambigue' ? lue.preferee : null;
  if (!periode) return null;
  const entier = moisDe(periode.du);
  return entier.du === periode.du && entier.au === periode.au ? periode.du.slice(0, 7) : null;
};

const CORRECTION_APRES =
  /^(?:ah |oh |oups,? |euh |mince,? |zut,? )?(?:non|en fait|pardon|plutot|erreur|correction|je me suis tromp\w*|c'etait|c'est plutot|finalement|desolee?|oups|pas \d|au lieu)\b|\b(?:au lieu de|et pas|je me suis tromp\w*|il fallait (?:lire|mettre)|c'etait plutot|en fait c'e(?:st|tait))\b/;

/** Le message corrige-t-il ce qui vient d'être enregistré ? */
export const estCorrection = (texte: string): boolean => {
  const plie = plier(texte).trim();
  return plie.length <= 160 && !/\?/.test(plie) && CORRECTION_APRES.test(plie);
};

const SUITE_DU_BROUILLON =
  /^(?:et|plus|aussi|ajoute[rz]?|rajoute[rz]?|pareil|idem|meme chose|les memes|avec|dont|puis)\b|\b(?:pareil|idem|la meme chose|aussi|egalement|en plus|ajoute[rz]?|le meme|la meme)\b/;

/** Le message corrige ou allonge-t-il la saisie en cours, au lieu d'en commencer une autre ? */
export const tientAuBrouillon = (texte: string): boolean =>
  estCorrection(texte) || SUITE_DU_BROUILLON.test(plier(texte).trim());
