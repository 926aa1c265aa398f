import type { Jour } from '../dates.ts';
import type { Avis, FiltreMarches, Secteur } from '../marches.ts';
import { candidats } from './candidats.ts';
import { DEPARTEMENTS_REGION, SANS_LIMITE } from './colonnes.ts';
import { creerFiltre } from './filtre.ts';
import { IndexAvis } from './index-avis.ts';

export { DEPARTEMENTS_REGION } from './colonnes.ts';

/** Ce que la recherche doit savoir du monde. */
export interface ContexteRecherche {
  readonly aujourdhui: Jour;
  readonly secteurs: readonly Secteur[];
}

/** Quels avis rendre, parmi ceux qui conviennent. */
export interface Page {
  readonly rang: number;
  readonly taille: number;
}

/** Résultat d'une recherche ; `proches` n'est rempli que si rien ne correspond exactement. */
export interface ResultatRecherche {
  readonly trouves: Avis[];
  readonly proches: Avis[];
  /** Ce qu'on a cessé d'exiger pour trouver les `proches`. */
  readonly elargi: Elargissement | null;
  /** Nombre d'avis trouvés, toutes pages comprises. */
  readonly total: number;
}

const TOUT: Page = { rang: 0, taille: Number.POSITIVE_INFINITY };

/** Premier rang de l'ordre dont la date limite n'est pas avant `jour` : ce qui précède est clos. */
const premierOuvert = ({ ordre, colonnes }: IndexAvis, jour: number): number => {
  let [bas, haut] = [0, ordre.length];
  while (bas < haut) {
    const milieu = (bas + haut) >> 1;
    if ((colonnes.limite[ordre[milieu] ?? 0] ?? SANS_LIMITE) < jour) bas = milieu + 1;
    else haut = milieu;
  }
  return bas;
};

/** Places qui conviennent, par échéance. */
export const chercherPlaces = (index: IndexAvis, filtre: FiltreMarches, aujourdhui: Jour): Int32Array => {
  const { voulus, convient } = creerFiltre(index, filtre, aujourdhui);
  const choisis = candidats(index, filtre);
  const { ordre, colonnes } = index;
  const { drapeaux } = colonnes;
  const depart = filtre.etat === 'ouvert' ? premierOuvert(index, Number(aujourdhui.replaceAll('-', ''))) : 0;
  const trouves = new Int32Array(ordre.length - depart);
  let nombre = 0;
  for (let rang = depart; rang < ordre.length; rang += 1) {
    const place = ordre[rang] ?? 0;
    // Le moins cher d'abord : la plupart des avis tombent sur leurs drapeaux.
    if (((drapeaux[place] ?? 0) & voulus) !== voulus || (choisis !== null && !choisis(place))) continue;
    if (convient(place)) trouves[nombre++] = place;
  }
  return trouves.subarray(0, nombre);
};

const avisDe = (index: IndexAvis, places: Int32Array, { rang, taille }: Page): Avis[] =>
  [...places.subarray(rang, Math.min(rang + taille, places.length))].flatMap((place) => index.suivi(place)?.avis ?? []);

const sansLieu = { codesLieu: [], nomsLieu: [] };

/** Ce qu'on a cessé d'exiger pour trouver des avis proches. */
export type Elargissement = 'montant-ou-date' | 'lieu' | 'metier' | 'lieu-et-metier';

interface Essai {
  readonly filtre: FiltreMarches;
  readonly elargi: Elargissement;
}

/**
 * Recherches de moins en moins exigeantes : montant et dates, puis le même métier plus loin, puis d'autres métiers.
 * Une équipe se déplace ; elle change rarement de métier.
 */
const elargir = (filtre: FiltreMarches, departementsRegion: readonly string[]): Essai[] => {
  const departement = { ...filtre, ...sansLieu };
  const region = { ...departement, departements: [...departementsRegion] };
  const lieux = [
    ...(filtre.codesLieu.length > 0 ? [departement] : []),
    ...(filtre.departements.length > 0 ? [region] : []),
  ];
  const sansSecteur = (large: FiltreMarches): FiltreMarches => ({ ...large, secteur: null });
  const libre = { ...filtre, montantMin: null, montantMax: null, acheteur: null, limiteApres: null, limiteAvant: null };
  const exigeant =
    filtre.montantMin ?? filtre.montantMax ?? filtre.limiteApres ?? filtre.limiteAvant ?? filtre.acheteur;
  const essai =
    (elargi: Elargissement) =>
    (large: FiltreMarches): Essai => ({ filtre: large, elargi });
  return [
    ...(exigeant === null ? [] : [essai('montant-ou-date')(libre)]),
    ...lieux.map(essai('lieu')),
    ...(filtre.secteur === null
      ? []
      : [essai('metier')(sansSecteur(filtre)), ...lieux.map(sansSecteur).map(essai('lieu-et-metier'))]),
  ];
};

export interface OptionsRecherche {
  readonly aujourdhui: Jour;
  readonly page?: Page;
  /** Départements où l'on élargit la recherche en dernier. */
  readonly region?: readonly string[];
}

/**
 * Avis qui répondent au filtre, par échéance. Si aucun ne convient, `proches` donne ceux de la première recherche
 * élargie qui en trouve, cinq au plus.
 */
export const chercherDans = (
  index: IndexAvis,
  filtre: FiltreMarches,
  { aujourdhui, page = TOUT, region = DEPARTEMENTS_REGION }: OptionsRecherche,
): ResultatRecherche => {
  const places = chercherPlaces(index, filtre, aujourdhui);
  if (places.length > 0)
    return { trouves: avisDe(index, places, page), proches: [], elargi: null, total: places.length };
  for (const { filtre: large, elargi } of elargir(filtre, region)) {
    const proches = chercherPlaces(index, large, aujourdhui);
    if (proches.length > 0)
      return { trouves: [], proches: avisDe(index, proches, { rang: 0, taille: 5 }), elargi, total: 0 };
  }
  return { trouves: [], proches: [], elargi: null, total: 0 };
};

/** La même recherche sur une liste d'avis, sans index gardé. */
export const chercherAvis = (
  avis: readonly Avis[],
  filtre: FiltreMarches,
  { aujourdhui, secteurs }: ContexteRecherche,
): ResultatRecherche => {
  const index = new IndexAvis(secteurs);
  index.ajouter(avis);
  return chercherDans(index, filtre, { aujourdhui });
};
