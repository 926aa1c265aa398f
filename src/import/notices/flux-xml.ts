import type { Enregistrement } from './enregistrements.ts';

const CONTRAT = /<(marche|contrat-concession)(?=[\s>])/g;

const lignesDe = (texte: string): number => texte.split('\n').length - 1;

/**
 * Découpe un flux XML : chaque contrat d'un fichier de données essentielles, sinon le document entier (eForms, TED).
 */
export class DecoupeurXml {
  #reste = '';
  #ligne = 1;
  #decp: boolean | null = null;

  lire(morceau: string): Enregistrement[] {
    this.#reste += morceau;
    if (this.#decp === null && this.#reste.length > 200) this.#decp = /<marches[\s>]/.test(this.#reste.slice(0, 5000));
    if (this.#decp !== true) return [];
    const trouves: Enregistrement[] = [];
    for (;;) {
      CONTRAT.lastIndex = 0;
      const debut = CONTRAT.exec(this.#reste);
      if (debut === null) return trouves;
      const fermeture = `</${debut[1] ?? ''}>`;
      const fin = this.#reste.indexOf(fermeture, debut.index);
      if (fin < 0) return trouves;
      const ligne = this.#ligne + lignesDe(this.#reste.slice(0, debut.index));
      trouves.push({ texte: this.#reste.slice(debut.index, fin + fermeture.length), ligne });
      this.#ligne += lignesDe(this.#reste.slice(0, fin + fermeture.length));
      this.#reste = this.#reste.slice(fin + fermeture.length);
    }
  }

  /** Le document entier, ou le contrat resté ouvert d'un fichier tronqué. */
  finir(): Enregistrement | null {
    if (this.#decp === true && !/<(?:marche|contrat-concession)[\s>]/.test(this.#reste)) return null;
    return this.#reste.trim() === '' ? null : { texte: this.#reste.trim(), ligne: this.#ligne };
  }
}
