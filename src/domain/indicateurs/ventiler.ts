import { Public } from '../heures.ts';
import { FEMME, HOMME, moisDuNombre } from './colonnes.ts';
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

/** Colonnes selon lesquelles on répartit ; les publics, qui se recouvrent, se lisent bit à bit. */
export type ColonneGroupee = 'operation' | 'entreprise' | 'mois' | 'sexe' | 'modalite' | 'publics';

/**
 * Groupe de chaque ligne : la valeur d'une colonne, plus `decalage`, est une place dans `numeros`, qui dit le rang du
 * groupe dans `noms` ; −1 : aucun groupe.
 */
export interface Grouper {
  readonly colonne: ColonneGroupee;
  readonly decalage: number;
  readonly numeros: Int32Array;
  readonly noms: readonly string[];
}

/**
 * Groupe les valeurs d'une colonne par leur nom : deux valeurs de même nom font un groupe.
 * @param nommer nom d'une valeur ; null : la ligne n'est dans aucun groupe
 */
export const grouper = (
  colonne: ColonneGroupee,
  { de, jusque }: { readonly de: number; readonly jusque: number },
  nommer: (valeur: number) => string | null,
): Grouper => {
  const rangs = new Map<string, number>();
  const numeros = Int32Array.from({ length: Math.max(0, jusque - de) }, (_, place) => {
    const nom = nommer(de + place);
    if (nom === null) return -1;
    const rang = rangs.get(nom) ?? rangs.size;
    rangs.set(nom, rang);
    return rang;
  });
  return { colonne, decalage: -de, numeros, noms: [...rangs.keys()] };
};

const DIX_MILLIEMES = 10_000;

/**
 * Répartit d'un coup des lignes entre beaucoup de groupes, le plus d'heures d'abord (voir `Ventilateur` pour peu de groupes).
 * Trois passages qui lisent la mémoire à la suite : compter, ranger les personnes par groupe, les compter une fois.
 */
export const ventiler = ({ colonnes }: TableLignes, rangs: Int32Array, selon: Grouper): Case[] => {
  const { beneficiaire, sexe, heures } = colonnes;
  const { decalage, numeros, noms } = selon;
  const colonne = colonnes[selon.colonne];
  const groupes = new Int32Array(rangs.length);
  const cumuls = new Float64Array(noms.length);
  const fins = new Int32Array(noms.length + 1);
  for (let place = 0; place < rangs.length; place += 1) {
    const rang = rangs[place] ?? 0;
    const groupe = numeros[(colonne[rang] ?? 0) + decalage] ?? -1;
    groupes[place] = groupe;
    if (groupe < 0) continue;
    cumuls[groupe] = (cumuls[groupe] ?? 0) + Math.round((heures[rang] ?? 0) * DIX_MILLIEMES);
    fins[groupe + 1] = (fins[groupe + 1] ?? 0) + 1;
  }
  for (let groupe = 0; groupe < noms.length; groupe += 1)
    fins[groupe + 1] = (fins[groupe + 1] ?? 0) + (fins[groupe] ?? 0);
  const places = fins.slice();
  // Personne et sexe dans un seul nombre : deux bits suffisent au sexe.
  const personnes = new Int32Array(fins[noms.length] ?? 0);
  for (let place = 0; place < rangs.length; place += 1) {
    const groupe = groupes[place] ?? -1;
    if (groupe < 0) continue;
    const rang = rangs[place] ?? 0;
    const ou = places[groupe] ?? 0;
    personnes[ou] = ((beneficiaire[rang] ?? 0) << 2) | (sexe[rang] ?? 0);
    places[groupe] = ou + 1;
  }
  const dernieres = new Int32Array(colonnes.beneficiaires.taille);
  return noms
    .map((cle, groupe) => ({
      cle,
      hours: (cumuls[groupe] ?? 0) / DIX_MILLIEMES,
      ...compter(personnes.subarray(fins[groupe] ?? 0, fins[groupe + 1] ?? 0), dernieres, groupe + 1),
    }))
    .filter(({ beneficiaries }) => beneficiaries > 0)
    .sort(lePlusDHeures);
};

/** Le plus d'heures d'abord. */
export const lePlusDHeures = (a: Case, b: Case): number => b.hours - a.hours || a.cle.localeCompare(b.cle);

/** Personnes d'un groupe, chacune comptée une fois ; `dernieres` : dernier groupe où chacune a été vue. */
const compter = (personnes: Int32Array, dernieres: Int32Array, passage: number): Omit<Case, 'cle' | 'hours'> => {
  let beneficiaries = 0;
  let women = 0;
  let knownSex = 0;
  for (let place = 0; place < personnes.length; place += 1) {
    const lue = personnes[place] ?? 0;
    const personne = lue >> 2;
    if (dernieres[personne] === passage) continue;
    dernieres[personne] = passage;
    beneficiaries += 1;
    const sexe = lue & 3;
    if (sexe === FEMME) women += 1;
    if (sexe === FEMME || sexe === HOMME) knownSex += 1;
  }
  return { beneficiaries, women, knownSex };
};

/** Groupe des lignes qui ne disent rien de ce qu'on répartit. */
export const NON_DIT = 'non-dit';

/** Les publics, un groupe par bit ; puis les lignes qui n'en disent aucun. */
export const parPublic = (): Grouper => ({
  colonne: 'publics',
  decalage: 0,
  numeros: Int32Array.from(Public.options, (_, rang) => rang),
  noms: [...Public.options, NON_DIT],
});

/** « 2016 », « 2016-T3 », « 2016-08 ». */
export const parTemps = ({ colonnes }: TableLignes, pas: 'annee' | 'trimestre' | 'mois'): Grouper =>
  grouper('mois', colonnes.etendue, (nombre) => {
    const { an, mois } = moisDuNombre(nombre);
    if (pas === 'annee') return String(an);
    return pas === 'mois' ? `${an}-${String(mois).padStart(2, '0')}` : `${an}-T${Math.ceil(mois / 3)}`;
  });
