import type { Fiche } from '../droit.ts';
import { aplatir } from '../references.ts';

/** Un développement plus court se montre en entier : rien à déplier. */
const COURT = 240;
const MONTRES = 2;
/** Deux formes d'un même mot partagent leur début. */
const RACINE = 6;
const MOT_MINIMUM = 3;

const VIDES = new Set(
  'ait aux car ces cet des dit dix dont elle est etc eux ici ils les lui mon nos non nul ont oui par pas peu peux pour qui sais ses soi son sur tel ton une alors apres article aussi autre autres avant avec avez avoir avons bonjour cela celle celui ceux chez clause combien comme comment cordialement dans depuis dois doit doivent donc elle elles encore entre etre faire fait faut heures insertion lors madame mais marche marches merci mes meme mieux mois monsieur moins notre nous obligation obligatoire parce pendant pense peut peuvent plus pour pouvez pourquoi pouvons puis quand que quel quelle quelles quels question quoi sans selon sera sont sous suis sur tous tout toute toutes tres trop type une vers vous votre souhaite voudrais savoir'.split(
    ' ',
  ),
);

/** Les morceaux d'un développement qui se lisent seuls : paragraphes, puces, lignes de tableau (en puces). */
export const decouperDetail = (detail: string): readonly string[] =>
  detail
    .split(/\n{2,}/)
    .flatMap((bloc) => (bloc.trim().startsWith('|') ? lireTableau(bloc) : lireBloc(bloc)))
    .map((passage) => passage.trim())
    .filter((passage) => passage !== '');

const lireBloc = (bloc: string): readonly string[] => bloc.split(/\n(?=[-*] |\d+[.)] )/);

const cellules = (ligne: string): readonly string[] =>
  ligne
    .trim()
    .replace(/^\||\|$/g, '')
    .split('|')
    .map((cellule) => cellule.trim());

const lireTableau = (bloc: string): readonly string[] => {
  const [entete = '', , ...lignes] = bloc.trim().split('\n');
  const titres = cellules(entete);
  return lignes.map((ligne) => {
    const [tete = '', ...reste] = cellules(ligne);
    const dits = reste.map((valeur, rang) => [titres[rang + 1] ?? '', valeur].filter(Boolean).join(' : '));
    return `- **${tete.replace(/\*\*/g, '')}** — ${dits.join(' ; ')}`;
  });
};

const racines = (texte: string): ReadonlySet<string> =>
  new Set(
    aplatir(texte)
      .replace(/œ/g, 'oe')
      .split(/[^a-z0-9]+/)
      .filter((mot) => mot.length >= MOT_MINIMUM && !VIDES.has(mot))
      .map((mot) => mot.slice(0, RACINE)),
  );

/** Ce qu'on montre d'un développement : ce qui répond aux mots de la question que la réponse courte ne dit pas. */
export interface Choisis {
  readonly montres: readonly string[];
  /** Vrai s'il reste quelque chose à lire. */
  readonly reste: boolean;
}

/** Un mot présent dans plus d'une formulation sur quatre est le sujet de la fiche, pas un point de détail. */
const PART_DU_SUJET = 0.25;

const sujetsDe = ({ titre, phrases }: Pick<Fiche, 'titre' | 'phrases'>): ReadonlySet<string> => {
  const presences = new Map<string, number>();
  for (const phrase of phrases)
    for (const racine of racines(phrase)) presences.set(racine, (presences.get(racine) ?? 0) + 1);
  const frequents = [...presences].flatMap(([racine, presence]) =>
    presence > phrases.length * PART_DU_SUJET ? [racine] : [],
  );
  return new Set([...racines(titre), ...frequents]);
};

/** Passages du développement d'une fiche à joindre à sa réponse courte ; tout s'il est bref. */
export const choisirPassages = (fiche: Fiche, question: string): Choisis => {
  const { detail, reponse } = fiche;
  if (detail === '') return { montres: [], reste: false };
  if (detail.length <= COURT) return { montres: [detail], reste: false };
  const dits = new Set([...racines(reponse), ...sujetsDe(fiche)]);
  const cherches = [...racines(question)].filter((racine) => !dits.has(racine));
  if (cherches.length === 0) return { montres: [], reste: true };
  const passages = decouperDetail(detail);
  const notes = passages.map((passage) => {
    const siens = racines(passage);
    return cherches.filter((racine) => siens.has(racine)).length;
  });
  const meilleure = Math.max(...notes);
  const meilleurs = notes.flatMap((note, rang) => (note > 0 && note === meilleure ? [rang] : [])).slice(0, MONTRES);
  return { montres: meilleurs.flatMap((rang) => passages[rang] ?? []), reste: true };
};
