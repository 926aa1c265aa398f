import type { Jour } from '../domain/dates.ts';
import type { Audience, FiltreMarches, Secteur } from '../domain/marches.ts';
import type { Departement, LectureLieu } from '../domain/territoire.ts';
import { lireAcheteur } from './marches/acheteurs.ts';
import { lireEcheances } from './marches/echeances.ts';
import { lireMontants, sansMontants } from './marches/montants.ts';
import { lireSecteur } from './marches/secteurs.ts';
import { decouper, distance, type Mot, plier } from './normaliser.ts';

/** Ce que la lecture d'une recherche doit savoir du monde. */
export interface ContexteMarches {
  readonly aujourdhui: Jour;
  readonly secteurs: readonly Secteur[];
  /** Le lieu du message, lu par ailleurs. */
  readonly lieu: LectureLieu;
  readonly region: RegionServie;
}

/** La région servie : son nom et ses départements. */
export interface RegionServie {
  readonly nom: string;
  readonly departements: readonly Pick<Departement, 'code' | 'nom'>[];
}

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
const SANS_LIEU: PartieLieu = { departements: [], codesLieu: [], lieu: null };

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

const lieuDe = (lecture: LectureLieu, plie: string, region: RegionServie): PartieLieu => {
  if (lecture.type === 'hors-region') return { departements: [lecture.departement], codesLieu: [], lieu: lecture.nom };
  if (lecture.type !== 'trouve') return lieuxEcrits(plie, region);
  const { lieu } = lecture;
  if (lieu.type === 'commune') {
    const { code, codesPostaux, departement, nom } = lieu.commune;
    return { departements: [departement], codesLieu: [...new Set([code, ...codesPostaux])], lieu: nom };
  }
  if (lieu.type === 'epci') {
    const { communes, nom } = lieu.epci;
    return { departements: departementsDe(communes), codesLieu: [...communes], lieu: nom };
  }
  const { code, nom } = lieu.departement;
  const ecrits = lieuxEcrits(plie, region);
  const plusieurs =
    ecrits.codesLieu.length === 0 && ecrits.departements.length > 1 && ecrits.departements.includes(code);
  return plusieurs ? ecrits : { departements: [code], codesLieu: [], lieu: nom };
};

const AUDIENCES: readonly (readonly [Audience, RegExp, readonly string[]])[] = [
  [
    'EA_ESAT',
    /\besats?\b|\bea\b|\beatts?\b|\bcat\b|entreprises? adaptee?s?|\bstpa\b|handicap|travail adapte|(?:secteur|milieu) (?:adapte|protege)|2113-12\b|\boeth\b/,
    ['handicap', 'handicapes', 'adaptee', 'adaptees', 'adapte'],
  ],
  [
    'SIAE',
    /\bsiaes?\b|\biae\b|\bacis?\b|\bettis?\b|\bei\b|chantiers? d'? ?insertion|(?:structures?|entreprises?|marches?|associations?) (?:d'|de l'|reserves? |pour l'|a l')? ?insertion|associations? intermediaires?|\binsertion\b|2113-13\b(?!-)|regies? de quartier/,
    ['insertion', 'intermediaire', 'intermediaires'],
  ],
  ['ESS', /\bess\b|economie sociale|2113-1[56]\b/, ['solidaire']],
  ['PENITENTIAIRE', /penitentiaire|\bprisons?\b|\bdetenus?\b|detention|carceral|2113-13-1/, ['penitentiaire']],
];
/** La « clause d'insertion » et le métier d'insertion ne disent pas qui cherche. */
const AUTRES_INSERTIONS =
  /(?:clauses?|heures?|condition|formation|publics?)(?: sociales?)? d'? ?insertion|insertion (?:sociale et )?professionnelle/g;

const approche = (mots: readonly Mot[], modeles: readonly string[]): boolean =>
  mots.some(
    ({ plie }) =>
      plie.length >= 6 &&
      modeles.some((modele) => plie[0] === modele[0] && distance(plie, modele, 2) <= (modele.length >= 9 ? 2 : 1)),
  );

const audienceDe = (texte: string, plie: string, mots: readonly Mot[]): Audience | null => {
  const utile = plie.replace(AUTRES_INSERTIONS, ' ');
  const trouvees = AUDIENCES.filter(
    ([, motif, modeles]) => motif.test(utile) || (utile === plie && approche(mots, modeles)),
  ).map(([nom]) => nom);
  const sigle = /\bAI\b/.test(texte) && texte !== texte.toUpperCase();
  if (sigle && !trouvees.includes('SIAE')) trouvees.push('SIAE');
  const [premiere, ...autres] = trouvees;
  return premiere !== undefined && autres.length === 0 ? premiere : null;
};

const CLOS =
  /\b(?:clos|closes?|clotur(?:ees?|es(?= |$))|fermes?(?! (?:le|la|dans|avant|apres|en|au|bientot|cette))|termines?(?! (?:le|la|dans|avant))|passes|echus?|expires?|attribues?|anciens?|archives)\b|\b(?:deja|sont|est) clotures?\b/;
/** « Pose de clôtures » est un métier, pas un état. */
const CLOTURES_BATIES = /(?:pose|travaux|fourniture|installation|reparation)s? (?:de |des |d')?clotures?/g;
const TOUS =
  /\btous (?:les )?(?:avis|etats)\b|y compris (?:les )?(?:clos|fermes|termines|passes|expires)|ouverts? (?:et|ou|comme) (?:clos|fermes?|termines?)|meme (?:les )?(?:clos|fermes|termines|passes|expires)|historique/;
const NON_RESERVES =
  /\bnon[- ]reserve|\bpas (?:seulement |que |forcement |uniquement )?(?:les )?reserve|reserves? ou (?:non|pas)|\btous (?:les )?(?:marches|appels|avis)(?! reserve)|avec (?:une |des )?clauses?|clauses?(?: sociales?)? d'insertion|marches? clauses?\b|clauses? sociales?/;

const PAS_CLOS = /\b(?:pas|non|jamais) (?:encore )?(?:clos|fermes?|termines?|clotures?|attribues?)|ne sont pas \S+/g;

/** État demandé ; null s'il n'est pas dit. */
const etatDit = (plie: string): FiltreMarches['etat'] | null => {
  if (TOUS.test(plie)) return 'tous';
  const ouvert = /\b(?:ouvert|en cours|en ce moment|actuel)/.test(plie);
  const ferme = CLOS.test(plie.replace(CLOTURES_BATIES, ' ').replace(PAS_CLOS, ' '));
  return ouvert ? 'ouvert' : ferme ? 'clos' : null;
};

const motsDuLieu = (nom: string | null): ReadonlySet<string> =>
  new Set(decouper(plier(nom ?? '')).map(({ plie }) => plie));

const CLAUSES =
  /\bavec (?:une |des )?clauses?|\bclauses? (?:sociales? )?d'insertion|\bclauses? sociales?|\bmarches? clauses?\b|\bclausee?s\b/;

/** Ce qu'un message dit de sa recherche ; ce qui n'est pas dit est absent, pour compléter une recherche précédente. */
export const lireCriteres = (texte: string, contexte: ContexteMarches): Partial<FiltreMarches> => {
  const plie = plier(texte);
  const mots = decouper(texte);
  const acheteur = lireAcheteur(texte);
  const lieu = acheteur === null ? lieuDe(contexte.lieu, plie, contexte.region) : SANS_LIEU;
  const duLieu = motsDuLieu(contexte.lieu.type === 'trouve' ? lieu.lieu : null);
  const deLAcheteur = motsDuLieu(acheteur);
  const reste = mots.filter((mot) => !duLieu.has(mot.plie) && !deLAcheteur.has(mot.plie));
  const secteur = lireSecteur(reste, contexte.secteurs);
  const audience = audienceDe(texte, plie, reste);
  const dates = lireEcheances(sansMontants(plie), contexte.aujourdhui);
  const montants = lireMontants(plie);
  const etat = etatDit(plie);
  return {
    ...(lieu.lieu === null ? {} : { ...lieu, nomsLieu: nomsDe(contexte.lieu) }),
    ...(secteur === null ? {} : { secteur }),
    ...(audience === null ? {} : { audience }),
    ...(dates.limiteApres === null && dates.limiteAvant === null ? {} : dates),
    ...(montants.montantMin === null && montants.montantMax === null ? {} : montants),
    ...(acheteur === null ? {} : { acheteur }),
    ...(etat === null ? {} : { etat }),
    ...(CLAUSES.test(plie) ? { clause: true } : {}),
    ...(NON_RESERVES.test(plie) ? { reserves: false } : /\breserve/.test(plie) ? { reserves: true } : {}),
  };
};

const nomsDe = (lecture: LectureLieu): string[] =>
  lecture.type === 'trouve' && lecture.lieu.type === 'commune' ? [lecture.lieu.commune.nom] : [];

const VIDE: FiltreMarches = {
  departements: [],
  codesLieu: [],
  lieu: null,
  secteur: null,
  audience: null,
  limiteApres: null,
  limiteAvant: null,
  etat: 'ouvert',
  reserves: true,
  nomsLieu: [],
  acheteur: null,
  montantMin: null,
  montantMax: null,
  clause: false,
  texte: null,
  cpv: null,
};

/**
 * Ce qu'un message demande comme avis : « marchés réservés espaces verts autour de Lens », « réservés ESAT dans
 * l'Aisne, clôture dans plus de 15 jours ». Ce qui n'est pas dit n'est pas filtré ; deux audiences n'en font aucune.
 */
export const lireFiltreMarches = (texte: string, contexte: ContexteMarches): FiltreMarches => ({
  ...VIDE,
  ...lireCriteres(texte, contexte),
});
