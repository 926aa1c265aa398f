import type { ResultatStructures } from '../../src/domain/marches/structures/chercher.ts';
import type { DemandeStructures, TypeStructure } from '../../src/domain/marches/structures.ts';
import type { Audience } from '../../src/domain/marches.ts';
import type { LectureLieu, Lieu } from '../../src/domain/territoire.ts';

/** Ce qu'un message dit des structures cherchées ; null : rien. */
export interface LectureStructures {
  readonly types: readonly TypeStructure[] | null;
  /** Clés des lieux nommés ; tous ceux d'un nom ambigu. */
  readonly lieux: readonly string[] | null;
  /** Le lieu tel qu'il a été lu. */
  readonly lieu: LectureLieu;
}

/** Structures d'insertion et du handicap importées : qui pourrait répondre à un marché. */
export interface ServiceStructures {
  lire(texte: string): LectureStructures;
  chercher(demande: DemandeStructures): Promise<ResultatStructures>;
  /** Types qui peuvent répondre à une réservation ; sans audience, tous ceux à qui l'on peut réserver. */
  typesDe(audience: Audience | null): readonly TypeStructure[];
  lieux(demande: DemandeStructures): readonly Lieu[];
  /** Nombre de structures à qui l'on peut réserver, par famille d'achat ; null si aucune n'est importée. */
  compter(lieux: readonly string[]): Promise<ReadonlyMap<string, number> | null>;
}
