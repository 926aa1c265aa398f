import { z } from 'zod';
import { Jour, type Periode } from './dates.ts';
import { Role } from './roles.ts';
import { CodeInsee } from './territoire.ts';

export const Public = z.enum(['RSA', 'QPV', 'DELD', 'JEUNE', 'TH', 'SENIOR', 'IAE', 'ALTERNANCE']);
export type Public = z.infer<typeof Public>;

export const Sexe = z.enum(['F', 'M']);
export type Sexe = z.infer<typeof Sexe>;

/** Comment les heures sont réalisées ; EI, ACI, ETTI et AI relèvent de l'IAE. */
export const Modalite = z.enum([
  'EMBAUCHE_DIRECTE',
  'ETTI',
  'AI',
  'EI',
  'ACI',
  'GEIQ',
  'EA',
  'EATT',
  'ESAT',
  'ALTERNANCE',
]);
export type Modalite = z.infer<typeof Modalite>;

/** Situation à la sortie ; `CDD_6_MOIS` : six mois et plus. */
export const Sortie = z.enum(['CDI', 'CDD_6_MOIS', 'CDD_COURT', 'INTERIM', 'FORMATION', 'RECHERCHE']);
export type Sortie = z.infer<typeof Sortie>;

export const Clause = z.enum(['EXECUTION', 'EXECUTION+CRITERE', 'CRITERE', 'RESERVE', 'OBJET']);
export type Clause = z.infer<typeof Clause>;

/** Comment se calculent les heures dues. */
export const RegleHeures = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('heures'), heures: z.number().nonnegative() }),
  /** Une heure d'insertion tous les `euros` du montant. */
  z.strictObject({ type: z.literal('euros-par-heure'), euros: z.number().positive() }),
  /** Part, de 0 à 1, des heures travaillées du contrat. */
  z.strictObject({
    type: z.literal('part'),
    part: z.number().positive().max(1),
    heuresTotales: z.number().nonnegative(),
  }),
]);
export type RegleHeures = z.infer<typeof RegleHeures>;

/** Un marché ou un lot sur lequel des heures d'insertion sont dues. */
export const Operation = z.strictObject({
  id: z.string().min(1),
  intitule: z.string().min(1),
  donneurOrdre: z.string().min(1),
  clause: Clause,
  communeInsee: CodeInsee,
  anru: z.boolean(),
  entreprises: z.array(z.string().min(1)),
  debut: Jour.nullable(),
  fin: Jour.nullable(),
  /** Heures dues ; null si le contrat ne les dit pas. */
  heuresPrevues: z.number().nonnegative().nullable(),
  /** Compte ou structure qui suit l'opération ; null : tous les facilitateurs. */
  facilitateur: z.string().nullable(),
  demonstration: z.boolean().default(false),
  /** Publics que le contrat énumère ; absent ou vide : tous les publics de la clause. */
  publics: z.array(Public).optional(),
  /** Vrai si le contrat permet de reporter un surplus d'heures. */
  reportSurplus: z.boolean().optional(),
  /** Numéro ou nom du lot. */
  lot: z.string().min(1).optional(),
  /** Absente : les heures prévues font foi. */
  regle: RegleHeures.optional(),
  /** Montant hors taxes, en euros. */
  montant: z.number().nonnegative().optional(),
});
export type Operation = z.infer<typeof Operation>;

/** Heures d'une personne sur une opération et une période ; sans nom, par code. */
export const LigneHeures = z.strictObject({
  operation: z.string().min(1),
  /** Code de la personne (« P-0231 »), jamais son nom. */
  beneficiaire: z.string().min(1),
  debut: Jour,
  fin: Jour,
  heures: z.number().positive(),
  entreprise: z.string().nullable(),
  publics: z.array(Public),
  sexe: Sexe.nullable(),
  anneeNaissance: z.number().int().min(1920).max(2100).nullable(),
  modalite: Modalite.nullable(),
  sortie: Sortie.nullable(),
});
export type LigneHeures = z.infer<typeof LigneHeures>;

/** Qui a écrit, d'où, quand : chaque écriture du registre le sait. */
export const Origine = z.strictObject({
  /** Identifiant du compte, ou `import:<fichier>`. */
  auteur: z.string(),
  canal: z.string(),
  /** Message ou ligne de fichier d'où vient l'écriture. */
  message: z.string(),
  /** Instant ISO avec fuseau. */
  le: z.iso.datetime({ offset: true }),
  /** Rôle et libellé du compte au moment de l'écriture ; jamais le nom d'une personne. */
  role: Role.optional(),
  libelle: z.string().optional(),
});
export type Origine = z.infer<typeof Origine>;

/** Registre en ajout seul : une correction ou une annulation est une écriture qui vise la première. */
export const Ecriture = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('saisie'),
    id: z.string(),
    ligne: LigneHeures,
    alertes: z.array(z.string()).default([]),
    origine: Origine,
  }),
  z.strictObject({
    type: z.literal('correction'),
    id: z.string(),
    vise: z.string(),
    ligne: LigneHeures,
    alertes: z.array(z.string()).optional(),
    /** Correction que celle-ci défait, en remettant la ligne d'avant. */
    defait: z.string().optional(),
    origine: Origine,
  }),
  /** `vise` : la saisie annulée, ou la validation d'un mois qu'on rouvre. */
  z.strictObject({ type: z.literal('annulation'), id: z.string(), vise: z.string(), origine: Origine }),
  /** Mois arrêté par un coordinateur : ses lignes ne bougent plus que par lui. */
  z.strictObject({
    type: z.literal('validation'),
    id: z.string(),
    mois: z.string().regex(/^\d{4}-\d{2}$/, 'mois attendu sous la forme AAAA-MM'),
    origine: Origine,
  }),
  /** Saisies dont la personne ne se retrouve plus : `vers` est un code tiré au sort, l'ancien n'est écrit nulle part. */
  z.strictObject({
    type: z.literal('anonymisation'),
    id: z.string(),
    vers: z.string().min(1),
    saisies: z.array(z.string()),
    origine: Origine,
  }),
]);
export type Ecriture = z.infer<typeof Ecriture>;

/** Ce qu'un message d'heures peut laisser à demander. */
export type ChampHeures = 'heures' | 'periode' | 'beneficiaire' | 'operation';

/** Un doute : on demande ou on avertit, jamais on n'enregistre en silence. */
export type Alerte =
  | 'plus-de-24-h-en-un-jour'
  | 'trop-d-heures-pour-la-periode'
  | 'heures-nulles'
  | 'heures-negatives'
  | 'date-future'
  | 'avant-operation'
  | 'apres-operation'
  | 'date-invalide'
  | 'periode-inversee'
  | 'date-ambigue'
  | 'heures-ambigues'
  | 'noms-attendus';

/** Une ligne telle qu'elle a été comprise ; null : pas dit, jamais inventé. */
export interface LigneLue {
  readonly heures: number | null;
  readonly periode: Periode | null;
  /** Tel que tapé (« Farid Zaoui », « P-0231 »). */
  readonly beneficiaire: string | null;
  /** Identifiant de l'opération connue. */
  readonly operation: string | null;
  /** Opérations possibles quand le message en désigne plusieurs. */
  readonly operationsPossibles?: readonly string[];
  readonly entreprise: string | null;
  readonly publics: readonly Public[];
  readonly sexe: Sexe | null;
  readonly modalite: Modalite | null;
  readonly alertes: readonly Alerte[];
}

export interface LectureHeures {
  /** Au moins une ligne ; plusieurs quand le message en contient plusieurs. */
  readonly lignes: readonly LigneLue[];
  /** Le message parle-t-il d'heures à déclarer, ou complète-t-il un brouillon ? De 0 à 1. */
  readonly score: number;
}

/** Ce que la lecture des heures doit savoir du monde. */
export interface ContexteHeures {
  /** Jour local de la personne qui parle. */
  readonly aujourdhui: Jour;
  readonly operations: readonly Pick<
    Operation,
    'id' | 'intitule' | 'donneurOrdre' | 'communeInsee' | 'entreprises' | 'debut' | 'fin'
  >[];
  /** Nom des communes citées par les opérations, par code INSEE. */
  readonly nomCommune: (insee: string) => string | null;
  /** Brouillon que le message complète ou corrige ; vide au premier message. */
  readonly brouillon: readonly LigneLue[];
}
