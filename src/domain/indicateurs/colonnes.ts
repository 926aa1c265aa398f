import { z } from 'zod';
import type { LigneHeures, Modalite, Public, Sexe, Sortie } from '../heures.ts';
import { LigneHeures as Lignes, Modalite as Modalites, Public as Publics, Sortie as Sorties } from '../heures.ts';
import { agrandir, type Cliche, ClicheIllisible, capacite, type LecteurCliche } from './cliche.ts';
import { Dictionnaire } from './dictionnaire.ts';
import { bitPublic, marquesDe } from './marques.ts';

/** « 2016-01-31 » → 20160131 : deux jours se comparent comme deux nombres. */
export const nombreDuJour = (jour: string): number =>
  Number(jour.slice(0, 4)) * 10_000 + Number(jour.slice(5, 7)) * 100 + Number(jour.slice(8, 10));

export const jourDuNombre = (nombre: number): string => {
  const texte = String(nombre).padStart(8, '0');
  return `${texte.slice(0, 4)}-${texte.slice(4, 6)}-${texte.slice(6)}`;
};

const PREMIER_AN = 1900;

/** Mois d'un jour, compté depuis janvier 1900 : il tient sur deux octets. */
const nombreDuMois = (jour: number): number =>
  Math.max(0, (Math.floor(jour / 10_000) - PREMIER_AN) * 12 + (Math.floor(jour / 100) % 100) - 1);

export const moisDuNombre = (nombre: number): { readonly an: number; readonly mois: number } => ({
  an: PREMIER_AN + Math.floor(nombre / 12),
  mois: (nombre % 12) + 1,
});

const BIT_JEUNE = bitPublic('JEUNE');

/** Moins de 26 ans l'année du dernier jour de la ligne. */
const AGE_JEUNE = 26;

/** Rang dans une liste fermée, 0 pour « pas dit ». */
const rangDans = <T extends string>(liste: readonly T[], valeur: T | null): number =>
  valeur === null ? 0 : liste.indexOf(valeur) + 1;

const SEXES: readonly Sexe[] = ['F', 'M'];
export const FEMME = 1;
export const HOMME = 2;

export const rangModalite = (modalite: Modalite): number => rangDans(Modalites.options, modalite);
export const rangSortie = (sortie: Sortie): number => rangDans(Sorties.options, sortie);

/** Lignes gardées entières, par rang, dans un cliché. */
const Entieres = z.array(z.tuple([z.number().int(), Lignes]));

const CHAMPS = 11;

/**
 * Les lignes d'heures, rangées par colonnes : un indicateur sur un million de lignes ne parcourt que les nombres
 * dont il a besoin.
 */
export class Colonnes {
  operations = new Dictionnaire();
  beneficiaires = new Dictionnaire();
  entreprises = new Dictionnaire();
  /** Listes de publics rencontrées, « RSA|QPV ». */
  #listes = new Dictionnaire();
  readonly #listesLues: Public[][] = [];
  /** Bits de chaque liste de publics. */
  readonly #bits: number[] = [];
  operation: Int32Array = new Int32Array(64);
  beneficiaire: Int32Array = new Int32Array(64);
  /** −1 : pas dite. */
  entreprise: Int32Array = new Int32Array(64);
  debut: Int32Array = new Int32Array(64);
  fin: Int32Array = new Int32Array(64);
  heures: Float64Array = new Float64Array(64);
  liste: Uint16Array = new Uint16Array(64);
  sexe: Uint8Array = new Uint8Array(64);
  /** 0 : pas dite. */
  annee: Uint16Array = new Uint16Array(64);
  modalite: Uint8Array = new Uint8Array(64);
  sortie: Uint8Array = new Uint8Array(64);
  /** Publics de la ligne, « jeune » déduit aussi de l'année de naissance, un bit chacun. */
  publics: Uint8Array = new Uint8Array(64);
  /** Mois du dernier jour, depuis janvier 1900. */
  mois: Uint16Array = new Uint16Array(64);
  /** Premier et dernier mois rencontrés. */
  etendue = { de: 0xffff, jusque: 0 };
  /** Ce que la ligne compte, un bit chacun (voir `MARQUES`). */
  marques: Uint16Array = new Uint16Array(64);
  /** 1 pour une ligne qui compte. */
  active: Uint8Array = new Uint8Array(64);
  taille = 0;
  /** Lignes qui disent plus que ces colonnes : gardées entières. */
  readonly #entieres = new Map<number, LigneHeures>();

  /** Ajoute une ligne ; rend son rang. */
  ajouter(ligne: LigneHeures): number {
    if (this.taille === this.fin.length) this.#agrandir();
    const rang = this.taille;
    this.taille += 1;
    this.ecrire(rang, ligne);
    return rang;
  }

  ecrire(rang: number, ligne: LigneHeures): void {
    this.operation[rang] = this.operations.numeroter(ligne.operation);
    this.beneficiaire[rang] = this.beneficiaires.numeroter(ligne.beneficiaire);
    this.entreprise[rang] = ligne.entreprise === null ? -1 : this.entreprises.numeroter(ligne.entreprise);
    this.debut[rang] = nombreDuJour(ligne.debut);
    this.fin[rang] = nombreDuJour(ligne.fin);
    this.heures[rang] = ligne.heures;
    this.liste[rang] = this.#numeroterPublics(ligne.publics);
    this.sexe[rang] = rangDans(SEXES, ligne.sexe);
    this.annee[rang] = ligne.anneeNaissance ?? 0;
    this.modalite[rang] = rangDans(Modalites.options, ligne.modalite);
    this.sortie[rang] = rangDans(Sorties.options, ligne.sortie);
    this.publics[rang] = this.#bitsPublics(rang);
    this.marques[rang] = marquesDe({
      publics: this.publics[rang] ?? 0,
      sexe: this.sexe[rang] ?? 0,
      sortie: this.sortie[rang] ?? 0,
      modalite: this.modalite[rang] ?? 0,
    });
    const mois = nombreDuMois(this.fin[rang] ?? 0);
    this.mois[rang] = mois;
    if (mois < this.etendue.de || mois >= this.etendue.jusque) this.#etendre(mois);
    this.active[rang] = 1;
    if (Object.keys(ligne).length > CHAMPS) this.#entieres.set(rang, ligne);
    else if (this.#entieres.size > 0) this.#entieres.delete(rang);
  }

  retirer(rang: number): void {
    this.active[rang] = 0;
    this.#entieres.delete(rang);
  }

  /** La ligne telle qu'elle a été écrite. */
  lire(rang: number): LigneHeures {
    const entiere = this.#entieres.get(rang);
    if (entiere) return entiere;
    const entreprise = this.entreprise[rang] ?? -1;
    const annee = this.annee[rang] ?? 0;
    return {
      operation: this.operations.texte(this.operation[rang] ?? 0),
      beneficiaire: this.beneficiaires.texte(this.beneficiaire[rang] ?? 0),
      debut: jourDuNombre(this.debut[rang] ?? 0),
      fin: jourDuNombre(this.fin[rang] ?? 0),
      heures: this.heures[rang] ?? 0,
      entreprise: entreprise < 0 ? null : this.entreprises.texte(entreprise),
      publics: [...(this.#listesLues[this.liste[rang] ?? 0] ?? [])],
      sexe: SEXES[(this.sexe[rang] ?? 0) - 1] ?? null,
      anneeNaissance: annee === 0 ? null : annee,
      modalite: Modalites.options[(this.modalite[rang] ?? 0) - 1] ?? null,
      sortie: Sorties.options[(this.sortie[rang] ?? 0) - 1] ?? null,
    };
  }

  #bitsPublics(rang: number): number {
    const dits = this.#bits[this.liste[rang] ?? 0] ?? 0;
    const ne = this.annee[rang] ?? 0;
    const jeune = ne !== 0 && Math.floor((this.fin[rang] ?? 0) / 10_000) - ne < AGE_JEUNE;
    return jeune ? dits | BIT_JEUNE : dits;
  }

  cliche(): Cliche {
    const { taille } = this;
    const { operation, beneficiaire, entreprise, debut, fin, heures, liste, sexe, annee, modalite, sortie } = this;
    const pleines = { operation, beneficiaire, entreprise, debut, fin, heures, liste, sexe, annee, modalite, sortie };
    const { publics, mois, marques, active } = this;
    return {
      colonnes: Object.fromEntries(
        Object.entries({ ...pleines, publics, mois, marques, active }).map(([nom, colonne]) => [
          nom,
          colonne.subarray(0, taille),
        ]),
      ),
      textes: {
        operations: this.operations.textes,
        beneficiaires: this.beneficiaires.textes,
        entreprises: this.entreprises.textes,
        listes: this.#listes.textes,
      },
      reste: { entieres: [...this.#entieres] },
    };
  }

  static relire(lecteur: LecteurCliche): Colonnes {
    const lues = new Colonnes();
    lues.operations = Dictionnaire.relire(lecteur.textes('operations'));
    lues.beneficiaires = Dictionnaire.relire(lecteur.textes('beneficiaires'));
    lues.entreprises = Dictionnaire.relire(lecteur.textes('entreprises'));
    for (const liste of lecteur.textes('listes')) lues.#numeroterPublics(lirePublics(liste));
    for (const nom of ['operation', 'beneficiaire', 'entreprise', 'debut', 'fin'] as const)
      lues[nom] = lecteur.int32(nom);
    for (const nom of ['sexe', 'modalite', 'sortie', 'publics', 'active'] as const) lues[nom] = lecteur.uint8(nom);
    for (const nom of ['liste', 'annee', 'mois', 'marques'] as const) lues[nom] = lecteur.uint16(nom);
    lues.heures = lecteur.float64('heures');
    lues.taille = lues.fin.length;
    for (const mois of lues.mois) lues.#etendre(mois);
    const entieres = Entieres.safeParse(lecteur.reste('entieres'));
    if (!entieres.success) throw new ClicheIllisible('entieres');
    for (const [rang, ligne] of entieres.data) lues.#entieres.set(rang, ligne);
    return lues;
  }

  #numeroterPublics(publics: readonly Public[]): number {
    const numero = this.#listes.numeroter(publics.join('|'));
    if (numero === this.#listesLues.length) {
      this.#listesLues.push([...publics]);
      this.#bits.push(publics.reduce((bits, public_) => bits | bitPublic(public_), 0));
    }
    return numero;
  }

  #etendre(mois: number): void {
    const { de, jusque } = this.etendue;
    this.etendue = { de: Math.min(de, mois), jusque: Math.max(jusque, mois + 1) };
  }

  #agrandir(): void {
    const taille = capacite(this.fin.length);
    this.operation = agrandir(this.operation, new Int32Array(taille));
    this.beneficiaire = agrandir(this.beneficiaire, new Int32Array(taille));
    this.entreprise = agrandir(this.entreprise, new Int32Array(taille));
    this.debut = agrandir(this.debut, new Int32Array(taille));
    this.fin = agrandir(this.fin, new Int32Array(taille));
    this.heures = agrandir(this.heures, new Float64Array(taille));
    this.liste = agrandir(this.liste, new Uint16Array(taille));
    this.sexe = agrandir(this.sexe, new Uint8Array(taille));
    this.annee = agrandir(this.annee, new Uint16Array(taille));
    this.modalite = agrandir(this.modalite, new Uint8Array(taille));
    this.sortie = agrandir(this.sortie, new Uint8Array(taille));
    this.publics = agrandir(this.publics, new Uint8Array(taille));
    this.marques = agrandir(this.marques, new Uint16Array(taille));
    this.mois = agrandir(this.mois, new Uint16Array(taille));
    this.active = agrandir(this.active, new Uint8Array(taille));
  }
}

/** « RSA|QPV » → RSA, QPV. */
const lirePublics = (liste: string): Public[] => {
  const lus = z.array(Publics).safeParse(liste === '' ? [] : liste.split('|'));
  if (!lus.success) throw new ClicheIllisible('listes');
  return lus.data;
};
