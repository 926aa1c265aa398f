import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** Région que décrivent les fichiers livrés à la racine de `data/reference`. */
const REGION_LIVREE = '32';

/**
 * Fichier de référence d'une région : `data/reference/<nom>` pour celle qui est livrée,
 * `data/reference/<code>/<nom>` pour une autre ; null si elle n'a pas le sien.
 */
export const fichierReference = (racine: string, region: string, nom: string): string | null => {
  const dossier = join(racine, 'data', 'reference');
  const fichier = region === REGION_LIVREE ? join(dossier, nom) : join(dossier, region, nom);
  return existsSync(fichier) ? fichier : null;
};
