import type { Services } from '../../dialogs/services.ts';
import type { Knowledge } from '../content/knowledge.ts';
import { peutAdministrer } from '../domain/roles.ts';
import type { Facilitateur } from '../domain/territoire.ts';
import type { Territoire } from '../domain/territoire-index.ts';
import type { IndexQuestions } from '../nlu/classement.ts';
import type { IndexLieux } from '../nlu/lieux/index-lieux.ts';
import type { Store } from '../store/port.ts';
import { createServiceAnnuaire } from './annuaire.ts';
import { createComprendre } from './comprendre.ts';
import { createServiceDroit } from './droit.ts';
import { createServiceHeures } from './heures.ts';
import { createServiceIndicateurs } from './indicateurs.ts';
import { createLiens } from './liens.ts';
import { suivreAvis } from './marches/index-suivi.ts';
import { createServiceMarches } from './marches.ts';
import { createServiceParcours } from './parcours.ts';
import { createCodage, createServicePersonnes } from './personnes.ts';
import { createServiceRegistre } from './registre.ts';
import { createServiceStructures } from './structures.ts';
import { createServiceTerritoire } from './territoire.ts';

/** Tout ce qui est chargé au démarrage et dont les services se servent. */
export interface Ressources {
  readonly store: Store;
  readonly knowledge: Knowledge;
  readonly questions: () => IndexQuestions;
  /** Garde pour le prochain démarrage ce qu'il a fallu lire et apprendre. */
  readonly ranger: () => void;
  /** Où s'adresser pour un sujet extérieur, reconnu ou non. */
  readonly portes: (sujet: string | null) => string | null;
  readonly territoire: Territoire;
  readonly lieux: IndexLieux;
  readonly annuaire: readonly Facilitateur[];
  readonly region: string;
}

/** Assemble les services que les conversations appellent ; `indexAvis` : l'index des avis, tenu à jour. */
export const buildServices = (
  ressources: Ressources,
  indexAvis = suivreAvis(ressources.store.avis, ressources.knowledge.secteurs),
  liens = createLiens({ secret: ressources.store.secret, publicUrl: '', maintenant: () => new Date() }),
): Services => {
  const { store, knowledge, territoire } = ressources;
  const lignes = async () => (await store.registre.index()).lignes;
  const droit = createServiceDroit(knowledge, ressources.questions, ressources.portes);
  const serviceTerritoire = createServiceTerritoire({ ...ressources, index: ressources.lieux, lignes });
  const heures = createServiceHeures({
    operations: store.operations,
    lignes,
    coder: createCodage(store.secret),
    nomCommune: (insee) => territoire.commune(insee)?.nom ?? null,
  });
  const parcours = createServiceParcours({
    faits: store.parcours,
    libelles: store.libelles,
    operations: store.operations,
    lignes,
    epciDe: (insee) => territoire.epci(territoire.commune(insee)?.epci ?? '') ?? null,
  });
  const registre = createServiceRegistre({
    registre: store.registre,
    operations: store.operations,
    lignes,
    eligibilite: parcours.eligibilite,
  });
  return {
    comprendre: createComprendre({ droit, territoire: serviceTerritoire, heures }),
    droit,
    territoire: serviceTerritoire,
    annuaire: createServiceAnnuaire({ ...ressources, index: ressources.lieux, lignes }),
    heures,
    registre,
    parcours,
    marches: createServiceMarches({
      index: indexAvis,
      alertes: store.alertes,
      envois: store.envois,
      secteurs: knowledge.secteurs,
      territoire,
      lireLieu: serviceTerritoire.lireLieu,
      region: {
        nom: ressources.region,
        departements: territoire.departements.filter(({ region }) => region === territoire.region),
      },
    }),
    structures: createServiceStructures({
      structures: store.structures,
      secteurs: knowledge.secteurs,
      territoire,
      lireLieu: serviceTerritoire.lireLieu,
    }),
    personnes: createServicePersonnes({ store, lignes, coder: createCodage(store.secret) }),
    indicateurs: createServiceIndicateurs({
      lignes,
      operations: store.operations,
      territoire,
      secteurs: knowledge.secteurs,
      lireLieu: serviceTerritoire.lireLieu,
      liens,
    }),
    veille: {
      questions: async (compte) => (peutAdministrer(compte) ? store.questions.all() : null),
    },
  };
};
