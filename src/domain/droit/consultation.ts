import { aplatir, lireReferences, type ReferenceArticle } from '../references.ts';
import { resoudreReference } from '../references-connues.ts';

/** Article ou texte demandé pour lui-même. */
export type Consultation =
  | { readonly type: 'connue'; readonly ids: readonly string[]; readonly alinea: number | null }
  /** Rien de tel : ce qui a été écrit, et les articles les plus proches, s'il y en a. */
  | { readonly type: 'inconnue'; readonly ecrit: string; readonly voisines: readonly string[] };

/** Mots qui demandent un texte, sans poser d'autre question. */
const DEMANDE = new Set(
  `a action ai arret aurais casf civil climat cjue code conseil ct decision ess et etat familles hamon industrie jurisprudence penitentiaire resilience rgpd sociale ue verte aujourd'hui aujourdhui actuel actuelle actuellement actuels afficher affiche ah alinea alineas ancien ancienne anciens al alors article articles art arts as au aurait aussi avec avez avoir besoin bien bjr bonjour bonsoir c ca ce cela celui cet cette ccp ceci cherche code cmp commande concerne connais connaissez connaitre connait consulter contenu contient contiens coordonnees correspond correspondance cordialement ct d dans date de devenu devenue devient deja des dit dis dire disent dispose donc donne donnez donner du demande e elle en encore enonce entre equivalent es esr est et etait etaient ete etre eu ex exact exactement existe existes explication explications explique expliquez expliquer faire fait fixe haut il ils info infos impose j jai je juste keske kesako kezako kesaco koi l la le legifrance les lettre lien lire lis lit lois loi m marche  marches me mentionne merci mnt moi mot montre montrez montrer n ne nous nouveau nouvel nouvelle nouvelles numero ok on or ordonnance ou p par parle parler peut peux permet plait pourquoi pour pouvez pouvoir pourriez pourrais precise preciser precisement prevoit propos public publique publics publique qu quand que quel quelle quelles quels quelqu'un qui quid quoi rappel rappeler rappelle rappelez recherche redaction redige redit regle reglement remplace remplacee remplacement remplacant resume resumer resumez retrouve s sa savoir sais se sens signifie signification simple simplement simples soit son souhaite stipule sujet sur svp t te texte textes tout traite travail trouve trouver trouvez tu un une veut veux version versions vers vigueur visa vise viser voir voudrais voudrait vous voulez y equivalents actuellement slt salut hello s'il stp dont decret directive decrets`.split(
    /\s+/,
  ),
);

// Un CCAG, une charte ou une page ne sont pas des articles : leurs fiches répondent mieux.
const PAS_UN_ARTICLE = /^(?:ccag|charte|page|anru|guide)/;

/**
 * Lit un message qui n'est qu'une référence (« L2113-13 », « que dit l'article R. 2113-7 al. 2 ? »).
 * Rend null si le message demande autre chose, ou ne nomme aucun article.
 * @param connues identifiants des sources du catalogue
 */
export const lireConsultation = (texte: string, connues: readonly string[]): Consultation | null => {
  const references = lireReferences(texte).filter(({ candidats }) => !candidats.every((id) => PAS_UN_ARTICLE.test(id)));
  const [premiere] = references;
  if (!premiere || !estUneDemande(texte, references)) return null;
  const lues = references.map((reference) => ({ reference, lue: resoudreReference(reference, connues) }));
  const ids = lues.flatMap(({ lue }) => (lue.certitude === 'connue' ? lue.ids : []));
  if (ids.length > 0) return { type: 'connue', ids: [...new Set(ids)], alinea: premiere.alinea };
  const [{ reference, lue } = { reference: premiere, lue: null }] = lues;
  return {
    type: 'inconnue',
    ecrit: texte.slice(reference.debut, reference.fin).trim(),
    voisines: lue?.certitude === 'voisine' ? lue.ids : [],
  };
};

const estUneDemande = (texte: string, references: readonly ReferenceArticle[]): boolean => {
  let reste = effacerDates(aplatir(texte));
  for (const { debut, fin } of references) reste = reste.slice(0, debut) + ' '.repeat(fin - debut) + reste.slice(fin);
  return reste
    .split(/[^a-z0-9']+/)
    .flatMap((mot) => (DEMANDE.has(mot) ? [] : mot.split("'")))
    .every((mot) => mot.length < 2 || DEMANDE.has(mot) || /^\d{1,2}(?:er|e|eme)?$/.test(mot));
};

const MOIS = 'janvier|fevrier|mars|avril|mai|juin|juillet|aout|septembre|octobre|novembre|decembre';
const DATES = new RegExp(
  `\\b(?:en|au|avant|le|debut|fin|courant|depuis|annee)? ?(?:l'annee )?(?:\\d{1,2}(?:er)? ?)?(?:(?:${MOIS}) )?(?:19|20)\\d\\d(?![-\\d])\\b|\\b\\d{1,2}/\\d{1,2}/\\d{2,4}\\b`,
  'g',
);

const effacerDates = (plat: string): string => plat.replace(DATES, (trouve) => ' '.repeat(trouve.length));

/** Références d'une vraie question qui ne désignent aucun texte connu, telles qu'écrites. */
export const lireInconnues = (texte: string, connues: readonly string[]): readonly string[] =>
  lireReferences(texte).flatMap((reference) =>
    /^(?:ccp|ct)-/.test(reference.candidats[0] ?? '') && resoudreReference(reference, connues).certitude !== 'connue'
      ? [texte.slice(reference.debut, reference.fin).trim()]
      : [],
  );
