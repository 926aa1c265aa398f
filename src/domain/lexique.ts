import { z } from 'zod';

/** Un terme du métier (`knowledge/lexique.yaml`). */
export const Terme = z.strictObject({
  terme: z.string().min(1),
  developpe: z.string().nullable().default(null),
  definition: z.string().min(5),
  /** Fiche qui en dit plus. */
  fiche: z.string().nullable().default(null),
  /** Autres façons de l'écrire, anciennes ou courantes. */
  synonymes: z.array(z.string()).default([]),
  /** `false`, ou ce qui le remplace. */
  perime: z.union([z.literal(false), z.string()]).default(false),
});
export type Terme = z.infer<typeof Terme>;
