/** Forme comparable d'un texte : minuscules, sans accents, apostrophes, tirets et espaces unifiés. */
export const plier = (texte: string): string =>
  texte
    .normalize('NFD')
    .replace(/\p{Diacritic}/gu, '')
    .toLowerCase()
    .replace(/œ/g, 'oe')
    .replace(/æ/g, 'ae')
    .replace(/[’‘ʼ`´′]/g, "'")
    .replace(/[‐‑‒–—−]/g, '-')
    .replace(/[\u00a0\u202f\u2009\t]/g, ' ');

/** Un mot du message, avec sa place dans le texte d'origine. */
export interface Mot {
  /** Tel que tapé. */
  readonly texte: string;
  /** Plié (voir `plier`). */
  readonly plie: string;
  /** Bornes dans le texte d'origine, fin exclue. */
  readonly debut: number;
  readonly fin: number;
}

/** Mots d'un texte ; « 7,5 », « P-0231 » et « Saint-Omer » restent entiers, « l'école » donne « l » et « école ». */
export const decouper = (texte: string): Mot[] =>
  [...texte.matchAll(/[\p{L}\p{M}\p{N}]+(?:[-.,][\p{L}\p{M}\p{N}]+)*/gu)].map((trouve) => ({
    texte: trouve[0],
    plie: plier(trouve[0]),
    debut: trouve.index,
    fin: trouve.index + trouve[0].length,
  }));

/**
 * Distance de Damerau-Levenshtein (insertion, oubli, substitution, inversion de voisines),
 * bornée : au-delà de `max`, rend `max + 1`.
 */
export const distance = (a: string, b: string, max = 2): number => {
  if (a === b) return 0;
  if (Math.abs(a.length - b.length) > max) return max + 1;
  let avantDerniere: number[] = [];
  let derniere = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const ligne = [i];
    let meilleure = i;
    for (let j = 1; j <= b.length; j++) {
      const cout = a[i - 1] === b[j - 1] ? 0 : 1;
      let valeur = Math.min((derniere[j] ?? 0) + 1, (ligne[j - 1] ?? 0) + 1, (derniere[j - 1] ?? 0) + cout);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        valeur = Math.min(valeur, (avantDerniere[j - 2] ?? 0) + 1);
      ligne.push(valeur);
      meilleure = Math.min(meilleure, valeur);
    }
    if (meilleure > max) return max + 1;
    avantDerniere = derniere;
    derniere = ligne;
  }
  return Math.min(derniere[b.length] ?? max + 1, max + 1);
};
