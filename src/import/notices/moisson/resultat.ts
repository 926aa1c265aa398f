import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

/** Ce qu'une actualisation a donné, gardé pour qui administre. */
export const ResultatActualisation = z.strictObject({
  /** Instants ISO. */
  debut: z.string(),
  fin: z.string(),
  /** `interrompue` : une source au moins n'a pas été lue jusqu'au bout. */
  issue: z.enum(['complete', 'interrompue']),
  lus: z.number().int(),
  refuses: z.number().int(),
  taches: z.array(
    z.strictObject({
      nom: z.string(),
      issue: z.enum(['finie', 'inchangee', 'deja-finie', 'interrompue']),
      lus: z.number().int(),
      refuses: z.number().int(),
      raison: z.string().nullable(),
    }),
  ),
});
export type ResultatActualisation = z.infer<typeof ResultatActualisation>;

/** Écrit un fichier JSON d'un coup : un arrêt laisse l'ancien ou le nouveau, jamais une moitié. */
export const ecrireJson = (fichier: string, valeur: unknown): void => {
  writeFileSync(`${fichier}.tmp`, JSON.stringify(valeur), { mode: 0o600 });
  renameSync(`${fichier}.tmp`, fichier);
};

/** Lit un fichier JSON gardé ; null s'il manque ou n'est plus de cette forme : on repart de zéro. */
export const lireJson = <T>(fichier: string, schema: z.ZodType<T>): T | null => {
  if (!existsSync(fichier)) return null;
  try {
    return schema.parse(JSON.parse(readFileSync(fichier, 'utf8')));
  } catch {
    return null;
  }
};

const fichierDe = (dossier: string): string => join(dossier, 'actualisation.json');

/** Dernière actualisation, par le service ou par la commande ; null s'il n'y en a pas eu. */
export const lireResultat = (dossier: string): ResultatActualisation | null =>
  lireJson(fichierDe(dossier), ResultatActualisation);

export const rangerResultat = (dossier: string, resultat: ResultatActualisation): void =>
  ecrireJson(fichierDe(dossier), resultat);
