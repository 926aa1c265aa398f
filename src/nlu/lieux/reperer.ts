import { cleDe, estLiaison, sansLiaisons } from './cles.ts';
import {
  aUnComplement,
  estAnnonce,
  estDeLaDemande,
  estNomPropre,
  estSigne,
  estSigneFort,
  estUnMotCourant,
  type Portee,
} from './contexte.ts';
import type { Exterieur } from './exterieur.ts';
import type { IndexLieux, Nom } from './index-lieux.ts';
import { estOrdinaire, estQuestionDeLieu, type Jeton } from './message.ts';
import { PREPOSITIONS } from './vocabulaire.ts';

/** Un nom de lieu reconnu dans le message, et de quelle façon. */
export interface Reperage extends Portee {
  readonly facon: 'exact' | 'souple' | 'debut' | 'rare' | 'corrige' | 'dehors';
  readonly noms: readonly Nom[];
  /** Noms plus longs qui commencent ainsi : ils concurrencent un nom entier moins peuplé. */
  readonly plusLongs: readonly Nom[];
  readonly dehors: readonly Exterieur[];
}

const TAILLE_MAX = 9;

/** Une ville du dehors aussi grande se reconnaît sans autre signe. */
const GRANDE_VILLE = 20_000;

const coupeUnMotCompose = (jetons: readonly Jeton[], { debut, fin }: Portee): boolean =>
  (jetons[debut]?.lie ?? false) || (jetons[fin]?.lie ?? false);

const chercher = (jetons: readonly Jeton[], portee: Portee, index: IndexLieux): Reperage | null => {
  const mots = jetons.slice(portee.debut, portee.fin).map(({ cle }) => cle);
  const premier = mots[0] ?? '';
  const dernier = mots.at(-1) ?? '';
  if (/^\d+$/.test(cleDe(mots))) return null;
  const cle = cleDe(mots);
  // « à Boncourt » n'est pas « Aboncourt » : une préposition n'entre dans le nom que s'il commence par elle.
  const commenceBien = !PREPOSITIONS.has(premier) || mots.length === 1;
  const exacts = (index.exacts.get(cle) ?? []).filter((nom) => commenceBien || nom.mots[0] === premier);
  const dehors = commenceBien ? (index.dehors().get(cle) ?? []) : [];
  const plusLongs = commenceBien ? (index.debuts.get(cle) ?? []) : [];
  const trouve = { ...portee, noms: [], plusLongs, dehors };
  // « en Creuse » est le département, « Creuse » la commune de la Somme.
  const enDepartement =
    /^(?:en|dans)$/.test(devant(jetons, portee)) && dehors.some(({ type }) => type === 'departement');
  if (exacts.length > 0 && !enDepartement) return { ...trouve, facon: 'exact', noms: exacts };
  if (mots.length > 1 && estLiaison(dernier)) return dehors.length > 0 ? { ...trouve, facon: 'dehors' } : null;
  const connu = dehors.some(({ type, population }) => type === 'departement' || population >= GRANDE_VILLE);
  const souples =
    connu || mots.length === 1 || estLiaison(premier) ? [] : (index.souples.get(cleDe(sansLiaisons(mots))) ?? []);
  if (souples.length > 0) return { ...trouve, facon: 'souple', noms: souples };
  if (dehors.length > 0) return { ...trouve, facon: 'dehors' };
  if (plusLongs.length > 0) return { ...trouve, facon: 'debut', noms: plusLongs };
  const rares = mots.length === 1 ? (index.rares.get(cle) ?? []) : [];
  return rares.length > 0 && rares.length <= 6 ? { ...trouve, facon: 'rare', noms: rares } : null;
};

/** Le mot devant une portée, article passé. */
const devant = (jetons: readonly Jeton[], { debut }: Portee): string => {
  const mot = jetons[debut - 1]?.plie ?? '';
  return /^(?:la|le|les|l)$/.test(mot) ? (jetons[debut - 2]?.plie ?? '') : mot;
};

const poids = ({ debut, fin, facon }: Reperage, jetons: readonly Jeton[]): number => {
  const taille = sansLiaisons(jetons.slice(debut, fin).map(({ cle }) => cle)).length;
  const rang = ['exact', 'souple', 'dehors', 'debut', 'rare'].indexOf(facon);
  return taille * 1000 + (fin - debut) * 10 - rang;
};

/** Un département, de la région ou du dehors, et rien d'autre de plus connu sous ce nom (« Paris » est d'abord la ville). */
export const estDepartement = ({ noms, dehors }: Reperage): boolean =>
  noms.length > 0
    ? noms.every(({ lieux }) => lieux.length === 1 && lieux[0]?.type === 'departement')
    : dehors.some(({ type }) => type === 'departement') &&
      !dehors.some(({ type, population }) => type === 'commune' && population >= GRANDE_VILLE);

/** « Bidule sur Somme » : la rivière d'un nom qu'on ne connaît pas. */
const estRiviereDUnInconnu = (reperage: Reperage, jetons: readonly Jeton[]): boolean => {
  const avant = jetons[reperage.debut - 2];
  return (
    estDepartement(reperage) &&
    jetons[reperage.debut - 1]?.plie === 'sur' &&
    avant !== undefined &&
    !estOrdinaire(avant.plie)
  );
};

/** Ce nom est-il bien pris pour un lieu, dans ce message ? */
const estUnLieu = (reperage: Reperage, jetons: readonly Jeton[]): boolean => {
  if (coupeUnMotCompose(jetons, reperage) || estNomPropre(jetons, reperage)) return false;
  if (estDeLaDemande(jetons, reperage) || estRiviereDUnInconnu(reperage, jetons)) return false;
  const signe = estSigne(jetons, reperage);
  if (estUnMotCourant(jetons, reperage)) {
    if (estDepartement(reperage) && jetons[reperage.debut - 1]?.plie === 'dans') return true;
    // « quel montant ? » ne parle pas de Quesnoy-le-Montant : un bout de nom veut plus qu'un message qui ne dit rien d'autre.
    const bref =
      reperage.facon === 'exact'
        ? jetons.length <= 8 || /^(?:a|au|aux)$/.test(devant(jetons, reperage))
        : jetons.length === 1 || (reperage.facon !== 'rare' && jetons.length <= 3 && estQuestionDeLieu(jetons, 'dite'));
    return (bref ? signe : estSigneFort(jetons, reperage)) && !aUnComplement(jetons, reperage);
  }
  const court = jetons.slice(reperage.debut, reperage.fin).reduce((total, { cle }) => total + cle.length, 0) <= 3;
  const annonce = estAnnonce(jetons, reperage);
  switch (reperage.facon) {
    case 'exact':
    case 'souple':
      return !court || signe || annonce;
    case 'dehors':
      return signe || annonce || (!court && reperage.dehors.some(({ population }) => population >= GRANDE_VILLE));
    default:
      return signe || annonce || estQuestionDeLieu(jetons);
  }
};

/** Les lieux d'un message, sans recouvrement : les noms les plus longs d'abord. */
export const reperer = (jetons: readonly Jeton[], index: IndexLieux): Reperage[] => {
  const candidats: Reperage[] = [];
  for (let debut = 0; debut < jetons.length; debut++)
    for (let fin = debut + 1; fin <= Math.min(jetons.length, debut + TAILLE_MAX); fin++) {
      const reperage = chercher(jetons, { debut, fin }, index);
      if (reperage) candidats.push(reperage);
    }
  candidats.sort((a, b) => poids(b, jetons) - poids(a, jetons) || a.debut - b.debut);
  const retenus: Reperage[] = [];
  for (const candidat of candidats)
    if (
      retenus.every(({ debut, fin }) => candidat.fin <= debut || candidat.debut >= fin) &&
      estUnLieu(candidat, jetons)
    )
      retenus.push(candidat);
  return retenus.sort((a, b) => a.debut - b.debut);
};
