import type { Jour } from '../domain/dates.ts';
import type { Audience, FiltreMarches, Secteur } from '../domain/marches.ts';
import type { LectureLieu } from '../domain/territoire.ts';
import { lireAcheteur } from './marches/acheteurs.ts';
import { lireEcheances } from './marches/echeances.ts';
import { lieuDe, nomsDe, type RegionServie, SANS_LIEU } from './marches/lieux.ts';
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
  /\b(?:clos|closes?|clotur(?:ees?|es(?= |$))|fermes?(?! (?:le|la|dans|avant|apres|en|au|bientot|cette|demain|aujourd'hui|ce))|termines?(?! (?:le|la|dans|avant))|passes|echus?|expires?|attribues?|anciens?|archives)\b|\b(?:deja|sont|est) clotures?\b/;
/** « Pose de clôtures » est un métier, pas un état. */
const CLOTURES_BATIES = /(?:pose|travaux|fourniture|installation|reparation)s? (?:de |des |d')?clotures?/g;
const TOUS =
  /\btous (?:les )?(?:avis|etats)\b|y compris (?:les )?(?:clos|fermes|termines|passes|expires)|ouverts? (?:et|ou|comme) (?:clos|fermes?|termines?)|meme (?:les )?(?:clos|fermes|termines|passes|expires)|historique/;
const NON_RESERVES =
  /\bnon[- ]reserve|\bpas (?:seulement |que |forcement |uniquement )?(?:les )?reserve|reserves? ou (?:non|pas)|\btous (?:les )?(?:marches|appels|avis)(?! reserve)|avec (?:une |des )?clauses?|clauses?(?: sociales?)? d'insertion|marches? clauses?\b|clauses? sociales?|avec (?:des )?heures? d'insertion/;

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
  /\bavec (?:une |des )?clauses?|\bclauses? (?:sociales? )?d'insertion|\bclauses? sociales?|\bmarches? clauses?\b|\bclausee?s\b|\bavec (?:des )?heures? d'insertion/;

/** Ce qu'un message dit de sa recherche ; ce qui n'est pas dit est absent, pour compléter une recherche précédente. */
export const lireCriteres = (texte: string, contexte: ContexteMarches): Partial<FiltreMarches> => {
  const plie = plier(texte);
  const mots = decouper(texte);
  const acheteur = lireAcheteur(texte);
  const lieu = acheteur === null ? lieuDe(contexte.lieu, plie, contexte.region) : SANS_LIEU;
  const duLieu = motsDuLieu(contexte.lieu.type === 'trouve' || contexte.lieu.type === 'ambigu' ? lieu.lieu : null);
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
