import { z } from 'zod';
import { Jour } from './dates.ts';

/**
 * Ce que vaut une affirmation :
 * `verifie` texte lu ; `secondaire` lu dans une source secondaire (« selon … ») ;
 * `pratique` usage de terrain ; `lecture` interprétation prudente d'un texte.
 */
export const Confiance = z.enum(['verifie', 'secondaire', 'pratique', 'lecture']);
export type Confiance = z.infer<typeof Confiance>;

/** Recueils de textes ; chacun a son libellé et son adresse sur Légifrance. */
export const CodeSource = z.enum([
  'ccp',
  'code-travail',
  'casf',
  'code-penitentiaire',
  'loi',
  'decret',
  'reglement-ue',
  'directive-ue',
  'jurisprudence',
  'ccag',
  'cmp',
  'ordonnance',
  'page',
]);
export type CodeSource = z.infer<typeof CodeSource>;

/** Un texte cité, une fois pour toutes (`knowledge/sources.yaml`). */
export const Source = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]+$/),
  code: CodeSource,
  /** « L2113-12 », « art. 16.1 », « n° 364950 »… */
  article: z.string().nullable().default(null),
  titre: z.string().min(3),
  /** Identifiant LEGIARTI quand il est connu. */
  legiarti: z
    .string()
    .regex(/^LEGIARTI\d{12}$/)
    .nullable()
    .default(null),
  /** Adresse, seulement pour un texte qui n'est pas sur Légifrance. */
  adresse: z.url().nullable().default(null),
  /** Rédactions successives, de la plus ancienne à la plus récente. */
  versions: z.array(z.strictObject({ du: Jour, resume: z.string().min(3) })).default([]),
  luLe: Jour,
  confiance: Confiance.default('verifie'),
});
export type Source = z.infer<typeof Source>;

export const Theme = z.enum([
  'clause-sociale',
  'critere',
  'objet-insertion',
  'marches-reserves',
  'anciennes-references',
  'publics',
  'heures',
  'execution',
  'facilitateur',
  'structures',
  'pilotage',
  'familles-achat',
  'donnees-personnelles',
  'parcours',
]);
export type Theme = z.infer<typeof Theme>;

/** Une question, une réponse : un fichier de `knowledge/fiches/`. */
export const Fiche = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]+$/),
  titre: z.string().min(8).max(160),
  theme: Theme,
  statut: z.enum(['publiee', 'retiree']).default('publiee'),
  confiance: Confiance,
  luLe: Jour,
  /** Date avant laquelle il faut relire ; par défaut douze mois après `luLe`. */
  relireAvant: Jour.nullable().default(null),
  sources: z.array(z.string()).min(1),
  liees: z.array(z.string()).default([]),
  /** Ce que les gens écrivent ; sert à reconnaître la question, jamais à répondre. */
  phrases: z.array(z.string().min(3)).min(4),
  /** Réponse courte, 600 signes au plus. */
  reponse: z.string().min(20).max(600),
  /** Développement en Markdown ; vide si la réponse courte suffit. */
  detail: z.string(),
  /** Réponses d'avant, de la plus ancienne à la plus récente ; `jusquau` est le dernier jour où chacune valait. */
  autrefois: z.array(z.strictObject({ jusquau: Jour, reponse: z.string().min(20).max(600) })).default([]),
});
export type Fiche = z.infer<typeof Fiche>;

/** Une source prête à être montrée : libellé, lien et dates sont calculés. */
export interface Citation {
  readonly id: string;
  /** « Art. L2113-12 du code de la commande publique ». */
  readonly libelle: string;
  readonly lien: string;
  /** Ce que dit la version en vigueur, en une phrase. */
  readonly extrait: string;
  readonly enVigueurDu: Jour | null;
  readonly luLe: Jour;
}

/** Savoir se taire : « aucune » est un résultat. */
export type LectureQuestion =
  | { readonly certitude: 'sure'; readonly fiche: string; readonly score: number; readonly voisines: readonly string[] }
  | { readonly certitude: 'hesitante'; readonly fiches: readonly string[]; readonly score: number }
  | {
      readonly certitude: 'aucune';
      readonly score: number;
      /** Sujet extérieur reconnu (`knowledge/hors-domaine.yaml`). */
      readonly exterieur?: string;
    };
