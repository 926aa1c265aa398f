import type { Citation } from '../../src/domain/droit.ts';
import type { Compte } from '../../src/domain/roles.ts';

/** Un bouton : ce qu'on lit, ce qui est envoyé comme message quand on le presse. */
export interface Choix {
  readonly titre: string;
  readonly valeur: string;
}

/** Un champ qu'on peut changer dans une carte ; sa valeur revient dans `MessageRecu.donnees`, sous son `id`. */
export type ChampCarte =
  | {
      readonly type: 'texte' | 'nombre' | 'date';
      readonly id: string;
      readonly libelle: string;
      /** Nombre avec un point, date `AAAA-MM-JJ`, ou vide. */
      readonly valeur: string;
    }
  | {
      readonly type: 'choix' | 'choix-multiples';
      readonly id: string;
      readonly libelle: string;
      /** Valeur choisie ; plusieurs séparées par des virgules. */
      readonly valeur: string;
      readonly options: readonly Choix[];
    };

/** Une carte, dite sans SDK ; chaque canal la dessine. */
export interface Carte {
  readonly titre: string;
  readonly lignes: readonly { readonly libelle: string; readonly valeur: string }[];
  /** Texte d'un canal qui dessine la carte : il ne redit pas ce qu'elle montre. Absent : le texte entier. */
  readonly abrege?: string;
  /** Champs modifiables ; un client sans champs montre les lignes. */
  readonly champs?: readonly ChampCarte[];
  /** Bouton qui montre les champs, repliés d'abord ; sans lui, ils sont toujours visibles. */
  readonly titreChamps?: string;
  /** Paragraphe facultatif sous les lignes. */
  readonly note?: string;
  /** Boutons qui envoient des données : `donnees` revient dans `MessageRecu.donnees`. */
  readonly actions: readonly {
    readonly titre: string;
    readonly donnees: Readonly<Record<string, string>>;
    /** Ce que la personne aurait pu taper. */
    readonly texte: string;
    readonly style?: 'positif' | 'destructif';
  }[];
}

/** Une réponse complète ; le texte, en Markdown simple, se suffit toujours à lui-même. */
export interface Reponse {
  readonly texte: string;
  readonly carte?: Carte;
  readonly choix?: readonly Choix[];
  /** Sources de la réponse juridique ; jamais sur une autre réponse. */
  readonly citations?: readonly Citation[];
  /** Fiche citée : le canal peut proposer « utile / pas utile ». */
  readonly avis?: { readonly fiche: string };
}

/** Un message reçu d'un canal, déjà authentifié. */
export interface MessageRecu {
  /** Identifiant de l'activité : le même deux fois n'est traité qu'une fois. */
  readonly id: string;
  readonly conversation: string;
  readonly canal: string;
  readonly texte: string;
  /** Données d'un bouton de carte. */
  readonly donnees?: Readonly<Record<string, string>>;
  readonly compte: Compte;
  /** Instant local de la personne, ISO avec décalage (« 2026-11-21T10:00:00+01:00 »). */
  readonly le: string;
  /** Vrai quand une personne vient d'ouvrir la conversation et n'a rien dit. */
  readonly arrivee?: boolean;
}

/** Ce qu'un canal appelle : un message entre, des réponses sortent, dans l'ordre et une seule fois. */
export type Traiter = (message: MessageRecu) => Promise<readonly Reponse[]>;
