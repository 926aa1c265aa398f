import type { Enregistrement } from './enregistrements.ts';

/** Listes qui contiennent les avis ou les contrats, selon la source. */
const LISTES = new Set(['results', 'marches', 'marche', 'contrat-concession', 'contrats-concession']);
/** Un fichier d'un seul enregistrement n'est jamais plus grand. */
const RACINE_MAXIMALE = 32_000_000;

const [GUILLEMET, BARRE, LIGNE, OUVRE, FERME, OUVRE_LISTE, FERME_LISTE] = [34, 92, 10, 123, 125, 91, 93] as const;

interface Niveau {
  readonly liste: boolean;
  readonly cle: string;
}

/**
 * Découpe un flux JSON en enregistrements sans le garder en mémoire : liste, `{results: […]}`, `{marches: …}`, objet
 * seul, un objet par ligne. Un enregistrement fautif n'empêche pas de lire les suivants.
 */
export class DecoupeurJson {
  readonly #pile: Niveau[] = [];
  #ligne = 1;
  #dansChaine = false;
  #echappe = false;
  #chaine = '';
  #cle = '';
  /** Enregistrement en cours : profondeur où il se ferme, morceaux déjà lus, ligne de début. */
  #capture: { readonly fin: number; readonly ligne: number; readonly morceaux: string[] } | null = null;
  #racine: { readonly ligne: number; readonly morceaux: string[]; taille: number } | null = null;
  #aUneListe = false;

  /** Enregistrements que ce morceau termine. */
  lire(morceau: string): Enregistrement[] {
    const trouves: Enregistrement[] = [];
    let debut = 0;
    let debutChaine = 0;
    for (let i = 0; i < morceau.length; i += 1) {
      const code = morceau.charCodeAt(i);
      if (code === LIGNE) this.#ligne += 1;
      if (this.#dansChaine) {
        if (this.#echappe) this.#echappe = false;
        else if (code === BARRE) this.#echappe = true;
        else if (code === GUILLEMET) {
          this.#dansChaine = false;
          if (this.#capture === null) this.#cle = this.#chaine + morceau.slice(debutChaine, i);
        }
      } else if (code === GUILLEMET) {
        this.#dansChaine = true;
        this.#chaine = '';
        debutChaine = i + 1;
      } else if (code === OUVRE || code === OUVRE_LISTE) {
        if (this.#ouvrir(code === OUVRE_LISTE)) debut = i;
      } else if (code === FERME || code === FERME_LISTE) {
        const texte = this.#fermer(morceau, { debut, fin: i + 1 });
        if (texte !== null) trouves.push(texte);
      }
    }
    if (this.#dansChaine && this.#capture === null)
      this.#chaine = (this.#chaine + morceau.slice(debutChaine)).slice(-80);
    (this.#capture ?? this.#racine)?.morceaux.push(morceau.slice(debut));
    this.#surveiller(morceau.length);
    return trouves;
  }

  /** Enregistrement resté ouvert à la fin d'un fichier tronqué. */
  finir(): Enregistrement | null {
    const reste = this.#capture ?? (this.#aUneListe ? null : this.#racine);
    return reste === null ? null : { texte: reste.morceaux.join(''), ligne: reste.ligne };
  }

  #surveiller(taille: number): void {
    if (this.#racine === null || this.#capture !== null) return;
    this.#racine.taille += taille;
    if (this.#racine.taille > RACINE_MAXIMALE) this.#racine = null;
  }

  /** Ouvre un niveau ; vrai si un texte à garder commence ici. */
  #ouvrir(liste: boolean): boolean {
    const parent = this.#pile.at(-1);
    this.#pile.push({ liste, cle: this.#cle });
    if (this.#capture !== null || liste) return false;
    const dansUneListe = parent?.liste === true && (this.#pile.length === 2 || LISTES.has(parent.cle));
    if (dansUneListe) {
      this.#aUneListe = true;
      this.#racine = null;
      this.#capture = { fin: this.#pile.length, ligne: this.#ligne, morceaux: [] };
      return true;
    }
    if (parent !== undefined) return false;
    this.#aUneListe = false;
    this.#racine = { ligne: this.#ligne, morceaux: [], taille: 0 };
    return true;
  }

  #fermer(morceau: string, { debut, fin }: { readonly debut: number; readonly fin: number }): Enregistrement | null {
    const profondeur = this.#pile.length;
    const niveau = this.#pile.pop();
    if (niveau === undefined) return null;
    if (this.#capture !== null) {
      if (profondeur !== this.#capture.fin) return null;
      const { morceaux, ligne } = this.#capture;
      this.#capture = null;
      return { texte: morceaux.join('') + morceau.slice(debut, fin), ligne };
    }
    if (niveau.liste && LISTES.has(niveau.cle)) this.#aUneListe = true;
    if (profondeur !== 1 || niveau.liste || this.#racine === null) return null;
    const { morceaux, ligne } = this.#racine;
    this.#racine = null;
    return this.#aUneListe ? null : { texte: morceaux.join('') + morceau.slice(debut, fin), ligne };
  }
}
