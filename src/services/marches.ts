import type { ServiceMarches } from '../../dialogs/services.ts';
import { chercherAvis } from '../domain/marches/recherche.ts';
import type { Avis, Secteur } from '../domain/marches.ts';
import type { LectureLieu } from '../domain/territoire.ts';
import { lireFiltreMarches } from '../nlu/marches.ts';
import type { Collection } from '../store/port.ts';

/** Recherche parmi les avis importés. */
export const createServiceMarches = (
  avis: Collection<Avis>,
  secteurs: readonly Secteur[],
  lireLieu: (texte: string) => LectureLieu,
): ServiceMarches => ({
  lireFiltre: (texte, aujourdhui) => lireFiltreMarches(texte, { aujourdhui, secteurs, lieu: lireLieu(texte) }),
  async chercher(filtre, aujourdhui) {
    const tous = await avis.all();
    const { trouves, proches } = chercherAvis(tous, filtre, { aujourdhui, secteurs });
    return { trouves, proches, importes: tous.length };
  },
  secteur: (id) => secteurs.find((secteur) => secteur.id === id) ?? null,
});
