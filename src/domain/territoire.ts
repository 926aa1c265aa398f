import { z } from 'zod';
import { Jour } from './dates.ts';

/** Code officiel géographique d'une commune : 5 caractères (« 59350 », « 2A004 »). */
export const CodeInsee = z.string().regex(/^(\d{2}|2[AB])\d{3}$/, 'code INSEE attendu (5 caractères)');
export type CodeInsee = z.infer<typeof CodeInsee>;

export interface Commune {
  readonly code: CodeInsee;
  readonly nom: string;
  /** Code du département, « 59 ». */
  readonly departement: string;
  /** Code de la région, « 32 ». */
  readonly region: string;
  /** SIREN de l'intercommunalité à fiscalité propre ; absent pour quelques îles. */
  readonly epci: string | null;
  readonly codesPostaux: readonly string[];
  readonly population: number;
}

export interface Epci {
  /** SIREN. */
  readonly code: string;
  /** Nom officiel abrégé par la source (« CA du Boulonnais »). */
  readonly nom: string;
  /** Codes INSEE des communes membres. */
  readonly communes: readonly CodeInsee[];
}

export interface Departement {
  readonly code: string;
  readonly nom: string;
  readonly region: string;
}

/** Un lieu de la région qu'une personne peut désigner. */
export type Lieu =
  | { readonly type: 'commune'; readonly commune: Commune }
  | { readonly type: 'epci'; readonly epci: Epci }
  | { readonly type: 'departement'; readonly departement: Departement };

/** Comment un message a désigné un lieu ; le doute et l'inconnu sont des résultats. */
export type LectureLieu =
  | {
      readonly type: 'trouve';
      readonly lieu: Lieu;
      /** Ancien nom ou commune déléguée par où l'on est passé (« Téteghem »). */
      readonly ancienNom?: string;
      /** Vrai si le nom a été corrigé (faute de frappe) : la réponse dit le nom retenu. */
      readonly corrige?: boolean;
    }
  | { readonly type: 'ambigu'; readonly choix: readonly Lieu[]; readonly saisie: string }
  | { readonly type: 'hors-region'; readonly nom: string; readonly departement: string }
  | { readonly type: 'inconnu'; readonly saisie: string }
  | { readonly type: 'aucun' };

export const NiveauCouverture = z.enum(['communes', 'epci', 'departement', 'region']);
export type NiveauCouverture = z.infer<typeof NiveauCouverture>;

/** Ce que suit une structure, à un niveau. */
export const Couverture = z.strictObject({
  niveau: NiveauCouverture,
  /** Codes INSEE, SIREN d'EPCI, codes de département ou de région, selon le niveau. */
  codes: z.array(z.string().min(2)).min(1),
});
export type Couverture = z.infer<typeof Couverture>;

/** Nature de la structure qui porte le facilitateur ; l'état des lieux la compte. */
export const NaturePorteur = z.enum([
  'plie',
  'maison-emploi',
  'mission-locale',
  'departement',
  'intercommunalite',
  'commune',
  'association',
  'etat',
  'autre',
]);
export type NaturePorteur = z.infer<typeof NaturePorteur>;

/** Structure qui tient le rôle de facilitateur ; jamais le nom d'une personne. */
export const Facilitateur = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]+$/, 'identifiant en minuscules, chiffres et tirets'),
  nom: z.string().min(2),
  /** Nature de la structure porteuse : « PLIE », « maison de l'emploi », « Département »… */
  porteur: z.string().min(2),
  /** Nature dans la liste fermée ; null : déduite de `porteur`. */
  nature: NaturePorteur.nullable().default(null),
  couverture: Couverture,
  /** Ce qu'elle suit à d'autres niveaux : quelques communes en plus d'une intercommunalité, par exemple. */
  couvreAussi: z.array(Couverture).default([]),
  role: z.string().nullable().default(null),
  /** Ce qu'elle propose : « rédaction de la clause », « suivi des heures »… */
  services: z.array(z.string().min(2)).default([]),
  /** Équivalents temps plein consacrés aux clauses ; null : pas connu. */
  etp: z.number().nonnegative().nullable().default(null),
  /** Nombre de personnes physiques ; null : pas connu. */
  personnes: z.number().int().nonnegative().nullable().default(null),
  /** Communes où elle reçoit, par code INSEE. */
  implantations: z.array(CodeInsee).default([]),
  site: z.url().nullable().default(null),
  contact: z.string().nullable().default(null),
  /** Une entrée non vérifiée n'est jamais montrée comme un fait. */
  verifie: z.boolean(),
  /** Où et quand le rôle a été lu. */
  source: z.strictObject({ libelle: z.string().min(2), annee: z.string().min(4), luLe: Jour.nullable().default(null) }),
  /** Jour où la coordination régionale a confirmé l'entrée ; sinon c'est l'année de la source qui compte. */
  verifieLe: Jour.nullable().default(null),
  chefDeFile: z.boolean().default(false),
  /** Intercommunalités ou départements où elle coordonne les facilitateurs sans suivre elle-même les marchés. */
  coordonne: z.array(z.string().min(2)).default([]),
  /** Vrai : retirée de l'annuaire importé ; gardée pour l'historique, jamais montrée. */
  retire: z.boolean().default(false),
});
export type Facilitateur = z.infer<typeof Facilitateur>;

export type RegleRattachement = 'commune' | 'epci' | 'chef-de-file' | 'departement' | 'region' | 'aucune';

/** La ou les structures compétentes pour un lieu, et la règle qui les désigne. */
export interface Rattachement {
  readonly regle: RegleRattachement;
  readonly structures: readonly Facilitateur[];
  /** Structures du niveau supérieur, à qui s'adresser ensuite. */
  readonly repli: readonly Facilitateur[];
}
