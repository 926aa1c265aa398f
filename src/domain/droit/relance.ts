import { aplatir } from '../references.ts';

/** Ce qu'une relance demande de la réponse qu'on vient de lire : ses textes, ou depuis quand ils valent. */
export type Relance = 'textes' | 'date';

const TEXTES =
  /^(?:articles?|arts?|lois?|textes?|base|bases|fondements?|references?|refs?|sources?|decrets?|legifrance)$/;
const DATE =
  /\b(?:depuis quand|a partir de quand|(?:depuis|a|a partir de) quelle date|de quand (?:ca |cela )?date|(?:ca |cela )date de quand|c'est recent|c'est nouveau|quand est-ce (?:entre|sorti)|entree en vigueur)\b/;

/** Mots qui n'ajoutent aucun sujet à la relance. */
const VIDES = new Set(
  `a ah ai ainsi alors appui appuie appuyer as au aux avez avoir bon bien c ca ce cela ces cest cet cette cite citer citez code comment concerne concernes connaitre d dans date de depuis des dis dit dites donc donne donner donnez du elle en entree est et etre eux exact exacte exactement exacts fonde fonder ici il indique indiquer j je justement l la le legal legale legales legaux lequel les lesquels lien m ma marque me merci moi mon n nom nouveau numero on ou ok par parle partir pas peut peux plait pour pourrais pouvez precis precise precisement prevoit prevu prevue qu quand que quel quelle quelles quels quoi qui recent redonne repose reposer reglementaire juridique juridiques s sa savoir se si sont sorti stp sur svp te tire tirez trouve trouver tu un une veux vertu viens vient vigueur voir voudrais vous y`.split(
    /\s+/,
  ),
);

const MOTS = 12;

/** « Quel article ? », « c'est quelle loi ? », « depuis quand ? » : une relance qui ne nomme aucun autre sujet ; null sinon. */
export const lireRelance = (texte: string): Relance | null => {
  const plat = aplatir(texte).trim();
  const mots = plat.split(/[^a-z0-9]+/).filter((mot) => mot !== '');
  if (mots.length === 0 || mots.length > MOTS) return null;
  const textes = mots.some((mot) => TEXTES.test(mot));
  if (!mots.every((mot) => VIDES.has(mot) || TEXTES.test(mot))) return null;
  if (DATE.test(plat)) return 'date';
  return textes ? 'textes' : null;
};
