import { Modalite, Public, Sortie } from '../heures.ts';
import { PUBLICS_SUIVIS } from '../indicateurs.ts';

/** Ce qu'une ligne peut compter, un bit chacun : de quoi additionner sans relire ses cases. */
export const MARQUES = {
  femme: 1,
  homme: 2,
  sortieConnue: 4,
  sortieDurable: 8,
  /** Vient de l'opération, et non de la ligne. */
  anru: 16,
  iae: 32,
  alternance: 64,
  vue: 128,
  RSA: 256,
  QPV: 512,
  JEUNE: 1024,
  DELD: 2048,
} as const;

/** Nombre de combinaisons possibles. */
export const COMBINAISONS = 4096;

/** Un bit par public. */
export const bitPublic = (public_: Public): number => 1 << Public.options.indexOf(public_);

const SIAE = new Set<Modalite>(['EI', 'ACI', 'ETTI', 'AI']);
const rangModalite = (modalite: Modalite): number => Modalite.options.indexOf(modalite) + 1;
const MODALITES_IAE: ReadonlySet<number> = new Set([...SIAE].map(rangModalite));
const ALTERNANCE = rangModalite('ALTERNANCE');
const BIT_IAE = bitPublic('IAE');
const BIT_ALTERNANCE = bitPublic('ALTERNANCE');

/** « IAE » réunit EI, ACI, ETTI, AI et le public IAE. */
export const estIae = (bits: number, modalite: number): boolean =>
  (bits & BIT_IAE) !== 0 || MODALITES_IAE.has(modalite);

export const estAlternance = (bits: number, modalite: number): boolean =>
  (bits & BIT_ALTERNANCE) !== 0 || modalite === ALTERNANCE;

const DES_PUBLICS = Uint16Array.from({ length: 1 << Public.options.length }, (_, bits) => {
  const suivis = PUBLICS_SUIVIS.reduce<number>(
    (marques, public_) => ((bits & bitPublic(public_)) === 0 ? marques : marques | MARQUES[public_]),
    MARQUES.vue,
  );
  return suivis | (estIae(bits, 0) ? MARQUES.iae : 0) | (estAlternance(bits, 0) ? MARQUES.alternance : 0);
});
const DES_SEXES = Uint16Array.of(0, MARQUES.femme, MARQUES.homme);
const DES_SORTIES = Uint16Array.from([null, ...Sortie.options], (sortie) => {
  if (sortie === null) return 0;
  return sortie === 'CDI' || sortie === 'CDD_6_MOIS'
    ? MARQUES.sortieConnue | MARQUES.sortieDurable
    : MARQUES.sortieConnue;
});
const DES_MODALITES = Uint16Array.from(
  [null, ...Modalite.options],
  (_, rang) => (estIae(0, rang) ? MARQUES.iae : 0) | (estAlternance(0, rang) ? MARQUES.alternance : 0),
);

/** Marques d'une ligne, par ses publics (bits), et ses rangs de sexe, de sortie et de modalité. */
export const marquesDe = (ligne: {
  readonly publics: number;
  readonly sexe: number;
  readonly sortie: number;
  readonly modalite: number;
}): number =>
  (DES_PUBLICS[ligne.publics] ?? 0) |
  (DES_SEXES[ligne.sexe] ?? 0) |
  (DES_SORTIES[ligne.sortie] ?? 0) |
  (DES_MODALITES[ligne.modalite] ?? 0);
