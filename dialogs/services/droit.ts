import type { Jour } from '../../src/domain/dates.ts';
import type { Calibrage } from '../../src/domain/droit/calcul.ts';
import type { Consultation } from '../../src/domain/droit/consultation.ts';
import type { QuestionDecoupee } from '../../src/domain/droit/decoupe.ts';
import type { Epoque } from '../../src/domain/droit/epoque.ts';
import type { Seuils } from '../../src/domain/droit/seuils.ts';
import type { Citation, Fiche, LectureQuestion, Source } from '../../src/domain/droit.ts';
import type { Terme } from '../../src/domain/lexique.ts';
import type { Secteur } from '../../src/domain/marches.ts';

/** Fiches, sources, articles et dates de droit. */
export interface ServiceDroit {
  fiche(id: string): Fiche | null;
  citations(fiche: Fiche, aujourdhui: Jour): readonly Citation[];
  /** Relit une question à la lumière de la fiche dont on parlait. */
  chercher(texte: string, sujet: string | null): LectureQuestion;
  /** Article demandé pour lui-même (« L2113-13 ») ; null si le message pose une vraie question. */
  consulter(texte: string): Consultation | null;
  /** Articles nommés dans une vraie question et que le catalogue ne connaît pas, tels qu'écrits. */
  inconnus(texte: string): readonly string[];
  /** Fiches publiées qui s'appuient sur une source, la plus directe d'abord. */
  fichesDe(source: string): readonly Fiche[];
  source(id: string): Source | null;
  /** Date passée dont on demande le droit (« en juin 2020 »). */
  lireEpoque(texte: string, aujourdhui: Jour): Epoque | null;
  /** Terme du métier dont on demande la définition. */
  definir(texte: string): Terme | null;
  /** Les deux termes dont on demande la différence ; null si l'un n'est pas au lexique. */
  comparer(texte: string): readonly [Terme, Terme] | null;
  /** Questions d'un message qui en pose plusieurs ; une seule sinon. */
  decouper(texte: string): readonly QuestionDecoupee[];
  /** La phrase qui mène ailleurs pour un sujet extérieur ; null s'il n'y en a pas. */
  porte(exterieur: string): string | null;
  readonly seuils: Seuils;
  /** Hypothèses d'usage des estimations d'heures. */
  readonly calibrage: Calibrage;
  /** Famille d'achat nommée par un texte ; null si aucune. */
  famille(texte: string): Secteur | null;
}
