import { NOMBRES_ECRITS } from '../../domain/nombres-ecrits.ts';
import { plier } from '../normaliser.ts';

/** Écritures abrégées des messages courts. */
const ABREGES: Readonly<Record<string, string>> = {
  mr: 'marche reserve',
  mp: 'marche public',
  pb: 'probleme',
  oblig: 'obligatoire',
  bcp: 'beaucoup',
  pk: 'pourquoi',
  pkoi: 'pourquoi',
  prq: 'pourquoi',
  pr: 'pour',
  pdt: 'pendant',
  nb: 'nombre',
  hrs: 'heures',
  h: 'heures',
  entr: 'entreprise',
  ets: 'entreprise',
  ent: 'entreprise',
  ese: 'entreprise',
  cb: 'combien',
  cbn: 'combien',
  cbien: 'combien',
  fo: 'faut',
  fau: 'faut',
  kel: 'quel',
  kels: 'quels',
  kelle: 'quelle',
  kan: 'quand',
  kand: 'quand',
  qd: 'quand',
  qui: 'qui',
  ki: 'qui',
  koi: 'quoi',
  ke: 'que',
  pe: 'peut',
  pt: 'peut',
  peu: 'peut',
  metre: 'mettre',
  mtn: 'maintenant',
  mnt: 'maintenant',
  tx: 'travaux',
  trx: 'travaux',
  tps: 'temps',
  ds: 'dans',
  proc: 'procedure',
  cdt: 'condition',
  cond: 'condition',
  esp: 'espaces',
  marcher: 'marche',
  exec: 'execution',
  attrib: 'attribution',
  inser: 'insertion',
  inserr: 'insertion',
  constr: 'construction',
  pers: 'personnes',
  perso: 'personne',
  salarie: 'salarie',
  def: 'definition',
  diff: 'difference',
  max: 'maximum',
  maxi: 'maximum',
  min: 'minimum',
  mini: 'minimum',
  qqun: 'quelqu un',
  bp: 'bas seuil',
};

/** Tournures que l'on ramène à un mot : elles disent ce que la personne veut savoir. */
const TOURNURES: readonly (readonly [RegExp, string])[] = [
  [
    /\b(?:c'?est|c|ce|ces|cest|c 'est) (?:quoi|koi)\b|\bqu'?est[- ]?ce (?:que c'est|qu'une?|qu'on (?:appelle|entend)|que (?:le|la|les|l'|une?|du|des))\b|\bque (?:signifie\w*|veut dire)\b|\bca veut dire\b|\bqu'entend[- ]on par\b|\bkesako\b|\bsigle\b|\bsignification\b|\bdefini\w*\b/g,
    ' definition ',
  ],
  [
    /\bcombien (?:de|d') ?(?:temps|annees?|ans|mois|jours)\b|\bjusqu'?(?:a quand|ou)\b|\b(?:quel|quelle) (?:duree|delai)\b/g,
    ' duree ',
  ],
  [
    /\b(?:base|fondement|reference) (?:legale|juridique)\b|\bquel(?:le)? (?:texte|loi|reference|base)\b|\bdans quel code\b|\bse fonder\b|\bm'appuyer\b|\bs'appuyer\b/g,
    ' article ',
  ],
  [/\b(?:le|du|d') ?droit (?:de|d'|a)\b|\ba[- ]t[- ]on le droit\b|\bai[- ]je le droit\b|\ba le droit\b/g, ' possible '],
  [/\bpas (?:fait\w*|realise\w*|atteint\w*|tenu\w*|effectue\w*|respecte\w*)\b/g, ' manquantes $& '],
  [/\b(?:en |au )?(?:meme temps|a la fois|cumul\w*|ensemble|simultane\w*|les deux|en plus)\b/g, ' $& deux '],
  [/\b(?:en dessous|au-dessous|inferieure?s?|moins de|sous)(?: (?:du|des|de|le|les))? (?=seuil)/g, ' dessous '],
  [/\bau[- ]dessus\b|\bdepass\w+\b|\bsuperieure?s?\b|\ba partir\b|\bexced\w+/g, ' dessus '],
  [/\b(?:economie sociale et solidaire|economie sociale|entreprises? sociales?(?! d'insertion)|ess)\b/g, ' ess '],
  [/\b(?:aucune?s?|pas (?:de|d'|un|une)|n'y a pas|manque de|absence (?:de|d'))(?![a-z])/g, ' sans '],
  [/\bmise en place\b/g, ' mettre '],
  // « merci d'avance » n'est pas une avance.
  [/\b(?:d'|par )avance\b/g, ' '],
  [/\bmetres? carres?\b/g, ' surface '],
];

const NOMBRE = '\\d{1,3}(?:[ .]\\d{3})+(?:,\\d+)?|\\d+(?:[.,]\\d+)?';
const MONTANT = new RegExp(
  `(?<![\\w-])(${NOMBRE}) ?(k€|ke(?:uros?)?\\b|m€|me\\b|meuros?|millions?(?: d'?euros?| €)?|mille euros|€|euros?\\b|e\\b(?! \\w)|eur\\b)`,
  'g',
);
const POURCENT = /(\d+(?:[.,]\d+)?) ?(?:%|pour ?cent\b|pct\b)/g;
const DUREE = /(?<![\w-])(\d+) ?(?:mois|ans?|annees?|jours?)\b/g;
const ARTICLE = /(?<![a-z\d])(?:art(?:icle)?s?\.?\s*)?(?:([lrd])[.\s-]{0,2})?(\d{4}-\d+(?:-\d+)*)(?![\d])/g;

const DIZAINES: Readonly<Record<string, number>> = { vingt: 20, trente: 30, quarante: 40, cinquante: 50, soixante: 60 };
const GRAND = /\b(?:(quatorze|quinze|seize)|(vingt|trente|quarante|cinquante|soixante)(?:[- ](?:et[- ])?([a-z]+))?)\b/g;

/** « trente-six » → « 36 » ; les petits nombres restent en lettres, comme les gens les écrivent. */
const chiffrer = (plie: string): string =>
  plie
    .replace(/\bmille six cents? sept\b/g, '1607')
    .replace(/\bmille huit cents? vingt\b/g, '1820')
    .replace(
      GRAND,
      (tout: string, seul: string | undefined, dizaine: string | undefined, reste: string | undefined) => {
        if (seul !== undefined) return String(NOMBRES_ECRITS.indexOf(seul));
        const base = DIZAINES[dizaine ?? ''] ?? 0;
        if (reste === undefined) return String(base);
        const unite = NOMBRES_ECRITS.indexOf(reste);
        return unite > 0 ? String(base + unite) : `${base} ${tout.slice((dizaine ?? '').length + 1)}`;
      },
    );

/** Un message réécrit : ses mots, et ce qui n'est pas un mot (articles, montants). */
export interface Ecriture {
  readonly mots: readonly string[];
  readonly marques: readonly string[];
}

const enEuros = (nombre: string, unite: string): number => {
  const valeur = Number(nombre.replace(/[ .](?=\d{3})/g, '').replace(',', '.'));
  if (/^(?:m€|me|million)/.test(unite)) return valeur * 1e6;
  return /^(?:k|mille)/.test(unite) ? valeur * 1e3 : valeur;
};

/** Met à part articles, montants, parts et durées ; rend le texte sans ce qui n'est plus un mot. */
const marquer = (plie: string, marques: string[]): string => {
  if (!/[\d%]/.test(plie)) return plie;
  return plie
    .replace(ARTICLE, (_, lettre: string | undefined, numero: string) => {
      marques.push(`art${numero}`, ...(lettre ? [`art${lettre}${numero}`] : []));
      return ' article ';
    })
    .replace(MONTANT, (_, nombre: string, unite: string) => {
      marques.push('#montant', `#${Math.round(enEuros(nombre, unite))}`);
      return ' ';
    })
    .replace(POURCENT, (_, nombre: string) => {
      marques.push('#pourcent');
      return ` ${nombre} pourcentage `;
    })
    .replace(/%/g, ' pourcentage ')
    .replace(DUREE, (tout: string) => {
      marques.push('#duree');
      return tout;
    })
    .replace(/(\d)[ .](?=\d{3}\b)/g, '$1')
    .replace(/\b\d{5,}\b/g, (nombre) => {
      marques.push(`#${nombre}`);
      return ' ';
    });
};

/** Ramène un texte à ses mots pliés, nombres et tournures unifiés. */
export const reecrire = (texte: string): Ecriture => {
  const marques: string[] = [];
  let plie = marquer(chiffrer(plier(texte)), marques).replace(/[a-z]+/g, (mot) => ABREGES[mot] ?? mot);
  for (const [motif, mot] of TOURNURES) plie = plie.replace(motif, mot);
  return { mots: plie.split(/[^a-z0-9]+/).filter((mot) => mot !== ''), marques };
};
