const MAXIMUM = 3;
const MOTS_MINIMUM = 3;

/**
 * Questions d'un message qui en pose plusieurs, trois au plus ; une seule (le message entier) sinon.
 * On ne coupe qu'aux points d'interrogation et aux listes : une phrase reste entière.
 */
export const decouperMessage = (texte: string): readonly string[] => {
  const morceaux = texte
    .split(/(?<=\?)\s+|\n\s*(?:[-*•]|\d+[.)])\s+/)
    .map((morceau) => morceau.trim())
    .filter((morceau) => morceau.split(/\s+/).length >= MOTS_MINIMUM);
  const questions = morceaux.filter((morceau) => morceau.endsWith('?'));
  return questions.length > 1 ? questions.slice(0, MAXIMUM) : [texte];
};
