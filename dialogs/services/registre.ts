import type { Jour, Periode } from '../../src/domain/dates.ts';
import type { DemandeRegistre } from '../../src/domain/heures/demandes.ts';
import type { FaitRegistre, Recherche } from '../../src/domain/heures/historique.ts';
import type { Proposition } from '../../src/domain/heures/propositions.ts';
import type { Regle } from '../../src/domain/heures/regles-clause.ts';
import type { Validation } from '../../src/domain/heures/validations.ts';
import type { LigneHeures, LigneLue } from '../../src/domain/heures.ts';
import type { LigneActive } from '../../src/domain/registre.ts';
import type { Compte } from '../../src/domain/roles.ts';

/** Ce qui fait avertir sur une ligne, sans empêcher de l'enregistrer. */
export interface Avertissement {
  readonly regles: readonly Regle[];
  /** Lignes déjà enregistrées que celle-ci semble redire. */
  readonly doublons: readonly LigneActive[];
}

/** Une correction encore en vigueur, et la ligne d'avant elle. */
export interface CorrectionActive {
  readonly id: string;
  readonly saisie: LigneActive;
  readonly avant: LigneHeures;
}

/** Ce que contient un mois, et s'il est validé. */
export interface EtatMois {
  readonly mois: string;
  readonly lignes: number;
  readonly heures: number;
  readonly personnes: number;
  readonly operations: number;
  readonly validation: Validation | null;
}

/** Le registre, son histoire et ses règles, dans le périmètre de chacun. */
export interface ServiceRegistre {
  lire(texte: string, aujourdhui: Jour): DemandeRegistre | null;
  /** Le message corrige-t-il ce qui vient d'être enregistré ? */
  estCorrection(texte: string): boolean;
  /** Le message corrige ou allonge-t-il la saisie en cours, au lieu d'en commencer une autre ? */
  tientAuBrouillon(texte: string): boolean;
  /** @param sauf saisies qu'on corrige : elles ne sont ni des doublons ni déjà comptées. */
  avertir(
    lignes: readonly LigneHeures[],
    contexte: { readonly compte: Compte; readonly sauf?: readonly string[] },
  ): Promise<readonly Avertissement[]>;
  /** Lectures probables d'une ligne douteuse, à proposer en boutons. */
  proposer(
    texte: string,
    ligne: LigneLue,
    contexte: { readonly aujourdhui: Jour; readonly compte: Compte },
  ): Promise<readonly Proposition[]>;
  saisies(ids: readonly string[]): Promise<readonly LigneActive[]>;
  /** Dernière saisie active d'une personne que ce compte peut voir. */
  derniereDe(code: string, compte: Compte, periode: Periode | null): Promise<LigneActive | null>;
  /** Une écriture de cet identifiant a-t-elle été faite un jour ? */
  connue(id: string): Promise<boolean>;
  historique(recherche: Recherche, compte: Compte): Promise<readonly FaitRegistre[]>;
  /** Dernière correction de ce compte qui tient encore. */
  derniereCorrection(compte: Compte): Promise<CorrectionActive | null>;
  mois(mois: string): Promise<EtatMois>;
  /** Mois validés que ces lignes touchent et que ce compte ne peut plus changer. */
  verrouilles(lignes: readonly LigneHeures[], compte: Compte): Promise<readonly string[]>;
}
