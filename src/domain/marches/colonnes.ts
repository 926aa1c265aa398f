import type { Audience, Avis } from '../marches.ts';
import type { AvisSuivi } from './suivi.ts';

/** Ce que la recherche regarde de chaque avis, rangé par colonnes : une seconde lecture de l'avis est rare. */
export interface Colonnes {
  /** Date limite, AAAAMMJJ ; `SANS_LIMITE` si elle n'est pas publiée. */
  limite: Int32Array;
  /** Publication, AAAAMMJJ ; 0 si elle n'est pas dite. */
  publie: Int32Array;
  drapeaux: Uint16Array;
  /** Un bit par département de la région, un pour les autres. */
  departements: Uint8Array;
  montant: Float64Array;
  /** Un bit par famille d'achat, trente-deux par colonne. */
  secteurs: Uint32Array[];
}

export const SANS_LIMITE = 99_991_231;
export const DEPARTEMENTS_REGION: readonly string[] = ['02', '59', '60', '62', '80'];
export const AILLEURS = 1 << DEPARTEMENTS_REGION.length;

export const DRAPEAU = { reserve: 1, clause: 2, vivant: 4, mort: 8, attribution: 16 } as const;
export const DRAPEAU_AUDIENCE: Readonly<Record<Audience, number>> = {
  SIAE: 256,
  EA_ESAT: 512,
  ESS: 1024,
  PENITENTIAIRE: 2048,
};

const RESERVES: ReadonlySet<string> = new Set(['oui', 'partiel', 'probable']);

/** « 2026-12-10 » → 20261210. */
export const nombreDuJour = (jour: string): number => Number(jour.replaceAll('-', ''));

/** Bits des départements ; un département hors région les range tous sous un même bit. */
export const bitsDepartements = (codes: readonly string[]): number =>
  codes.reduce((bits, code) => {
    const rang = DEPARTEMENTS_REGION.indexOf(code);
    return bits | (rang < 0 ? AILLEURS : 1 << rang);
  }, 0);

/** Une réservation qui ne dit pas à qui peut être ouverte aux deux audiences les plus courantes. */
const bitsAudiences = ({ reservation }: Avis): number =>
  (reservation.audiences.length === 0 ? (['SIAE', 'EA_ESAT'] as const) : reservation.audiences).reduce(
    (bits, audience) => bits | DRAPEAU_AUDIENCE[audience],
    0,
  );

const drapeauxDe = ({ avis, issue }: AvisSuivi): number =>
  (RESERVES.has(avis.reservation.statut) ? DRAPEAU.reserve : 0) |
  (avis.clauseSociale.presente === true ? DRAPEAU.clause : 0) |
  (issue === 'en-cours' && avis.nature !== 'preinformation' ? DRAPEAU.vivant : 0) |
  (avis.nature === 'attribution' ? DRAPEAU.attribution : 0) |
  bitsAudiences(avis);

export const creerColonnes = (taille: number, secteurs: number): Colonnes => ({
  limite: new Int32Array(taille),
  publie: new Int32Array(taille),
  drapeaux: new Uint16Array(taille),
  departements: new Uint8Array(taille),
  montant: new Float64Array(taille),
  secteurs: Array.from({ length: Math.ceil(secteurs / 32) }, () => new Uint32Array(taille)),
});

/** Copie dans des colonnes deux fois plus grandes. */
export const agrandir = (colonnes: Colonnes): Colonnes => {
  const grandes = creerColonnes(colonnes.limite.length * 2, colonnes.secteurs.length * 32);
  grandes.limite.set(colonnes.limite);
  grandes.publie.set(colonnes.publie);
  grandes.drapeaux.set(colonnes.drapeaux);
  grandes.departements.set(colonnes.departements);
  grandes.montant.set(colonnes.montant);
  for (const [rang, colonne] of colonnes.secteurs.entries()) grandes.secteurs[rang]?.set(colonne);
  return grandes;
};

/** Écrit la ligne d'un avis suivi. */
export const ecrireLigne = (
  colonnes: Colonnes,
  place: number,
  { suivi, secteurs }: { readonly suivi: AvisSuivi; readonly secteurs: readonly number[] },
): void => {
  const { avis } = suivi;
  colonnes.limite[place] = avis.dateLimite === null ? SANS_LIMITE : nombreDuJour(avis.dateLimite);
  colonnes.publie[place] = avis.publieLe === null ? 0 : nombreDuJour(avis.publieLe);
  colonnes.drapeaux[place] = drapeauxDe(suivi);
  colonnes.departements[place] = bitsDepartements(avis.departements);
  colonnes.montant[place] = avis.montant ?? Number.NaN;
  for (const secteur of secteurs) {
    const colonne = colonnes.secteurs[secteur >> 5];
    if (colonne !== undefined) colonne[place] = ((colonne[place] ?? 0) | (1 << (secteur & 31))) >>> 0;
  }
};
