import type { Ecriture, Operation } from '../domain/heures.ts';
import type { IndexRegistre } from '../domain/indicateurs/index-registre.ts';
import type { AlerteMarches, EnvoiMarches } from '../domain/marches/alertes.ts';
import type { CanalMarches } from '../domain/marches/canal.ts';
import type { Structure } from '../domain/marches/structures.ts';
import type { Avis } from '../domain/marches.ts';
import type { FaitParcours } from '../domain/parcours/faits.ts';
import type { Compte } from '../domain/roles.ts';
import type { ChangementAnnuaire } from '../domain/territoire/annuaire-changements.ts';
import type { BesoinTerritoire } from '../domain/territoire/besoins.ts';
import type { Facilitateur } from '../domain/territoire.ts';
import type { AvisFiche, QuestionNotee } from '../domain/veille.ts';

/** Ce qu'un dépôt par clé a fait d'un lot ; le même lot deux fois ne change rien. */
export interface Bilan {
  readonly ajoutes: number;
  readonly modifies: number;
  readonly inchanges: number;
}

/** Documents rangés par clé ; le dernier écrit l'emporte. */
export interface Collection<T> {
  all(): Promise<readonly T[]>;
  find(cle: string): Promise<T | null>;
  put(documents: readonly T[]): Promise<Bilan>;
  /** Documents écrits depuis `position` (0 au début), chacun dans son dernier état, et où reprendre. */
  depuis(position: number): Promise<{ readonly position: number; readonly documents: readonly T[] }>;
}

/** Registre des heures, en ajout seul. */
export interface Registre {
  /** Tout, relu : à garder pour les petits registres et les essais. */
  all(): Promise<readonly Ecriture[]>;
  /** L'index du registre, mis à jour de ce que tous les processus ont ajouté. */
  index(): Promise<IndexRegistre>;
  /** Quelques écritures, entières, par leur numéro dans l'index. */
  relire(numeros: readonly number[]): Promise<readonly Ecriture[]>;
  /** Ajoute et met en sûreté (fsync) ; une écriture dont l'identifiant existe déjà est laissée de côté. */
  append(ecritures: readonly Ecriture[]): Promise<number>;
}

/** État d'une conversation et sa révision, pour comparer avant d'écrire. */
export interface EtatRange {
  readonly revision: number;
  readonly etat: unknown;
}

export interface Conversations {
  find(id: string): Promise<EtatRange | null>;
  /** Échoue (`false`) si la révision rangée n'est plus `revision`. */
  write(id: string, range: EtatRange, revision: number): Promise<boolean>;
}

/** Libellé facultatif qu'une structure donne à une personne ; vu d'elle seule, effaçable sans trace. */
export interface Libelles {
  find(structure: string, personne: string): Promise<string | null>;
  put(structure: string, personne: string, libelle: string): Promise<void>;
  /** Efface pour une structure, ou pour toutes (`null`) ; rend le nombre de libellés effacés. */
  remove(personne: string, structure: string | null): Promise<number>;
}

/** Tout ce que Clausette garde ; un moteur par dossier voisin. */
export interface Store {
  readonly conversations: Conversations;
  readonly registre: Registre;
  /** Faits des parcours (éligibilité, sortie, suivis), par identifiant. */
  readonly parcours: Collection<FaitParcours>;
  readonly libelles: Libelles;
  readonly operations: Collection<Operation>;
  readonly avis: Collection<Avis>;
  readonly alertes: Collection<AlerteMarches>;
  /** Nouvelles à pousser par Teams, et ce qu'il en est advenu. */
  readonly envois: Collection<EnvoiMarches>;
  /** Où pousser : les conversations Teams qui ont une alerte. */
  readonly canaux: Collection<CanalMarches>;
  /** Structures d'insertion et du handicap qui peuvent répondre à un marché. */
  readonly structures: Collection<Structure>;
  readonly facilitateurs: Collection<Facilitateur>;
  /** Changements de l'annuaire, du plus ancien au plus récent. */
  readonly annuaire: Collection<ChangementAnnuaire>;
  readonly besoins: Collection<BesoinTerritoire>;
  readonly comptes: Collection<Compte>;
  readonly questions: Collection<QuestionNotee>;
  readonly avisFiches: Collection<AvisFiche>;
  /** Secret propre à ce dépôt : signe les jetons du salon web et code les personnes. */
  readonly secret: string;
  /** Remplace des codes de personnes partout où ils sont écrits, par d'autres de même longueur ; rend le nombre de fois. */
  remplacerCodes(codes: ReadonlyMap<string, string>): Promise<number>;
  /** Vrai si rien n'y a jamais été écrit. */
  readonly vide: boolean;
  close(): Promise<void>;
}
