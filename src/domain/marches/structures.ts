import { z } from 'zod';
import { Jour } from '../dates.ts';
import type { Audience } from '../marches.ts';
import { CodeInsee } from '../territoire.ts';

/** Structures qui emploient les publics, par type ; le GEIQ sert une clause, jamais un marché réservé. */
export const TypeStructure = z.enum(['EI', 'ETTI', 'AI', 'ACI', 'EITI', 'GEIQ', 'EA', 'EATT', 'ESAT']);
export type TypeStructure = z.infer<typeof TypeStructure>;

/** Types qui peuvent répondre à un marché réservé : art. L5132-4 du code du travail pour les SIAE, L2113-12 CCP sinon. */
export const TYPES_PAR_AUDIENCE: Readonly<
  Record<Exclude<Audience, 'ESS' | 'PENITENTIAIRE'>, readonly TypeStructure[]>
> = {
  SIAE: ['EI', 'ETTI', 'AI', 'ACI'],
  EA_ESAT: ['EA', 'EATT', 'ESAT'],
};

export const TYPES_RESERVABLES: readonly TypeStructure[] = [...TYPES_PAR_AUDIENCE.SIAE, ...TYPES_PAR_AUDIENCE.EA_ESAT];

/** Une structure d'insertion ou du handicap, telle qu'une liste publique la donne ; jamais le nom d'une personne. */
export const Structure = z.strictObject({
  /** SIRET et type (un même établissement peut en porter deux), à défaut FINESS ou nom et commune. */
  id: z.string().min(3),
  type: TypeStructure,
  nom: z.string().min(2),
  siret: z
    .string()
    .regex(/^\d{14}$/)
    .nullable(),
  communeInsee: CodeInsee,
  /** Activités telles que la liste les écrit ; les familles d'achat s'en déduisent à la lecture. */
  activites: z.array(z.string().min(2)),
  /** Code d'activité principale (« 8130Z »), faute de mieux. */
  naf: z
    .string()
    .regex(/^\d{4}[A-Z]$/)
    .nullable(),
  /** Accueil générique : standard, adresse de service. */
  contact: z.string().nullable(),
  site: z.url().nullable(),
  /** Degrés décimaux. */
  position: z.strictObject({ latitude: z.number(), longitude: z.number() }).nullable(),
  source: z.strictObject({ libelle: z.string().min(2), le: Jour }),
  demonstration: z.boolean().default(false),
  /** Vrai : absente de la dernière liste complète ; gardée, jamais montrée. */
  retire: z.boolean().default(false),
});
export type Structure = z.infer<typeof Structure>;

/** Ce qu'on cherche ; vide : tous les types, tous les métiers, toute la région. Plain JSON : se garde d'un tour à l'autre. */
export const DemandeStructures = z.strictObject({
  types: z.array(TypeStructure),
  /** Famille d'achat de `knowledge/secteurs.yaml`. */
  secteur: z.string().nullable(),
  /** Clés de lieux (voir `cleDuLieu`). */
  lieux: z.array(z.string()),
});
export type DemandeStructures = z.infer<typeof DemandeStructures>;
