import { extname } from 'node:path';
import { type LigneCsv, lireCsv, type Refus } from '../csv.ts';
import { lireClasseur } from './lire-classeur.ts';

/** Titre du fichier (en minuscules) → colonne attendue ; vide : les titres sont déjà les nôtres. */
export type Correspondance = ReadonlyMap<string, string>;

export interface OptionsTableau {
  readonly refuser: (refus: Refus) => void;
  /** Colonnes d'un autre outil, confirmées par la personne. */
  readonly colonnes?: Correspondance;
}

export const estClasseur = (fichier: string): boolean => /^\.xls[xm]$/i.test(extname(fichier));

/** Lit un tableau, CSV ou classeur .xlsx, ligne à ligne, sous nos noms de colonnes. */
export async function* lireTableau(fichier: string, { refuser, colonnes }: OptionsTableau): AsyncGenerator<LigneCsv> {
  const lignes = estClasseur(fichier) ? lireFeuille(fichier) : lireCsv(fichier, refuser);
  if (colonnes === undefined || colonnes.size === 0) yield* lignes;
  else for await (const ligne of lignes) yield { ...ligne, valeurs: renommer(ligne.valeurs, colonnes) };
}

/** Première feuille : la première rangée non vide donne les titres. */
async function* lireFeuille(fichier: string): AsyncGenerator<LigneCsv> {
  let titres: readonly string[] | null = null;
  for await (const { numero, cases } of lireClasseur(fichier)) {
    if (titres === null) {
      titres = cases.map((titre) => titre.trim().toLowerCase());
      continue;
    }
    const valeurs: Record<string, string> = {};
    for (const [rang, titre] of titres.entries()) if (titre !== '') valeurs[titre] = cases[rang] ?? '';
    yield { numero, valeurs, octets: 0 };
  }
}

const renommer = (valeurs: Readonly<Record<string, string>>, colonnes: Correspondance): Record<string, string> =>
  Object.fromEntries(Object.entries(valeurs).map(([titre, valeur]) => [colonnes.get(titre) ?? titre, valeur]));

/** Titres et premières lignes d'un fichier, pour proposer une correspondance. */
export const apercevoir = async (
  fichier: string,
  nombre: number,
): Promise<{ readonly titres: readonly string[]; readonly lignes: readonly LigneCsv[] }> => {
  const lignes: LigneCsv[] = [];
  for await (const ligne of lireTableau(fichier, { refuser: () => undefined })) {
    lignes.push(ligne);
    if (lignes.length >= nombre) break;
  }
  return { titres: Object.keys(lignes[0]?.valeurs ?? {}), lignes };
};
