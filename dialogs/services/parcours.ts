import type { Jour } from '../../src/domain/dates.ts';
import type { Eligibilite } from '../../src/domain/heures/regles-clause.ts';
import type { Ecriture, Origine } from '../../src/domain/heures.ts';
import type { DemandeParcours, SituationLue } from '../../src/domain/parcours/demandes.ts';
import type { Echeance } from '../../src/domain/parcours/echeances.ts';
import type { FaitParcours } from '../../src/domain/parcours/faits.ts';
import type { Globalisation } from '../../src/domain/parcours/globalisation.ts';
import type { Parcours } from '../../src/domain/parcours/parcours.ts';
import type { Compte } from '../../src/domain/roles.ts';

/** Un parcours, tel que ce compte peut le voir. */
export interface ParcoursVu {
  readonly parcours: Parcours;
  /** Libellé de la structure de ce compte ; jamais celui d'une autre. */
  readonly libelle: string | null;
}

/** Les parcours, dans le périmètre de chacun. */
export interface ServiceParcours {
  lire(texte: string, aujourdhui: Jour): DemandeParcours | null;
  lireSituation(texte: string): SituationLue;
  /** Personne dont parle le message, par son code ou son nom, tel que tapé. */
  lirePersonne(texte: string): string | null;
  /** null : ce compte n'a pas accès aux parcours. */
  voir(code: string, compte: Compte): Promise<ParcoursVu | null>;
  eligibilite(code: string): Promise<Eligibilite>;
  echeances(compte: Compte, aujourdhui: Jour): Promise<readonly Echeance[]>;
  globaliser(
    compte: Compte,
    hypotheses: { readonly aujourdhui: Jour; readonly seuil: number },
  ): Promise<readonly BassinVu[]>;
  /** Corrections qui portent la nouvelle situation sur les lignes de la personne, pour les indicateurs. */
  reporter(faits: readonly FaitParcours[], origine: Origine): Promise<readonly Ecriture[]>;
  /** Structure à qui appartient un libellé posé par ce compte. */
  structureDe(compte: Compte): string;
}

/** Une proposition de globalisation, avec les noms qu'on montre. */
export interface BassinVu extends Globalisation {
  readonly nom: string;
}
