import type { Traiter } from '../../../dialogs/kit/reply.ts';
import type { TrouverCompte } from '../identite.ts';
import type { Signaler } from '../journal.ts';

/** Ce que les conversations Direct Line demandent au reste du monde. */
export interface Outils {
  readonly traiter: Traiter;
  readonly trouverCompte: TrouverCompte;
  readonly signaler: Signaler;
  readonly maintenant: () => Date;
}
