import type { Jour } from '../dates.ts';
import type { Audience, Avis, FiltreMarches, Secteur } from '../marches.ts';
import { type AvisSuivi, estOuvert, suivre } from './suivi.ts';
import { aplatir } from './texte.ts';

/** Ce que la recherche doit savoir du monde. */
export interface ContexteRecherche {
  readonly aujourdhui: Jour;
  readonly secteurs: readonly Secteur[];
}

/** Résultat d'une recherche ; `proches` n'est rempli que si rien ne correspond exactement. */
export interface ResultatRecherche {
  readonly trouves: Avis[];
  readonly proches: Avis[];
  /** Nombre d'avis trouvés. */
  readonly total: number;
}

/** Départements des Hauts-de-France. */
export const DEPARTEMENTS_REGION: readonly string[] = ['02', '59', '60', '62', '80'];

const RESERVES: ReadonlySet<string> = new Set(['oui', 'partiel', 'probable']);

/** Une réservation qui ne dit pas à qui peut être ouverte aux deux audiences les plus courantes. */
const pourAudience = ({ reservation }: Avis, audience: Audience): boolean =>
  reservation.audiences.includes(audience) ||
  (reservation.audiences.length === 0 && (audience === 'SIAE' || audience === 'EA_ESAT'));

const motif = (mot: string): RegExp =>
  new RegExp(
    `(?<![a-z])${aplatir(mot)
      .replace(/[^a-z0-9 '-]/g, '')
      .split(/[\s'-]+/)
      .map((partie) => `${partie.replace(/[sx]$/, '')}[sx]?`)
      .join(String.raw`[\s'-]+`)}(?![a-z])`,
  );

/** L'objet est-il de la famille ? Le CPV, sinon les mots de l'objet et des lots. */
export const lecteurDeSecteur = (secteur: Secteur): ((avis: Avis) => boolean) => {
  const motifs = secteur.mots.map(motif);
  return ({ cpv, objet, lots }) => {
    if (cpv.some((code) => secteur.cpv.some((prefixe) => code.startsWith(prefixe)))) return true;
    const intitules = cpv.length > 0 ? [objet] : [objet, ...lots.map(({ intitule }) => intitule)];
    const plat = aplatir(intitules.join(' | '));
    return motifs.some((mot) => mot.test(plat));
  };
};

/** « Ville de Lens » achète ; « … à Lens » dans l'objet, mais pas « collège Albert-Camus » pour Albert. */
const nomme = ({ acheteur, objet }: Avis, lieu: string): boolean =>
  motif(lieu).test(aplatir(acheteur ?? '')) ||
  new RegExp(String.raw`(?:\b(?:a|de|sur) |d')${motif(lieu).source}`).test(aplatir(objet));

/** Lieu précis quand l'avis le donne ou que son acheteur ou son objet nomme le lieu ; sinon le département. */
const auLieu = (avis: Avis, filtre: FiltreMarches): boolean => {
  if (filtre.codesLieu.length > 0) {
    if (avis.lieu !== null) return filtre.codesLieu.includes(avis.lieu);
    const meme =
      filtre.departements.length === 0 || avis.departements.some((code) => filtre.departements.includes(code));
    return meme && filtre.lieu !== null && nomme(avis, filtre.lieu);
  }
  return filtre.departements.length === 0 || avis.departements.some((code) => filtre.departements.includes(code));
};

const dansLesDates = ({ dateLimite }: Avis, { limiteApres, limiteAvant }: FiltreMarches): boolean => {
  if (limiteApres === null && limiteAvant === null) return true;
  return (
    dateLimite !== null &&
    (limiteApres === null || dateLimite >= limiteApres) &&
    (limiteAvant === null || dateLimite <= limiteAvant)
  );
};

const lecteurDe = (id: string | null, secteurs: readonly Secteur[]): ((avis: Avis) => boolean) => {
  if (id === null) return () => true;
  const secteur = secteurs.find((un) => un.id === id);
  return secteur === undefined ? () => false : lecteurDeSecteur(secteur);
};

/** Prépare une fois ce que le filtre demande, pour le vérifier sur chaque avis. */
const preparer = (
  filtre: FiltreMarches,
  { aujourdhui, secteurs }: ContexteRecherche,
): ((suivi: AvisSuivi) => boolean) => {
  const duSecteur = lecteurDe(filtre.secteur, secteurs);
  return (suivi) => {
    const { avis } = suivi;
    return (
      (filtre.etat === 'tous' || estOuvert(suivi, aujourdhui) === (filtre.etat === 'ouvert')) &&
      (!filtre.reserves || RESERVES.has(avis.reservation.statut)) &&
      (filtre.audience === null || pourAudience(avis, filtre.audience)) &&
      dansLesDates(avis, filtre) &&
      auLieu(avis, filtre) &&
      duSecteur(avis)
    );
  };
};

const FIN_DES_TEMPS = '9999-12-31';

/** Échéance la plus proche d'abord ; sans date, à la fin, du plus récent au plus ancien. */
const parEcheance = (a: Avis, b: Avis): number =>
  (a.dateLimite ?? FIN_DES_TEMPS).localeCompare(b.dateLimite ?? FIN_DES_TEMPS) ||
  (b.publieLe ?? '').localeCompare(a.publieLe ?? '') ||
  a.id.localeCompare(b.id);

/** Recherches de moins en moins exigeantes : autre famille d'achat, département, région, puis toute la région. */
const elargir = (filtre: FiltreMarches): FiltreMarches[] => {
  const departement = { ...filtre, codesLieu: [] };
  const region = { ...departement, departements: [...DEPARTEMENTS_REGION] };
  const lieux = [
    ...(filtre.codesLieu.length > 0 ? [departement] : []),
    ...(filtre.departements.length > 0 ? [region] : []),
  ];
  const sansSecteur = (large: FiltreMarches): FiltreMarches => ({ ...large, secteur: null });
  return filtre.secteur === null ? lieux : [sansSecteur(filtre), ...lieux, ...lieux.map(sansSecteur)];
};

/**
 * Avis qui répondent au filtre, par échéance. Si aucun ne convient, `proches` donne ceux de la première recherche
 * élargie qui en trouve.
 */
export const chercherAvis = (
  avis: readonly Avis[],
  filtre: FiltreMarches,
  contexte: ContexteRecherche,
): ResultatRecherche => {
  const suivis = suivre(avis);
  const chercher = (essai: FiltreMarches): Avis[] =>
    suivis
      .filter(preparer(essai, contexte))
      .map((suivi) => suivi.avis)
      .sort(parEcheance);
  const trouves = chercher(filtre);
  if (trouves.length > 0) return { trouves, proches: [], total: trouves.length };
  for (const essai of elargir(filtre)) {
    const proches = chercher(essai);
    if (proches.length > 0) return { trouves: [], proches, total: 0 };
  }
  return { trouves: [], proches: [], total: 0 };
};
