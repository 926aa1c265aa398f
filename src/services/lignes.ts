import type { LigneActive } from '../domain/registre.ts';
import { appliquer } from '../domain/registre.ts';
import type { Registre } from '../store/port.ts';

/** Lignes qui comptent, tenues à jour : seules les écritures nouvelles sont rejouées. */
export const suivreLignes = (registre: Registre): (() => Promise<ReadonlyMap<string, LigneActive>>) => {
  const actives = new Map<string, LigneActive>();
  let rejouees = 0;
  return async () => {
    const ecritures = await registre.all();
    for (; rejouees < ecritures.length; rejouees += 1) {
      const ecriture = ecritures[rejouees];
      if (ecriture) appliquer(actives, ecriture);
    }
    return actives;
  };
};
