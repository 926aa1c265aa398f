import type { RegionServie } from '../../src/nlu/marches/lieux.ts';

/** La région servie par défaut, pour les essais qui lisent une recherche d'avis. */
export const HAUTS_DE_FRANCE: RegionServie = {
  nom: 'Hauts-de-France',
  departements: [
    { code: '02', nom: 'Aisne' },
    { code: '59', nom: 'Nord' },
    { code: '60', nom: 'Oise' },
    { code: '62', nom: 'Pas-de-Calais' },
    { code: '80', nom: 'Somme' },
  ],
};
