import type { Comprehension } from '../src/domain/comprehension.ts';
import type { Jour } from '../src/domain/dates.ts';
import type { Alerte, LectureHeures, LigneLue, Operation, Sexe } from '../src/domain/heures.ts';
import type { AchatsDe } from '../src/domain/marches/acheteurs-du-marche.ts';
import type { AlerteMarches, Nouvelle } from '../src/domain/marches/alertes.ts';
import type { Segment } from '../src/domain/marches/potentiel.ts';
import type { Elargissement } from '../src/domain/marches/recherche.ts';
import type { Retour } from '../src/domain/marches/retours.ts';
import type { Avis, FiltreMarches, Secteur } from '../src/domain/marches.ts';
import type { LigneActive, Solde } from '../src/domain/registre.ts';
import type { Compte } from '../src/domain/roles.ts';
import type { ChangementAnnuaire, CouvertureChangee, Sens } from '../src/domain/territoire/annuaire-changements.ts';
import type { Apercu } from '../src/domain/territoire/apercu.ts';
import type { BesoinsCumules, GenreBesoin } from '../src/domain/territoire/besoins.ts';
import type { CouvertureEpci } from '../src/domain/territoire/couverture.ts';
import type { DemandeAnnuaire, DemandeTerritoire } from '../src/domain/territoire/demandes.ts';
import type { EtatDesLieux } from '../src/domain/territoire/etat-des-lieux.ts';
import type { TableauTerritoire } from '../src/domain/territoire/tableau.ts';
import type {
  Commune,
  Departement,
  Epci,
  Facilitateur,
  LectureLieu,
  Lieu,
  Rattachement,
} from '../src/domain/territoire.ts';
import type { QuestionNotee } from '../src/domain/veille.ts';
import type { ServiceDroit } from './services/droit.ts';
import type { ServiceIndicateurs } from './services/indicateurs.ts';
import type { ServiceParcours } from './services/parcours.ts';
import type { ServicePersonnes } from './services/personnes.ts';
import type { ServiceRegistre } from './services/registre.ts';
import type { ServiceStructures } from './services/structures.ts';

/** Ce qu'une conversation peut demander au monde ; les droits sont vérifiés ici, pas dans les phrases. */
export interface Services {
  comprendre(texte: string, contexte: ContexteLecture): Promise<Comprehension>;
  readonly droit: ServiceDroit;
  readonly territoire: ServiceTerritoire;
  readonly annuaire: ServiceAnnuaire;
  readonly marches: ServiceMarches;
  readonly structures: ServiceStructures;
  readonly heures: ServiceHeures;
  readonly registre: ServiceRegistre;
  readonly parcours: ServiceParcours;
  readonly indicateurs: ServiceIndicateurs;
  readonly personnes: ServicePersonnes;
  readonly veille: { questions(compte: Compte): Promise<readonly QuestionNotee[] | null> };
}

export interface ContexteLecture {
  readonly aujourdhui: Jour;
  readonly compte: Compte;
  /** Fiche dont on parlait, pour les questions elliptiques. */
  readonly sujet: string | null;
}

export interface ServiceTerritoire {
  lireLieu(texte: string): LectureLieu;
  /** Lit la réponse à « laquelle ? » ; `cles` : les lieux proposés (« commune:59350 »), dans l'ordre. */
  choisirLieu(texte: string, cles: readonly string[]): LectureLieu;
  rattacher(lieu: Lieu): Promise<Rattachement>;
  commune(code: string): Commune | null;
  epciDe(commune: Commune): Epci | null;
  departement(code: string): Departement | null;
  /** « Hauts-de-France ». */
  readonly region: string;
  /** Noms de la région à citer en exemple. */
  readonly exemples: { readonly commune: string; readonly departement: string };
  epci(code: string): Epci | null;
  lireDemande(texte: string): DemandeTerritoire | null;
  /** Pour quoi l'on cherche un facilitateur, à noter s'il n'y en a pas. */
  lireGenreBesoin(texte: string): GenreBesoin;
  /** Couverture de chaque intercommunalité, par nom. */
  couvertures(): Promise<readonly CouvertureEpci[]>;
  /** État des lieux de la région, ou d'un département. */
  etatDesLieux(departement: string | null): Promise<EtatDesLieux>;
  /** Tout le territoire, intercommunalité par intercommunalité, pour la page publique. */
  tableau(): Promise<TableauTerritoire>;
  /** Besoins restés sans facilitateur local, par territoire ; null sans le droit de les lire. */
  besoins(compte: Compte): Promise<readonly BesoinsCumules[] | null>;
}

/** L'annuaire, tenu par la coordination. */
export interface ServiceAnnuaire {
  lireDemande(texte: string): DemandeAnnuaire | null;
  /** Tous les lieux qu'un texte nomme. */
  lireLieux(texte: string): readonly LectureLieu[];
  /** Structures qu'un texte nomme, vérifiées ou non. */
  trouver(texte: string): Promise<readonly Facilitateur[]>;
  structure(id: string): Promise<Facilitateur | null>;
  /** Ajoute un lieu à ce que suit une structure, ou le retire ; sans rien écrire. */
  changer(structure: Facilitateur, changement: { readonly sens: Sens; readonly lieu: Lieu }): CouvertureChangee;
  /** Ce que de nouvelles entrées changeraient à tout l'annuaire. */
  apercevoir(entrees: readonly Facilitateur[]): Promise<Apercu>;
  /** Annuaire livré, à recopier avant un premier changement ; vide si un annuaire est déjà importé. */
  amorce(): Promise<readonly Facilitateur[]>;
  /** Du plus ancien au plus récent ; null sans le droit de le lire. */
  historique(compte: Compte): Promise<readonly ChangementAnnuaire[] | null>;
}

export interface ServiceMarches {
  lireFiltre(texte: string, aujourdhui: Jour): FiltreMarches;
  /** Recherche précédente complétée par un message bref ; null s'il parle d'autre chose. */
  affiner(texte: string, precedent: FiltreMarches, aujourdhui: Jour): FiltreMarches | null;
  lireDemande(texte: string): DemandeMarches;
  lireOrdreAlerte(texte: string): OrdreAlerte | null;
  /** Rang désigné dans une liste montrée (« le deuxième »). */
  lireRang(texte: string): number | null;
  /** Ce qu'un message bref demande d'un avis déjà montré. */
  lireSuiteAvis(texte: string): SuiteAvis | null;
  /** Part d'un « et si », de 0 à 1. */
  lireHypothese(texte: string): number | null;
  chercher(filtre: FiltreMarches, aujourdhui: Jour, page?: PageMarches): Promise<ResultatMarches>;
  trouver(id: string): Promise<Avis | null>;
  acheteurs(filtre: FiltreMarches, aujourdhui: Jour): Promise<readonly AchatsDe[]>;
  /** Contrats réservés ou clausés dont la fin approche. */
  retours(filtre: FiltreMarches, aujourdhui: Jour): Promise<readonly Retour[]>;
  segments(filtre: FiltreMarches, aujourdhui: Jour): Promise<readonly Segment[]>;
  /** Alertes actives d'une personne, de la plus ancienne à la plus récente. */
  alertes(proprietaire: string): Promise<readonly AlerteMarches[]>;
  nouvelles(
    proprietaire: string,
    aujourdhui: Jour,
  ): Promise<readonly { readonly alerte: AlerteMarches; readonly nouvelles: readonly Nouvelle[] }[]>;
  secteur(id: string): Secteur | null;
  /** Ce que publient les données ouvertes. */
  readonly ouverts: AvisOuverts;
}

export interface AvisOuverts {
  /** Critères d'un lieu en mots, code postal, INSEE ou département ; null s'il n'est pas connu. */
  lireLieu(texte: string): Partial<FiltreMarches> | null;
  /** Famille d'achat nommée par un texte. */
  lireMetier(texte: string): string | null;
  lister(
    filtre: FiltreMarches,
    page: { readonly apres: CleAvis | null; readonly taille: number },
    aujourdhui: Jour,
  ): Promise<readonly AvisMontre[]>;
  trouver(id: string, aujourdhui: Jour): Promise<AvisMontre | null>;
}

/** Clé de tri d'un avis : échéance, publication, identifiant ; vide si la date n'est pas publiée. */
export interface CleAvis {
  readonly limite: string;
  readonly publie: string;
  readonly id: string;
}

export interface AvisMontre {
  readonly avis: Avis;
  readonly ouvert: boolean;
}

export type DemandeMarches = 'avis' | 'acheteurs' | 'retours' | 'potentiel' | 'structures' | 'repondre';

/** `rang` null : le seul avis montré. */
export interface SuiteAvis {
  readonly type: 'detail' | 'repondre' | 'contact';
  readonly rang: number | null;
}

export type OrdreAlerte =
  | { readonly type: 'creer' }
  | { readonly type: 'renommer'; readonly rang: number | null; readonly nom: string }
  | { readonly type: 'lister' }
  | { readonly type: 'supprimer'; readonly rang: number | null }
  | { readonly type: 'supprimer-toutes' };

export interface PageMarches {
  readonly rang: number;
  readonly taille: number;
}

export interface ResultatMarches {
  /** Avis de la page demandée. */
  readonly trouves: readonly Avis[];
  /** Avis proches quand rien ne correspond exactement. */
  readonly proches: readonly Avis[];
  /** Ce qu'on a cessé d'exiger pour les trouver. */
  readonly elargi: Elargissement | null;
  /** Nombre d'avis trouvés, toutes pages comprises. */
  readonly total: number;
  /** Nombre d'avis que Clausette connaît, toutes recherches confondues. */
  readonly importes: number;
}

export interface ServiceHeures {
  /** Lit un message comme une saisie, en complétant le brouillon. */
  lire(
    texte: string,
    contexte: ContexteLecture & {
      readonly brouillon: readonly LigneLue[];
      /** Personnes du brouillon : leur nom, redit en partie, les désigne encore. */
      readonly personnes?: readonly Beneficiaire[];
    },
  ): Promise<LectureHeures & { readonly homonymes: readonly Homonyme[] }>;
  verifier(ligne: LigneLue, contexte: ContexteLecture): Promise<readonly Alerte[]>;
  operation(id: string, compte: Compte): Promise<Operation | null>;
  operationsDe(compte: Compte): Promise<readonly Operation[]>;
  /** Code d'une personne ; un nom devient un code stable et des initiales, un code reste tel quel. */
  coder(beneficiaire: string): Beneficiaire;
  solde(operation: string): Promise<Solde | null>;
  totalPersonne(code: string, compte: Compte): Promise<TotalPersonne | null>;
  /** Saisies actives du dernier message de cette personne. */
  dernieres(compte: Compte): Promise<readonly LigneActive[]>;
}

export interface Beneficiaire {
  readonly code: string;
  /** Ce qu'on peut montrer et garder : le code, ou des initiales. */
  readonly libelle: string;
  /** Empreintes des mots du nom que le code remplace ; absentes si c'est un code qui a été dit. */
  readonly mots?: readonly string[];
}

/** Une des personnes connues sous un nom que le message laisse indécis. */
export interface Homonyme extends Beneficiaire {
  readonly sexe: Sexe | null;
}

export interface TotalPersonne {
  readonly heures: number;
  readonly saisies: number;
  readonly operations: readonly string[];
}
