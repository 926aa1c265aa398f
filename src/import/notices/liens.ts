import type { Avis } from '../../domain/marches.ts';

/** Un avis lu et le dossier européen (`contractfolderid`) qu'il partage avec ses rectificatifs et son attribution. */
export interface AvisDossier {
  readonly avis: Avis;
  readonly dossier: string | null;
}
