import type { Lieu } from '../../domain/territoire.ts';
import { estLiaison } from './cles.ts';
import type { Portee } from './contexte.ts';
import type { Designation } from './designer.ts';
import type { IndexLieux } from './index-lieux.ts';
import type { Precisions } from './precisions.ts';
import { INTERCO } from './vocabulaire.ts';

/** « agglo de Roubaix », « Arras agglo » : le nom est celui d'une commune, le lieu son intercommunalité. */
export const ditInterco = ({ debut, fin }: Portee, { jetons, reperages }: Precisions): boolean => {
  const suivantPris = reperages.some((autre) => autre.debut === fin);
  if (!suivantPris && /^(?:agglo|agglomeration|metropole|interco)$/.test(jetons[fin]?.plie ?? '')) return true;
  let rang = debut - 1;
  while (rang >= 0 && (estLiaison(jetons[rang]?.cle ?? '') || jetons[rang]?.plie === 'communes')) rang--;
  const mot = jetons[rang];
  if (!mot || !INTERCO.has(mot.plie) || reperages.some((autre) => rang >= autre.debut && rang < autre.fin))
    return false;
  // « ça » tapé sans cédille n'annonce une communauté d'agglomération que devant « de ».
  return mot.plie !== 'ca' || mot.texte === 'CA' || /^(?:de|du|d)$/.test(jetons[rang + 1]?.plie ?? '');
};

/** L'intercommunalité qui porte ce nom, sinon celle de chaque commune. */
export const enInterco = (lieux: readonly Lieu[], { territoire }: IndexLieux): Lieu[] => {
  const nommees = lieux.filter(({ type }) => type === 'epci');
  if (nommees.length > 0) return nommees;
  return lieux.flatMap((lieu): Lieu[] => {
    const epci = territoire.epci(epciDe(lieu) ?? '');
    return epci ? [{ type: 'epci', epci }] : [lieu];
  });
};

const sirenSeul = (designation: Designation): string | null => {
  if (designation.type === 'dehors' || designation.lieux.length !== 1) return null;
  const [lieu] = designation.lieux;
  return lieu?.type === 'epci' ? lieu.epci.code : null;
};

const epciDe = (lieu: Lieu): string | null => (lieu.type === 'commune' ? lieu.commune.epci : null);

/** Une intercommunalité citée avec une de ses communes ne fait que la situer : « Roubaix (MEL) » est Roubaix. */
export const situer = (designations: readonly Designation[]): Designation[] => {
  const cites = new Set(designations.flatMap((une) => sirenSeul(une) ?? []));
  const situants = new Set<string>();
  const situees = designations.map((une): Designation => {
    if (une.type === 'dehors') return une;
    const dedans = une.lieux.filter((lieu) => cites.has(epciDe(lieu) ?? ''));
    for (const lieu of dedans) situants.add(epciDe(lieu) ?? '');
    return dedans.length > 0 ? { ...une, lieux: dedans } : une;
  });
  return situees.filter((une) => !situants.has(sirenSeul(une) ?? ''));
};
