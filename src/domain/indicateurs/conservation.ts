import { decalerJour, type Jour } from '../dates.ts';
import type { FaitParcours } from '../parcours/faits.ts';
import { nombreDuJour } from './colonnes.ts';
import type { TableLignes } from './table.ts';

/** Préfixe d'un code qui ne désigne plus personne. */
export const PREFIXE_ANONYME = 'X-';

/** Ce qui est gardé des personnes : leurs heures, et les faits de leur parcours. */
export interface DonneesGardees {
  readonly lignes: TableLignes;
  readonly faits: readonly FaitParcours[];
}

/** Jour où un fait de parcours a été dit ou a eu lieu, le plus tardif. */
const jourDuFait = (fait: FaitParcours): number => {
  const dit = nombreDuJour(fait.origine.le.slice(0, 10));
  return fait.type === 'sortie' ? Math.max(dit, nombreDuJour(fait.le)) : dit;
};

/**
 * Codes à anonymiser : ni heure ni fait de parcours depuis la durée de conservation.
 * @param mois durée de conservation, en mois, comptée depuis la dernière heure ou le dernier fait de la personne
 */
export const codesPerimes = ({ lignes, faits }: DonneesGardees, mois: number, aujourdhui: Jour): string[] => {
  const { colonnes } = lignes;
  const limite = nombreDuJour(decalerJour(aujourdhui, { months: -mois }));
  const dernieres = new Int32Array(colonnes.beneficiaires.taille);
  for (let rang = 0; rang < colonnes.taille; rang += 1) {
    if (colonnes.active[rang] !== 1) continue;
    const numero = colonnes.beneficiaire[rang] ?? 0;
    dernieres[numero] = Math.max(dernieres[numero] ?? 0, colonnes.fin[rang] ?? 0);
  }
  const parCode = new Map<string, number>();
  for (const [numero, code] of colonnes.beneficiaires.textes.entries()) {
    const derniere = dernieres[numero] ?? 0;
    if (derniere > 0) parCode.set(code, derniere);
  }
  for (const fait of faits) parCode.set(fait.personne, Math.max(parCode.get(fait.personne) ?? 0, jourDuFait(fait)));
  return [...parCode]
    .filter(([code, derniere]) => derniere < limite && !code.startsWith(PREFIXE_ANONYME))
    .map(([code]) => code);
};
