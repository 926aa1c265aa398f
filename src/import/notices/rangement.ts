import type { Avis } from '../../domain/marches.ts';
import { TableEmpreintes } from '../../domain/table-empreintes.ts';
import type { AvisDossier } from './liens.ts';
import { empreinte, empreinteCourte } from './valeurs.ts';

/**
 * Ce qu'il faut retenir d'un lot d'enregistrements au suivant : le premier avis de chaque dossier européen, et les
 * numéros que des plateformes donnent à plusieurs contrats.
 */
export class Rangement {
  readonly #premiers = new Map<string, string>();
  readonly #objets = new TableEmpreintes();
  /** Suites lues avant l'avis qu'elles visent. */
  #enAttente: AvisDossier[] = [];

  /** Avis prêts à être gardés ; ceux qui attendent leur dossier viennent avec `finir`. */
  ranger({ avis, dossier }: AvisDossier): Avis[] {
    const muet = avis.nature !== 'avis' && avis.lies.length === 0 && dossier !== null;
    if (!muet) {
      if (dossier !== null && avis.nature === 'avis' && !this.#premiers.has(dossier))
        this.#premiers.set(dossier, avis.id);
      return [this.#distinguer(avis)];
    }
    this.#enAttente.push({ avis, dossier });
    return [];
  }

  finir(): Avis[] {
    const restes = this.#enAttente.map(({ avis, dossier }) => {
      const premier = this.#premiers.get(dossier ?? '');
      return premier === undefined ? avis : { ...avis, lies: [premier] };
    });
    this.#enAttente = [];
    return restes;
  }

  /** Un autre contrat sous le même numéro reçoit l'empreinte de son objet ; le même, publié deux fois, le garde. */
  #distinguer(avis: Avis): Avis {
    if (avis.source !== 'decp') return avis;
    const marque = empreinteCourte(avis.objet);
    const premier = this.#objets.lire(avis.id);
    if (premier === undefined) this.#objets.poser(avis.id, marque);
    return premier === undefined || premier === marque ? avis : { ...avis, id: `${avis.id}~${empreinte(avis.objet)}` };
  }
}
