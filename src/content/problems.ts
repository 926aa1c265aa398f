/** Une faute dans un fichier de contenu, à l'endroit où la corriger. */
export interface ContentProblem {
  /** Chemin du fichier, tel que donné au chargement. */
  readonly file: string;
  /** Ligne, à partir de 1. */
  readonly line: number;
  readonly message: string;
}

/** Une faute par ligne : « fichier:ligne — message ». */
export const formatProblems = (problems: readonly ContentProblem[]): string =>
  problems.map(({ file, line, message }) => `${file}:${line} — ${message}`).join('\n');
