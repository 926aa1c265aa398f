import { isNode, LineCounter, parseDocument } from 'yaml';
import { z } from 'zod';
import type { ContentProblem } from './problems.ts';

/** Messages de zod en français, pour ce chargement seulement. */
const enFrancais = z.locales.fr().localeError;

/** Un YAML à valider : son texte, son fichier et la ligne du fichier où il commence (1 d'ordinaire). */
export interface YamlAValider<T> {
  readonly texte: string;
  readonly file: string;
  readonly schema: z.ZodType<T>;
  readonly premiereLigne?: number;
}

export type Valide<T> = { readonly valeur: T } | { readonly problems: readonly ContentProblem[] };

/** Valide un document YAML ; toutes les fautes sont rendues d'un coup, chacune à sa ligne. */
export const validerYaml = <T>({ texte, file, schema, premiereLigne = 1 }: YamlAValider<T>): Valide<T> => {
  const lignes = new LineCounter();
  const document = parseDocument(texte, { lineCounter: lignes });
  const ligneDe = (position: number): number => Math.max(1, lignes.linePos(position).line) + premiereLigne - 1;
  if (document.errors.length > 0) {
    const problems = document.errors.map(({ code, pos }) => ({
      file,
      line: ligneDe(pos[0]),
      message: `YAML illisible : ${code}`,
    }));
    return { problems };
  }
  const lu = schema.safeParse(document.toJS(), { error: enFrancais });
  if (lu.success) return { valeur: lu.data };
  const problems = lu.error.issues.map(({ path, message }) => {
    const position = positionDe(document, path);
    return { file, line: ligneDe(position), message: path.length > 0 ? `${path.join('.')} : ${message}` : message };
  });
  return { problems };
};

/** Début du champ fautif, ou de son plus proche parent écrit. */
const positionDe = (document: ReturnType<typeof parseDocument>, chemin: readonly PropertyKey[]): number => {
  for (let fin = chemin.length; fin > 0; fin--) {
    const noeud = document.getIn(chemin.slice(0, fin), true);
    if (isNode(noeud) && noeud.range) return noeud.range[0];
  }
  return 0;
};
