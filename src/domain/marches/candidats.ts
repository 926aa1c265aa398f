import type { FiltreMarches } from '../marches.ts';
import { GENRES, motsDAcheteur } from './acheteur.ts';
import type { IndexAvis } from './index-avis.ts';
import { jetons, nommeLeLieu, seLit } from './jetons.ts';

const AUCUNE: readonly number[] = [];

/** Places des avis qui contiennent tous ces mots ; la liste la plus courte guide, les autres vérifient. */
const avecTous = (index: IndexAvis, mots: readonly string[]): Set<number> => {
  const listes = mots.map((mot) => index.mots.get(mot) ?? AUCUNE).sort((a, b) => a.length - b.length);
  let restent = new Set(listes[0] ?? AUCUNE);
  for (const liste of listes.slice(1)) {
    const suivants = new Set<number>();
    for (const place of liste) if (restent.has(place)) suivants.add(place);
    restent = suivants;
  }
  return restent;
};

const ajouterNommes = (index: IndexAvis, nom: string, places: Set<number>): void => {
  const mots = jetons(nom);
  if (mots.length === 0) return;
  for (const place of avecTous(index, mots)) {
    const avis = index.suivi(place)?.avis;
    if (avis !== undefined && avis.lieu === null && nommeLeLieu(avis, mots)) places.add(place);
  }
};

/** Un code de lieu quand l'avis en donne un, sinon le nom d'une commune chez l'acheteur ou dans l'objet. */
const auLieu = (index: IndexAvis, { codesLieu, nomsLieu, lieu }: FiltreMarches): Set<number> => {
  const places = new Set<number>();
  for (const code of codesLieu) for (const place of index.lieux.get(code) ?? AUCUNE) places.add(place);
  for (const nom of new Set([...nomsLieu, ...(nomsLieu.length === 0 && lieu !== null ? [lieu] : [])]))
    ajouterNommes(index, nom, places);
  return places;
};

const chezLAcheteur = (index: IndexAvis, acheteur: string): Set<number> => {
  const mots = motsDAcheteur(acheteur);
  const propres = mots.filter((mot) => !GENRES.has(mot));
  const places = new Set<number>();
  for (const place of avecTous(index, propres)) {
    const dits = motsDAcheteur(index.suivi(place)?.avis.acheteur ?? '');
    const seul = dits.length === propres.length && seLit(dits, propres, 0);
    if (seul || dits.some((_mot, rang) => seLit(dits, mots, rang))) places.add(place);
  }
  return places;
};

const croiser = (ensembles: readonly Set<number>[]): Set<number> | null => {
  const [premier, ...autres] = [...ensembles].sort((a, b) => a.size - b.size);
  if (premier === undefined) return null;
  return new Set([...premier].filter((place) => autres.every((autre) => autre.has(place))));
};

/** Places désignées par des mots ou des codes : elles seules sont à vérifier ; null si le filtre n'en nomme pas. */
export const candidats = (index: IndexAvis, filtre: FiltreMarches): Set<number> | null =>
  croiser([
    ...(filtre.codesLieu.length > 0 ? [auLieu(index, filtre)] : []),
    ...(filtre.acheteur === null ? [] : [chezLAcheteur(index, filtre.acheteur)]),
    ...(filtre.texte === null ? [] : [avecTous(index, jetons(filtre.texte))]),
  ]);
