import { randomInt } from 'node:crypto';
import type { Origine } from '../domain/heures.ts';
import { PREFIXE_ANONYME } from '../domain/indicateurs/conservation.ts';
import type { TableLignes } from '../domain/indicateurs/table.ts';
import type { FaitParcours } from '../domain/parcours/faits.ts';
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
 * Coupe le lien entre des codes et leurs heures : libellés effacés, codes remplacés sur le disque et en mémoire par des
 * codes tirés au sort. Les heures restent, et les indicateurs avec elles. Recommencer ne fait rien de plus.
 * @returns ce qui a été fait de chaque code qui désignait quelque chose
 */
export const anonymiser = async (
  codes: readonly string[],
  { store, origine }: { readonly store: Store; readonly origine: Origine },
): Promise<ReadonlyMap<string, Anonymisation>> => {
  const { lignes } = await store.registre.index();
  const connus = lignes.colonnes.beneficiaires;
  const faits = new Map<string, FaitParcours[]>();
  for (const fait of await store.parcours.all()) {
    const siens = faits.get(fait.personne);
    if (siens) siens.push(fait);
    else faits.set(fait.personne, [fait]);
  }
  const vers = new Map<string, string>();
  const tires = new Set<string>();
  for (const code of codes) {
    await store.libelles.remove(code, null);
    if (connus.chercher(code) < 0 && !faits.has(code)) continue;
    const tire = tirerCode(code.length, (pris) => connus.chercher(pris) >= 0 || tires.has(pris));
    tires.add(tire);
    vers.set(code, tire);
  }
  const saisies = saisiesDe(lignes, vers);
  await store.remplacerCodes(vers);
  await store.parcours.put(
    [...vers].flatMap(([code, tire]) => (faits.get(code) ?? []).map((fait) => ({ ...fait, personne: tire }))),
  );
  await store.registre.append(
    [...vers].map(([code, tire]) => ({
      type: 'anonymisation',
      id: `anonymisation/${tire}`,
      vers: tire,
      saisies: [...(saisies.get(code) ?? [])],
      origine,
    })),
  );
  return new Map([...vers].map(([code, tire]) => [code, { vers: tire, saisies: saisies.get(code)?.length ?? 0 }]));
};

/** Saisies actives de chaque code, en une seule traversée des colonnes. */
const saisiesDe = (table: TableLignes, codes: ReadonlyMap<string, string>): ReadonlyMap<string, readonly string[]> => {
  const { colonnes } = table;
  const listes = new Map<number, string[]>();
  for (const code of codes.keys()) listes.set(colonnes.beneficiaires.chercher(code), []);
  for (let rang = 0; rang < colonnes.taille; rang += 1)
    if (colonnes.active[rang] === 1) listes.get(colonnes.beneficiaire[rang] ?? -1)?.push(table.idDe(rang));
  return new Map([...codes.keys()].map((code) => [code, listes.get(colonnes.beneficiaires.chercher(code)) ?? []]));
};
