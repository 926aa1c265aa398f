import { type LigneCsv, lireCsv, type Refus } from '../csv.ts';

/** Titre du fichier (plié en minuscules) → colonne attendue ; vide : les titres sont déjà les nôtres. */
export type Correspondance = ReadonlyMap<string, string>;

export interface OptionsTableau {
  readonly refuser: (refus: Refus) => void;
  /** Colonnes d'un autre outil, confirmées par la personne. */
  readonly colonnes?: Correspondance;
}

/** Lit un tableau d'heures ou d'opérations, CSV ou classeur .xlsx, ligne à ligne. */
export async function* lireTableau(fichier: string, { refuser, colonnes }: OptionsTableau): AsyncGenerator<LigneCsv> {
  const lignes = lireCsv(fichier, refuser);
  if (colonnes === undefined || colonnes.size === 0) yield* lignes;
  else for await (const ligne of lignes) yield { ...ligne, valeurs: renommer(ligne.valeurs, colonnes) };
}

const renommer = (valeurs: Readonly<Record<string, string>>, colonnes: Correspondance): Record<string, string> =>
  Object.fromEntries(Object.entries(valeurs).map(([titre, valeur]) => [colonnes.get(titre) ?? titre, valeur]));
