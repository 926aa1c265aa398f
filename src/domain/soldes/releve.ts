import type { Periode } from '../dates.ts';
import type { LigneHeures, Operation } from '../heures.ts';
import { sommer } from '../registre.ts';
import { heuresDues } from './etat.ts';

/** Heures d'une personne sur une opération, dans le mois du relevé. */
export interface LigneReleve {
  readonly beneficiaire: string;
  readonly modalite: string | null;
  readonly heures: number;
}

/** Une opération du relevé : le mois, et le cumul depuis le début. */
export interface OperationReleve {
  readonly id: string;
  readonly intitule: string;
  readonly donneurOrdre: string | null;
  readonly lot: string | null;
  readonly lignes: readonly LigneReleve[];
  readonly mois: number;
  /** Heures de l'entreprise depuis le début de l'opération, jusqu'à la fin du mois. */
  readonly cumul: number;
  /** Heures de toutes les entreprises de l'opération, jusqu'à la fin du mois. */
  readonly cumulTous: number;
  /** Dues pour l'opération entière. */
  readonly dues: number | null;
}

/** Relevé mensuel d'une entreprise. */
export interface Releve {
  readonly entreprise: string;
  readonly periode: Periode;
  readonly operations: readonly OperationReleve[];
  readonly total: number;
}

/**
 * Dresse le relevé d'une entreprise.
 * @param lignes lignes actives, de toutes les entreprises
 */
export const dresserReleve = (
  lignes: Iterable<LigneHeures>,
  operations: ReadonlyMap<string, Operation>,
  { entreprise, periode }: { readonly entreprise: string; readonly periode: Periode },
): Releve => {
  const parOperation = new Map<string, LigneHeures[]>();
  for (const ligne of lignes) {
    if (ligne.fin > periode.au) continue;
    const siennes = parOperation.get(ligne.operation) ?? [];
    siennes.push(ligne);
    parOperation.set(ligne.operation, siennes);
  }
  const relevees = [...parOperation]
    .map(([id, toutes]) => releverOperation(operations.get(id), toutes, { id, entreprise, periode }))
    .filter(({ mois }) => mois > 0)
    .sort((a, b) => a.intitule.localeCompare(b.intitule));
  return { entreprise, periode, operations: relevees, total: sommer(relevees.map(({ mois }) => mois)) };
};

const releverOperation = (
  operation: Operation | undefined,
  toutes: readonly LigneHeures[],
  { id, entreprise, periode }: { readonly id: string; readonly entreprise: string; readonly periode: Periode },
): OperationReleve => {
  const siennes = toutes.filter((ligne) => ligne.entreprise === entreprise);
  const duMois = siennes.filter(({ fin }) => fin >= periode.du);
  const personnes = new Map<string, LigneHeures[]>();
  for (const ligne of duMois) {
    const cle = `${ligne.beneficiaire}\u001f${ligne.modalite ?? ''}`;
    personnes.set(cle, [...(personnes.get(cle) ?? []), ligne]);
  }
  return {
    id,
    intitule: operation?.intitule ?? id,
    donneurOrdre: operation?.donneurOrdre ?? null,
    lot: operation?.lot ?? null,
    lignes: [...personnes.values()].map((liste) => ({
      beneficiaire: liste[0]?.beneficiaire ?? '',
      modalite: liste[0]?.modalite ?? null,
      heures: sommer(liste.map(({ heures }) => heures)),
    })),
    mois: sommer(duMois.map(({ heures }) => heures)),
    cumul: sommer(siennes.map(({ heures }) => heures)),
    cumulTous: sommer(toutes.map(({ heures }) => heures)),
    dues: operation ? heuresDues(operation) : null,
  };
};
