import { decalerJour, type Jour } from '../dates.ts';
import { nombreDuJour } from './colonnes.ts';
import type { TableLignes } from './table.ts';

/** Préfixe d'un code qui ne désigne plus personne. */
export const PREFIXE_ANONYME = 'X-';

/**
 * Codes à anonymiser : toutes leurs heures sont plus anciennes que la durée de conservation.
 * @param mois durée de conservation, en mois, comptée depuis la dernière heure de la personne
 */
export const codesPerimes = ({ colonnes }: TableLignes, mois: number, aujourdhui: Jour): string[] => {
  const limite = nombreDuJour(decalerJour(aujourdhui, { months: -mois }));
  const dernieres = new Int32Array(colonnes.beneficiaires.taille);
  for (let rang = 0; rang < colonnes.taille; rang += 1) {
    if (colonnes.active[rang] !== 1) continue;
    const numero = colonnes.beneficiaire[rang] ?? 0;
    dernieres[numero] = Math.max(dernieres[numero] ?? 0, colonnes.fin[rang] ?? 0);
  }
  return colonnes.beneficiaires.textes.filter((code, numero) => {
    const derniere = dernieres[numero] ?? 0;
    return derniere > 0 && derniere < limite && !code.startsWith(PREFIXE_ANONYME);
  });
};
