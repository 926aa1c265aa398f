import { z } from 'zod';
import { decalerJour, type Jour } from '../dates.ts';
import { Avis } from '../marches.ts';
import { Structure } from './structures.ts';

/** Avis inventé, daté par rapport au jour où l'on regarde : la démonstration reste vivante. */
export const ModeleAvis = z.strictObject({
  ...Avis.shape,
  source: z.literal('demonstration'),
  objet: z.string().startsWith('[Démonstration]'),
  adresse: z.null(),
  publieLe: z.undefined().optional(),
  dateLimite: z.undefined().optional(),
  /** Négatif : publié il y a tant de jours. */
  publieDansJours: z.number().int().max(0),
  /** Négatif : clos ; null : pas de date limite publiée. */
  limiteDansJours: z.number().int().nullable(),
});
export type ModeleAvis = z.infer<typeof ModeleAvis>;

/** Donne aux modèles leurs dates, comptées depuis `aujourdhui`. */
export const daterDemonstration = (modeles: readonly ModeleAvis[], aujourdhui: Jour): Avis[] =>
  modeles.map(({ publieDansJours, limiteDansJours, publieLe: _publie, dateLimite: _limite, ...avis }) => ({
    ...avis,
    publieLe: decalerJour(aujourdhui, { days: publieDansJours }),
    dateLimite: limiteDansJours === null ? null : decalerJour(aujourdhui, { days: limiteDansJours }),
  }));

/** Structure inventée, située pour de vrai : elle n'existe pas, son nom le dit. */
export const ModeleStructure = z.strictObject({
  ...Structure.pick({ type: true, communeInsee: true, activites: true, contact: true, position: true }).shape,
  nom: z.string().startsWith('[Démonstration]'),
});

/** Les structures inventées, « publiées » le jour où l'on regarde. */
export const creerStructuresDemonstration = (
  modeles: readonly z.infer<typeof ModeleStructure>[],
  aujourdhui: Jour,
): Structure[] =>
  modeles.map((modele, rang) => ({
    ...modele,
    id: `demonstration-${rang + 1}`,
    siret: null,
    naf: null,
    site: null,
    source: { libelle: 'jeu de démonstration', le: aujourdhui },
    demonstration: true,
    retire: false,
  }));
