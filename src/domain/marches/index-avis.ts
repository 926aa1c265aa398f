import type { Avis, Secteur } from '../marches.ts';
import { motsDAcheteur } from './acheteur.ts';
import { agrandir, type Colonnes, creerColonnes, DRAPEAU, ecrireLigne } from './colonnes.ts';
import { AVANT_UN_LIEU, creerLecteurSecteurs, jetons, type LecteurSecteurs } from './jetons.ts';
import { type AvisSuivi, suivreUn } from './suivi.ts';

/** Rangs d'avis par mot ou par code de lieu. */
type Lexique = Map<string, number[]>;

interface Acheteur {
  readonly jetons: readonly string[];
  /** Ce qui le distingue (voir `motsDAcheteur`). */
  readonly mots: readonly string[];
  readonly places: number[];
}

/**
 * Avis rangés pour la recherche, tenus à jour au fil des imports. Un avis qui change reçoit une nouvelle place et
 * l'ancienne est marquée morte : les listes de mots ne sont jamais réécrites.
 */
export class IndexAvis {
  readonly secteurs: readonly Secteur[];
  readonly #lireSecteurs: LecteurSecteurs;
  readonly #avis = new Map<string, Avis>();
  /** Suites d'un avis, même inconnu encore : rectificatifs, annulations, attributions. */
  readonly #suites = new Map<string, Set<string>>();
  readonly #places = new Map<string, number>();
  readonly #suivis: AvisSuivi[] = [];
  readonly mots: Lexique = new Map();
  readonly lieux: Lexique = new Map();
  /** Mots qui peuvent commencer un nom de lieu : chez l'acheteur, ou après « à », « de », « sur » dans l'objet. */
  readonly nommes: Lexique = new Map();
  /** Avis de chaque acheteur, par son nom tel qu'écrit. */
  readonly acheteurs = new Map<string, Acheteur>();
  #colonnes: Colonnes;
  /** Suites de places triées, de la plus longue à la plus courte, à fondre pour la recherche. */
  #triees: Int32Array[] = [];

  constructor(secteurs: readonly Secteur[]) {
    this.secteurs = secteurs;
    this.#lireSecteurs = creerLecteurSecteurs(secteurs);
    this.#colonnes = creerColonnes(1024, secteurs.length);
  }

  /** Nombre d'avis connus, rectificatifs compris. */
  get taille(): number {
    return this.#avis.size;
  }

  get colonnes(): Colonnes {
    return this.#colonnes;
  }

  /** Places vivantes, échéance la plus proche d'abord ; sans date, à la fin, du plus récent au plus ancien. */
  get ordre(): Int32Array {
    while (this.#triees.length > 1) this.#fondre();
    return this.#triees[0] ?? VIDE;
  }

  suivi(place: number): AvisSuivi | undefined {
    return this.#suivis[place];
  }

  /** L'avis, corrigé par ses suites ; null s'il n'est pas connu ou n'est qu'un rectificatif d'un avis connu. */
  trouver(id: string): AvisSuivi | null {
    const place = this.#places.get(id);
    return place === undefined ? null : (this.#suivis[place] ?? null);
  }

  /** Suites connues d'un avis. */
  suitesDe(id: string): readonly Avis[] {
    return [...(this.#suites.get(id) ?? [])].flatMap((suite) => this.#avis.get(suite) ?? []);
  }

  /** Ajoute ou remplace des avis, et recalcule ceux que leurs liens touchent. */
  ajouter(nouveaux: readonly Avis[]): void {
    if (nouveaux.length === 0) return;
    const touches = new Set<string>();
    for (const avis of nouveaux) {
      touches.add(avis.id);
      for (const vise of this.#avis.get(avis.id)?.lies ?? []) this.#suites.get(vise)?.delete(avis.id);
      this.#avis.set(avis.id, avis);
      if (avis.nature === 'avis') continue;
      for (const vise of avis.lies) {
        const suites = this.#suites.get(vise);
        if (suites === undefined) this.#suites.set(vise, new Set([avis.id]));
        else suites.add(avis.id);
        touches.add(vise);
      }
    }
    for (const id of [...touches]) for (const suite of this.#suites.get(id) ?? []) touches.add(suite);
    this.#ranger([...touches].flatMap((id) => this.#replacer(id) ?? []));
  }

  /** Recalcule un avis ; rend sa nouvelle place, ou null s'il ne se montre plus. */
  #replacer(id: string): number | null {
    const ancienne = this.#places.get(id);
    if (ancienne !== undefined) this.#colonnes.drapeaux[ancienne] = DRAPEAU.mort;
    this.#places.delete(id);
    const avis = this.#avis.get(id);
    if (avis === undefined) return null;
    if (avis.nature === 'rectificatif' && avis.lies.some((vise) => this.#avis.has(vise))) return null;
    const suivi = suivreUn(avis, this.suitesDe(id));
    const place = this.#suivis.push(suivi) - 1;
    if (place >= this.#colonnes.limite.length) this.#colonnes = agrandir(this.#colonnes);
    ecrireLigne(this.#colonnes, place, { suivi, secteurs: this.#lireSecteurs(suivi.avis) });
    this.#places.set(id, place);
    this.#apprendre(suivi.avis, place);
    return place;
  }

  #apprendre({ objet, acheteur, lots, lieu }: Avis, place: number): void {
    const noter = (lexique: Lexique, cle: string): void => {
      const places = lexique.get(cle);
      if (places === undefined) lexique.set(cle, [place]);
      else if (places.at(-1) !== place) places.push(place);
    };
    const dits = jetons(objet);
    const connu = this.acheteurs.get(acheteur ?? '');
    const chez = connu ?? { jetons: jetons(acheteur ?? ''), mots: motsDAcheteur(acheteur ?? ''), places: [] };
    if (connu === undefined) this.acheteurs.set(acheteur ?? '', chez);
    chez.places.push(place);
    for (const mot of dits) noter(this.mots, mot);
    for (const mot of chez.jetons) noter(this.mots, mot);
    for (const { intitule } of lots) for (const mot of jetons(intitule)) noter(this.mots, mot);
    noter(this.lieux, lieu ?? '');
    if (lieu !== null) return;
    for (const mot of chez.jetons) noter(this.nommes, mot);
    for (const [rang, mot] of dits.entries()) if (AVANT_UN_LIEU.has(dits[rang - 1] ?? '')) noter(this.nommes, mot);
  }

  /** Vrai si `a` se montre avant `b`. */
  #comparer(a: number, b: number): number {
    const { limite, publie } = this.#colonnes;
    const parLimite = (limite[a] ?? 0) - (limite[b] ?? 0);
    if (parLimite !== 0) return parLimite;
    const parDate = (publie[b] ?? 0) - (publie[a] ?? 0);
    if (parDate !== 0) return parDate;
    const [un = '', autre = ''] = [this.#suivis[a]?.avis.id, this.#suivis[b]?.avis.id];
    return un < autre ? -1 : un > autre ? 1 : 0;
  }

  /** Ajoute une suite triée ; deux suites de tailles voisines se fondent, pour qu'aucun ajout ne relise tout. */
  #ranger(nouvelles: readonly number[]): void {
    this.#triees.push(Int32Array.from(nouvelles).sort((a, b) => this.#comparer(a, b)));
    while ((this.#triees.at(-2)?.length ?? Number.POSITIVE_INFINITY) <= 2 * (this.#triees.at(-1)?.length ?? 0))
      this.#fondre();
  }

  /** Fond les deux dernières suites en une, sans leurs places mortes. */
  #fondre(): void {
    const [courte = VIDE, longue = VIDE] = [this.#triees.pop(), this.#triees.pop()];
    const { drapeaux } = this.#colonnes;
    const fondue = new Int32Array(longue.length + courte.length);
    let [taille, prochaine] = [0, 0];
    for (const place of longue) {
      if (drapeaux[place] === DRAPEAU.mort) continue;
      while (prochaine < courte.length && this.#comparer(courte[prochaine] ?? 0, place) < 0)
        fondue[taille++] = courte[prochaine++] ?? 0;
      fondue[taille++] = place;
    }
    while (prochaine < courte.length) fondue[taille++] = courte[prochaine++] ?? 0;
    this.#triees.push(fondue.slice(0, taille));
  }
}

const VIDE = new Int32Array(0);
