import { z } from 'zod';
import { Jour } from './dates.ts';

/** À qui une réservation est ouverte (art. L2113-12 à L2113-16 CCP). */
export const Audience = z.enum(['SIAE', 'EA_ESAT', 'ESS', 'PENITENTIAIRE']);
export type Audience = z.infer<typeof Audience>;

export const Reservation = z.strictObject({
  /** `partiel` : certains lots ; `probable` : le texte le dit sans champ structuré ; `inconnu` : rien ne permet de conclure. */
  statut: z.enum(['oui', 'partiel', 'probable', 'non', 'inconnu']),
  audiences: z.array(Audience),
  /** Numéros des lots réservés quand l'avis les donne. */
  lots: z.array(z.string()),
  /** Passage ou champ qui le montre, tel quel. */
  preuve: z.string().nullable(),
});
export type Reservation = z.infer<typeof Reservation>;

/** Un avis ou un contrat publié (BOAMP, DECP…), gardé quel que soit son état. */
export const Avis = z.strictObject({
  /** `boamp:24-76932`, `decp:<acheteur>-<id>`. */
  id: z.string().min(3),
  source: z.enum(['boamp', 'decp', 'ted', 'demonstration']),
  nature: z.enum(['avis', 'attribution', 'rectificatif', 'annulation', 'preinformation']),
  objet: z.string().min(1),
  acheteur: z.string().nullable(),
  departements: z.array(z.string()),
  /** Code postal ou INSEE du lieu d'exécution quand il est dit. */
  lieu: z.string().nullable(),
  publieLe: Jour.nullable(),
  /** Notification du contrat, pour une attribution des données essentielles. */
  notifieLe: Jour.nullable().default(null),
  /** Date limite de réponse ; l'heure n'est gardée que si elle est publiée. */
  dateLimite: Jour.nullable(),
  heureLimite: z
    .string()
    .regex(/^\d{2}:\d{2}$/)
    .nullable(),
  adresse: z.url().nullable(),
  cpv: z.array(z.string()),
  lots: z.array(z.strictObject({ numero: z.string(), intitule: z.string() })),
  reservation: Reservation,
  clauseSociale: z.strictObject({ presente: z.boolean().nullable(), heures: z.number().nullable() }),
  montant: z.number().nullable(),
  dureeMois: z.number().nullable(),
  titulaires: z.array(z.string()),
  /** Avis antérieurs auxquels celui-ci se rapporte. */
  lies: z.array(z.string()),
});
export type Avis = z.infer<typeof Avis>;

/** Ce qu'une personne cherche ; vide : tout ce qui est ouvert et réservé. */
export const FiltreMarches = z.strictObject({
  departements: z.array(z.string()).default([]),
  /** Codes INSEE et codes postaux du lieu demandé. */
  codesLieu: z.array(z.string()).default([]),
  /** Libellé du lieu à redire à la personne. */
  lieu: z.string().nullable().default(null),
  /** Identifiant d'une famille d'achat de `knowledge/secteurs.yaml`. */
  secteur: z.string().nullable().default(null),
  audience: Audience.nullable().default(null),
  /** Date limite au plus tôt / au plus tard. */
  limiteApres: Jour.nullable().default(null),
  limiteAvant: Jour.nullable().default(null),
  etat: z.enum(['ouvert', 'clos', 'tous']).default('ouvert'),
  reserves: z.boolean().default(true),
  /** Noms des communes du lieu, pour les avis qui ne donnent pas de code : l'acheteur ou l'objet les nomme. */
  nomsLieu: z.array(z.string()).default([]),
  /** Nom d'acheteur, en mots (« ville de Lille »). */
  acheteur: z.string().nullable().default(null),
  /** Montant publié, en euros hors taxes, au moins et au plus. */
  montantMin: z.number().nullable().default(null),
  montantMax: z.number().nullable().default(null),
  /** Seulement les avis qui portent une clause sociale d'exécution. */
  clause: z.boolean().default(false),
  /** Mots que l'objet, un lot ou l'acheteur contiennent tous. */
  texte: z.string().nullable().default(null),
  /** Début de code CPV. */
  cpv: z.string().nullable().default(null),
});
export type FiltreMarches = z.infer<typeof FiltreMarches>;

/** Famille d'achat : CPV, mots, structures qui savent faire (`knowledge/secteurs.yaml`). */
export const Secteur = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]+$/),
  nom: z.string().min(3),
  /** Préfixes de CPV (2 à 8 chiffres). */
  cpv: z.array(z.string().regex(/^\d{2,8}$/)).min(1),
  /** Mots qui désignent la famille, sans accents inutiles. */
  mots: z.array(z.string().min(2)).min(1),
  structures: z.array(z.string()),
  /** Part usuelle de main-d'œuvre, de 0 à 1, quand une source la donne. */
  partMainOeuvre: z.number().min(0).max(1).nullable().default(null),
});
export type Secteur = z.infer<typeof Secteur>;
