import type { FiltreMarches } from '../marches.ts';
import { GENRES, motsDAcheteur } from './acheteur.ts';
import type { IndexAvis } from './index-avis.ts';
import { jetons, nommeLeLieu, seLit } from './jetons.ts';

const AUCUNE: readonly number[] = [];

/** Un octet par place : 1 si l'avis est désigné. */
type Masque = Uint8Array;

const creerMasque = (index: IndexAvis, places: readonly number[] = AUCUNE): Masque => {
  const masque = new Uint8Array(index.colonnes.limite.length);
  for (const place of places) masque[place] = 1;
  return masque;
};

/** Avis qui contiennent tous ces mots. */
const avecTous = (index: IndexAvis, mots: readonly string[]): Masque => {
  const listes = mots.map((mot) => index.mots.get(mot) ?? AUCUNE).sort((a, b) => a.length - b.length);
  let masque = creerMasque(index, listes[0]);
  for (const liste of listes.slice(1))
    masque = creerMasque(
      index,
      liste.filter((place) => masque[place] === 1),
    );
  return masque;
};

/** Un code de lieu quand l'avis en donne un, sinon le nom d'une commune chez l'acheteur ou dans l'objet. */
const auLieu = (index: IndexAvis, { codesLieu, nomsLieu, lieu }: FiltreMarches): Masque => {
  const masque = creerMasque(index);
  for (const code of codesLieu) for (const place of index.lieux.get(code) ?? AUCUNE) masque[place] = 1;
  const noms = nomsLieu.length > 0 || lieu === null ? nomsLieu : [lieu];
  for (const suite of noms.map(jetons)) {
    const [premier] = suite;
    if (premier === undefined) continue;
    for (const place of index.nommes.get(premier) ?? AUCUNE) {
      if (masque[place] === 1) continue;
      const avis = suite.length === 1 ? null : index.suivi(place)?.avis;
      if (avis === null || (avis !== undefined && nommeLeLieu(avis, suite))) masque[place] = 1;
    }
  }
  return masque;
};

/** Les acheteurs sont bien moins nombreux que leurs avis : c'est eux qu'on compare. */
const chezLAcheteur = (index: IndexAvis, acheteur: string): Masque => {
  const mots = motsDAcheteur(acheteur);
  const propres = mots.filter((mot) => !GENRES.has(mot));
  const masque = creerMasque(index);
  for (const { mots: dits, places } of index.acheteurs.values()) {
    const seul = dits.length === propres.length && seLit(dits, propres, 0);
    if (seul || dits.some((_mot, rang) => seLit(dits, mots, rang))) for (const place of places) masque[place] = 1;
  }
  return masque;
};

/** Avis désignés par des mots ou des codes : eux seuls sont à vérifier ; null si le filtre n'en nomme pas. */
export const candidats = (index: IndexAvis, filtre: FiltreMarches): ((place: number) => boolean) | null => {
  const masques = [
    ...(filtre.codesLieu.length > 0 ? [auLieu(index, filtre)] : []),
    ...(filtre.acheteur === null ? [] : [chezLAcheteur(index, filtre.acheteur)]),
    ...(filtre.texte === null ? [] : [avecTous(index, jetons(filtre.texte))]),
  ];
  return masques.length === 0 ? null : (place) => masques.every((masque) => masque[place] === 1);
};
