import { basename } from 'node:path';
import type { Jour } from '../../domain/dates.ts';
import type { Avis } from '../../domain/marches.ts';
import { formatRefus } from '../csv.ts';
import { type Brut, detecterFormat, lireFlux } from './flux.ts';
import type { AvisDossier } from './liens.ts';
import { direErreur, lireLigne, lireTexte } from './lire-un.ts';
import { Rangement } from './rangement.ts';

export interface OptionsImport {
  readonly aujourdhui: Jour;
  /** Départements gardés ; null : tous. Un contrat sans département connu est gardé. */
  readonly departements: readonly string[] | null;
  /** Reçoit les avis par lots, dans l'ordre du fichier. */
  readonly ecrire: (avis: readonly Avis[]) => Promise<void>;
  /** Octets lus, pour la barre de progression. */
  readonly avancer: (octets: number) => void;
}

/** Ce qu'un import a lu, gardé, laissé, refusé. */
export interface BilanImport {
  readonly lus: number;
  readonly gardes: number;
  readonly horsRegion: number;
  readonly refuses: number;
  /** Premiers refus, en toutes lettres ; tous sont comptés dans `raisons`. */
  readonly refus: readonly string[];
  readonly raisons: ReadonlyMap<string, number>;
}

const TAILLE_LOT = 1000;
const REFUS_DITS = 1000;

const lireBrut = (brut: Brut, aujourdhui: Jour): AvisDossier =>
  brut.genre === 'texte' ? lireTexte(brut.texte, aujourdhui) : lireLigne(brut.colonnes);

/** La raison sans ce qui change d'une ligne à l'autre, pour compter. */
const genreDe = (raison: string): string =>
  raison
    .replace(/\([^)]*\)/g, '')
    .replace(/\d+/g, 'N')
    .trim()
    .slice(0, 120);

const deLaRegion = ({ departements }: Avis, voulus: readonly string[] | null): boolean =>
  voulus === null || departements.length === 0 || departements.some((code) => voulus.includes(code));

/** Importe un fichier d'avis ou de contrats, quelle que soit sa taille, par lots. */
export const importerNotices = async (fichier: string, options: OptionsImport): Promise<BilanImport> => {
  const { aujourdhui, departements, ecrire, avancer } = options;
  const rangement = new Rangement();
  const refus: string[] = [];
  const raisons = new Map<string, number>();
  let lot: Avis[] = [];
  let [lus, gardes, horsRegion] = [0, 0, 0];
  const garder = async (avis: readonly Avis[]): Promise<void> => {
    lot.push(...avis);
    gardes += avis.length;
    if (lot.length < TAILLE_LOT) return;
    await ecrire(lot);
    lot = [];
  };
  const refuser = (raison: string, dite: string): void => {
    raisons.set(genreDe(raison), (raisons.get(genreDe(raison)) ?? 0) + 1);
    if (refus.length < REFUS_DITS) refus.push(dite);
  };
  const format = await detecterFormat(fichier);
  for await (const brut of lireFlux(fichier, format, (lu) => refuser(lu.raison, formatRefus(lu)))) {
    lus += 1;
    avancer(brut.octets);
    try {
      const lu = lireBrut(brut, aujourdhui);
      if (deLaRegion(lu.avis, departements)) await garder(rangement.ranger(lu));
      else horsRegion += 1;
    } catch (erreur) {
      const raison = direErreur(erreur);
      refuser(raison, `${basename(fichier)}, ligne ${brut.ligne} : ${raison}`);
    }
  }
  await garder(rangement.finir());
  if (lot.length > 0) await ecrire(lot);
  const refuses = [...raisons.values()].reduce((somme, nombre) => somme + nombre, 0);
  if (lus === 0) refus.push(`${basename(fichier)} : aucun enregistrement`);
  return { lus, gardes, horsRegion, refuses, refus, raisons };
};
