import { Public } from '../heures.ts';
import { bitPublic, FEMME, HOMME } from './colonnes.ts';
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

/** Groupe de chaque ligne, par numéro ; −1 : aucun. Les noms sont connus une fois les lignes parcourues. */
export interface Grouper {
  readonly numeroDe: (rang: number) => number;
  readonly noms: readonly string[];
}

const DIX_MILLIEMES = 10_000;

/** Répartit les lignes retenues par groupe, le plus d'heures d'abord. */
export const ventiler = (table: TableLignes, rangs: Int32Array, grouper: Grouper): Case[] => {
  const numeros = new Int32Array(rangs.length);
  for (let place = 0; place < rangs.length; place += 1) numeros[place] = grouper.numeroDe(rangs[place] ?? 0);
  const triees = trier(rangs, numeros, grouper.noms.length);
  const derniers = new Int32Array(table.colonnes.beneficiaires.taille);
  return grouper.noms
    .map((cle, numero) => mesurer(table, triees.groupe(numero), { cle, derniers, passage: numero + 1 }))
    .filter(({ beneficiaries }) => beneficiaries > 0)
    .sort((a, b) => b.hours - a.hours || a.cle.localeCompare(b.cle));
};

/** Range les lignes par groupe en deux passages, sans créer d'objet par ligne. */
const trier = (rangs: Int32Array, numeros: Int32Array, groupes: number) => {
  const debuts = new Int32Array(groupes + 1);
  for (const numero of numeros) if (numero >= 0) debuts[numero + 1] = (debuts[numero + 1] ?? 0) + 1;
  for (let numero = 0; numero < groupes; numero += 1)
    debuts[numero + 1] = (debuts[numero + 1] ?? 0) + (debuts[numero] ?? 0);
  const places = debuts.slice();
  const triees = new Int32Array(debuts[groupes] ?? 0);
  for (let place = 0; place < numeros.length; place += 1) {
    const numero = numeros[place] ?? -1;
    if (numero < 0) continue;
    const ou = places[numero] ?? 0;
    triees[ou] = rangs[place] ?? 0;
    places[numero] = ou + 1;
  }
  return { groupe: (numero: number) => triees.subarray(debuts[numero] ?? 0, debuts[numero + 1] ?? 0) };
};

interface Passage {
  readonly cle: string;
  /** Dernier groupe où chaque personne a été vue. */
  readonly derniers: Int32Array;
  readonly passage: number;
}

/** Heures et personnes d'un groupe, chaque personne comptée une fois. */
const mesurer = (table: TableLignes, rangs: Int32Array, { cle, derniers, passage }: Passage): Case => {
  const { beneficiaire, sexe, heures } = table.colonnes;
  let cumul = 0;
  let beneficiaries = 0;
  let women = 0;
  let knownSex = 0;
  for (let place = 0; place < rangs.length; place += 1) {
    const rang = rangs[place] ?? 0;
    cumul += Math.round((heures[rang] ?? 0) * DIX_MILLIEMES);
    const personne = beneficiaire[rang] ?? 0;
    if (derniers[personne] === passage) continue;
    derniers[personne] = passage;
    beneficiaries += 1;
    if (sexe[rang] === FEMME) women += 1;
    if (sexe[rang] === FEMME || sexe[rang] === HOMME) knownSex += 1;
  }
  return { cle, hours: cumul / DIX_MILLIEMES, beneficiaries, women, knownSex };
};

/** Répartition par public : ils se recouvrent, chacun se compte donc à part. */
export const ventilerPublics = (table: TableLignes, rangs: Int32Array): Case[] =>
  Public.options
    .flatMap((public_) => {
      const bit = bitPublic(public_);
      const { publics } = table.colonnes;
      return ventiler(table, rangs, {
        noms: [public_],
        numeroDe: (rang) => (((publics[rang] ?? 0) & bit) === 0 ? -1 : 0),
      });
    })
    .sort((a, b) => b.hours - a.hours);

/** Nombres dont le groupe se lit dans un tableau ; au-delà, dans une table. */
const NOMBRES_DIRECTS = 1 << 16;

/** Groupe dont la clé dépend d'un nombre de la ligne (mois, opération…) : chaque clé n'est écrite qu'une fois. */
export const parNombre = (lire: (rang: number) => number, nommer: (nombre: number) => string): Grouper => {
  const noms: string[] = [];
  const numeros = new Map<string, number>();
  const directs = new Int32Array(NOMBRES_DIRECTS).fill(-1);
  const autres = new Map<number, number>();
  const numeroter = (nombre: number): number => {
    const nom = nommer(nombre);
    const numero = numeros.get(nom) ?? noms.push(nom) - 1;
    numeros.set(nom, numero);
    if (nombre >= 0 && nombre < NOMBRES_DIRECTS) directs[nombre] = numero;
    else autres.set(nombre, numero);
    return numero;
  };
  return {
    noms,
    numeroDe: (rang) => {
      const nombre = lire(rang);
      const direct = directs[nombre] ?? -1;
      return direct >= 0 ? direct : (autres.get(nombre) ?? numeroter(nombre));
    },
  };
};

/** Mois zéro, 1900 : les mois courants tiennent dans les nombres directs. */
const SIECLE = 190_000;

/** « 2016 », « 2016-T3 », « 2016-08 ». */
export const parTemps = (table: TableLignes, pas: 'annee' | 'trimestre' | 'mois'): Grouper => {
  const { fin } = table.colonnes;
  return parNombre(
    (rang) => Math.floor((fin[rang] ?? 0) / 100) - SIECLE,
    (reste) => {
      const an = Math.floor((reste + SIECLE) / 100);
      const mois = (reste + SIECLE) % 100;
      if (pas === 'annee') return String(an);
      return pas === 'mois' ? `${an}-${String(mois).padStart(2, '0')}` : `${an}-T${Math.ceil(mois / 3)}`;
    },
  );
};
