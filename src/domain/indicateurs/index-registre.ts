import { z } from 'zod';
import type { Recherche } from '../heures/historique.ts';
import { appliquerValidation, type Validation } from '../heures/validations.ts';
import { type Ecriture, Origine } from '../heures.ts';
import { type Cliche, ClicheIllisible, LecteurCliche, reunir } from './cliche.ts';
import { Ecritures, GENRES } from './ecritures.ts';
import { Identifiants } from './identifiants.ts';
import { TableLignes } from './table.ts';

const Validations = z.array(
  z.tuple([z.string(), z.strictObject({ id: z.string(), mois: z.string(), origine: Origine })]),
);

/**
 * Tout ce qu'on demande au registre sans le relire : les lignes qui comptent, les mois validés, et où est chaque
 * écriture. Se déduit du registre seul ; un cliché permet de ne pas le rejouer.
 */
export class IndexRegistre {
  readonly lignes: TableLignes;
  readonly #ecritures: Ecritures;
  readonly #validations: Map<string, Validation>;

  constructor(
    lignes = new TableLignes(),
    ecritures = new Ecritures(),
    validations: ReadonlyMap<string, Validation> = new Map(),
  ) {
    this.lignes = lignes;
    this.#ecritures = ecritures;
    this.#validations = new Map(validations);
  }

  /** Écritures appliquées ; la suivante portera ce numéro. */
  get taille(): number {
    return this.#ecritures.taille;
  }

  get validations(): ReadonlyMap<string, Validation> {
    return this.#validations;
  }

  /** Une écriture de cet identifiant a-t-elle été faite un jour ? */
  connue(id: string): boolean {
    return this.lignes.ids.chercher(id) >= 0;
  }

  /**
   * Applique une écriture ; rend faux, sans rien changer, si son identifiant est déjà connu.
   * @param position octet où elle commence dans le registre
   */
  appliquer(ecriture: Ecriture, position: number): boolean {
    const numero = this.lignes.ids.numeroter(ecriture.id);
    if (numero < this.taille) return false;
    this.lignes.appliquer(ecriture, numero);
    appliquerValidation(this.#validations, ecriture);
    this.#ecritures.ajouter(ecriture, position, this.lignes);
    return true;
  }

  /** Octet où commence une écriture, par numéro ; −1 si ce numéro n'est celui d'aucune. */
  position(numero: number): number {
    return numero < this.taille ? (this.#ecritures.position[numero] ?? -1) : -1;
  }

  /**
   * Numéros, dans l'ordre, de tout ce qui est arrivé aux saisies qui ont un jour été ce qu'on cherche.
   * L'ancien code d'une personne anonymisée ne mène plus à ses lignes.
   */
  retrouver({ beneficiaire, operation, saisies }: Recherche): number[] {
    const visees = new Uint8Array(this.taille);
    if (saisies === undefined) this.#marquer(visees, beneficiaire, operation);
    else for (const id of saisies) visees[this.lignes.ids.chercher(id)] = 1;
    const { saisie, taille } = this.#ecritures;
    const trouvees: number[] = [];
    for (let numero = 0; numero < taille; numero += 1) if (visees[saisie[numero] ?? -1] === 1) trouvees.push(numero);
    return trouvees;
  }

  #marquer(visees: Uint8Array, code: string | undefined, id: string | undefined): void {
    const { colonnes, ids } = this.lignes;
    const personne = chercher(code, (voulu) => colonnes.beneficiaires.chercher(voulu));
    const chantier = chercher(id, (voulu) => colonnes.operations.chercher(voulu));
    const { beneficiaire, operation, saisie, taille } = this.#ecritures;
    for (let numero = 0; numero < taille; numero += 1) {
      const ligne = beneficiaire[numero] ?? -1;
      if (ligne < 0 || (personne !== null && ligne !== personne)) continue;
      if (chantier !== null && operation[numero] !== chantier) continue;
      const visee = saisie[numero] ?? -1;
      if (visee >= 0 && (personne === null || !this.lignes.anonyme(ids.texte(visee)))) visees[visee] = 1;
    }
  }

  /** Numéro de la dernière correction d'un auteur qui n'en défait pas une autre ; −1 s'il n'y en a pas. */
  derniereCorrection(auteur: string): number {
    const voulu = this.lignes.origines.auteurs.chercher(auteur);
    if (voulu < 0) return -1;
    for (let numero = this.taille - 1; numero >= 0; numero -= 1)
      if (this.#ecritures.genre[numero] === GENRES.correction && this.#ecritures.auteur[numero] === voulu)
        return numero;
    return -1;
  }

  /** Un code de personne en devient un autre, partout. */
  renommer(ancien: string, nouveau: string): void {
    this.lignes.colonnes.beneficiaires.renommer(ancien, nouveau);
  }

  cliche(): Cliche {
    const { lignes } = this;
    return reunir({
      ids: lignes.ids.cliche(),
      table: lignes.cliche(),
      colonnes: lignes.colonnes.cliche(),
      origines: lignes.origines.cliche(),
      ecritures: this.#ecritures.cliche(),
      index: { colonnes: {}, textes: {}, reste: { validations: [...this.#validations] } },
    });
  }

  /** @throws ClicheIllisible si le cliché n'est pas celui d'un index */
  static relire(cliche: Cliche): IndexRegistre {
    const lecteur = (partie: string) => new LecteurCliche(cliche, partie);
    const validations = Validations.safeParse(lecteur('index').reste('validations'));
    if (!validations.success) throw new ClicheIllisible('validations');
    const lignes = TableLignes.relire(Identifiants.relire(lecteur('ids')), lecteur);
    return new IndexRegistre(lignes, Ecritures.relire(lecteur('ecritures')), new Map(validations.data));
  }
}

/** Numéro de ce qui est cherché ; null : rien n'est cherché, −2 : inconnu, qui n'est le numéro de personne. */
const chercher = (voulu: string | undefined, numeroDe: (voulu: string) => number): number | null => {
  if (voulu === undefined) return null;
  const numero = numeroDe(voulu);
  return numero < 0 ? -2 : numero;
};
