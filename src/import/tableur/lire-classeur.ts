import type { Readable } from 'node:stream';
import { type LectureZip, ouvrirZip } from './zip.ts';

const ENTITES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

const decoder = (texte: string): string =>
  texte.includes('&')
    ? texte.replace(/&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi, (tout, hexa, nombre, nom) =>
        hexa
          ? String.fromCodePoint(Number.parseInt(hexa, 16))
          : nombre
            ? String.fromCodePoint(Number(nombre))
            : (ENTITES[nom] ?? tout),
      )
    : texte;

const toutLire = async (flux: Readable | null): Promise<string> => {
  if (flux === null) return '';
  const blocs: Buffer[] = [];
  for await (const bloc of flux) blocs.push(bloc);
  return Buffer.concat(blocs).toString('utf8');
};

/** Texte de toutes les balises `<t>`, lecture phonétique mise à part. */
const texteDe = (xml: string): string =>
  [...xml.replace(/<rPh\b[\s\S]*?<\/rPh>/g, '').matchAll(/<t(?:\s[^>]*)?>([\s\S]*?)<\/t>/g)]
    .map(([, texte = '']) => decoder(texte))
    .join('');

const attribut = (balise: string, nom: string): string | null => {
  const trouve = new RegExp(`(?:^|\\s)${nom}="([^"]*)"`).exec(balise);
  return trouve ? decoder(trouve[1] ?? '') : null;
};

type Forme = 'jour' | 'duree' | 'nombre';

/** Formats de nombre d'Excel qui sont des jours ou des durées. */
const JOURS_INTEGRES = new Set([14, 15, 16, 17, 22]);
const DUREES_INTEGREES = new Set([18, 19, 20, 21, 45, 46, 47]);

const formeDe = (code: string): Forme => {
  const nu = code.replace(/"[^"]*"|\\.|\[(?!h+\]|m+\]|s+\])[^\]]*\]/gi, '').toLowerCase();
  if (/[yad]/.test(nu) && /[dym]/.test(nu)) return 'jour';
  return /h/.test(nu) ? 'duree' : 'nombre';
};

/** Forme de chaque style de case. */
const lireStyles = (xml: string): Forme[] => {
  const codes = new Map<number, string>();
  for (const [, balise = ''] of xml.matchAll(/<numFmt\b([^>]*)\/?>/g))
    codes.set(Number(attribut(balise, 'numFmtId')), attribut(balise, 'formatCode') ?? '');
  const styles = /<cellXfs\b[^>]*>([\s\S]*?)<\/cellXfs>/.exec(xml)?.[1] ?? '';
  return [...styles.matchAll(/<xf\b([^>]*)>/g)].map(([, balise = '']) => {
    const id = Number(attribut(balise, 'numFmtId') ?? 0);
    if (JOURS_INTEGRES.has(id)) return 'jour';
    if (DUREES_INTEGREES.has(id)) return 'duree';
    const code = codes.get(id);
    return code === undefined ? 'nombre' : formeDe(code);
  });
};

const JOUR_MS = 86_400_000;

interface Classeur {
  readonly partages: readonly string[];
  readonly formes: readonly Forme[];
  /** Jour zéro du classeur, en millisecondes. */
  readonly origine: number;
}

const direJour = (valeur: number, origine: number): string =>
  new Date(origine + Math.floor(valeur + 1e-9) * JOUR_MS).toISOString().slice(0, 10);

const direDuree = (valeur: number): string => {
  const minutes = Math.round(valeur * 24 * 60);
  return `${Math.floor(minutes / 60)}h${String(minutes % 60).padStart(2, '0')}`;
};

/** Lève ce que le binaire ajoute aux décimales : 35,599999999999994 était 35,6. */
const direNombre = (texte: string): string => {
  const nombre = Number(texte);
  // Un SIRET écrit en nombre a quatorze chiffres : seuls les décimaux ont du bruit à ôter.
  if (Number.isSafeInteger(nombre)) return String(nombre);
  return Number.isFinite(nombre) ? String(Number(nombre.toPrecision(12))) : texte;
};

const lireCase = (balise: string, contenu: string, { partages, formes, origine }: Classeur): string => {
  const type = attribut(balise, 't');
  if (type === 'inlineStr') return texteDe(contenu);
  const valeur = decoder(/<v(?:\s[^>]*)?>([\s\S]*?)<\/v>/.exec(contenu)?.[1] ?? '');
  if (valeur === '') return '';
  if (type === 's') return partages[Number(valeur)] ?? '';
  if (type === 'b') return valeur === '1' ? 'oui' : 'non';
  if (type === 'd') return valeur.slice(0, 10);
  if (type === 'str' || type === 'e') return valeur;
  const forme = formes[Number(attribut(balise, 's') ?? 0)] ?? 'nombre';
  if (forme === 'jour') return direJour(Number(valeur), origine);
  return forme === 'duree' ? direDuree(Number(valeur)) : direNombre(valeur);
};

/** « C12 » → 2. */
const colonneDe = (reference: string): number => {
  let rang = 0;
  for (const lettre of reference.replace(/\d+$/, '')) rang = rang * 26 + lettre.charCodeAt(0) - 64;
  return rang - 1;
};

const lireRangee = (xml: string, classeur: Classeur): string[] => {
  const cases: string[] = [];
  let suivante = 0;
  for (const [, balise = '', contenu = ''] of xml.matchAll(/<c\b([^>]*?)(?:\/>|>([\s\S]*?)<\/c>)/g)) {
    const reference = attribut(balise, 'r');
    const colonne = reference === null ? suivante : colonneDe(reference);
    while (cases.length < colonne) cases.push('');
    cases[colonne] = lireCase(balise, contenu, classeur).trim();
    suivante = colonne + 1;
  }
  return cases;
};

/** Une rangée non vide : son numéro dans la feuille, et ses cases en texte. */
export interface Rangee {
  readonly numero: number;
  readonly cases: readonly string[];
}

/** Lit la première feuille d'un classeur .xlsx, rangée par rangée. */
export async function* lireClasseur(fichier: string): AsyncGenerator<Rangee> {
  const zip = await ouvrirZip(fichier);
  try {
    yield* lireFeuille(zip, await lireContexte(zip));
  } finally {
    await zip.fermer();
  }
}

const lireContexte = async (zip: LectureZip): Promise<Classeur & { readonly feuille: string }> => {
  const livre = await toutLire(await zip.ouvrir('xl/workbook.xml'));
  const liens = await toutLire(await zip.ouvrir('xl/_rels/workbook.xml.rels'));
  const id = attribut(/<(?:\w+:)?sheet\b([^>]*)>/.exec(livre)?.[1] ?? '', 'r:id');
  const lien = [...liens.matchAll(/<Relationship\b([^>]*)>/g)].find(([, balise = '']) => attribut(balise, 'Id') === id);
  const cible = attribut(lien?.[1] ?? '', 'Target') ?? 'worksheets/sheet1.xml';
  const partages = await toutLire(await zip.ouvrir('xl/sharedStrings.xml'));
  return {
    feuille: cible.startsWith('/') ? cible.slice(1) : `xl/${cible}`,
    partages: [...partages.matchAll(/<si>([\s\S]*?)<\/si>|<si\/>/g)].map(([, si = '']) => texteDe(si)),
    formes: lireStyles(await toutLire(await zip.ouvrir('xl/styles.xml'))),
    origine: /date1904="(?:1|true)"/.test(livre) ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, 30),
  };
};

async function* lireFeuille(
  zip: LectureZip,
  classeur: Classeur & { readonly feuille: string },
): AsyncGenerator<Rangee> {
  const flux = await zip.ouvrir(classeur.feuille);
  if (flux === null) return;
  const texte = new TextDecoder();
  let reste = '';
  let numero = 0;
  for await (const bloc of flux) {
    reste += texte.decode(bloc, { stream: true });
    const fin = reste.lastIndexOf('</row>');
    if (fin < 0) continue;
    for (const [, balise = '', contenu = ''] of reste
      .slice(0, fin + 6)
      .matchAll(/<row\b([^>]*?)(?:\/>|>([\s\S]*?)<\/row>)/g)) {
      numero = Number(attribut(balise, 'r') ?? numero + 1);
      const cases = lireRangee(contenu, classeur);
      if (cases.some((une) => une !== '')) yield { numero, cases };
    }
    reste = reste.slice(fin + 6);
  }
}
