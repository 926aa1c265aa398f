import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { chercherQuestion } from '../src/nlu/questions.ts';
import { chargerMatiere, type Lot, lireMessages, type Messages, proposees } from '../test/relevance/mesure.ts';
import { type Classeur, type Formulation, type Note, OUTILS } from './bench/outils.ts';

// Met côte à côte notre lecture et des outils courants, appris sur les mêmes formulations, mesurés sur les mêmes messages.
//   npm run bench:nlu                 lot de contrôle
//   npm run bench:nlu -- reglage
// Chaque outil court dans son propre processus, trois minutes au plus ; son seuil de silence est celui qui lui
// réussit le mieux sur le lot de réglage.

const NOUS = 'Clausette';
const LIMITE_MS = 180_000;

const Ligne = z.object({
  premiere: z.number(),
  troisPremieres: z.number(),
  silence: z.number(),
  apprentissageMs: z.number(),
  questionUs: z.number(),
});
type Ligne = z.infer<typeof Ligne>;

/** Ce qu'un outil a répondu : rien si `fiches` est vide. */
interface Reponse {
  readonly fiches: readonly string[];
  readonly score: number;
}

const part = (justes: number, total: number): number => (total === 0 ? 0 : justes / total);

const compter = (
  reponses: ReadonlyMap<string, Reponse>,
  messages: Messages,
  { lot, seuil }: { lot: Lot; seuil: number },
) => {
  const donnees = (texte: string): readonly string[] => {
    const reponse = reponses.get(texte);
    return reponse && reponse.score >= seuil ? reponse.fiches : [];
  };
  const questions = messages.questions.filter((question) => question.lot === lot);
  const dehors = messages.dehors.filter((message) => message.lot === lot);
  const justes = (nombre: number) =>
    questions.filter(({ texte, fiches }) =>
      donnees(texte)
        .slice(0, nombre)
        .some((id) => fiches.includes(id)),
    ).length;
  return {
    premiere: part(justes(1), questions.length),
    troisPremieres: part(justes(3), questions.length),
    silence: part(dehors.filter(({ texte }) => donnees(texte).length === 0).length, dehors.length),
  };
};

/** Le seuil qui donne le plus de bonnes réponses et de bons silences ensemble. */
const reglerSeuil = (reponses: ReadonlyMap<string, Reponse>, messages: Messages): number => {
  const scores = [...reponses.values()].map(({ score }) => score).sort((a, b) => a - b);
  const essais = Array.from({ length: 60 }, (_, i) => scores[Math.floor((i / 60) * scores.length)] ?? 0);
  const valeur = (seuil: number) => {
    const { premiere, silence } = compter(reponses, messages, { lot: 'reglage', seuil });
    return premiere + silence;
  };
  return essais.reduce((meilleur, seuil) => (valeur(seuil) > valeur(meilleur) ? seuil : meilleur), 0);
};

const mesurerOutil = async (nom: string, lot: Lot): Promise<Ligne> => {
  const matiere = chargerMatiere();
  const messages = lireMessages(matiere.exterieurs);
  const dehors = new Set(matiere.exterieurs.map(({ id }) => id));
  const formulations: Formulation[] = [
    ...[...matiere.fiches.values()].flatMap(({ id, titre, phrases }) =>
      [titre, ...phrases].map((texte) => ({ id, texte })),
    ),
    ...matiere.exterieurs.flatMap(({ id, phrases }) => phrases.map((texte) => ({ id, texte }))),
  ];
  const depart = performance.now();
  const lire = nom === NOUS ? lireAvecNous(matiere.construire()) : lireAvec(await preparer(nom, formulations), dehors);
  const apprentissageMs = performance.now() - depart;
  const textes = [...messages.questions, ...messages.dehors].map(({ texte }) => texte);
  const reponses = new Map<string, Reponse>();
  const debut = performance.now();
  for (const texte of textes) reponses.set(texte, await lire(texte));
  const questionUs = ((performance.now() - debut) * 1000) / textes.length;
  const seuil = nom === NOUS ? 0 : reglerSeuil(reponses, messages);
  return { ...compter(reponses, messages, { lot, seuil }), apprentissageMs, questionUs };
};

const preparer = (nom: string, formulations: readonly Formulation[]): Promise<Classeur> => {
  const outil = OUTILS[nom];
  if (!outil) throw new Error(`Outil inconnu : ${nom}`);
  return outil(formulations);
};

const lireAvecNous =
  (index: Parameters<typeof chercherQuestion>[2]) =>
  async (texte: string): Promise<Reponse> => {
    const lue = chercherQuestion(texte, null, index);
    // Une hésitation ne répond pas d'emblée : elle ne compte que parmi les trois premières.
    const fiches = lue.certitude === 'hesitante' ? ['', ...proposees(lue)] : proposees(lue);
    return { fiches, score: lue.score };
  };

const lireAvec =
  (classeur: Classeur, dehors: ReadonlySet<string>) =>
  async (texte: string): Promise<Reponse> => {
    const notes: readonly Note[] = await classeur(texte);
    const [premiere] = notes;
    if (!premiere || dehors.has(premiere.id) || premiere.id === 'None') return { fiches: [], score: 0 };
    return { fiches: notes.filter(({ id }) => !dehors.has(id)).map(({ id }) => id), score: premiere.score };
  };

const lancer = (nom: string, lot: Lot): Ligne | string => {
  const { status, signal, stdout } = spawnSync(
    process.execPath,
    [...process.execArgv, fileURLToPath(import.meta.url), lot, nom],
    { encoding: 'utf8', timeout: LIMITE_MS, stdio: ['ignore', 'pipe', 'ignore'] },
  );
  if (signal !== null) return `n'a pas fini d'apprendre en ${LIMITE_MS / 60_000} minutes`;
  const ligne = stdout.split('\n').find((texte) => texte.startsWith('{'));
  if (status !== 0 || ligne === undefined) return "n'a pas abouti (outil absent, ou mémoire épuisée)";
  return Ligne.parse(JSON.parse(ligne));
};

const pourcent = (valeur: number): string => `${(valeur * 100).toFixed(1)} %`.padStart(9);

const afficher = (nom: string, resultat: Ligne | string): void => {
  const tete = nom.padEnd(38);
  if (typeof resultat === 'string') return void console.log(`${tete} ${resultat}`);
  const { premiere, troisPremieres, silence, apprentissageMs, questionUs } = resultat;
  const temps = `${apprentissageMs.toFixed(0).padStart(10)} ms ${questionUs.toFixed(0).padStart(8)} µs`;
  console.log(`${tete}${pourcent(premiere)}${pourcent(troisPremieres)}${pourcent(silence)}${temps}`);
};

const [lotDit, outilDit] = process.argv.slice(2);
const lot: Lot = lotDit === 'reglage' ? 'reglage' : 'controle';
if (outilDit !== undefined) console.log(JSON.stringify(await mesurerOutil(outilDit, lot)));
else {
  console.log(`Lot « ${lot} »${' '.repeat(27)}première   trois  silence  apprentissage  par question`);
  for (const nom of [NOUS, ...Object.keys(OUTILS)]) afficher(nom, lancer(nom, lot));
}
