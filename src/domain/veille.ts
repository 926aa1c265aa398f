import { z } from 'zod';
import { decalerJour, type Jour } from './dates.ts';
import type { Fiche, Source } from './droit.ts';
import { aplatir } from './references.ts';

/** Question restée sans réponse sûre, gardée pour les rédacteurs ; déjà masquée. */
export const QuestionNotee = z.strictObject({
  id: z.string(),
  texte: z.string(),
  certitude: z.enum(['aucune', 'hesitante']),
  fiches: z.array(z.string()),
  le: z.iso.datetime({ offset: true }),
});
export type QuestionNotee = z.infer<typeof QuestionNotee>;

/** « Utile » ou « pas utile », avec la fiche et la date de sa lecture. */
export const AvisFiche = z.strictObject({
  id: z.string(),
  fiche: z.string(),
  luLe: z.string(),
  reaction: z.enum(['utile', 'pas-utile']),
  le: z.iso.datetime({ offset: true }),
});
export type AvisFiche = z.infer<typeof AvisFiche>;

/** Questions qui se ressemblent, la plus récente d'abord ; `exemple` les représente toutes. */
export interface GroupeQuestions {
  readonly exemple: string;
  readonly questions: readonly QuestionNotee[];
  /** Fiches proposées à ces questions, la plus souvent proposée d'abord. */
  readonly fiches: readonly string[];
  /** Jour de la dernière. */
  readonly derniere: Jour;
}

/** Part de termes communs au-dessus de laquelle deux questions se ressemblent. */
const RESSEMBLANCE = 0.5;
const RACINE = 6;
const VIDES = new Set(
  'alors apres aussi autre avant avec avoir bien bonjour cela cette comment dans depuis doit dois elle elles entre est-ce etre faire faut leur leurs mais marche marches merci meme moins nous notre pour pourquoi pouvez peut plus public publique publics quand que quel quelle quelles quels sans sont sous sur svp tous tout toute une vers votre vous'.split(
    ' ',
  ),
);

const termes = (texte: string): ReadonlySet<string> =>
  new Set(
    aplatir(texte)
      .split(/[^a-z0-9-]+/)
      .filter((mot) => (mot.length > 3 || /\d/.test(mot)) && !VIDES.has(mot))
      .map((mot) => mot.slice(0, RACINE)),
  );

const ressemblance = (a: ReadonlySet<string>, b: ReadonlySet<string>): number => {
  const communs = [...a].filter((terme) => b.has(terme)).length;
  return communs === 0 ? 0 : communs / Math.min(a.size, b.size, a.size + b.size - communs);
};

/** Range les questions par ressemblance, les groupes les plus nombreux puis les plus récents d'abord. */
export const grouperQuestions = (questions: readonly QuestionNotee[]): readonly GroupeQuestions[] => {
  const recentes = [...questions].sort((a, b) => b.le.localeCompare(a.le));
  const groupes: { readonly termes: ReadonlySet<string>; readonly questions: QuestionNotee[] }[] = [];
  for (const question of recentes) {
    const siens = termes(question.texte);
    const [proche] = groupes
      .map((groupe) => ({ groupe, valeur: accord(groupe.termes, siens) }))
      .filter(({ valeur }) => valeur >= RESSEMBLANCE)
      .sort((a, b) => b.valeur - a.valeur);
    if (proche) proche.groupe.questions.push(question);
    else groupes.push({ termes: siens, questions: [question] });
  }
  return groupes
    .map(({ questions: siennes }) => resumer(siennes))
    .sort((a, b) => b.questions.length - a.questions.length || b.derniere.localeCompare(a.derniere));
};

/** Deux questions d'un seul terme ne se ressemblent que si elles sont les mêmes. */
const accord = (a: ReadonlySet<string>, b: ReadonlySet<string>): number => {
  const petite = Math.min(a.size, b.size);
  if (petite === 0) return a.size === b.size ? 1 : 0;
  if (petite === 1 && a.size !== b.size) return 0;
  return ressemblance(a, b);
};

const resumer = (questions: readonly QuestionNotee[]): GroupeQuestions => {
  const proposees = new Map<string, number>();
  for (const { fiches } of questions) for (const id of fiches) proposees.set(id, (proposees.get(id) ?? 0) + 1);
  const plusCourte = [...questions].sort((a, b) => a.texte.length - b.texte.length)[0];
  return {
    exemple: plusCourte?.texte ?? '',
    questions,
    fiches: [...proposees].sort((a, b) => b[1] - a[1]).map(([id]) => id),
    derniere: questions[0]?.le.slice(0, 10) ?? '',
  };
};

/** Ce que les lecteurs pensent d'une fiche, depuis sa dernière relecture. */
export interface FicheNotee {
  readonly fiche: string;
  readonly utiles: number;
  readonly pasUtiles: number;
}

/** Fiches que des lecteurs ont trouvées inutiles depuis leur dernière relecture, les plus mal notées d'abord. */
export const trouverMalNotees = (
  avis: readonly AvisFiche[],
  fiches: ReadonlyMap<string, Fiche>,
): readonly FicheNotee[] => {
  const comptes = new Map<string, FicheNotee>();
  for (const { fiche, luLe, reaction } of avis) {
    if (fiches.get(fiche)?.luLe !== luLe) continue;
    const { utiles, pasUtiles } = comptes.get(fiche) ?? { utiles: 0, pasUtiles: 0 };
    comptes.set(fiche, {
      fiche,
      utiles: utiles + (reaction === 'utile' ? 1 : 0),
      pasUtiles: pasUtiles + (reaction === 'pas-utile' ? 1 : 0),
    });
  }
  return [...comptes.values()]
    .filter(({ utiles, pasUtiles }) => pasUtiles > 0 && pasUtiles >= utiles)
    .sort((a, b) => b.pasUtiles - b.utiles - (a.pasUtiles - a.utiles) || a.fiche.localeCompare(b.fiche));
};

/** Fiche ou source à relire avant `limite`. */
export interface ARelire {
  readonly id: string;
  readonly limite: Jour;
}

/** Dernier jour où une fiche peut rester sans relecture. */
export const limiteRelecture = ({ luLe, relireAvant }: Fiche): Jour => relireAvant ?? decalerJour(luLe, { years: 1 });

const HORIZON = 60;

/** Relectures dépassées, et celles des soixante jours qui viennent, la plus pressée d'abord. */
export const trouverRelectures = (
  { fiches, sources }: { readonly fiches: Iterable<Fiche>; readonly sources: Iterable<Source> },
  aujourdhui: Jour,
): { readonly depassees: readonly ARelire[]; readonly prochaines: readonly ARelire[] } => {
  const horizon = decalerJour(aujourdhui, { days: HORIZON });
  const dates = [
    ...[...fiches].filter(({ statut }) => statut === 'publiee').map((f) => ({ id: f.id, limite: limiteRelecture(f) })),
    ...[...sources].map(({ id, luLe }) => ({ id, limite: decalerJour(luLe, { years: 1 }) })),
  ].sort((a, b) => a.limite.localeCompare(b.limite) || a.id.localeCompare(b.id));
  return {
    depassees: dates.filter(({ limite }) => limite < aujourdhui),
    prochaines: dates.filter(({ limite }) => limite >= aujourdhui && limite <= horizon),
  };
};
