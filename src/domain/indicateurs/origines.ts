import { z } from 'zod';
import { Origine } from '../heures.ts';
import { agrandir, type Cliche, ClicheIllisible, capacite, type LecteurCliche } from './cliche.ts';
import { Dictionnaire, TextesNumerotes } from './dictionnaire.ts';

/** Ce qu'une origine dit en dehors du message et de l'instant : un objet partagé par mille lignes. */
const Contexte = Origine.omit({ message: true, le: true });
type Contexte = z.infer<typeof Contexte>;

/** Qui a saisi chaque ligne, d'où et quand, rangé par colonnes. */
export class Origines {
  auteurs = new Dictionnaire();
  /** Numéro de l'auteur de chaque ligne. */
  auteur: Int32Array = new Int32Array(64);
  readonly #contextes = new Dictionnaire();
  readonly #partages: Contexte[] = [];
  #messages = new TextesNumerotes();
  #instants = new Dictionnaire();
  #contexte: Int32Array = new Int32Array(64);
  #debutMessage: Int32Array = new Int32Array(64);
  #nombreMessage: Int32Array = new Int32Array(64);
  #instant: Int32Array = new Int32Array(64);
  #taille = 0;

  ecrire(rang: number, origine: Origine): void {
    if (rang >= this.auteur.length) this.#agrandir();
    const { debut, nombre } = this.#messages.coder(origine.message);
    this.auteur[rang] = this.auteurs.numeroter(origine.auteur);
    this.#contexte[rang] = this.#numeroter(origine);
    this.#debutMessage[rang] = debut;
    this.#nombreMessage[rang] = nombre;
    this.#instant[rang] = this.#instants.numeroter(origine.le);
    this.#taille = Math.max(this.#taille, rang + 1);
  }

  lire(rang: number): Origine {
    const contexte = this.#partages[this.#contexte[rang] ?? 0] ?? { auteur: '', canal: '' };
    return {
      ...contexte,
      message: this.#messages.texte(this.#debutMessage[rang] ?? 0, this.#nombreMessage[rang] ?? -1),
      le: this.#instants.texte(this.#instant[rang] ?? 0),
    };
  }

  #numeroter({ message: _message, le: _le, ...contexte }: Origine): number {
    const { auteur, canal, role = '', libelle = '' } = contexte;
    const numero = this.#contextes.numeroter(`${auteur}\u001f${canal}\u001f${role}\u001f${libelle}`);
    if (numero === this.#partages.length) this.#partages.push(contexte);
    return numero;
  }

  #agrandir(): void {
    const taille = capacite(this.auteur.length);
    this.auteur = agrandir(this.auteur, new Int32Array(taille));
    this.#contexte = agrandir(this.#contexte, new Int32Array(taille));
    this.#debutMessage = agrandir(this.#debutMessage, new Int32Array(taille));
    this.#nombreMessage = agrandir(this.#nombreMessage, new Int32Array(taille));
    this.#instant = agrandir(this.#instant, new Int32Array(taille));
  }

  cliche(): Cliche {
    return {
      colonnes: {
        auteur: this.auteur.subarray(0, this.#taille),
        contexte: this.#contexte.subarray(0, this.#taille),
        debutMessage: this.#debutMessage.subarray(0, this.#taille),
        nombreMessage: this.#nombreMessage.subarray(0, this.#taille),
        instant: this.#instant.subarray(0, this.#taille),
      },
      textes: { auteurs: this.auteurs.textes, messages: this.#messages.debuts, instants: this.#instants.textes },
      reste: { partages: this.#partages },
    };
  }

  static relire(lecteur: LecteurCliche): Origines {
    const lues = new Origines();
    const partages = z.array(Contexte).safeParse(lecteur.reste('partages'));
    if (!partages.success) throw new ClicheIllisible('partages');
    for (const contexte of partages.data) lues.#numeroter({ ...contexte, message: '', le: '' });
    lues.auteurs = Dictionnaire.relire(lecteur.textes('auteurs'));
    lues.#messages = new TextesNumerotes(Dictionnaire.relire(lecteur.textes('messages')));
    lues.#instants = Dictionnaire.relire(lecteur.textes('instants'));
    lues.auteur = lecteur.int32('auteur');
    lues.#contexte = lecteur.int32('contexte');
    lues.#debutMessage = lecteur.int32('debutMessage');
    lues.#nombreMessage = lecteur.int32('nombreMessage');
    lues.#instant = lecteur.int32('instant');
    lues.#taille = lues.auteur.length;
    return lues;
  }
}
