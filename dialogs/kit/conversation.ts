import { z } from 'zod';
import { type Comprehension, Intention } from '../../src/domain/comprehension.ts';
import type { Jour } from '../../src/domain/dates.ts';
import { Situation } from '../../src/domain/droit/situation.ts';
import type { Ecriture } from '../../src/domain/heures.ts';
import type { AlerteMarches } from '../../src/domain/marches/alertes.ts';
import { DemandeStructures } from '../../src/domain/marches/structures.ts';
import { FiltreMarches } from '../../src/domain/marches.ts';
import type { FaitParcours } from '../../src/domain/parcours/faits.ts';
import type { ChangementAnnuaire } from '../../src/domain/territoire/annuaire-changements.ts';
import type { BesoinTerritoire } from '../../src/domain/territoire/besoins.ts';
import type { Facilitateur } from '../../src/domain/territoire.ts';
import type { Services } from '../services.ts';
import type { MessageRecu, Reponse } from './reply.ts';

/** Ce dont on parlait, pour les suites elliptiques (« et pour un ESAT ? », « la suite »). */
export const Memoire = z.strictObject({
  fiche: z.string().nullable().default(null),
  filtre: FiltreMarches.nullable().default(null),
  /** Dernier lieu nommé (« commune:62498 »), pour « et qui appeler ? ». */
  lieu: z.string().nullable().default(null),
  /** Marché dont on parlait (« 250 000 € de fournitures »), pour « et si c'est l'État ? ». */
  situation: Situation.nullable().default(null),
  /** Rang du prochain avis à montrer. */
  rang: z.number().int().default(0),
  /** Avis montrés en dernier, dans l'ordre : « répondre au deuxième ». */
  montres: z.array(z.string()).default([]),
  /** Dernière conversation commencée : « et dans l'Oise ? » la prolonge. */
  sujet: Intention.nullable().default(null),
  /** Ce que la dernière recherche de marchés montrait : « et dans l'Oise ? » le montre encore. */
  demandeMarches: z.enum(['avis', 'acheteurs', 'retours', 'potentiel', 'structures']).default('avis'),
  /** Structures cherchées en dernier : « et à Béthune ? » cherche les mêmes. */
  structures: DemandeStructures.nullable().default(null),
  /** Saisies du dernier enregistrement de cette conversation : « en fait c'était 28 » les corrige. */
  enregistree: z
    .strictObject({ cle: z.string(), saisies: z.array(z.string()) })
    .nullable()
    .default(null),
  /** Brouillons abandonnés, pour dire à une vieille carte ce qu'elle est devenue. */
  abandons: z.array(z.string()).default([]),
  /** Jour où les échéances ont été rappelées à l'accueil. */
  rappelees: z.string().nullable().default(null),
});
export type Memoire = z.infer<typeof Memoire>;

/** Une conversation en attente d'une réponse : quoi, où elle en est, ce qu'elle tient. */
export const Ouverte = z.strictObject({ conversation: Intention, etape: z.string(), donnees: z.unknown() });
export type Ouverte = z.infer<typeof Ouverte>;

/** État d'une conversation : du JSON simple, avec sa version, qui survit aux arrêts et aux déploiements. */
export const Etat = z.strictObject({
  version: z.literal(1),
  /** Conversations en attente ; la dernière est celle du dessus. */
  ouvertes: z.array(Ouverte),
  memoire: Memoire,
  /** Vrai une fois la bienvenue dite. */
  salue: z.boolean(),
  /** Activités déjà traitées, les plus récentes à la fin. */
  traites: z.array(z.string()),
});
export type Etat = z.infer<typeof Etat>;

export const ETAT_NEUF: Etat = {
  version: 1,
  ouvertes: [],
  memoire: Memoire.parse({}),
  salue: false,
  traites: [],
};

/** Ce qu'une conversation demande d'écrire ; fait une seule fois, avant de ranger l'état. */
export type Effet =
  | { readonly type: 'ecrire-heures'; readonly ecritures: readonly Ecriture[] }
  | { readonly type: 'ecrire-parcours'; readonly faits: readonly FaitParcours[] }
  /** `libelle` null : effacé, pour cette structure. */
  | {
      readonly type: 'nommer';
      readonly structure: string;
      readonly personne: string;
      readonly libelle: string | null;
    }
  | {
      readonly type: 'noter-question';
      readonly texte: string;
      readonly certitude: 'aucune' | 'hesitante';
      readonly fiches: readonly string[];
    }
  | ({ readonly type: 'noter-besoin' } & Pick<BesoinTerritoire, 'territoire' | 'genre' | 'relais'>)
  | {
      readonly type: 'changer-annuaire';
      readonly changement: Pick<ChangementAnnuaire, 'auteur' | 'origine' | 'entrees' | 'vise'>;
      /** Annuaire livré, à recopier d'abord quand rien n'a encore été importé. */
      readonly amorce: readonly Facilitateur[];
    }
  | { readonly type: 'ranger-alertes'; readonly alertes: readonly AlerteMarches[] }
  | { readonly type: 'noter-avis'; readonly fiche: string; readonly reaction: 'utile' | 'pas-utile' };

/** Un tour, tel que le voit une conversation. */
export interface Tour {
  readonly message: MessageRecu;
  readonly aujourdhui: Jour;
  readonly lecture: Comprehension;
  readonly memoire: Memoire;
  readonly services: Services;
}

/** Ce qu'un tour produit. */
export interface Issue {
  readonly reponses: readonly Reponse[];
  /** Absente ou null : plus rien n'est attendu. */
  readonly ouverte?: Ouverte | null;
  readonly memoire?: Partial<Memoire>;
  readonly effets?: readonly Effet[];
}

/** Une conversation : un dossier, une intention. */
export interface Conversation {
  readonly intention: Intention;
  demarrer(tour: Tour): Promise<Issue>;
  /** Reçoit la suite quand la conversation attendait quelque chose ; null : ce message n'est pas pour elle. */
  poursuivre?(tour: Tour, ouverte: Ouverte): Promise<Issue | null>;
  /** Reçoit un message qui n'est la suite de rien d'ouvert, avant son intention ; null : il n'est pas pour elle. */
  revenir?(tour: Tour): Promise<Issue | null>;
  /** Dit comment reprendre après une parenthèse. */
  rappeler?(tour: Tour, ouverte: Ouverte): Promise<Reponse | null>;
}
