import { z } from 'zod';
import { aplatir } from '../references.ts';
import { lireSituation } from './situation.ts';

const Part = z.number().positive().max(1);
const Fourchette = z.strictObject({ min: Part, max: Part });
const Usage = z.strictObject({ min: z.number().positive(), usuel: z.number().positive(), max: z.number().positive() });

/** Hypothèses d'usage d'une estimation d'heures (`knowledge/calibrage.yaml`) ; parts de 0 à 1, coûts en euros. */
export const Calibrage = z.strictObject({
  /** Fiche qui fonde la méthode. */
  fiche: z.string(),
  cout: Usage,
  taux: Usage,
  /** Heures en dessous desquelles une clause a peu d'effet. */
  minimum: z.number().positive(),
  /** Part de main-d'œuvre d'un métier inconnu. */
  parDefaut: Fourchette,
  familles: z.record(
    z.string(),
    z.strictObject({
      part: Fourchette,
      taux: Part.optional(),
      cout: z.number().positive().optional(),
      /** Vrai si le personnel en place est souvent repris : toutes les heures ne sont pas à pourvoir. */
      reprise: z.boolean().default(false),
    }),
  ),
});
export type Calibrage = z.infer<typeof Calibrage>;

/** Ce qu'un message donne pour calculer ; null : à supposer. */
export const DemandeCalcul = z.strictObject({
  /** Euros hors taxes, sur toute la durée. */
  montant: z.number(),
  part: z.number().nullable(),
  taux: z.number().nullable(),
  cout: z.number().nullable(),
  annees: z.number().nullable(),
});
export type DemandeCalcul = z.infer<typeof DemandeCalcul>;

const HEURES =
  /\b(?:calcul\w*|estim\w*|chiffr\w*|evalu\w*|[ck]ombien|[ck]b|nombre|nb|volume|quota|objectif|calibr\w*|ordre d[ 'e]\w*|louche|bareme)\b[^?]{0,70}\bd?'?(?:heures?|insertion)\b|\bheures? (?:d'insertion )?(?:pour|sur|dans) (?:(?:un|une|le|la|mon|notre|ce|cette) )?(?:[a-z]+ )?(?:de |a |d')?\d|\bheures?\b[^?]{0,90}\b(?:calcul\w*|estim\w*|chiffr\w*|combien|formule|ordre d'|a prevoir|faut|fo[tu])|\b(?:calcul\w*|estim\w*|chiffr\w*|calibr\w*)\b[^?]{0,30}\bclause\b/;
const AUTRE_CHOSE =
  /\bpenalit\w*|\bamende|\betp\b|\brealis\w*|\bdeclar\w*|\bsaisi\w*|\bhier\b|\bseuil|\bpublicite|\breserv\w*|\bfaites?\b|\bmanqu\w*/;
const POURCENT = String.raw`(\d{1,3}(?:[,.]\d+)?) ?%`;
const MAIN_D_OEUVRE = String.raw`main[- ]?d'?[ -]?(?:oe|o)uvre|\bmo\b`;
const PART = new RegExp(`${POURCENT}[^%\\d]{0,15}(?:${MAIN_D_OEUVRE})|(?:${MAIN_D_OEUVRE})[^%\\d]{0,25}${POURCENT}`);
const TAUX = new RegExp(POURCENT, 'g');
const COUT =
  /(\d{2,3}(?:[,.]\d+)?) ?(?:€|e|euros?) ?(?:de l'heure|\/ ?h(?:eure)?\b|par heure|l'heure|horaires?|charges?)|cout horaire[^\d]{0,20}(\d{2,3}(?:[,.]\d+)?)/;
const ANNEES = /\b(?:sur|pendant|pour|duree de|marche de|contrat de) ?(\d|deux|trois|quatre|cinq) ans\b/;
const ECRITS = ['', '', 'deux', 'trois', 'quatre', 'cinq'];

const nombre = (dit: string): number => Number(dit.replace(',', '.'));

const lirePremier = (motif: RegExp, plat: string): number | null => {
  const dit = motif
    .exec(plat)
    ?.slice(1)
    .find((groupe) => groupe !== undefined);
  return dit === undefined ? null : nombre(dit);
};

const lireParametres = (plat: string): Pick<DemandeCalcul, 'part' | 'taux' | 'cout'> => {
  const part = PART.exec(plat);
  const reste = part === null ? plat : plat.replace(part[0], ' ');
  const [taux] = [...reste.matchAll(TAUX)].map(([, dit = '0']) => nombre(dit)).filter((dit) => dit > 0 && dit <= 50);
  const dite = part?.slice(1).find((groupe) => groupe !== undefined);
  return {
    part: dite === undefined ? null : nombre(dite) / 100,
    taux: taux === undefined ? null : taux / 100,
    cout: lirePremier(COUT, plat),
  };
};

const lireAnnees = (plat: string): number | null => {
  const dit = ANNEES.exec(plat)?.[1];
  return dit === undefined ? null : /\d/.test(dit) ? Number(dit) : ECRITS.indexOf(dit);
};

const preparer = (texte: string): string => aplatir(texte).replace(/œ/g, 'oe').replace(/’/g, "'");

const lireMontant = (plat: string): number | null => lireSituation(plat.replace(COUT, ' ')).montant;

/** Calcul d'un volume d'heures demandé avec un montant ; null si le message demande autre chose. */
export const lireCalcul = (texte: string): DemandeCalcul | null => {
  const plat = preparer(texte);
  const montant = lireMontant(plat);
  if (montant === null || AUTRE_CHOSE.test(plat)) return null;
  const parametres = lireParametres(plat);
  const dits = Object.values(parametres).filter((valeur) => valeur !== null).length;
  return dits >= 2 || HEURES.test(plat) ? { montant, ...parametres, annees: lireAnnees(plat) } : null;
};

const SUITE = /^(?:et|ou|meme|avec|si|sinon|mais|plutot|a|pour|refais|recalcule\w*)\b/;

/** « Et avec 8 % à 40 € de l'heure ? », « et pour 500 000 € ? », après un calcul ; null si rien n'y change. */
export const lireSuiteCalcul = (texte: string, avant: DemandeCalcul): DemandeCalcul | null => {
  const plat = preparer(texte).trim();
  if (!SUITE.test(plat) || AUTRE_CHOSE.test(plat)) return null;
  const { part, taux, cout } = lireParametres(plat);
  const [montant, annees] = [lireMontant(plat), lireAnnees(plat)];
  if ([montant, part, taux, cout, annees].every((valeur) => valeur === null)) return null;
  return {
    montant: montant ?? avant.montant,
    part: part ?? avant.part,
    taux: taux ?? avant.taux,
    cout: cout ?? avant.cout,
    annees: annees ?? avant.annees,
  };
};

/** Une estimation et ce sur quoi elle repose. */
export interface Estimation {
  readonly heures: number;
  readonly basse: number;
  readonly haute: number;
  readonly part: number;
  readonly taux: number;
  readonly cout: number;
  /** Fourchettes supposées ; null pour une valeur donnée par la question. */
  readonly parts: { readonly min: number; readonly max: number } | null;
  readonly reprise: boolean;
}

/** Heures = montant × part de main-d'œuvre × taux ÷ coût horaire, et leur fourchette d'usage. */
export const estimerHeures = (demande: DemandeCalcul, famille: string | null, calibrage: Calibrage): Estimation => {
  const connue = famille === null ? undefined : calibrage.familles[famille];
  const parts = connue?.part ?? calibrage.parDefaut;
  const part = demande.part ?? (parts.min + parts.max) / 2;
  const taux = demande.taux ?? connue?.taux ?? calibrage.taux.usuel;
  const cout = demande.cout ?? connue?.cout ?? calibrage.cout.usuel;
  const bas = [
    demande.part ?? parts.min,
    demande.taux ?? calibrage.taux.min,
    demande.cout ?? calibrage.cout.max,
  ] as const;
  const haut = [
    demande.part ?? parts.max,
    demande.taux ?? calibrage.taux.max,
    demande.cout ?? calibrage.cout.min,
  ] as const;
  const heures = ([p, t, c]: readonly [number, number, number]): number => Math.round((demande.montant * p * t) / c);
  return {
    heures: heures([part, taux, cout]),
    basse: heures(bas),
    haute: heures(haut),
    part,
    taux,
    cout,
    parts: demande.part === null ? parts : null,
    reprise: connue?.reprise ?? false,
  };
};
