import { aplatir } from '../references.ts';

const PROCEDURE =
  /\b(?:publicites?|publier|publication|boamp|joue(?!-t| un| le| pas)|jal|annonces? legales?|mise en concurrence|sans concurrence|gre a gre|de gre|devis|formalites?|achat direct|acheter directement|directement|appel d'offres|reserv\w+)\b/;
const SOCIALE =
  /\b(?:clauses?|considerations?|conditions? (?:sociales?|d'execution)|obligations? sociales?|volet social|social|sociale|sociales|insertion obligatoire)\b/;
const OBLIGATION = /\b(?:oblig\w*|impos\w*|contrain\w*|soumis\w*|faut|doit|dois|devons|doivent|exig\w*)\b/;

const L2112_2_1 = /\b2112-2-1\b/;

/** Vrai pour une question de publicité, de concurrence ou de réservation qui ne parle pas de clause sociale. */
export const estDeProcedure = (texte: string): boolean => {
  const plat = aplatir(texte);
  return PROCEDURE.test(plat) && !SOCIALE.test(plat) && !L2112_2_1.test(plat);
};

/** Vrai si l'on demande une obligation (« est-ce obligatoire », « faut-il »). */
export const demandeObligation = (texte: string): boolean => OBLIGATION.test(aplatir(texte));

const AUTRE_SUJET =
  /\bspaser\b|\bschema\b|\bheures?\b|\bpenalit\w*|\breserv\w*|\bsous-?trait\w*|\bavances?\b|\bcriteres?\b|\bpublicite\b/;

/** Vrai si l'on demande si la considération sociale s'impose, sans rien y mêler (« social obligatoire ou pas ? »). */
export const demandeObligationSociale = (texte: string): boolean => {
  const plat = aplatir(texte);
  const sociale = L2112_2_1.test(plat) || (SOCIALE.test(plat) && OBLIGATION.test(plat));
  return sociale && !AUTRE_SUJET.test(plat);
};

const SANS_QUESTION =
  /^(?:oui|ouais|non|ok|okay|okey|d'accord|dac|entendu|bien|tres bien|bon|super|parfait|ah|ah bon|hein|euh|bof|mouais|peut-etre|je ne sais pas|je sais pas|jsp|(?:je n'ai |j'ai |je ne |je )?(?:pas|rien) (?:tout )?(?:compris|capte|saisi)|(?:je )?(?:ne )?comprends? (?:pas|rien)|pas clair|(?:c'est )?pas clair|quoi|pardon|comment)?[ ?!.,…]*$/;

/** Vrai pour un mot qui n'est pas une question (« oui », « ok », « pas compris », « ? »). */
export const estSansQuestion = (texte: string): boolean => SANS_QUESTION.test(aplatir(texte).trim());

const EN_SAVOIR_PLUS = /^en savoir plus(?: ?: ?(.+))?$/s;
const PLUS_DE_DETAIL =
  /^(?:(?:peux-tu|pouvez-vous|tu peux|vous pouvez|je veux|je voudrais|j'aimerais)\b.{0,12})?(?:(?:m')?en (?:savoir|dire) (?:un peu )?(?:plus|davantage)|(?:un peu )?plus d(?:e |')(?:details?|explications?|precisions?)|(?:donne[zr]?(?:-moi)? )?(?:des|les|le|tous les) details?|details?|detaille[zr]?|developpe[zr]?|approfondi[rs]?|explique[zr]? (?:mieux|davantage|plus))(?: (?:s'il (?:te|vous) plait|svp|stp|merci))?[ ?!.]*$/;

/** Ce qu'on dit en pressant le bouton d'une fiche. */
export const PLUS = 'En savoir plus';

/** « En savoir plus : Qu'est-ce que… ? » (bouton), « plus de détails » (tapé) ; `titre` nul : ce dont on parlait. */
export const lireDemandeDetail = (texte: string): { readonly titre: string | null } | null => {
  const dit = texte.trim();
  const plat = aplatir(dit);
  if (EN_SAVOIR_PLUS.test(plat))
    return {
      titre:
        dit
          .slice(PLUS.length)
          .replace(/^ ?: ?/, '')
          .trim() || null,
    };
  return PLUS_DE_DETAIL.test(plat) ? { titre: null } : null;
};

const SUITE_ARTICLE =
  /^(?:et |puis |ou )(?:pour )?(?:l'article |l'art\.? ?|art(?:icle)?\.? |le |l'ex-?article )?(\d{1,2})[ ?!.]*$/;

/** « Et le 15 ? », après une ancienne référence : le numéro demandé ; null si le message dit autre chose. */
export const lireSuiteArticle = (texte: string): string | null =>
  SUITE_ARTICLE.exec(aplatir(texte).trim())?.[1] ?? null;
