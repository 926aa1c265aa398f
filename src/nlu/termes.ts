import type { Terme } from '../domain/lexique.ts';
import { plier } from './normaliser.ts';
import { raciner } from './racines.ts';

/** Mots qui ne disent rien du sujet. « quand », « combien », « qui » et « pourquoi » sont gardés : ils distinguent. */
const VIDES = new Set(
  `a afin ai ainsi alors apres as au aucun aucune auquel aussi autre autres aux avais avait avant avec avez avoir avons bien bonjour bonsoir c ca car ce ceci cela celle celles celui ces cet cette ceux chez chose ci coi comme cordialement d dans de dela deja depuis des donc dont du elle elles en encore entre es est et etaient etais etait etant ete etes etre eu eux fait faire faut fois font furent grace hello ici il ils j jai je jusque l la le les leur leurs lors lorsque lui m ma madame mais me meme memes merci mes moi moins mon monsieur n ne ni nos notre nous on ont ou par pas peu plait plus pour pouvez pouvoir qu quant que quel quelle quelles quels quoi s sa salut sans se sera serait ses si soit son sont souhaite souhaiterais suis sur svp stp t ta te tel tes toi ton tous tout toute toutes tres tu un une unes va vers veux via voici voila vos votre vous y
   pourriez pourrais voudrais voudrait aimerais souhaiterions aimerions indiquer preciser renseigner renseignement question questions savoir dire dites avance respectueusement salutations equipe collegue collegues aide aider jaimerais slt bjr cdt cdlt rv merci besoin
   peut peux peuvent puis puisse doit dois doivent devons devez sommes avons etions ait aient quoi qd ds koi ke ki g jpeux cest jme`.split(
    /\s+/,
  ),
);

/** Écritures abrégées des messages courts. */
const ABREGES: Readonly<Record<string, string>> = {
  mr: 'marche reserve',
  mp: 'marche public',
  ao: 'appel offres',
  pb: 'probleme',
  oblig: 'obligatoire',
  obligé: 'obligatoire',
  bcp: 'beaucoup',
  pk: 'pourquoi',
  pr: 'pour',
  nb: 'nombre',
  hrs: 'heures',
  h: 'heures',
  entr: 'entreprise',
  ets: 'entreprise',
};

const ARTICLE = /\b(?:art(?:icle)?s?\.?\s*)?([lrd])?[.\s]{0,2}(\d{3,4}(?:-\d+)+)\b/g;

/** Une façon d'écrire un terme : ses racines, et le concept où elle mène. */
interface Expression {
  readonly racines: readonly string[];
  readonly concept: string;
}

/** Lexique prêt à reconnaître : expressions par leur première racine, les plus longues d'abord. */
export type IndexLexique = ReadonlyMap<string, readonly Expression[]>;

const mots = (texte: string): string[] => texte.split(/[^a-z0-9@]+/).filter((mot) => mot !== '');

/** Termes courts qu'une phrase ordinaire emploie aussi : reconnus en majuscules seulement. */
const AMBIGUS = new Set(['ai', 'ei', 'pi', 'ms', 'bc', 'ac', 'ml', 'ase', 'pec', 'cat', 'fas', 'mi', 'rc', 'ae', 'cd']);

export const construireLexique = (lexique: readonly Terme[]): IndexLexique => {
  const vues = new Set<string>();
  const parPremiere = new Map<string, Expression[]>();
  for (const { terme, developpe, synonymes } of lexique) {
    const concept = `@${mots(plier(terme)).join('_')}`;
    for (const ecriture of [terme, developpe, ...synonymes]) {
      const racines = ecriture === null ? [] : mots(plier(ecriture)).map(raciner);
      const [premiere] = racines;
      const cle = racines.join(' ');
      if (premiere === undefined || vues.has(cle)) continue;
      vues.add(cle);
      parPremiere.set(premiere, [...(parPremiere.get(premiere) ?? []), { racines, concept }]);
    }
  }
  for (const expressions of parPremiere.values()) expressions.sort((a, b) => b.racines.length - a.racines.length);
  return parPremiere;
};

/**
 * Termes d'un texte : racines des mots pleins, concepts du lexique (`@siae`), articles (`art2113-13`).
 * L'ordre est gardé ; un terme peut revenir.
 */
export const extraireTermes = (texte: string, lexique: IndexLexique): string[] => {
  const articles: string[] = [];
  const nu = plier(texte)
    .replace(ARTICLE, (_, lettre: string | undefined, numero: string) => {
      articles.push(`art${numero}`, ...(lettre ? [`art${lettre}${numero}`] : []));
      return ' ';
    })
    .replace(/(\d)[\s.](?=\d{3}\b)/g, '$1')
    .replace(/\b(\d+)\s*(?:k€|ke\b|keuros?)/g, '$1000 euros');
  const majuscules = new Set(texte.match(/\b[A-Z]{2,}\b/g)?.map((sigle) => sigle.toLowerCase()) ?? []);
  const suite = mots(nu).flatMap((mot) => ABREGES[mot]?.split(' ') ?? [mot]);
  const racines = suite.map(raciner);
  return [...articles, ...concepts(suite, racines, { lexique, majuscules }), ...motsPleins(suite, racines)];
};

const motsPleins = (suite: readonly string[], racines: readonly string[]): string[] =>
  racines.filter((_, rang) => {
    const mot = suite[rang] ?? '';
    return mot.length > 1 && !VIDES.has(mot);
  });

const concepts = (
  suite: readonly string[],
  racines: readonly string[],
  { lexique, majuscules }: { readonly lexique: IndexLexique; readonly majuscules: ReadonlySet<string> },
): string[] => {
  const trouves: string[] = [];
  racines.forEach((racine, debut) => {
    const expression = lexique
      .get(racine)
      ?.find(({ racines: voulues }) => voulues.every((voulue, rang) => racines[debut + rang] === voulue));
    if (expression === undefined) return;
    const seul = suite[debut] ?? '';
    if (expression.racines.length === 1 && AMBIGUS.has(seul) && !majuscules.has(seul)) return;
    trouves.push(expression.concept);
  });
  return trouves;
};
