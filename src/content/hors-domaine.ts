import { readFileSync } from 'node:fs';
import { z } from 'zod';
import type { ContentProblem } from './problems.ts';
import { validerYaml } from './yaml.ts';

const Identifiant = z.string().regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, 'un identifiant s’écrit en minuscules et tirets');

/** En dessous de huit façons de le dire, un sujet laisse passer trop de questions vers nos fiches. */
const PHRASES_MINIMUM = 8;

const Sujet = z.strictObject({
  id: Identifiant,
  porte: Identifiant,
  phrases: z.array(z.string().trim().min(2).max(200)).min(PHRASES_MINIMUM),
});

const Ecrit = z.strictObject({
  portes: z.record(Identifiant, z.string().trim().min(20).max(300)),
  sujets: z.array(Sujet).min(1),
});

/** Un sujet qui n'est pas le nôtre : comment on en parle, et à quelle porte frapper. */
export type SujetHorsDomaine = Readonly<z.infer<typeof Sujet>>;

interface HorsDomaine {
  readonly sujets: readonly SujetHorsDomaine[];
  /** Identifiant de porte → la phrase dite à l'utilisateur. */
  readonly portes: ReadonlyMap<string, string>;
}

interface Faute {
  readonly path: (string | number)[];
  readonly message: string;
}

/** Sujets en double, portes inconnues, phrases répétées : ce qu'un sujet seul ne peut pas montrer. */
const chercherFautes = ({ portes, sujets }: z.infer<typeof Ecrit>): Faute[] => {
  const vus = new Set<string>();
  const sujetDe = new Map<string, string>();
  const fautes: Faute[] = [];
  for (const [rang, { id, porte, phrases }] of sujets.entries()) {
    if (vus.has(id)) fautes.push({ path: ['sujets', rang, 'id'], message: `sujet écrit deux fois : ${id}` });
    vus.add(id);
    if (!Object.hasOwn(portes, porte))
      fautes.push({ path: ['sujets', rang, 'porte'], message: `porte inconnue : ${porte}` });
    for (const [place, phrase] of phrases.entries()) {
      const forme = phrase.trim().toLowerCase();
      const deja = sujetDe.get(forme);
      if (deja !== undefined)
        fautes.push({ path: ['sujets', rang, 'phrases', place], message: `phrase déjà écrite dans ${deja}` });
      sujetDe.set(forme, id);
    }
  }
  return fautes;
};

const Coherent = Ecrit.superRefine((ecrit, contexte) => {
  for (const { path, message } of chercherFautes(ecrit)) contexte.addIssue({ code: 'custom', path, message });
});

/** Lit `knowledge/hors-domaine.yaml` ; au moindre problème, aucun sujet n'est rendu et tous les problèmes le sont. */
export const loadHorsDomaine = (file: string): HorsDomaine & { readonly problems: readonly ContentProblem[] } => {
  const lu = validerYaml({ texte: readFileSync(file, 'utf8'), file, schema: Coherent });
  if ('problems' in lu) return { sujets: [], portes: new Map(), problems: lu.problems };
  const { portes, sujets } = lu.valeur;
  return { sujets: Object.freeze(sujets), portes: new Map(Object.entries(portes)), problems: [] };
};
