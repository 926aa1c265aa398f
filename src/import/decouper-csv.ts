/** Une rangée découpée, ou ce qui l'empêche. */
export type Rangee =
  | { readonly type: 'cases'; readonly numero: number; readonly cases: readonly string[] }
  | { readonly type: 'guillemets'; readonly numero: number };

/** Une case entre guillemets peut courir sur plusieurs lignes ; au-delà, c'est un guillemet oublié. */
const LIGNES_PAR_RANGEE = 50;

/**
 * Découpe un CSV au fil de l'eau, espaces retirés autour des cases, lignes vides sautées.
 * Une ligne sans guillemet, le cas ordinaire, se coupe d'un trait : un million de lignes en quelques secondes.
 */
export async function* decouperCsv(textes: AsyncIterable<string>, separateur: string): AsyncGenerator<Rangee> {
  const decoupage = new Decoupage(separateur);
  for await (const ligne of parLignes(textes)) yield* decoupage.lire(ligne);
  yield* decoupage.finir();
}

class Decoupage {
  readonly #separateur: string;
  /** Lignes lues avant celles de la rangée ouverte. */
  #lues = 0;
  #ouverte: string[] = [];

  constructor(separateur: string) {
    this.#separateur = separateur;
  }

  *lire(ligne: string): Generator<Rangee> {
    if (this.#ouverte.length === 0 && !ligne.includes('"')) {
      this.#lues += 1;
      if (ligne.trim() === '') return;
      yield { type: 'cases', numero: this.#lues, cases: ligne.split(this.#separateur).map(nettoyer) };
      return;
    }
    this.#ouverte.push(ligne);
    const lue = lireGuillemets(this.#ouverte.join('\n'), this.#separateur);
    if (lue === 'ouverte' && this.#ouverte.length < LIGNES_PAR_RANGEE) return;
    if (typeof lue === 'string') {
      yield* this.#refuser();
      return;
    }
    yield { type: 'cases', numero: this.#lues + 1, cases: lue };
    this.#lues += this.#ouverte.length;
    this.#ouverte = [];
  }

  /** Seule la première ligne de la rangée est en faute : les suivantes se relisent. */
  *#refuser(): Generator<Rangee> {
    const [, ...suivantes] = this.#ouverte;
    this.#lues += 1;
    this.#ouverte = [];
    yield { type: 'guillemets', numero: this.#lues };
    for (const ligne of suivantes) yield* this.lire(ligne);
  }

  *finir(): Generator<Rangee> {
    while (this.#ouverte.length > 0) yield* this.#refuser();
  }
}

const nettoyer = (texte: string): string => texte.trim();

/** Lignes d'un texte reçu par morceaux ; « \r » seul sépare aussi, quand il n'y a que lui. */
async function* parLignes(textes: AsyncIterable<string>): AsyncGenerator<string> {
  let reste = '';
  let fin: '\n' | '\r' | null = null;
  for await (const morceau of textes) {
    reste += morceau;
    fin ??= reste.includes('\n') ? '\n' : null;
    if (fin === null) continue;
    const lignes = reste.split(fin);
    reste = lignes.pop() ?? '';
    yield* lignes;
  }
  yield* fin === null ? reste.split('\r') : [reste];
}

/** Cases d'une rangée à guillemets ; `ouverte` : il manque la suite, `fausse` : un guillemet est mal placé. */
const lireGuillemets = (rangee: string, separateur: string): readonly string[] | 'ouverte' | 'fausse' => {
  const cases: string[] = [];
  let place = 0;
  for (;;) {
    while (rangee[place] === ' ' || (rangee[place] === '\t' && separateur !== '\t')) place += 1;
    if (rangee[place] === '"') {
      const fermee = lireCase(rangee, place + 1);
      if (fermee === null) return 'ouverte';
      cases.push(nettoyer(fermee.texte));
      const suite = rangee.indexOf(separateur, fermee.fin);
      const apres = rangee.slice(fermee.fin, suite < 0 ? rangee.length : suite);
      if (apres.trim() !== '') return 'fausse';
      if (suite < 0) return cases;
      place = suite + separateur.length;
      continue;
    }
    const suite = rangee.indexOf(separateur, place);
    const nue = rangee.slice(place, suite < 0 ? rangee.length : suite);
    if (nue.includes('"')) return 'fausse';
    cases.push(nettoyer(nue));
    if (suite < 0) return cases;
    place = suite + separateur.length;
  }
};

/** Texte jusqu'au guillemet fermant, « "" » lu comme un seul. */
const lireCase = (rangee: string, debut: number): { readonly texte: string; readonly fin: number } | null => {
  let fin = debut;
  for (;;) {
    fin = rangee.indexOf('"', fin);
    if (fin < 0) return null;
    if (rangee[fin + 1] !== '"') return { texte: rangee.slice(debut, fin).replaceAll('""', '"'), fin: fin + 1 };
    fin += 2;
  }
};
