import { z } from 'zod';
import { fautesDeCouverture } from '../domain/rattachement.ts';
import { Facilitateur } from '../domain/territoire.ts';
import type { Territoire } from '../domain/territoire-index.ts';

/** Une entrée refusée : son rang dans le fichier, à partir de 1 (0 : le fichier entier), et pourquoi. */
export interface ProblemeFacilitateur {
  readonly entree: number;
  readonly raison: string;
}

export interface LectureFacilitateurs {
  readonly structures: readonly Facilitateur[];
  readonly problems: readonly ProblemeFacilitateur[];
}

const Enveloppe = z.object({ structures: z.array(z.unknown()) });

const entreesDe = (texte: string): unknown[] | string => {
  let lu: unknown;
  try {
    lu = JSON.parse(texte.replace(/^\uFEFF/, ''));
  } catch (erreur) {
    return `JSON illisible : ${erreur instanceof Error ? erreur.message : 'erreur inconnue'}`;
  }
  if (Array.isArray(lu)) return lu;
  const enveloppe = Enveloppe.safeParse(lu);
  return enveloppe.success
    ? enveloppe.data.structures
    : 'le fichier doit contenir un tableau, ou un objet { "structures": […] }';
};

/**
 * Lit l'annuaire qu'une coordinatrice fournit (JSON : un tableau de structures, ou `{ structures: […] }`).
 * Les bonnes entrées sont rendues, les autres expliquées ; rien n'est écrit ici.
 */
export const parseFacilitateurs = (texte: string, territoire: Territoire): LectureFacilitateurs => {
  const entrees = entreesDe(texte);
  if (typeof entrees === 'string') return { structures: [], problems: [{ entree: 0, raison: entrees }] };
  const structures: Facilitateur[] = [];
  const problems: ProblemeFacilitateur[] = [];
  const premiers = new Map<string, number>();
  for (const [rang, brut] of entrees.entries()) {
    const entree = rang + 1;
    const lu = Facilitateur.safeParse(brut, { error: z.locales.fr().localeError });
    if (!lu.success) {
      for (const { path, message } of lu.error.issues)
        problems.push({ entree, raison: `${path.join('.') || 'entrée'} : ${message}` });
      continue;
    }
    const { id } = lu.data;
    const raisons = fautesDeCouverture(lu.data, territoire);
    const premier = premiers.get(id);
    if (premier !== undefined) raisons.push(`id : « ${id} » est déjà celui de l’entrée ${premier}`);
    else premiers.set(id, entree);
    for (const raison of raisons) problems.push({ entree, raison });
    if (raisons.length === 0) structures.push(lu.data);
  }
  return { structures, problems };
};
