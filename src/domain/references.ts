import { lireAnciennes } from './references-anciennes.ts';
import { lireTextes } from './references-textes.ts';

/** Une référence trouvée dans un message. */
export interface ReferenceArticle {
  /** Place dans le texte, fin exclue. */
  readonly debut: number;
  readonly fin: number;
  /** Identifiants de source possibles, le plus probable d'abord ; ils n'existent pas forcément. */
  readonly candidats: readonly string[];
  /** Alinéa demandé (« al. 2 »), s'il l'est. */
  readonly alinea: number | null;
}

/** Même longueur que le texte d'origine, pour que les places restent justes. */
export const aplatir = (texte: string): string =>
  Array.from(texte, (signe) => {
    const nu = signe
      .normalize('NFD')
      .replace(/\p{Diacritic}/gu, '')
      .toLowerCase();
    const simple = nu.length === signe.length ? nu : signe;
    return simple
      .replace(/[’‘ʼ`´′]/, "'")
      .replace(/[‐‑‒–—−_]/, '-')
      .replace(/\s/, ' ');
  }).join('');

// « l'article L. 2112-2-1 », « R*2113-7 », « l 5132 4 », « L211312 » : lettre, quatre chiffres, un ou deux suffixes.
const AVEC_LETTRE =
  /(?<![a-z0-9])([lrd])\s?[.*]{0,2}\s?(\d{4})(?:\s?-\s?|[ .])?(\d{1,2})(?![\d%])(?:\s?-\s?(\d{1,2})(?!\d))?(?:\s?-\s?(\d{1,2})(?!\d))?/g;
// « L344-2 », « L. 412-10 », « L3-1 » : numéros courts, toujours avec la lettre et le tiret.
const COURT = /(?<![a-z0-9])([lrd])\s?[.*]{0,2}\s?(\d{1,3})\s?-\s?(\d{1,2})(?![\d-])/g;
// « article L. 3 » : un principe, sans tiret.
const PRINCIPE = /\barticles? l\s?\.?\s?(\d)(?![\d-])/g;
// « 2112-2-1 » sans lettre ; l'espace au lieu du tiret n'est lu qu'après « article ».
const SANS_LETTRE = /(?<![a-z0-9/.-])(\d{4})-(\d{1,2})(?:-(\d{1,2}))?(?:-(\d{1,2}))?(?![\d/-])/g;
const APRES_ARTICLE = /\bart(?:icles?)?\.?\s?(\d{4})[ .](\d{1,2})(?:-(\d{1,2}))?(?![\d/-])/g;

// « 2026-11-21 » et « 2025-12 » sont des dates : aucun article suivi ici ne commence ainsi.
const ANNEE = /^(?:19|20)\d\d$/;

// « et 13 », « , 14 », « à 16 », « / -14 » : la suite d'une référence, si rien ne dit que c'est autre chose.
const SUITE =
  /^\s?(,|et|ou|\/|\+|a)\s?-?(\d{1,2}(?:-\d{1,2})?)(?=\s*(?:$|[?!.,;:)/+]|et\b|ou\b|a\b|du\b|al\b|ccp\b|ct\b|code\b))/;
const ALINEA = /^\s?,?\s?(?:al(?:inea)?\.?\s?(\d{1,2})|(\d{1,2})\s?(?:er?|eme)?\s?al(?:inea)?\b)/;

/**
 * Références d'articles et de textes d'un message, quelle que soit l'écriture, dans l'ordre :
 * « L2113-13 », « art. R. 2113-7 al. 2 », « l 5132 4 », « L.2113-12 et 13 », « 38+52 », « art 14 CMP »…
 */
export const lireReferences = (texte: string): readonly ReferenceArticle[] => {
  const plat = aplatir(texte);
  const trouvees = lireTextes(plat);
  const ajouter = (nouvelles: Iterable<ReferenceArticle>): void => {
    const deja = [...trouvees];
    for (const nouvelle of nouvelles) if (!deja.some((autre) => seCroisent(autre, nouvelle))) trouvees.push(nouvelle);
  };
  ajouter(lireAnciennes(plat));
  ajouter(lireCode(plat, AVEC_LETTRE));
  ajouter(lireCode(plat, COURT));
  for (const { index, 0: brut, 1: numero = '' } of plat.matchAll(PRINCIPE))
    ajouter([{ debut: index, fin: index + brut.length, candidats: [`ccp-l${numero}`], alinea: null }]);
  ajouter(lireNues(plat, APRES_ARTICLE));
  ajouter(lireNues(plat, SANS_LETTRE));
  return trouvees.sort((a, b) => a.debut - b.debut);
};

/** Identifiants de source candidats d'un message, dans l'ordre, sans doublon. */
export const lireReferenceArticle = (texte: string): readonly string[] => [
  ...new Set(lireReferences(texte).flatMap(({ candidats }) => candidats)),
];

const seCroisent = (a: ReferenceArticle, b: ReferenceArticle): boolean => a.debut < b.fin && b.debut < a.fin;

function* lireCode(plat: string, forme: RegExp): Generator<ReferenceArticle> {
  for (const trouve of plat.matchAll(forme)) {
    const [brut, lettre = '', base = '', ...suffixes] = trouve;
    if (ANNEE.test(base)) continue;
    yield* suivre(plat, {
      debut: trouve.index,
      fin: trouve.index + brut.length,
      lettres: [lettre],
      numero: [base, ...suffixes.filter((s) => s !== undefined)],
    });
  }
}

function* lireNues(plat: string, forme: RegExp): Generator<ReferenceArticle> {
  for (const trouve of plat.matchAll(forme)) {
    const [brut, base = '', ...suffixes] = trouve;
    const numero = [base, ...suffixes.filter((s) => s !== undefined)];
    if (ANNEE.test(base)) continue;
    yield* suivre(plat, { debut: trouve.index, fin: trouve.index + brut.length, lettres: ['l', 'r', 'd'], numero });
  }
}

interface Numero {
  readonly debut: number;
  readonly fin: number;
  readonly lettres: readonly string[];
  readonly numero: readonly string[];
}

/** La référence et ses suites (« et 13 », « à 16 »), avec l'alinéa s'il est dit. */
function* suivre(plat: string, premiere: Numero): Generator<ReferenceArticle> {
  let courant = premiere;
  const [base = '', ...reste] = premiere.numero;
  for (;;) {
    const alinea = ALINEA.exec(plat.slice(courant.fin));
    const fin = courant.fin + (alinea?.[0].length ?? 0);
    yield {
      debut: courant.debut,
      fin,
      candidats: recueils(plat, courant).flatMap((recueil) =>
        courant.lettres.map((lettre) => `${recueil}-${lettre}${courant.numero.join('-')}`),
      ),
      alinea: alinea ? Number(alinea[1] ?? alinea[2]) : null,
    };
    const suite = reste.length > 0 ? SUITE.exec(plat.slice(fin)) : null;
    if (!suite) return;
    const [brut, lien = '', suffixe = ''] = suite;
    const dernier = courant.numero[1] ?? '';
    const intervalle = lien === 'a' && !suffixe.includes('-') ? entre(Number(dernier), Number(suffixe)) : [];
    for (const milieu of intervalle)
      yield {
        debut: fin,
        fin,
        candidats: recueils(plat, courant).flatMap((r) => courant.lettres.map((l) => `${r}-${l}${base}-${milieu}`)),
        alinea: null,
      };
    courant = { ...courant, debut: fin, fin: fin + brut.length, numero: [base, suffixe] };
  }
}

/** Numéros strictement entre deux bornes, dix au plus. */
const entre = (debut: number, fin: number): number[] =>
  Array.from({ length: Math.min(10, Math.max(0, fin - debut - 1)) }, (_, i) => debut + 1 + i);

const NOMS_DE_CODES: readonly (readonly [string, RegExp])[] = [
  ['ccp', /^[^.;?!]{0,40}?\b(?:ccp|code de la commande publique|commande publique)\b/],
  ['ct', /^[^.;?!]{0,40}?\b(?:ct|code du travail|c\. ?trav)\b/],
  ['casf', /^[^.;?!]{0,40}?\b(?:casf|action sociale)\b/],
  ['cpen', /^[^.;?!]{0,40}?\b(?:cpen|(?:code )?penitentiaire)\b/],
];

/** Recueils possibles d'un numéro : celui qui est nommé, sinon d'après les premiers chiffres. */
const recueils = (plat: string, { fin, numero }: Numero): readonly string[] => {
  const apres = plat.slice(fin, fin + 60);
  const nommes = NOMS_DE_CODES.flatMap(([recueil, nom]) => {
    const trouve = nom.exec(apres);
    return trouve ? [{ recueil, place: trouve[0].length }] : [];
  }).sort((a, b) => a.place - b.place);
  if (nommes[0]) return [nommes[0].recueil];
  const base = numero[0] ?? '';
  if (base.length < 3) return ['ccp'];
  if (base.length === 3) return base.startsWith('4') ? ['cpen', 'casf'] : ['casf', 'cpen'];
  return /^[123]/.test(base) ? ['ccp', 'ct'] : ['ct'];
};
