import { setImmediate as laisserPasser } from 'node:timers/promises';
import { IndexAvis } from '../../domain/marches/index-avis.ts';
import type { Avis, Secteur } from '../../domain/marches.ts';
import type { Collection } from '../../store/port.ts';

/** Avis rangés d'un trait ; entre deux tranches, les autres requêtes passent. */
const TRANCHE = 1000;

/**
 * L'index des avis, mis à jour de ce qui a été importé depuis la dernière demande, par ce processus ou un autre. Deux
 * demandes à la fois attendent la même mise à jour.
 */
export const suivreAvis = (avis: Collection<Avis>, secteurs: readonly Secteur[]): (() => Promise<IndexAvis>) => {
  const index = new IndexAvis(secteurs);
  let position = 0;
  const suivre = async (): Promise<IndexAvis> => {
    const { position: fin, documents } = await avis.depuis(position);
    for (let debut = 0; debut < documents.length; debut += TRANCHE) {
      if (debut > 0) await laisserPasser();
      index.ajouter(documents.slice(debut, debut + TRANCHE));
    }
    position = fin;
    return index;
  };
  let enCours: Promise<IndexAvis> | null = null;
  return async () => {
    const deja = enCours;
    if (deja !== null) await deja;
    enCours ??= suivre().finally(() => {
      enCours = null;
    });
    return enCours;
  };
};
