import type { Terme } from '../domain/lexique.ts';
import { plier } from './normaliser.ts';
import { champsDe } from './questions/champs.ts';
import { reecrire } from './questions/ecritures.ts';
import { racinerMetier } from './questions/familles.ts';

/** Mots qui ne disent rien du sujet. « quand », « combien », « qui » et « sans » sont gardés : ils distinguent. */
const VIDES = new Set(
  `a afin ai ainsi alors apres as au aucun aucune auquel aussi autre autres aux avais avait avant avec avez avoir avons bien bonjour bonsoir c ca car ce ceci cela celle celles celui ces cet cette ceux chez chose ci coi comme cordialement d dans de dela deja depuis des donc dont du elle elles en encore entre es est et etaient etais etait etant ete etes etre eu eux fait faire fais faut fois font furent grace hello ici il ils j jai je jusque l la le les leur leurs lors lorsque lui m ma madame mais me meme memes merci mes moi moins mon monsieur n ne ni nos notre nous on ont ou par pas peu plait plus pour pouvez pouvoir qu quant que quel quelle quelles quels quoi s sa salut se sera serait ses si soit son sont souhaite souhaiterais suis sur svp stp t ta te tel tes toi ton tous tout toute toutes tres tu un une unes va vers veux via voici voila vos votre vous y
   pourriez pourrais voudrais voudrait aimerais souhaiterions aimerions preciser renseigner renseignement question questions savoir dire dites respectueusement salutations equipe collegue collegues aide aider jaimerais slt bjr cdlt rv besoin
   peut peux peuvent puis puisse doit dois doivent devons devez sommes avons etions ait aient quoi ds koi ke ki g jpeux jdois cest jme sagit dit truc vraiment actuellement juste etc ok maintenant desormais aujourd hui mtn bref ben`.split(
    /\s+/,
  ),
);

/** Une façon d'écrire un terme : ses racines, et le concept où elle mène. */
interface Expression {
  readonly racines: readonly string[];
  readonly concept: string;
}

/** Lexique prêt à reconnaître : expressions par leur première racine, les plus longues d'abord. */
export type IndexLexique = ReadonlyMap<string, readonly Expression[]>;

const decouper = (texte: string): string[] => texte.split(/[^a-z0-9]+/).filter((mot) => mot !== '');

/** Termes courts qu'une phrase ordinaire emploie aussi : reconnus en majuscules seulement. */
const AMBIGUS = new Set([
  'ai',
  'ei',
  'pi',
  'ms',
  'bc',
  'ac',
  'ml',
  'ase',
  'pec',
  'cat',
  'fas',
  'mi',
  'rc',
  'ae',
  'cd',
  'ave',
  'sep',
  'are',
  'ass',
  'fei',
  'gup',
  'asi',
]);

export const construireLexique = (lexique: readonly Terme[]): IndexLexique => {
  const vues = new Set<string>();
  const parPremiere = new Map<string, Expression[]>();
  for (const { terme, developpe, synonymes } of lexique) {
    const concept = `@${decouper(plier(terme)).join('_')}`;
    for (const ecriture of [terme, developpe, ...synonymes]) {
      const racines = ecriture === null ? [] : decouper(plier(ecriture)).map(racinerMetier);
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

/** Ce que pèse chaque sorte de trait : un concept du métier plus qu'un mot, un article bien plus. */
const POIDS = {
  concept: 1.2,
  mot: 1,
  dansConcept: 0.5,
  paire: 0.5,
  marque: 1,
  article: 2,
  lettres: 0.6,
  champ: 0.5,
} as const;

/** Longueur des suites de lettres, qui rapprochent « déroger » de « dérogatoire » et un mot mal tapé du bon. */
const LETTRES = 4;

/** Traits d'un texte et leur poids : racines, concepts (`@siae`), articles (`art2113-13`), marques (`#montant`), paires (`a+b`), lettres (`~clau`), champs de sens (`%preuve`). */
export type Traits = Map<string, number>;

/** Corrige un mot plié ; rend plusieurs mots s'il en collait deux. */
export type Correction = (mot: string) => string;

/** Un trait qui est un mot, un concept ou un article, ni une paire, ni des lettres, ni un champ de sens, ni une marque. */
export const estMot = (trait: string): boolean => !/[+~#%]/.test(trait);

const ajouter = (traits: Traits, trait: string, poids: number): void => {
  traits.set(trait, Math.max(traits.get(trait) ?? 0, poids));
};

/** Traits d'un texte. */
export const extraireTraits = (texte: string, lexique: IndexLexique, corriger: Correction = (mot) => mot): Traits => {
  const { mots: bruts, marques } = reecrire(texte);
  const mots = bruts.flatMap((mot) => corriger(mot).split(' '));
  const racines = mots.map(racinerMetier);
  const traits: Traits = new Map();
  for (const marque of marques) ajouter(traits, marque, marque.startsWith('art') ? POIDS.article : POIDS.marque);
  const couverts = ajouterConcepts(traits, { mots, racines, majuscules: lireMajuscules(texte), lexique });
  const pleins = racines.filter((racine, rang) => {
    const mot = mots[rang] ?? '';
    if (mot.length < 2 || VIDES.has(mot)) return false;
    ajouter(traits, racine, couverts[rang] === 1 ? POIDS.dansConcept : POIDS.mot);
    ajouterLettres(traits, mot);
    for (const champ of champsDe(mot)) ajouter(traits, `%${champ}`, POIDS.champ);
    return true;
  });
  for (let i = 0; i + 1 < pleins.length; i += 1) ajouter(traits, `${pleins[i]}+${pleins[i + 1]}`, POIDS.paire);
  return traits;
};

const ajouterLettres = (traits: Traits, mot: string): void => {
  if (mot.length < LETTRES) return;
  const borne = `_${mot}_`;
  const nombre = borne.length - LETTRES + 1;
  const poids = POIDS.lettres / Math.sqrt(nombre);
  for (let debut = 0; debut < nombre; debut += 1) ajouter(traits, `~${borne.slice(debut, debut + LETTRES)}`, poids);
};

const lireMajuscules = (texte: string): Set<string> =>
  new Set(texte.match(/\b[A-Z]{2,}\b/g)?.map((sigle) => sigle.toLowerCase()) ?? []);

interface Suite {
  readonly mots: readonly string[];
  readonly racines: readonly string[];
  readonly majuscules: ReadonlySet<string>;
  readonly lexique: IndexLexique;
}

/** Ajoute les concepts reconnus et rend, pour chaque mot, s'il appartient à l'un d'eux. */
const ajouterConcepts = (traits: Traits, { mots, racines, majuscules, lexique }: Suite): Uint8Array => {
  const couverts = new Uint8Array(mots.length);
  racines.forEach((racine, debut) => {
    const expression = lexique
      .get(racine)
      ?.find(({ racines: voulues }) => voulues.every((voulue, rang) => racines[debut + rang] === voulue));
    if (expression === undefined) return;
    const seul = mots[debut] ?? '';
    if (expression.racines.length === 1 && AMBIGUS.has(seul) && !majuscules.has(seul)) return;
    ajouter(traits, expression.concept, POIDS.concept);
    couverts.fill(1, debut, debut + expression.racines.length);
  });
  return couverts;
};
