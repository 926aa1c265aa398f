import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline/promises';
import { z } from 'zod';
import { lireColonnes, type Proposition, proposerColonnes } from '../../src/import/tableur/colonnes.ts';
import { apercevoir } from '../../src/import/tableur/lire-tableau.ts';

/** Ce qu'on sait d'un genre de fichier. */
export interface Tableau {
  readonly genre: string;
  readonly attendues: readonly string[];
  /** Colonnes sans lesquelles rien ne se lit. */
  readonly obligatoires: readonly string[];
}

/** Ce que la personne a dit des colonnes. */
export interface ColonnesDites {
  /** « heures=Nb heures,debut=Du ». */
  readonly colonnes: string | undefined;
  /** Fichier JSON : nos colonnes, et le titre qui porte chacune. */
  readonly mapping: string | undefined;
  readonly apercu: boolean;
}

/** Correspondance à suivre, et ce qu'il y a à dire ; `arret` : rien ne peut être lu. */
export type ChoixColonnes =
  | { readonly type: 'lire'; readonly colonnes: ReadonlyMap<string, string>; readonly apercu: readonly string[] }
  | { readonly type: 'arret'; readonly message: string };

/** Demande à la personne ; null quand personne n'est devant le terminal. */
export type Demander = ((question: string) => Promise<string>) | null;

const LIGNES_MONTREES = 3;

/** Correspondance donnée, ou proposée et confirmée quand les titres ne sont pas les nôtres. */
export const choisirColonnes = async (
  fichier: string,
  tableau: Tableau,
  { dites, demander }: { readonly dites: ColonnesDites; readonly demander: Demander },
): Promise<ChoixColonnes> => {
  const donnees = lireDites(dites, tableau.attendues);
  if (donnees !== null && 'raison' in donnees) return { type: 'arret', message: donnees.raison };
  const { titres, lignes } = await apercevoir(fichier, LIGNES_MONTREES);
  if (titres.length === 0) return { type: 'arret', message: `${fichier} n’a aucune ligne lisible sous ses titres.` };
  if (donnees !== null) {
    const absents = [...donnees.colonnes.keys()].filter((titre) => !titres.includes(titre));
    if (absents.length > 0)
      return {
        type: 'arret',
        message: `Le fichier n’a pas de colonne « ${absents.join(' », « ')} ». Ses titres : ${titres.join(', ')}.`,
      };
    return { type: 'lire', colonnes: donnees.colonnes, apercu: [] };
  }
  const manque = tableau.obligatoires.filter((colonne) => !titres.includes(colonne));
  if (manque.length === 0 && !dites.apercu) return { type: 'lire', colonnes: new Map(), apercu: [] };
  const propositions = proposerColonnes(titres, tableau.attendues);
  const exemples = (titre: string) =>
    lignes.map(({ valeurs }) => valeurs[titre] ?? '').filter((valeur) => valeur !== '');
  const dit = direProposition(propositions, { fichier, tableau, exemples });
  const retenues = new Map(
    propositions.flatMap(({ titre, colonne }) => (colonne === null ? [] : [[titre, colonne] as const])),
  );
  const introuvables = tableau.obligatoires.filter((colonne) => ![...retenues.values()].includes(colonne));
  if (introuvables.length > 0)
    return {
      type: 'arret',
      message: [
        ...dit,
        ...introuvables.map(
          (colonne) => `${fichier}:1, colonne « ${colonne} » — colonne absente : dites laquelle la porte`,
        ),
      ].join('\n'),
    };
  if (dites.apercu) return { type: 'lire', colonnes: retenues, apercu: dit };
  const reponse =
    demander === null ? 'non' : await demander(`${dit.join('\n')}\nImporter avec cette correspondance ? (oui/non) `);
  return /^o(?:ui)?$/i.test(reponse.trim())
    ? { type: 'lire', colonnes: retenues, apercu: [] }
    : { type: 'arret', message: demander === null ? dit.join('\n') : 'Rien n’est enregistré.' };
};

const Mapping = z.record(z.string(), z.string().min(1));

/** Ce que la personne a donné : option, fichier, ou rien (null). */
const lireDites = (
  { colonnes, mapping }: ColonnesDites,
  attendues: readonly string[],
): ReturnType<typeof lireColonnes> | null => {
  if (colonnes !== undefined) return lireColonnes(colonnes, attendues);
  if (mapping === undefined) return null;
  const lu = Mapping.safeParse(lireJson(mapping));
  if (!lu.success)
    return { raison: `${mapping} : on attend un fichier JSON comme {"heures": "Nb heures", "debut": "Du"}.` };
  const inconnues = Object.keys(lu.data).filter((colonne) => !attendues.includes(colonne));
  if (inconnues.length > 0)
    return {
      raison: `${mapping} : « ${inconnues.join(' », « ')} » ne sont pas de nos colonnes (${attendues.join(', ')})`,
    };
  return {
    colonnes: new Map(Object.entries(lu.data).map(([colonne, titre]) => [titre.trim().toLowerCase(), colonne])),
  };
};

const lireJson = (fichier: string): unknown => {
  try {
    return JSON.parse(readFileSync(fichier, 'utf8'));
  } catch {
    return null;
  }
};

interface ContexteProposition {
  readonly fichier: string;
  readonly tableau: Tableau;
  readonly exemples: (titre: string) => readonly string[];
}

/** À quoi servirait chaque colonne, et comment l'accepter ou la corriger. */
const direProposition = (
  propositions: readonly Proposition[],
  { fichier, tableau, exemples }: ContexteProposition,
): string[] => {
  const retenues = propositions.filter(({ colonne }) => colonne !== null);
  const manquantes = tableau.attendues.filter((colonne) => !retenues.some((retenue) => retenue.colonne === colonne));
  const mapping = Object.fromEntries(retenues.map(({ titre, colonne }) => [colonne ?? '', titre]));
  return [
    'Correspondance proposée, rien n’est enregistré :',
    ...propositions.map(({ titre, colonne }) => {
      const lus = exemples(titre);
      return `  « ${titre} » → ${colonne ?? 'laissée de côté'}${lus.length > 0 ? `   (${lus.join(' ; ')})` : ''}`;
    }),
    ...(manquantes.length > 0 ? [`Non trouvées : ${manquantes.join(', ')}.`] : []),
    'Pour l’accepter ou la corriger, gardez ceci dans un fichier :',
    `  ${JSON.stringify(mapping)}`,
    `puis : npm run import -- ${tableau.genre} ${fichier} --mapping correspondance.json`,
  ];
};

/** Pose la question au terminal ; null si l'entrée n'en est pas un. */
export const demanderAuTerminal = (): Demander =>
  process.stdin.isTTY !== true || process.stderr.isTTY !== true
    ? null
    : async (question) => {
        const lecture = createInterface({ input: process.stdin, output: process.stderr });
        try {
          return await lecture.question(question);
        } finally {
          lecture.close();
        }
      };
