import type { LigneHeures, Operation } from '../../domain/heures.ts';
import type { Cellule } from './ecrire-classeur.ts';

/** Une ligne d'heures dans l'ordre de `COLONNES_HEURES` ; l'opération manque si le dépôt ne la connaît pas. */
export const cellulesHeures = (ligne: LigneHeures, operation: Operation | undefined): readonly Cellule[] => [
  ligne.operation,
  operation?.intitule ?? null,
  operation?.donneurOrdre ?? null,
  operation?.clause ?? null,
  operation?.communeInsee ?? null,
  operation ? (operation.anru ? 'oui' : 'non') : null,
  ligne.entreprise,
  ligne.beneficiaire,
  ligne.sexe,
  ligne.anneeNaissance,
  ligne.publics.join('|'),
  ligne.modalite,
  { jour: ligne.debut },
  { jour: ligne.fin },
  ligne.heures,
  ligne.sortie,
];
