import { randomInt } from 'node:crypto';
import type { Origine } from '../domain/heures.ts';
import { PREFIXE_ANONYME } from '../domain/indicateurs/conservation.ts';
import type { TableLignes } from '../domain/indicateurs/table.ts';
import type { Store } from '../store/port.ts';

const SIGNES = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';
const ESSAIS = 1000;

/** Code tiré au sort, de la même longueur que l'ancien, que personne ne porte. */
const tirerCode = (longueur: number, pris: (code: string) => boolean): string => {
  const prefixe = longueur > PREFIXE_ANONYME.length + 2 ? PREFIXE_ANONYME : '';
  for (let essai = 0; essai < ESSAIS; essai += 1) {
    const signes = Array.from({ length: longueur - prefixe.length }, () => SIGNES[randomInt(SIGNES.length)] ?? 'X');
    const code = prefixe + signes.join('');
    if (!pris(code)) return code;
  }
  throw new Error('aucun code anonyme libre de cette longueur');
};

/** Ce qui a été fait d'un code ; `saisies` : lignes qui ont changé de code. */
export interface Anonymisation {
  readonly vers: string;
  readonly saisies: number;
}

/**
 * Coupe le lien entre un code et ses heures : libellés effacés, code remplacé sur le disque et en mémoire par un code
 * tiré au sort. Les heures restent, et les indicateurs avec elles. Recommencer ne fait rien de plus.
 */
export const anonymiser = async (
  code: string,
  { store, table, origine }: { readonly store: Store; readonly table: TableLignes; readonly origine: Origine },
): Promise<Anonymisation | null> => {
  const lignes = table.deBeneficiaire(code);
  const faits = (await store.parcours.all()).filter(({ personne }) => personne === code);
  await store.libelles.remove(code, null);
  if (lignes.length === 0 && faits.length === 0) return null;
  const vers = tirerCode(code.length, (pris) => table.colonnes.beneficiaires.chercher(pris) >= 0);
  await store.remplacerCode(code, vers);
  await store.parcours.put(faits.map((fait) => ({ ...fait, personne: vers })));
  const saisies = lignes.map(({ id }) => id);
  await store.registre.append([{ type: 'anonymisation', id: `anonymisation/${vers}`, vers, saisies, origine }]);
  return { vers, saisies: saisies.length };
};
