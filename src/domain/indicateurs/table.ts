import { z } from 'zod';
import type { Ecriture } from '../heures.ts';
import type { LigneActive } from '../registre.ts';
import { agrandir, type Cliche, ClicheIllisible, capacite, type LecteurCliche } from './cliche.ts';
import { Colonnes } from './colonnes.ts';
import { Identifiants } from './identifiants.ts';
import { Origines } from './origines.ts';

/**
 * Lignes qui comptent, tenues à jour écriture par écriture, dans l'ordre des saisies.
 * Se lit comme une `Map` ; les objets ne sont refaits qu'à la demande.
 */
export class TableLignes implements ReadonlyMap<string, LigneActive> {
  /** Identifiants de toutes les écritures, partagés avec l'index du registre. */
  readonly ids: Identifiants;
  colonnes = new Colonnes();
  origines = new Origines();
  /** Numéro d'identifiant de chaque ligne. */
  #numero: Int32Array = new Int32Array(64);
  /** Code anonyme de la ligne, par numéro de bénéficiaire plus un ; 0 : la personne n'a pas été anonymisée. */
  #anonyme: Int32Array = new Int32Array(64);
  /** Rang de la ligne de chaque identifiant, plus un ; 0 : ce n'est pas une saisie. */
  #rangs: Int32Array = new Int32Array(64);
  #actives = 0;
  #refontes = 0;

  constructor(ids = new Identifiants()) {
    this.ids = ids;
  }

  /** Fois où une ligne déjà écrite a changé : ce qui a été cumulé avant ne vaut plus. */
  get refontes(): number {
    return this.#refontes;
  }

  /** Rang de la saisie, active ou non ; −1 si aucune saisie n'a cet identifiant. */
  rangDe(id: string): number {
    return (this.#rangs[this.ids.chercher(id)] ?? 0) - 1;
  }

  /** Rang de la ligne qui compte sous ce numéro d'identifiant ; −1 s'il n'y en a pas. */
  #actif(numero: number): number {
    const rang = (this.#rangs[numero] ?? 0) - 1;
    return rang >= 0 && this.colonnes.active[rang] === 1 ? rang : -1;
  }

  #rangActif(id: string): number {
    return this.#actif(this.ids.chercher(id));
  }

  /** Vrai pour une saisie dont la personne a été anonymisée : un import ne la nomme pas à nouveau. */
  anonyme(id: string): boolean {
    return this.codeAnonyme(id) !== null;
  }

  /** Code anonyme donné à la personne d'une saisie ; null si elle ne l'a pas été. */
  codeAnonyme(id: string): string | null {
    const numero = (this.#anonyme[this.rangDe(id)] ?? 0) - 1;
    return numero < 0 ? null : this.colonnes.beneficiaires.texte(numero);
  }

  /** Vrai pour une saisie qui a existé et ne compte plus. */
  annulee(id: string): boolean {
    return this.rangDe(id) >= 0 && this.#rangActif(id) < 0;
  }

  /** @param numero de l'identifiant de l'écriture */
  appliquer(ecriture: Ecriture, numero = this.ids.numeroter(ecriture.id)): void {
    if (ecriture.type !== 'saisie' && ecriture.type !== 'validation') this.#refontes += 1;
    switch (ecriture.type) {
      case 'saisie': {
        const connu = this.#actif(numero);
        if (connu < 0) this.#ajouter(ecriture, numero);
        else {
          this.colonnes.ecrire(connu, ecriture.ligne);
          this.#refontes += 1;
        }
        return;
      }
      case 'correction': {
        const rang = this.#rangActif(ecriture.vise);
        if (rang >= 0) this.colonnes.ecrire(rang, ecriture.ligne);
        return;
      }
      case 'annulation': {
        const rang = this.#rangActif(ecriture.vise);
        if (rang < 0) return;
        this.colonnes.retirer(rang);
        this.#actives -= 1;
        return;
      }
      case 'anonymisation': {
        for (const id of ecriture.saisies) {
          const rang = this.#rangActif(id);
          if (rang < 0) continue;
          this.colonnes.ecrire(rang, { ...this.colonnes.lire(rang), beneficiaire: ecriture.vers });
          this.#anonyme[rang] = this.colonnes.beneficiaires.numeroter(ecriture.vers) + 1;
        }
      }
    }
  }

  #ajouter({ ligne, origine }: Extract<Ecriture, { type: 'saisie' }>, numero: number): void {
    const rang = this.colonnes.ajouter(ligne);
    if (rang >= this.#numero.length) this.#agrandir();
    this.origines.ecrire(rang, origine);
    this.#numero[rang] = numero;
    if (numero >= this.#rangs.length) this.#rangs = agrandir(this.#rangs, new Int32Array(capacite(numero)));
    this.#rangs[numero] = rang + 1;
    this.#actives += 1;
  }

  #agrandir(): void {
    const taille = capacite(this.#numero.length);
    this.#numero = agrandir(this.#numero, new Int32Array(taille));
    this.#anonyme = agrandir(this.#anonyme, new Int32Array(taille));
  }

  /** La ligne active d'un rang de `colonnes`. */
  lire(rang: number): LigneActive {
    return { id: this.idDe(rang), ligne: this.colonnes.lire(rang), origine: this.origines.lire(rang) };
  }

  /** Identifiant de la saisie d'un rang. */
  idDe(rang: number): string {
    return this.ids.texte(this.#numero[rang] ?? -1);
  }

  get size(): number {
    return this.#actives;
  }

  has(id: string): boolean {
    return this.#rangActif(id) >= 0;
  }

  get(id: string): LigneActive | undefined {
    const rang = this.#rangActif(id);
    return rang < 0 ? undefined : this.lire(rang);
  }

  /** Lignes actives d'une personne. */
  deBeneficiaire(code: string): LigneActive[] {
    return this.#egales(this.colonnes.beneficiaire, this.colonnes.beneficiaires.chercher(code));
  }

  /** Lignes actives d'une opération. */
  deOperation(id: string): LigneActive[] {
    return this.#egales(this.colonnes.operation, this.colonnes.operations.chercher(id));
  }

  /** Lignes actives saisies par un compte. */
  deAuteur(id: string): LigneActive[] {
    return this.#egales(this.origines.auteur, this.origines.auteurs.chercher(id));
  }

  #egales(colonne: Int32Array, numero: number): LigneActive[] {
    const { active, taille } = this.colonnes;
    const lues: LigneActive[] = [];
    if (numero < 0) return lues;
    for (let rang = 0; rang < taille; rang += 1)
      if (colonne[rang] === numero && active[rang] === 1) lues.push(this.lire(rang));
    return lues;
  }

  *#parcourir<T>(lire: (rang: number) => T): Generator<T, undefined> {
    const { colonnes } = this;
    for (let rang = 0; rang < colonnes.taille; rang += 1) if (colonnes.active[rang] === 1) yield lire(rang);
    return undefined;
  }

  keys(): MapIterator<string> {
    return this.#parcourir((rang) => this.idDe(rang));
  }

  values(): MapIterator<LigneActive> {
    return this.#parcourir((rang) => this.lire(rang));
  }

  entries(): MapIterator<[string, LigneActive]> {
    return this.#parcourir((rang) => [this.idDe(rang), this.lire(rang)]);
  }

  [Symbol.iterator](): MapIterator<[string, LigneActive]> {
    return this.entries();
  }

  forEach(voir: (active: LigneActive, id: string, table: ReadonlyMap<string, LigneActive>) => void): void {
    for (const [id, active] of this) voir(active, id, this);
  }

  /** Cliché de la table seule ; ses colonnes et ses origines ont le leur. */
  cliche(): Cliche {
    const { taille } = this.colonnes;
    return {
      colonnes: {
        numero: this.#numero.subarray(0, taille),
        anonyme: this.#anonyme.subarray(0, taille),
        rangs: this.#rangs,
      },
      textes: {},
      reste: { actives: this.#actives },
    };
  }

  /** @param lecteur rend le lecteur de chaque partie du cliché */
  static relire(ids: Identifiants, lecteur: (partie: string) => LecteurCliche): TableLignes {
    const lue = new TableLignes(ids);
    const table = lecteur('table');
    lue.colonnes = Colonnes.relire(lecteur('colonnes'));
    lue.origines = Origines.relire(lecteur('origines'));
    lue.#numero = table.int32('numero');
    lue.#anonyme = table.int32('anonyme');
    lue.#rangs = table.int32('rangs');
    const actives = Nombre.safeParse(table.reste('actives'));
    if (!actives.success) throw new ClicheIllisible('actives');
    lue.#actives = actives.data;
    return lue;
  }
}

const Nombre = z.number().int().nonnegative();
