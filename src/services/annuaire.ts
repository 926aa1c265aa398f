import type { ServiceAnnuaire } from '../../dialogs/services.ts';
import { changerCouverture } from '../domain/territoire/annuaire-changements.ts';
import { comparerAnnuaires } from '../domain/territoire/apercu.ts';
import { peutTenirAnnuaire } from '../domain/territoire/droits.ts';
import type { Facilitateur } from '../domain/territoire.ts';
import { lireDemandeAnnuaire } from '../nlu/intentions-territoire.ts';
import { lireLieux } from '../nlu/lieux/lire.ts';
import { trouverStructures } from '../nlu/structures.ts';
import { lireAnnuaire, type SourcesTerritoire } from './territoire.ts';

/** L'annuaire tel que la coordination le tient : le chercher, préparer un changement, relire son histoire. */
export const createServiceAnnuaire = (sources: SourcesTerritoire): ServiceAnnuaire => {
  const { store, territoire, index } = sources;
  const remplacer = (annuaire: readonly Facilitateur[], entrees: readonly Facilitateur[]): Facilitateur[] => [
    ...new Map([...annuaire, ...entrees].map((structure) => [structure.id, structure])).values(),
  ];
  return {
    lireDemande: lireDemandeAnnuaire,
    lireLieux: (texte) => lireLieux(texte, index),
    async trouver(texte) {
      return trouverStructures(texte, await lireAnnuaire(sources));
    },
    async structure(id) {
      return (await lireAnnuaire(sources)).find((structure) => structure.id === id) ?? null;
    },
    changer: (structure, changement) => changerCouverture(structure, changement, territoire),
    async apercevoir(entrees) {
      const annuaire = await lireAnnuaire(sources);
      return comparerAnnuaires(annuaire, remplacer(annuaire, entrees), territoire);
    },
    async amorce() {
      return (await store.facilitateurs.all()).length === 0 ? sources.annuaire : [];
    },
    async historique(compte) {
      return peutTenirAnnuaire(compte) ? store.annuaire.all() : null;
    },
  };
};
