import type { Ecriture, Origine } from '../heures.ts';
import type { LigneActive } from '../registre.ts';
import { Colonnes } from './colonnes.ts';
import { Dictionnaire, TextesNumerotes } from './dictionnaire.ts';

const doubler = (colonne: Int32Array): Int32Array<ArrayBuffer> => {
  const plus = new Int32Array(colonne.length * 2);
  plus.set(colonne);
  return plus;
};

/**
 * Lignes qui comptent, tenues à jour écriture par écriture, dans l'ordre des saisies.
 * Se lit comme une `Map` ; les objets ne sont refaits qu'à la demande.
 */
export class TableLignes implements ReadonlyMap<string, LigneActive> {
  readonly colonnes = new Colonnes();
  readonly auteurs = new Dictionnaire();
  /** Ce qu'une origine dit en dehors du message et de l'instant : un objet partagé par mille lignes. */
  readonly #contextes = new Dictionnaire();
  readonly #origines: Omit<Origine, 'message' | 'le'>[] = [];
  readonly #messages = new TextesNumerotes();
  readonly #instants = new Dictionnaire();
  readonly #ids: string[] = [];
  readonly #rangs = new Map<string, number>();
  /** Numéro de l'auteur de chaque ligne. */
  auteur = new Int32Array(64);
  #contexte = new Int32Array(64);
  #debutMessage = new Int32Array(64);
  #nombreMessage = new Int32Array(64);
  #instant = new Int32Array(64);
  readonly #annulees = new Set<string>();
  readonly #anonymes = new Set<string>();
  #ecritures = 0;

  /** Écritures appliquées depuis l'origine. */
  get ecritures(): number {
    return this.#ecritures;
  }

  /** Vrai pour une saisie dont la personne a été anonymisée : un import ne la nomme pas à nouveau. */
  anonyme(id: string): boolean {
    return this.#anonymes.has(id);
  }

  /** Vrai pour une saisie qui a existé et ne compte plus. */
  annulee(id: string): boolean {
    return this.#annulees.has(id);
  }

  appliquer(ecriture: Ecriture): void {
    this.#ecritures += 1;
    switch (ecriture.type) {
      case 'saisie': {
        const connu = this.#rangs.get(ecriture.id);
        if (connu === undefined) this.#ajouter(ecriture);
        else this.colonnes.ecrire(connu, ecriture.ligne);
        return;
      }
      case 'correction': {
        const rang = this.#rangs.get(ecriture.vise);
        if (rang !== undefined) this.colonnes.ecrire(rang, ecriture.ligne);
        return;
      }
      case 'annulation': {
        const rang = this.#rangs.get(ecriture.vise);
        if (rang === undefined) return;
        this.colonnes.retirer(rang);
        this.#rangs.delete(ecriture.vise);
        this.#annulees.add(ecriture.vise);
        return;
      }
      case 'anonymisation': {
        for (const id of ecriture.saisies) {
          const rang = this.#rangs.get(id);
          if (rang === undefined) continue;
          this.colonnes.ecrire(rang, { ...this.colonnes.lire(rang), beneficiaire: ecriture.vers });
          this.#anonymes.add(id);
        }
      }
    }
  }

  #ajouter({ id, ligne, origine }: Extract<Ecriture, { type: 'saisie' }>): void {
    const rang = this.colonnes.ajouter(ligne);
    if (rang === this.auteur.length) this.#agrandir();
    const { debut, nombre } = this.#messages.coder(origine.message);
    this.auteur[rang] = this.auteurs.numeroter(origine.auteur);
    this.#contexte[rang] = this.#numeroterContexte(origine);
    this.#debutMessage[rang] = debut;
    this.#nombreMessage[rang] = nombre;
    this.#instant[rang] = this.#instants.numeroter(origine.le);
    this.#ids[rang] = id;
    this.#rangs.set(id, rang);
  }

  #agrandir(): void {
    this.auteur = doubler(this.auteur);
    this.#contexte = doubler(this.#contexte);
    this.#debutMessage = doubler(this.#debutMessage);
    this.#nombreMessage = doubler(this.#nombreMessage);
    this.#instant = doubler(this.#instant);
  }

  #numeroterContexte({ message: _message, le: _le, ...contexte }: Origine): number {
    const { auteur, canal, role = '', libelle = '' } = contexte;
    const numero = this.#contextes.numeroter(`${auteur}\u001f${canal}\u001f${role}\u001f${libelle}`);
    if (numero === this.#origines.length) this.#origines.push(contexte);
    return numero;
  }

  #origine(rang: number): Origine {
    const contexte = this.#origines[this.#contexte[rang] ?? 0] ?? { auteur: '', canal: '' };
    return {
      ...contexte,
      message: this.#messages.texte(this.#debutMessage[rang] ?? 0, this.#nombreMessage[rang] ?? -1),
      le: this.#instants.texte(this.#instant[rang] ?? 0),
    };
  }

  /** La ligne active d'un rang de `colonnes`. */
  lire(rang: number): LigneActive {
    return { id: this.#ids[rang] ?? '', ligne: this.colonnes.lire(rang), origine: this.#origine(rang) };
  }

  get size(): number {
    return this.#rangs.size;
  }

  has(id: string): boolean {
    return this.#rangs.has(id);
  }

  get(id: string): LigneActive | undefined {
    const rang = this.#rangs.get(id);
    return rang === undefined ? undefined : this.lire(rang);
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
    return this.#egales(this.auteur, this.auteurs.chercher(id));
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
    return this.#parcourir((rang) => this.#ids[rang] ?? '');
  }

  values(): MapIterator<LigneActive> {
    return this.#parcourir((rang) => this.lire(rang));
  }

  entries(): MapIterator<[string, LigneActive]> {
    return this.#parcourir((rang) => [this.#ids[rang] ?? '', this.lire(rang)]);
  }

  [Symbol.iterator](): MapIterator<[string, LigneActive]> {
    return this.entries();
  }

  forEach(voir: (active: LigneActive, id: string, table: ReadonlyMap<string, LigneActive>) => void): void {
    for (const [id, active] of this) voir(active, id, this);
  }
}
