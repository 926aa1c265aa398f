/** Rangs dits en toutes lettres, du premier au dernier (-1). */
const RANGS: Readonly<Record<string, number>> = {
  premiere: 1,
  premier: 1,
  deuxieme: 2,
  seconde: 2,
  second: 2,
  troisieme: 3,
  quatrieme: 4,
  cinquieme: 5,
  derniere: -1,
  dernier: -1,
};

const RANG =
  /^(?:non,? |et |pour |corrige[rz]? |change[rz]? |modifie[rz]? |en fait,? )*(?:(?:la |n° ?|numero )?ligne (?:n° ?)?(\d{1,2})|la (\d{1,2})(?:e|eme|ere)?|l[ae] (premiere?|deuxieme|seconde?|troisieme|quatrieme|cinquieme|derniere?)(?: ligne| personne)?)(?![a-z\d]|\s*(?:h\b|\/|semaine|quinzaine|jour|fois|lundi|mardi|mercredi|jeudi|vendredi))[\s:,]*(?:c'est|c'etait|est|:)?/;

/** « la 2 c'est 7 h », « ligne 3 : hier » : la ligne visée, à partir de 0, et la fin de ce qui la nomme. */
export const lireRangLigne = (plie: string, lignes: number): { readonly rang: number; readonly fin: number } | null => {
  const trouve = lignes > 1 ? RANG.exec(plie) : null;
  if (!trouve) return null;
  const [tout, ligne, chiffre, mot = ''] = trouve;
  const dit = Number(ligne ?? chiffre ?? RANGS[mot] ?? 0);
  const rang = dit === -1 ? lignes - 1 : dit - 1;
  return rang >= 0 && rang < lignes ? { rang, fin: tout.length } : null;
};
