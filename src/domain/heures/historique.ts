import type { Ecriture, LigneHeures } from '../heures.ts';

/** Une écriture qui change une ligne. */
export type EcritureLigne = Extract<Ecriture, { type: 'saisie' | 'correction' | 'annulation' }>;

export const estEcritureLigne = (ecriture: Ecriture): ecriture is EcritureLigne =>
  ecriture.type === 'saisie' || ecriture.type === 'correction' || ecriture.type === 'annulation';

/** Un fait du registre, avec ce qu'il a changé. */
export interface FaitRegistre {
  readonly ecriture: EcritureLigne;
  /** Ligne avant l'écriture ; null pour une saisie. */
  readonly avant: LigneHeures | null;
  /** Ligne après l'écriture ; null quand elle ne compte plus. */
  readonly apres: LigneHeures | null;
}

/** Ce qu'on veut retrouver : une personne, une opération ou des saisies précises. */
export interface Recherche {
  readonly beneficiaire?: string;
  readonly operation?: string;
  readonly saisies?: readonly string[];
}

/** Saisie dont parle une écriture. */
export const saisieDe = (ecriture: EcritureLigne): string => (ecriture.type === 'saisie' ? ecriture.id : ecriture.vise);

/** La ligne a-t-elle été, à ce moment, ce qu'on cherche ? */
export const convient = (ecriture: EcritureLigne, { beneficiaire, operation, saisies }: Recherche): boolean => {
  if (saisies !== undefined) return saisies.includes(saisieDe(ecriture));
  if (ecriture.type === 'annulation') return false;
  const { ligne } = ecriture;
  return (
    (beneficiaire === undefined || beneficiaire === ligne.beneficiaire) &&
    (operation === undefined || operation === ligne.operation)
  );
};

/** Rejoue, dans l'ordre, les écritures de quelques saisies en disant ce que chacune a changé. */
export const retracer = (ecritures: readonly EcritureLigne[]): FaitRegistre[] => {
  const lignes = new Map<string, LigneHeures>();
  return ecritures.flatMap((ecriture): FaitRegistre[] => {
    const saisie = saisieDe(ecriture);
    const avant = lignes.get(saisie) ?? null;
    if (ecriture.type !== 'saisie' && avant === null) return [];
    if (ecriture.type === 'annulation') {
      lignes.delete(saisie);
      return [{ ecriture, avant, apres: null }];
    }
    lignes.set(saisie, ecriture.ligne);
    return [{ ecriture, avant, apres: ecriture.ligne }];
  });
};
