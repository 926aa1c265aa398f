import type { Jour } from '../../src/domain/dates.ts';
import type { Origine, Public, Sexe, Sortie } from '../../src/domain/heures.ts';
import type { Compte } from '../../src/domain/roles.ts';

/** Données d'une personne suivie, et leur effacement ; null : rien dans le périmètre du compte. */
export interface ServicePersonnes {
  /** Code nommé par un message. */
  lireCode(texte: string): string | null;
  decrire(code: string, compte: Compte): Promise<DonneesPersonne | null>;
  /** Remplace le code par un code anonyme partout ; recommencer ne fait rien de plus. */
  effacer(code: string, compte: Compte, origine: Origine): Promise<{ readonly saisies: number } | null>;
}

/** Tout ce qui est gardé sous un code. */
export interface DonneesPersonne {
  readonly code: string;
  readonly lignes: number;
  readonly heures: number;
  readonly premier: Jour | null;
  readonly dernier: Jour | null;
  readonly operations: readonly string[];
  readonly publics: readonly Public[];
  readonly sexe: Sexe | null;
  readonly anneeNaissance: number | null;
  readonly sorties: readonly Sortie[];
  readonly faitsDeParcours: number;
}
