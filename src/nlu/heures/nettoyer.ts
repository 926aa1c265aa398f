import { composer } from '../dates/aligner.ts';
import { reparer } from './reparer.ts';

const SALUTATION =
  /^\s*(?:bonjour|bonsoir|salut|coucou|hello|bjr|slt|re|cher|chère)(?:\s+(?:à\s+(?:tous|toutes|vous)|madame|monsieur|mme|m\.|mr|l['’]équipe|clausette|la\s+team|\p{L}+)(?:\s+\p{Lu}\p{L}+)?)?\s*[,!.:\n]+/iu;
const SALUTATION_SEULE = /^\s*(?:bonjour|bonsoir|salut|coucou|hello|bjr|slt)\s+/iu;
const FORMULE =
  /(?:^|[\s,.!;])(?:(?:bien\s+)?cordialement|sincères salutations|salutations|bien à vous|cdlt|cdt|bonne (?:journée|soirée|fin de journée|semaine|réception)|merci d['’]avance|je vous remercie|à bientôt|belle journée)(?![\p{L}])/iu;

/** « Merci ! Sophie » : un remerciement final et son auteur. */
const REMERCIEMENT =
  /(?:^|[\s,.!;])[Mm]erci(?:\s+beaucoup|\s+bien)?\s*[!.,\n]+\s*\p{Lu}[\p{L}-]+(?:\s+\p{Lu}[\p{L}-]+)?\s*[.!]?\s*$/u;

/** Message composé, ses mots de temps réparés, sans les politesses d'ouverture ni la signature, qui porteraient un nom de trop. */
export const nettoyer = (texte: string): string => {
  const compose = reparer(composer(texte).replace(/[\u200b-\u200d\ufeff]/g, ''));
  const corps = compose.replace(SALUTATION, '').replace(SALUTATION_SEULE, '').replace(REMERCIEMENT, '');
  const formule = FORMULE.exec(corps);
  if (!formule) return corps;
  const suite = corps.slice(formule.index + formule[0].length);
  // Après la formule de politesse, un chiffre dit encore quelque chose ; un nom seul est une signature.
  return /\d/.test(suite) ? corps : corps.slice(0, formule.index);
};
