import { z } from 'zod';
import { Periode } from '../dates.ts';
import { Modalite, Public, Sexe } from '../heures.ts';

/** Ce qu'on veut savoir ; `cles` : tout le tableau. */
export const Mesure = z.enum([
  'cles',
  'heures',
  'beneficiaires',
  'femmes',
  'etp',
  'duree-moyenne',
  'operations',
  'acheteurs',
  'entreprises',
  'sorties-durables',
  'secteurs',
]);
export type Mesure = z.infer<typeof Mesure>;

/** Selon quoi répartir. */
export const Dimension = z.enum([
  'departement',
  'epci',
  'commune',
  'secteur',
  'acheteur',
  'entreprise',
  'operation',
  'public',
  'modalite',
  'sexe',
  'mois',
  'trimestre',
  'annee',
]);
export type Dimension = z.infer<typeof Dimension>;

/** Territoire demandé : ce qu'il faut pour filtrer et pour le redire. */
export const Perimetre = z.strictObject({
  niveau: z.enum(['commune', 'epci', 'departement']),
  code: z.string(),
  nom: z.string(),
});
export type Perimetre = z.infer<typeof Perimetre>;

/** Une question sur les chiffres, telle qu'elle a été comprise ; null : pas dit. */
export const Demande = z.strictObject({
  mesure: Mesure,
  dimension: Dimension.nullable(),
  periode: Periode.nullable(),
  /** Période à laquelle comparer. */
  avant: Periode.nullable(),
  territoire: Perimetre.nullable(),
  acheteur: z.string().nullable(),
  /** Identifiant d'une famille d'achat. */
  secteur: z.string().nullable(),
  public: Public.nullable(),
  sexe: Sexe.nullable(),
  modalite: z.union([Modalite, z.literal('IAE')]).nullable(),
  entreprise: z.string().nullable(),
});
export type Demande = z.infer<typeof Demande>;

export const DEMANDE_VIDE: Demande = {
  mesure: 'cles',
  dimension: null,
  periode: null,
  avant: null,
  territoire: null,
  acheteur: null,
  secteur: null,
  public: null,
  sexe: null,
  modalite: null,
  entreprise: null,
};

/** Vrai si la question porte sur une partie des lignes, et pas seulement sur une période. */
export const estFiltree = (demande: Demande): boolean =>
  demande.territoire !== null ||
  demande.acheteur !== null ||
  demande.secteur !== null ||
  demande.public !== null ||
  demande.sexe !== null ||
  demande.modalite !== null ||
  demande.entreprise !== null;

/** De quoi parle le message : des chiffres, de leur définition, d'un document à donner, ou des données d'une personne. */
export type SujetChiffres =
  | 'cles'
  | 'definition'
  | 'retard'
  | 'prevision'
  | 'releve'
  | 'export'
  | 'donnees'
  | 'effacement';
