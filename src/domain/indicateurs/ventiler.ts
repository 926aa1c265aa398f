import { bitPublic, FEMME, HOMME } from './colonnes.ts';
import { bitsDe } from './selection.ts';
import type { TableLignes } from './table.ts';

/** Une ligne d'un tableau croisé. */
export interface Case {
  readonly cle: string;
  readonly hours: number;
  readonly beneficiaries: number;
  readonly women: number;
  /** Personnes dont le sexe est connu. */
  readonly knownSex: number;
}

const DIX_MILLIEMES = 10_000;

/** Clés de chaque ligne ; une ligne peut en avoir plusieurs (les publics se recouvrent) ou aucune. */
export type Grouper = (rang: number) => readonly string[] | string | null;

interface Groupe {
  readonly cle: string;
  cumul: number;
  readonly rangs: number[];
}

/** Répartit les lignes retenues par groupe, le plus d'heures d'abord. */
export const ventiler = (table: TableLignes, rangs: Int32Array, grouper: Grouper): Case[] => {
  const { heures } = table.colonnes;
  const groupes = new Map<string, Groupe>();
  const verser = (cle: string, rang: number): void => {
    const groupe = groupes.get(cle) ?? { cle, cumul: 0, rangs: [] };
    if (groupe.rangs.length === 0) groupes.set(cle, groupe);
    groupe.cumul += Math.round((heures[rang] ?? 0) * DIX_MILLIEMES);
    groupe.rangs.push(rang);
  };
  for (const rang of rangs) {
    const cles = grouper(rang);
    if (cles === null) continue;
    if (typeof cles === 'string') verser(cles, rang);
    else for (const cle of cles) verser(cle, rang);
  }
  const derniers = new Int32Array(table.colonnes.beneficiaires.taille);
  return [...groupes.values()]
    .map((groupe, numero) => compterPersonnes(table, groupe, { derniers, passage: numero + 1 }))
    .sort((a, b) => b.hours - a.hours || a.cle.localeCompare(b.cle));
};

/** Compte chaque personne une fois par groupe : `derniers` retient le dernier groupe où on l'a vue. */
const compterPersonnes = (
  table: TableLignes,
  groupe: Groupe,
  { derniers, passage }: { readonly derniers: Int32Array; readonly passage: number },
): Case => {
  const { beneficiaire, sexe } = table.colonnes;
  let beneficiaries = 0;
  let women = 0;
  let knownSex = 0;
  for (const rang of groupe.rangs) {
    const personne = beneficiaire[rang] ?? 0;
    if (derniers[personne] === passage) continue;
    derniers[personne] = passage;
    beneficiaries += 1;
    if (sexe[rang] === FEMME) women += 1;
    if (sexe[rang] === FEMME || sexe[rang] === HOMME) knownSex += 1;
  }
  return { cle: groupe.cle, hours: groupe.cumul / DIX_MILLIEMES, beneficiaries, women, knownSex };
};

const SUIVIS = ['RSA', 'QPV', 'JEUNE', 'DELD', 'TH', 'SENIOR'] as const;

/** Publics d'une ligne. */
export const parPublic =
  (table: TableLignes): Grouper =>
  (rang) => {
    const bits = bitsDe(table, rang);
    return SUIVIS.filter((public_) => (bits & bitPublic(public_)) !== 0);
  };

/** Clé calculée une fois par opération. */
export const parOperation =
  (table: TableLignes, cles: readonly (string | null)[]): Grouper =>
  (rang) =>
    cles[table.colonnes.operation[rang] ?? 0] ?? null;

/** « 2016 », « 2016-T3 », « 2016-08 ». */
export const parTemps =
  (table: TableLignes, pas: 'annee' | 'trimestre' | 'mois'): Grouper =>
  (rang) => {
    const jour = table.colonnes.fin[rang] ?? 0;
    const an = Math.floor(jour / 10_000);
    const mois = Math.floor(jour / 100) % 100;
    if (pas === 'annee') return String(an);
    return pas === 'mois' ? `${an}-${String(mois).padStart(2, '0')}` : `${an}-T${Math.ceil(mois / 3)}`;
  };
