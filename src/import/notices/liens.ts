import type { Avis } from '../../domain/marches.ts';

/** Un avis lu et le dossier européen (`contractfolderid`) qu'il partage avec ses rectificatifs et son attribution. */
export interface AvisDossier {
  readonly avis: Avis;
  readonly dossier: string | null;
}

/** Rattache au premier avis du même dossier ceux qui ne disent pas à quoi ils se rapportent. */
export const lierParDossier = (lus: readonly AvisDossier[]): Avis[] => {
  const premiers = new Map<string, string>();
  for (const { avis, dossier } of lus)
    if (dossier !== null && avis.nature === 'avis' && !premiers.has(dossier)) premiers.set(dossier, avis.id);
  return lus.map(({ avis, dossier }) => {
    const premier = dossier === null ? undefined : premiers.get(dossier);
    const muet = avis.nature !== 'avis' && avis.lies.length === 0;
    return muet && premier !== undefined ? { ...avis, lies: [premier] } : avis;
  });
};
