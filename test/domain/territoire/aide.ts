import { loadTerritoire } from '../../../src/content/territoire.ts';
import { Facilitateur, type Lieu, type NiveauCouverture } from '../../../src/domain/territoire.ts';

/** La vraie géographie, lue une fois. */
export const territoire = loadTerritoire('32');

/** Structure inventée, vérifiée, du niveau demandé. */
export const structure = (
  id: string,
  niveau: NiveauCouverture,
  codes: readonly string[],
  reste: Partial<Facilitateur> = {},
): Facilitateur =>
  Facilitateur.parse({
    id,
    nom: `Structure ${id}`,
    porteur: 'PLIE',
    couverture: { niveau, codes },
    verifie: true,
    source: { libelle: 'exemple.fr', annee: '2026' },
    ...reste,
  });

const trouver = <T>(valeur: T | undefined, code: string): T => {
  if (valeur === undefined) throw new Error(`territoire ${code} absent`);
  return valeur;
};

export const commune = (code: string): Extract<Lieu, { type: 'commune' }> => ({
  type: 'commune',
  commune: trouver(territoire.commune(code), code),
});
export const epci = (code: string): Extract<Lieu, { type: 'epci' }> => ({
  type: 'epci',
  epci: trouver(territoire.epci(code), code),
});
export const departement = (code: string): Extract<Lieu, { type: 'departement' }> => ({
  type: 'departement',
  departement: trouver(territoire.departement(code), code),
});

export const MEL = '200093201';
export const ROUBAIX = '59512';
export const TERNOIS = '200069672';
/** À cheval sur la Normandie. */
export const VILLES_SOEURS = '247600588';
