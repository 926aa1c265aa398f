import type { FiltreMarches } from '../../domain/marches.ts';
import type { Departement, LectureLieu, Lieu } from '../../domain/territoire.ts';
import { plier } from '../normaliser.ts';
import { METIER } from './chercher.ts';

/** La région servie : son nom et ses départements. */
export interface RegionServie {
  readonly nom: string;
  readonly departements: readonly Pick<Departement, 'code' | 'nom'>[];
}

/** Ce qu'un filtre retient d'un lieu. */
type PartieLieu = Pick<FiltreMarches, 'departements' | 'codesLieu' | 'lieu'>;

/** Départements dont le nom est aussi un mot courant, ou qu'on abrège. */
const MOTIFS: Readonly<Record<string, RegExp>> = {
  '59': /\b(?:le|du|dans le|departement du) nord\b(?! pas)|\bnord(?=,? (?:et|ou|\/) |$|[ -]+pas[- ]de[- ]calais)/,
  '62': /\bpas[- ]de[- ]calais\b|\bpdc\b/,
};
const motifDe = ({ code, nom }: Pick<Departement, 'code' | 'nom'>): RegExp =>
  MOTIFS[code] ?? new RegExp(`\\b${enMotif(nom)}\\b`);
const enMotif = (nom: string): string => plier(nom).replace(/[^a-z0-9]+/g, "[-' ]");

const TOUTE_LA_REGION = /\bhdf\b|\b(?:toute )?la region\b|\ben region\b|\bregional\w*/;
export const SANS_LIEU: PartieLieu = { departements: [], codesLieu: [], lieu: null };

/** « 62 », « dans l'Aisne et l'Oise », « 62300 » : quand aucune commune n'est nommée. */
const lieuxEcrits = (plie: string, { nom: region, departements }: RegionServie): PartieLieu => {
  const postal = new RegExp(`\\b((?:${departements.map(({ code }) => code).join('|')})\\d{3})\\b`).exec(plie)?.[1];
  if (postal !== undefined) return { departements: [postal.slice(0, 2)], codesLieu: [postal], lieu: postal };
  const nommes = departements.filter(
    (departement) =>
      motifDe(departement).test(plie) ||
      new RegExp(
        String.raw`(?<![\d/.,])${departement.code}(?![\d/.,]|\s*(?:h\b|heures?|jours?|j\b|%|semaines?|mois|ans?|€|euros?))`,
      ).test(plie),
  );
  if (nommes.length > 0)
    return {
      departements: nommes.map(({ code }) => code),
      codesLieu: [],
      lieu: nommes.map(({ nom }) => nom).join(', '),
    };
  if (TOUTE_LA_REGION.test(plie) || new RegExp(`\\b${enMotif(region)}\\b`).test(plie))
    return { departements: departements.map(({ code }) => code), codesLieu: [], lieu: region };
  return SANS_LIEU;
};

const departementsDe = (communes: readonly string[]): string[] => [
  ...new Set(communes.map((code) => code.slice(0, 2))),
];

const partieDe = (lieu: Lieu): PartieLieu => {
  if (lieu.type === 'commune') {
    const { code, codesPostaux, departement, nom } = lieu.commune;
    return { departements: [departement], codesLieu: [...new Set([code, ...codesPostaux])], lieu: nom };
  }
  if (lieu.type === 'epci') {
    const { communes, nom } = lieu.epci;
    return { departements: departementsDe(communes), codesLieu: [...communes], lieu: nom };
  }
  const { code, nom } = lieu.departement;
  return { departements: [code], codesLieu: [], lieu: nom };
};

/** « Lille, Roubaix, Tourcoing », ou un nom que plusieurs communes portent : on cherche dans toutes. */
const reunir = (choix: readonly Lieu[], saisie: string): PartieLieu => {
  const parties = choix.map(partieDe);
  const noms = [...new Set(parties.flatMap(({ lieu }) => lieu ?? []))];
  return {
    departements: [...new Set(parties.flatMap(({ departements }) => departements))],
    codesLieu: [...new Set(parties.flatMap(({ codesLieu }) => codesLieu))],
    lieu:
      noms.length > 1 && noms.length <= NOMS_DITS
        ? noms.join(', ')
        : `${noms.length > 1 ? saisie : (noms[0] ?? saisie)} (${choix.length} lieux de ce nom)`,
  };
};

const NOMS_DITS = 4;

/** Le lieu d'un message, tel qu'un filtre le cherche. */
export const lieuDe = (lecture: LectureLieu, plie: string, region: RegionServie): PartieLieu => {
  if (lecture.type === 'hors-region') return { departements: [lecture.departement], codesLieu: [], lieu: lecture.nom };
  if (
    lecture.type === 'ambigu' &&
    lecture.choix.length > 0 &&
    lecture.choix.every(({ type }) => type !== 'departement')
  )
    return reunir(lecture.choix, lecture.saisie);
  if (lecture.type !== 'trouve') return lieuxEcrits(plie, region);
  const { lieu } = lecture;
  if (lieu.type !== 'departement') return partieDe(lieu);
  const { code } = lieu.departement;
  const ecrits = lieuxEcrits(plie, region);
  const plusieurs =
    ecrits.codesLieu.length === 0 && ecrits.departements.length > 1 && ecrits.departements.includes(code);
  return plusieurs ? ecrits : partieDe(lieu);
};

/** Noms des communes nommées, pour les avis qui ne donnent pas de code. */
export const nomsDe = (lecture: LectureLieu): string[] => {
  const lus = lecture.type === 'trouve' ? [lecture.lieu] : lecture.type === 'ambigu' ? lecture.choix : [];
  return [...new Set(lus.flatMap((lieu) => (lieu.type === 'commune' ? [lieu.commune.nom] : [])))];
};

const MOIS = 'janvier|fevrier|mars|avril|mai|juin|juillet|aout|septembre|octobre|novembre|decembre';
/** Jours, durées et montants : « avant le 15 décembre » ne parle pas du Cantal. */
const CHIFFRES = new RegExp(
  String.raw`\b\d{1,2}(?:er)? (?:${MOIS})\b|\b\d{1,2}\/\d{1,2}(?:\/\d{2,4})?\b|\b(?:avant|apres|le|du|au|jusqu'au|des le) (?:le )?\d{1,2}(?=\b(?! ?\w))|\b\d+ ?(?:jours?|j|semaines?|mois|h|heures?|%|k€?|€|euros?)(?![a-z])`,
  'g',
);

const effacer = (texte: string, motif: RegExp): string => {
  const plie = plier(texte);
  // Même longueur que l'original : les majuscules d'un nom de lieu sont gardées.
  if (plie.length !== texte.length) return texte;
  return [...plie.matchAll(motif)].reduce(
    (reste, { index, 0: lu }) => reste.slice(0, index) + ' '.repeat(lu.length) + reste.slice(index + lu.length),
    texte,
  );
};

const METIERS = new RegExp(METIER.source, 'g');

/** Le lieu d'un message sur les marchés, sans se laisser prendre par une date, un montant ou un métier. */
export const lireLieuDesMarches = (texte: string, lireLieu: (texte: string) => LectureLieu): LectureLieu => {
  const nu = effacer(texte, CHIFFRES);
  const lu = lireLieu(nu);
  return lu.type === 'aucun' ? lireLieu(effacer(nu, METIERS)) : lu;
};
