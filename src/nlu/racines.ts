import stemmer from 'natural/lib/natural/stemmers/porter_stemmer_fr.js';

const connues = new Map<string, string>();

/**
 * Racine d'un mot déjà plié ; la seule porte vers natural.
 * Les mots courts, les sigles et les nombres restent tels quels : « ai » et « esat » ne sont pas des verbes.
 */
export const raciner = (mot: string): string => {
  if (mot.length < 5 || /\d/.test(mot)) return mot;
  const connue = connues.get(mot);
  if (connue !== undefined) return connue;
  const racine = stemmer.stem(mot.endsWith('aux') ? `${mot.slice(0, -3)}al` : mot);
  if (connues.size > 50_000) connues.clear();
  connues.set(mot, racine);
  return racine;
};
