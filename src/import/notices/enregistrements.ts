/** Un enregistrement d'un fichier JSON, tel qu'écrit, et la ligne où il commence. */
export interface Enregistrement {
  readonly texte: string;
  readonly ligne: number;
}

/** Listes qui contiennent les avis ou les contrats, selon la source. */
const LISTES = new Set(['results', 'marches', 'marche', 'contrat-concession', 'contrats-concession']);

interface Niveau {
  readonly genre: '{' | '[';
  readonly cle: string;
  readonly debut: number;
  contientListe: boolean;
}

const finDeChaine = (texte: string, debut: number): number => {
  for (let i = debut + 1; i < texte.length; i++) {
    if (texte[i] === '\\') i++;
    else if (texte[i] === '"') return i;
  }
  return texte.length;
};

/** Place de l'accolade qui ferme celle de `debut`, ou -1 si le fichier est tronqué. */
const finDObjet = (texte: string, debut: number): number => {
  let profondeur = 0;
  for (let i = debut; i < texte.length; i++) {
    const signe = texte[i];
    if (signe === '"') i = finDeChaine(texte, i);
    else if (signe === '{' || signe === '[') profondeur++;
    else if (signe === '}' || signe === ']') {
      profondeur--;
      if (profondeur === 0) return i;
    }
  }
  return -1;
};

const parLignes = (texte: string): Enregistrement[] | null => {
  const lignes = texte.split('\n').map((ligne, rang) => ({ texte: ligne.trim(), ligne: rang + 1 }));
  const pleines = lignes.filter((ligne) => ligne.texte !== '');
  const [premiere] = pleines;
  const complete = premiere !== undefined && finDObjet(premiere.texte, 0) === premiere.texte.length - 1;
  const ndjson = pleines.length > 1 && complete && pleines.every(({ texte: ligne }) => ligne.startsWith('{'));
  return ndjson ? pleines : null;
};

/**
 * Découpe un fichier en enregistrements sans exiger qu'il soit valide : un enregistrement fautif ou tronqué
 * n'empêche pas de lire les autres. Formes lues : liste, `{results: […]}`, `{marches: …}`, objet seul, un par ligne.
 */
export const decouperEnregistrements = (brut: string): Enregistrement[] => {
  const texte = brut.replace(/^\ufeff/, '');
  const lignes = parLignes(texte);
  if (lignes !== null) return lignes;
  const trouves: { debut: number; fin: number }[] = [];
  const pile: Niveau[] = [];
  let cle = '';
  for (let i = 0; i < texte.length; i++) {
    const signe = texte[i];
    if (signe === '"') {
      const fin = finDeChaine(texte, i);
      const suite = /^\s*:/.test(texte.slice(fin + 1, fin + 20));
      if (suite) cle = texte.slice(i + 1, fin);
      i = fin;
    } else if (signe === '[') {
      pile.push({ genre: '[', cle, debut: i, contientListe: false });
    } else if (signe === '{') {
      const parent = pile.at(-1);
      const dansListe = parent?.genre === '[' && (pile.length === 1 || LISTES.has(parent.cle));
      if (dansListe) {
        const fin = finDObjet(texte, i);
        trouves.push({ debut: i, fin: fin === -1 ? texte.length : fin + 1 });
        for (const niveau of pile) niveau.contientListe = true;
        i = fin === -1 ? texte.length : fin;
      } else pile.push({ genre: '{', cle, debut: i, contientListe: false });
    } else if (signe === '}' || signe === ']') {
      const niveau = pile.pop();
      const vide = niveau?.genre === '[' && LISTES.has(niveau.cle);
      if (vide) for (const dessus of pile) dessus.contientListe = true;
      if (pile.length === 0 && niveau?.genre === '{' && !niveau.contientListe)
        trouves.push({ debut: niveau.debut, fin: i + 1 });
    }
  }
  const racine = pile[0];
  if (racine !== undefined && !racine.contientListe) trouves.push({ debut: racine.debut, fin: texte.length });
  return avecLignes(texte, trouves);
};

const avecLignes = (texte: string, places: readonly { debut: number; fin: number }[]): Enregistrement[] => {
  let ligne = 1;
  let lu = 0;
  return places.map(({ debut, fin }) => {
    for (; lu < debut; lu++) if (texte[lu] === '\n') ligne++;
    return { texte: texte.slice(debut, fin), ligne };
  });
};

/** `NaN` et `Infinity` nus, qu'écrivent des outils de calcul, valent null. */
export const analyser = (texte: string): unknown => {
  try {
    return JSON.parse(texte);
  } catch {
    return JSON.parse(texte.replace(/([:[,]\s*)(?:NaN|-?Infinity)(?=\s*[,}\]])/g, '$1null'));
  }
};
