import type { Jour, Periode } from '../../src/domain/dates.ts';
import type { Demande, Perimetre, SujetChiffres } from '../../src/domain/indicateurs/demande.ts';
import type { Liens } from '../../src/domain/indicateurs/documents.ts';
import type { LignesDuChiffre, ReponseChiffres } from '../../src/domain/indicateurs/reponse.ts';
import type { Indicateurs } from '../../src/domain/indicateurs.ts';
import type { Compte } from '../../src/domain/roles.ts';
import type { EtatOperation } from '../../src/domain/soldes/etat.ts';
import type { LectureLieu } from '../../src/domain/territoire.ts';

export interface ServiceIndicateurs {
  calculer(periode: Periode | null): Promise<Indicateurs>;
  /** Heures dont cette personne a fait la saisie. */
  siens(periode: Periode | null, compte: Compte): Promise<Indicateurs>;
  lirePeriode(texte: string, aujourdhui: Jour): Periode | null;
  /** Lit une question sur les chiffres ; `precedente` est celle qu'elle peut prolonger. */
  lire(
    texte: string,
    contexte: { readonly aujourdhui: Jour; readonly precedente: Demande | null },
  ): Promise<LectureChiffres>;
  /** Suite d'une question (« et dans l'Oise ? ») ; null si le message n'ajoute rien qui concerne les chiffres. */
  prolonger(
    texte: string,
    contexte: { readonly aujourdhui: Jour; readonly precedente: Demande },
  ): Promise<{ readonly demande: Demande; readonly nouveau: 'lieu' | 'autre' } | null>;
  /** Chiffres d'une question, réduits à ce que ce compte a le droit de voir. */
  repondre(demande: Demande, compte: Compte): Promise<ReponseChiffres>;
  /** Lignes derrière un chiffre, dans le périmètre du compte ; null pour qui n'a pas à les voir. */
  lignes(demande: Demande, compte: Compte): Promise<LignesDuChiffre | null>;
  /**
   * Liens, pour une demi-heure, vers les lignes d'un chiffre ; null pour qui n'a pas à les voir.
   * Seules les lignes du périmètre du compte y seront.
   */
  lienLignes(demande: Demande, compte: Compte): Liens | null;
  /** Liens vers le relevé d'une entreprise pour un mois (« 2026-10 »), et ses heures dans le périmètre du compte. */
  lienReleve(
    entreprise: string,
    mois: string,
    compte: Compte,
  ): Promise<{ readonly liens: Liens; readonly heures: number } | null>;
  /** Entreprises qui ont des heures dans la période, dans le périmètre du compte, la première d'abord. */
  entreprisesDe(periode: Periode, compte: Compte): Promise<readonly string[]>;
  /** Nom d'une famille d'achat. */
  secteur(id: string): string | null;
  /** Où en est une opération, et ce que chaque entreprise y a fait ; null hors du périmètre du compte. */
  etat(operation: string, compte: Compte, aujourdhui: Jour): Promise<EtatDetaille | null>;
  /** Opérations en retard du périmètre, la plus en retard d'abord ; null pour qui n'a pas à les voir. */
  retards(compte: Compte, aujourdhui: Jour): Promise<readonly EtatOperation[] | null>;
  /** Ce qu'une entreprise a fait, opération par opération, dans le périmètre du compte. */
  etatsEntreprise(entreprise: string, compte: Compte, aujourdhui: Jour): Promise<readonly EtatDetaille[] | null>;
}

export interface LectureChiffres {
  readonly sujet: SujetChiffres | null;
  readonly demande: Demande;
  /** Le lieu tel qu'il a été lu : s'il n'a pas pu filtrer, la réponse doit le dire. */
  readonly lieu: LectureLieu;
  /** Territoires à comparer, dans l'ordre où ils sont dits ; vide s'il n'y en a pas deux. */
  readonly compares: readonly Perimetre[];
  /** Vrai si l'on demande toutes les opérations qu'on suit. */
  readonly liste: boolean;
}

export interface EtatDetaille {
  readonly etat: EtatOperation;
  /** Heures faites par entreprise, la première d'abord. */
  readonly parEntreprise: readonly { readonly entreprise: string; readonly heures: number }[];
}
