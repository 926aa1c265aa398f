import { aligner, composer, essayer } from './dates/aligner.ts';

/** Un nombre lu ; `doute` : « 1.200 » (mille deux cents ou un virgule deux), « environ 40 ». */
export interface NombreLu {
  readonly valeur: number;
  readonly doute: boolean;
}

/** Un nombre et la place où il finit dans le texte plié. */
export interface NombrePlace extends NombreLu {
  readonly fin: number;
}

const PETITS: Readonly<Record<string, number>> = {
  zero: 0,
  un: 1,
  une: 1,
  deux: 2,
  trois: 3,
  quatre: 4,
  quatres: 4,
  cinq: 5,
  six: 6,
  sept: 7,
  huit: 8,
  neuf: 9,
  dix: 10,
  onze: 11,
  douze: 12,
  treize: 13,
  quatorze: 14,
  quinze: 15,
  seize: 16,
};

const DIZAINES: Readonly<Record<string, number>> = {
  vingt: 20,
  vingts: 20,
  ving: 20,
  trente: 30,
  trante: 30,
  quarante: 40,
  quarente: 40,
  cinquante: 50,
  cinquente: 50,
  soixante: 60,
  soissante: 60,
  septante: 70,
  huitante: 80,
  octante: 80,
  nonante: 90,
};

const ENVIRONS: Readonly<Record<string, number>> = {
  dizaine: 10,
  quinzaine: 15,
  vingtaine: 20,
  trentaine: 30,
  quarantaine: 40,
  cinquantaine: 50,
  soixantaine: 60,
  centaine: 100,
};

interface Somme {
  readonly total: number;
  readonly courant: number;
}

/** Ajoute un mot-nombre à la somme ; null si la suite n'est pas du français (« deux trois »). */
const ajouterMot = ({ total, courant }: Somme, mot: string): Somme | null => {
  const petit = PETITS[mot];
  if (petit !== undefined) {
    const reste = courant % 100;
    const libre = petit < 10 ? courant % 10 === 0 && reste !== 10 + petit : [0, 60, 80].includes(reste);
    const dixSept = petit >= 7 && petit < 10 && [10, 70, 90].includes(reste);
    return libre || dixSept ? { total, courant: courant + petit } : null;
  }
  const dizaine = DIZAINES[mot];
  if (dizaine !== undefined) {
    if (dizaine === 20 && courant % 100 === 4) return { total, courant: courant + 76 };
    return courant % 100 === 0 ? { total, courant: courant + dizaine } : null;
  }
  if (mot === 'cent' || mot === 'cents') return courant < 100 ? { total, courant: (courant || 1) * 100 } : null;
  if (mot === 'mille' || mot === 'milles') return total === 0 ? { total: (courant || 1) * 1000, courant: 0 } : null;
  return null;
};

const MOT = /([a-z]+)/y;
const LIAISON = /(?:\s*-\s*|\s+et\s+|\s+)/y;

const enLettres = (plie: string, place: number): NombrePlace | null => {
  let somme: Somme = { total: 0, courant: 0 };
  let fin = place;
  let curseur = place;
  for (;;) {
    const mot = essayer(MOT, plie, curseur);
    const suivante = mot && ajouterMot(somme, mot[1] ?? '');
    if (!mot || !suivante) break;
    somme = suivante;
    fin = curseur + mot[0].length;
    const lien = essayer(LIAISON, plie, fin);
    if (!lien || mot[1] === 'zero') break;
    // « sept et six » sont deux nombres ; « vingt et un » n'en fait qu'un.
    if (/et/.test(lien[0]) && !(somme.courant % 10 === 0 && somme.courant % 100 >= 20)) break;
    curseur = fin + lien[0].length;
  }
  return fin === place ? null : { valeur: somme.total + somme.courant, fin, doute: false };
};

const CHIFFRES = /([-+])?((?:\d{1,3}(?: \d{3})+(?!\d))|(?:\d{1,3}(?:\.\d{3})+(?!\d))|\d+)(?:([.,])(\d+))?/y;

const enChiffres = (plie: string, place: number): NombrePlace | null => {
  const trouve = essayer(CHIFFRES, plie, place);
  if (!trouve) return null;
  const [tout, signe, entier = '', , decimales] = trouve;
  const milliersPoint = entier.includes('.');
  const valeur = Number(`${entier.replace(/[ .]/g, '')}.${decimales ?? '0'}`) * (signe === '-' ? -1 : 1);
  // « 1.200 » : mille deux cents pour un Français, un virgule deux pour un tableur.
  const doute = (milliersPoint && decimales === undefined) || (decimales?.length === 3 && entier.length <= 3);
  return { valeur, fin: place + tout.length, doute };
};

const FRACTION =
  /\s*(?:(et\s+demie?|1\/2|½)|(et\s+quart|et\s+un\s+quart|1\/4)|((?:et\s+)?trois[ -]quarts|3\/4)|(moins\s+(?:le\s+|un\s+)?quart))(?![a-z\d])/y;

/** Fraction après un nombre : 0,5, 0,25, 0,75, -0,25. */
export const lireFraction = (plie: string, place: number): NombrePlace | null => {
  const trouve = essayer(FRACTION, plie, place);
  if (!trouve) return null;
  const valeur = trouve[1] ? 0.5 : trouve[2] ? 0.25 : trouve[3] ? 0.75 : -0.25;
  return { valeur, fin: place + trouve[0].length, doute: false };
};

const APPROXIMATION = /(?:environ|a peu pres|presque|plus ou moins|autour de|dans les|pres de|~|a vue de nez)\s*/y;
const ENVIRON = /une\s+([a-z]+aine)\b/y;

/** Nombre qui commence à cette place, en chiffres ou en lettres, avec sa fraction et son « environ ». */
export const lireNombreIci = (plie: string, place: number): NombrePlace | null => {
  const environ = essayer(ENVIRON, plie, place);
  const rond = environ && ENVIRONS[environ[1] ?? ''];
  if (environ && rond) return { valeur: rond, fin: place + environ[0].length, doute: true };
  const approche = essayer(APPROXIMATION, plie, place);
  const depart = place + (approche?.[0].length ?? 0);
  const nombre = enChiffres(plie, depart) ?? enLettres(plie, depart);
  if (!nombre) return null;
  const fraction = lireFraction(plie, nombre.fin);
  return {
    valeur: nombre.valeur + (fraction?.valeur ?? 0),
    fin: fraction?.fin ?? nombre.fin,
    doute: nombre.doute || approche !== null,
  };
};

const UNITE = /\s*(?:h|heures?|hrs?|heurs?)?(?:\s*(\d{2}))?\s*(?:min|mn|minutes)?\s*[.!]?\s*$/y;
const DEPART = /(?<![a-z\d.,])(?:[-+~½]?\d|[a-z])/g;

/** Le nombre que dit un texte (« 1 200,50 », « mille deux cents », « 35h30 »), avec son doute ; null s'il n'en dit pas un. */
export const lireNombreDouteux = (texte: string): NombreLu | null => {
  const plie = aligner(composer(texte)).trim();
  const seul = lireNombreIci(plie, 0);
  const unite = seul && essayer(UNITE, plie, seul.fin);
  if (seul && unite) {
    const minutes = unite[1] ? Number(unite[1]) : 0;
    return minutes < 60 ? { valeur: seul.valeur + minutes / 60, doute: seul.doute } : null;
  }
  const lus = [...plie.matchAll(DEPART)].flatMap(({ index }) => {
    const lu = lireNombreIci(plie, index);
    return lu ? [{ ...lu, debut: index }] : [];
  });
  const distincts = lus.filter((lu, i) => !lus.some((autre, j) => j < i && autre.fin > lu.debut));
  // « un », « une » sont d'abord des articles, et une demi-journée n'est pas un nombre.
  const surs = distincts.filter((lu) => !/^une?$/.test(plie.slice(lu.debut, lu.fin)));
  return surs.length === 1 && surs[0] && !/demi/.test(plie.slice(surs[0].fin))
    ? { valeur: surs[0].valeur, doute: surs[0].doute }
    : null;
};

/** Le nombre que dit un texte, négatif compris ; null s'il n'en dit pas un, et un seul. */
export const lireNombre = (texte: string): number | null => lireNombreDouteux(texte)?.valeur ?? null;
