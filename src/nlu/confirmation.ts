import { aligner, composer } from './dates/aligner.ts';

const OUI =
  /^(?:(?:(?:et|alors|ben|bah|euh|ah|bon|bien|merci|voila|reprenons|parfait|super)[\s,:]+)*)(?:oui(?: oui)*|ui|wi|oiu|ouais?|ouep|ouaip|yep|yes|yop|si|ok(?:ay|e|i)?|o\.k\.?|d'?accord|dac|daccord|exact(?:ement)?|parfait|tout a fait|absolument|affirmatif|effectivement|bien sur|bien entendu|evidemment|certainement|carrement|volontiers|vas[- ]?y|allez|allons-y|go|top|super|nickel|impec(?:cable)?|(?:c'est |c )(?:bon|ca|ok|cela|exact|correct|parfait|juste|bien ca|tout bon|valide|nickel)|tout est (?:bon|correct|ok|juste)|ca (?:marche|roule|va|me va|me convient|colle)|bon|correct|juste|valid(?:er|e|ez|ons|e!)|(?:je|on|tu peux|vous pouvez) (?:valide[rz]?|confirme[rz]?|enregistre[rz]?|note[rz]?|sauvegarde[rz]?|approuve|suis d'accord)|confirm(?:er|e|ez|ons)|enregistr(?:er|e|ez|ons)|sauvegarder?|envoy(?:er|e|ez)|c'est note|entendu|1|👍|✅|✔️?)(?![a-z\d])/;
const NON =
  /^(?:(?:ah|ben|bah|euh|mais|finalement|en fait)[\s,]+)?(?:non+(?: non)*|nan|nope|no|nn|niet|negatif|pas du tout|surtout pas|absolument pas|certainement pas|pas question|pas (?:d'accord|exactement|vraiment|encore|maintenant|bon)|jamais|(?:c'est |c )(?:faux|pas (?:ca|bon|exact|correct|juste))|ce n'est pas (?:ca|bon|exact|correct|juste)|faux|incorrect|inexact|erreur|annule[rz]?|n'enregistre[rz]? (?:pas|rien)|ne (?:valide|enregistre|confirme)[rz]? pas|refuse[rz]?|laisse tomber|👎|❌)(?![a-z\d])/;
/** Une réserve après « oui » : ce n'est plus un oui. */
const RESERVE =
  /\b(?:mais|sauf|par contre|cependant|attends?|attendez|erreur|faux|change[rz]?|modifie[rz]?|corrige[rz]?|plutot|non|pas|avant)\b|\?|\d/;
/** Ce qui peut suivre un oui sans le changer. */
const SUITE =
  /^(?:[\s,.!;:)]|merci|svp|stp|s'il (?:te|vous) plait|(?:c'est|c) (?:bon|ca|ok|tout bon|correct|exact|parfait)|je (?:valide|confirme)|(?:tu peux|vous pouvez|on peut) (?:enregistrer|valider|envoyer)|enregistre[rz]?|valide[rz]?|confirme[rz]?|la saisie|ma saisie|tout|cela|ca|alors|donc|on y va|vas[- ]y|allez[- ]y|go|heures?|oui|ok|d'accord|parfait|tout a fait|bien sur|exactement|les heures|les deux|tout|le|la|ma|mes|ces|cette|saisie|declaration|ligne|lignes|pour moi|bonne|journee|volontiers|beaucoup|tres bien|bien|super|👍|✅)*$/;

/**
 * « oui », « non » ou rien de sûr. « oui mais il y a une erreur » n'est pas un oui :
 * ce qui suit se lit comme une correction.
 */
export const lireConfirmation = (texte: string): 'oui' | 'non' | null => {
  const plie = aligner(composer(texte)).trim().replace(/\s+/g, ' ');
  const non = NON.exec(plie);
  // « non 14 h », « non c'est Claire » corrigent : ce n'est un refus que si rien d'autre n'est dit.
  if (non) return SUITE_NON.test(plie.slice(non[0].length)) ? 'non' : null;
  const oui = OUI.exec(plie);
  if (!oui) return null;
  const suite = plie.slice(oui[0].length);
  return !RESERVE.test(suite) && SUITE.test(suite) ? 'oui' : null;
};

const SUITE_NON =
  /^(?:[\s,.!;:)]|merci|svp|pas (?:du tout|ca|maintenant|la peine)|c'est (?:pas )?(?:bon|ca|faux)|non|nan|tout|ca|cela|la saisie|ma saisie|saisie|du tout|il y a une erreur|c'est une erreur|erreur|jamais|surtout pas|ne|rien|n'enregistre(?:z)? (?:pas|rien)|annule[rz]?)*$/;
