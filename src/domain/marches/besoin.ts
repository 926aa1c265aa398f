import type { Avis } from '../marches.ts';
import { motsDAcheteur } from './acheteur.ts';
import { jetons } from './jetons.ts';

/** Mots que presque tout objet de marché contient : ils ne disent pas de quel besoin il s'agit. */
const SANS_OBJET: ReadonlySet<string> = new Set(
  'marche accord cadre lot prestation service fourniture travaux travail divers diverse autre ville commune communal communaux communale municipal municipaux municipale departement departemental departementaux region regional metropole communaute agglomeration syndicat public publique achat acquisition realisation mission relatif relative pour dans avec sans aux des les une par sur compte procedure consultation objet contrat ensemble site batiment service services annee bon commande domaine cadre oeuvre mise demonstration'.split(
    ' ',
  ),
);

/** Gestes que bien des contrats partagent : à eux seuls, ils ne font pas le même besoin. */
const GESTES: ReadonlySet<string> = new Set(
  'entretien maintenance pose depose location reparation materiel produit equipement systeme installation general generale petit'.split(
    ' ',
  ),
);

/** « Vêtements de cuisine - Fournitures de vêtements de travail » : le lot d'abord, la consultation ensuite. */
const lotDit = (objet: string): string => objet.split(/\s[-–—]\s/).find((partie) => /\p{L}{3}/u.test(partie)) ?? objet;

/** Mots qui disent le besoin : ni les mots de tout marché, ni le nom de l'acheteur. */
const motsDuBesoin = ({ objet, acheteur }: Avis): ReadonlySet<string> => {
  const deLAcheteur = new Set([...jetons(acheteur ?? ''), ...motsDAcheteur(acheteur ?? '')]);
  return new Set(
    jetons(lotDit(objet)).filter(
      (mot) => mot.length > 2 && !/^\d+$/.test(mot) && !SANS_OBJET.has(mot) && !deLAcheteur.has(mot),
    ),
  );
};

/** Ce qu'un avis dit de son besoin, lu une fois : un acheteur est comparé à lui-même bien des fois. */
interface Besoin {
  readonly mots: ReadonlySet<string>;
  readonly ponctuel: boolean;
}

const LUS = new WeakMap<Avis, Besoin>();

const lireBesoin = (avis: Avis): Besoin => {
  const connu = LUS.get(avis);
  if (connu !== undefined) return connu;
  const lu = { mots: motsDuBesoin(avis), ponctuel: estPonctuel(avis) };
  LUS.set(avis, lu);
  return lu;
};

/** Chiffres communs au début de deux codes CPV, les zéros de fin n'en étant pas. */
const racineCommune = (un: readonly string[], autre: readonly string[]): number => {
  let meilleure = 0;
  for (const code of un)
    for (const lu of autre) {
      let taille = 0;
      while (taille < 8 && code[taille] !== undefined && code[taille] === lu[taille]) taille += 1;
      meilleure = Math.max(meilleure, code.slice(0, taille).replace(/0+$/, '').length);
    }
  return meilleure;
};

/** Même division de CPV ; même classe. */
const DIVISION = 2;
const CLASSE = 4;

/** Part de mots communs exigée, selon ce que les CPV disent déjà. */
const seFontEcho = (a: ReadonlySet<string>, b: ReadonlySet<string>, racine: number | null): boolean => {
  const communs = [...a].filter((mot) => b.has(mot));
  const [petit, tous] = [Math.min(a.size, b.size), a.size + b.size - communs.length];
  if (!communs.some((mot) => !GESTES.has(mot))) return communs.length === tous && tous > 1;
  if (racine !== null && racine >= CLASSE) return communs.length * 2 >= petit;
  // Un seul mot (« Tapis ») ne suffit que si c'est tout l'objet, de part et d'autre.
  if (communs.length < 2) return tous === 1;
  if (racine === null) return communs.length * 3 >= petit * 2;
  return racine >= DIVISION ? communs.length * 2 >= petit : communs.length * 5 >= tous * 3;
};

/**
 * Le même besoin, d'un contrat à l'autre : les mots de l'objet décident, le CPV aide. Un CPV seul ne suffit pas (tous
 * les lots d'une école ont le même), des mots de tout marché (« fourniture », le nom de la ville) non plus ; un
 * ouvrage ne se refait pas.
 */
export const memeBesoin = (un: Avis, autre: Avis): boolean => {
  const [a, b] = [lireBesoin(un), lireBesoin(autre)];
  if (a.ponctuel || b.ponctuel) return false;
  const racine = un.cpv.length === 0 || autre.cpv.length === 0 ? null : racineCommune(un.cpv, autre.cpv);
  return seFontEcho(a.mots, b.mots, racine);
};

type Garder = (autre: Avis) => boolean;

/** Les avis du même besoin qu'un autre, parmi une liste. */
export interface Voisins {
  lister(vise: Avis, garder: Garder): readonly Avis[];
  existe(vise: Avis, garder: Garder): boolean;
}

/** Prépare la recherche du même besoin : seuls les avis qui ont un mot commun, et que `garder` admet, sont comparés. */
export const creerVoisins = (avis: readonly Avis[]): Voisins => {
  const parMot = new Map<string, Avis[]>();
  for (const lu of avis)
    for (const mot of lireBesoin(lu).mots) {
      const connus = parMot.get(mot);
      if (connus === undefined) parMot.set(mot, [lu]);
      else connus.push(lu);
    }
  function* parcourir(vise: Avis, garder: Garder): Generator<Avis> {
    const vus = new Set<Avis>([vise]);
    // Le mot le plus rare d'abord : c'est lui qui désigne le besoin.
    const listes = [...lireBesoin(vise).mots].map((mot) => parMot.get(mot) ?? []).sort((a, b) => a.length - b.length);
    for (const liste of listes)
      for (const autre of liste) {
        if (vus.has(autre)) continue;
        vus.add(autre);
        if (garder(autre) && memeBesoin(vise, autre)) yield autre;
      }
  }
  return {
    lister: (vise, garder) => [...parcourir(vise, garder)],
    existe: (vise, garder) => parcourir(vise, garder).next().done !== true,
  };
};

/** Travaux et maîtrise d'œuvre d'un ouvrage, hors entretien (toitures, voirie, peinture) : ils ne reviennent pas. */
const CPV_PONCTUELS = /^45(?!2(?:33141|332|61|5)|4)|^712/;
const RECURRENT =
  /\b(?:entretien|maintenance|exploitation|nettoyage|location|depannage|accord cadre|bons? de commande|annuel\w*|prestation|fourniture)\b/;
const PONCTUEL =
  /\b(?:construction|extension|restructuration|refection|rehabilitation|renovation|demolition|deconstruction|amenagement|creation|remplacement|restauration de|effacement|enfouissement|achat et installation|acquisition d un|achat d un|refonte|maitrise d oeuvre|schema directeur|etude (?:de faisabilite|geotechnique|pre ?operationnelle))\b/;
/** Un délai d'exécution, pas une durée de service. */
const MOIS_DE_CHANTIER = 6;

/** Vrai si le contrat s'éteint avec son ouvrage ou son achat, plutôt que d'être remis en concurrence. */
export const estPonctuel = ({ cpv, objet, dureeMois }: Avis): boolean => {
  const dit = jetons(objet).join(' ');
  if (RECURRENT.test(dit)) return false;
  if (PONCTUEL.test(dit) || cpv.some((code) => CPV_PONCTUELS.test(code))) return true;
  return dureeMois !== null && dureeMois < MOIS_DE_CHANTIER;
};
