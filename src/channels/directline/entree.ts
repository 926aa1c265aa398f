import { z } from 'zod';
import { lireSoumission } from '../entree.ts';

/** Ce que nous lisons d'une activité postée par le navigateur ; l'identité qu'elle prétend n'est jamais lue. */
export const ActivitePostee = z.looseObject({
  type: z.string().min(1).max(40),
  text: z.string().optional(),
  value: z.unknown().optional(),
  localTimestamp: z.string().optional(),
  localTimezone: z.string().optional(),
  channelData: z
    .looseObject({ clientActivityID: z.string().max(100).optional() })
    .optional()
    .catch(undefined),
});
export type ActivitePostee = z.infer<typeof ActivitePostee>;

/** Ce qui est dit, ce qui en est montré, et les données d'un bouton. */
export interface Parole {
  readonly texte: string;
  readonly affiche: string;
  readonly donnees?: Readonly<Record<string, string>>;
}

/** Lit la parole d'un message ; `null` quand il ne dit rien. */
export const lireParole = ({ text = '', value }: ActivitePostee): Parole | null => {
  const { donnees, texte, affiche } = lireSoumission(value);
  const dit = texte ?? text.trim();
  if (dit === '' && donnees === undefined) return null;
  return { texte: dit, affiche: affiche ?? dit, ...(donnees === undefined ? {} : { donnees }) };
};
