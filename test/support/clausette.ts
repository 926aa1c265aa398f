import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { MessageRecu, Reponse } from '../../dialogs/kit/reply.ts';
import { type Assemblage, assembler } from '../../src/assemble.ts';
import { COMPTES_DEMONSTRATION } from '../../src/demonstration.ts';
import type { Operation } from '../../src/domain/heures.ts';
import { type Compte, type Role, VISITEUR } from '../../src/domain/roles.ts';
import { loadRessources } from '../../src/load.ts';
import type { Ressources } from '../../src/services/build.ts';
import { openJsonStore } from '../../src/store/json/open.ts';
import type { Store } from '../../src/store/port.ts';

/** Samedi 21 novembre 2026, dix heures à Paris : l'instant de tous les essais. */
export const LE = '2026-11-21T10:00:00+01:00';

const operation = (id: string, intitule: string, reste: Partial<Operation> = {}): Operation => ({
  id,
  intitule,
  donneurOrdre: 'Ville d’Essai',
  clause: 'EXECUTION',
  communeInsee: '59178',
  anru: false,
  entreprises: ['Batinord'],
  debut: '2026-02-02',
  fin: '2027-08-31',
  heuresPrevues: 1000,
  facilitateur: null,
  demonstration: false,
  ...reste,
});

/** Opérations inventées, connues de tous les essais. */
export const OPERATIONS: readonly Operation[] = [
  operation('E-1', 'École Pasteur'),
  operation('E-2', 'Collège Camus', { entreprises: ['Ets Caudron'], communeInsee: '59606', debut: '2026-01-12' }),
  operation('E-3', 'Halle de Doullens', { communeInsee: '80253', debut: '2026-10-19', fin: '2027-10-29' }),
  operation('E-4', 'Piscine Thorez', { facilitateur: 'autre-structure' }),
];

export const compteDe = (role: Role): Compte =>
  COMPTES_DEMONSTRATION.find((compte) => compte.role === role) ?? VISITEUR;

// Fiches, sources et communes sont les mêmes pour tous les essais : une seule lecture.
let ressources: Omit<Ressources, 'store'> | undefined;

/** Une Clausette entière sur un dépôt neuf, qu'on peut arrêter et relancer. */
export class Clausette {
  readonly #dossier = mkdtempSync(join(tmpdir(), 'clausette-essai-'));
  #store: Store;
  #assemblage: Assemblage;
  #rang = 0;

  constructor() {
    this.#store = openJsonStore(this.#dossier);
    this.#assemblage = this.#assembler();
  }

  static async create(operations = OPERATIONS): Promise<Clausette> {
    const clausette = new Clausette();
    await clausette.#store.operations.put(operations);
    return clausette;
  }

  #assembler(): Assemblage {
    ressources ??= loadRessources('.', '32', this.#store);
    return assembler({ ...ressources, store: this.#store }, { demonstration: true });
  }

  get store(): Store {
    return this.#store;
  }

  get services(): Assemblage['services'] {
    return this.#assemblage.services;
  }

  /** L'index des avis, à jour de ce que l'essai a rangé. */
  readonly indexAvis: Assemblage['indexAvis'] = () => this.#assemblage.indexAvis();

  /** Envoie un message ; par défaut d'une facilitatrice, dans une conversation unique. */
  async dire(texte: string, reste: Partial<MessageRecu> = {}): Promise<readonly Reponse[]> {
    this.#rang += 1;
    return this.#assemblage.traiter({
      id: `m${this.#rang}`,
      conversation: 'essai',
      canal: 'essai',
      texte,
      compte: compteDe('facilitateur'),
      le: LE,
      ...reste,
    });
  }

  /** Arrête et relance sur le même dépôt, comme après une panne. */
  async redemarrer(): Promise<void> {
    await this.#store.close();
    this.#store = openJsonStore(this.#dossier);
    this.#assemblage = this.#assembler();
  }

  async total(): Promise<number> {
    return (await this.services.indicateurs.calculer(null)).hours;
  }

  async close(): Promise<void> {
    await this.#store.close();
    rmSync(this.#dossier, { recursive: true, force: true });
  }
}

/** Tout ce qu'une personne lit dans des réponses : textes, cartes, boutons. */
export const lisible = (reponses: readonly Reponse[]): string =>
  reponses
    .flatMap(({ texte, carte, choix = [] }) => [
      texte,
      ...(carte ? [carte.titre, ...carte.lignes.map(({ libelle, valeur }) => `${libelle} ${valeur}`)] : []),
      ...choix.map(({ titre }) => titre),
    ])
    .join('\n')
    .replace(/[\u00a0\u202f]/g, ' ');
