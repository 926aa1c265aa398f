import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { decalerJour, type Jour } from './domain/dates.ts';
import { type Ecriture, LigneHeures, Operation } from './domain/heures.ts';
import {
  creerStructuresDemonstration,
  daterDemonstration,
  ModeleAvis,
  ModeleStructure,
} from './domain/marches/demonstration.ts';
import type { Compte } from './domain/roles.ts';
import type { Store } from './store/port.ts';

/** Comptes de la démonstration ; jamais ailleurs. */
export const COMPTES_DEMONSTRATION: readonly Compte[] = [
  {
    id: '00000000-0000-4000-8000-00000000f001',
    role: 'facilitateur',
    libelle: 'Facilitatrice',
    structure: null,
  },
  {
    id: '00000000-0000-4000-8000-00000000c001',
    role: 'coordinateur',
    libelle: 'Coordinatrice',
    structure: null,
  },
  {
    id: '00000000-0000-4000-8000-00000000a001',
    role: 'administrateur',
    libelle: 'Administratrice',
    structure: null,
  },
];

/** Jours comptés depuis aujourd'hui : la démonstration ne vieillit pas. */
const Jours = z.number().int();

const Modeles = z.strictObject({
  operations: z.array(
    z.strictObject({ ...Operation.omit({ debut: true, fin: true }).shape, debutJours: Jours, finJours: Jours }),
  ),
  heures: z.array(
    z.strictObject({ ...LigneHeures.omit({ debut: true, fin: true }).shape, debutJours: Jours, finJours: Jours }),
  ),
});

/** Met le jeu inventé dans un dépôt vide ; ne touche jamais à un dépôt qui contient quelque chose. */
export const installerDemonstration = async (store: Store, racine: string, aujourdhui: Jour): Promise<boolean> => {
  if (!store.vide) return false;
  const lire = (nom: string): unknown =>
    JSON.parse(readFileSync(join(racine, 'data', 'reference', 'demonstration', nom), 'utf8'));
  const modeles = Modeles.parse(lire('operations.json'));
  const jour = (jours: number) => decalerJour(aujourdhui, { days: jours });
  await store.operations.put(
    modeles.operations.map(({ debutJours, finJours, ...operation }) => ({
      ...operation,
      debut: jour(debutJours),
      fin: jour(finJours),
    })),
  );
  await store.registre.append(
    modeles.heures.map(
      ({ debutJours, finJours, ...ligne }, rang): Ecriture => ({
        type: 'saisie',
        id: `demonstration#${rang}`,
        ligne: { ...ligne, debut: jour(debutJours), fin: jour(finJours) },
        alertes: [],
        origine: {
          auteur: 'demonstration',
          canal: 'demonstration',
          message: 'jeu de démonstration',
          le: `${aujourdhui}T00:00:00Z`,
        },
      }),
    ),
  );
  await store.avis.put(daterDemonstration(z.array(ModeleAvis).parse(lire('notices.json')), aujourdhui));
  await store.structures.put(
    creerStructuresDemonstration(z.array(ModeleStructure).parse(lire('structures.json')), aujourdhui),
  );
  return true;
};
