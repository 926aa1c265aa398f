import { Structure, type TypeStructure } from '../domain/marches/structures.ts';
import type { Territoire } from '../domain/territoire-index.ts';
import type { LigneCsv, Refus } from './csv.ts';
import { colonnesManquantes, Lecteur, lireTexte } from './lecteur.ts';
import { lireCommune } from './structures/commune.ts';
import { lireContact, lireSite } from './structures/contact.ts';
import { lireType } from './structures/types.ts';
import { proposerColonnes } from './tableur/colonnes.ts';
import { apercevoir, lireTableau } from './tableur/lire-tableau.ts';

/** Colonnes d'une liste de structures ; les titres des listes publiques sont reconnus. */
export const COLONNES_STRUCTURES = [
  'siret',
  'finess',
  'type',
  'nom',
  'commune_insee',
  'code_postal',
  'commune',
  'departement',
  'activites',
  'contact',
  'telephone',
  'site',
  'naf',
  'latitude',
  'longitude',
] as const;

/** Ce que le fichier ne dit pas de toutes ses lignes à la fois. */
export interface ContexteStructures {
  readonly territoire: Territoire;
  /** Type de toutes les structures, si le fichier n'a pas de colonne pour le dire. */
  readonly type: TypeStructure | null;
  readonly source: { readonly libelle: string; readonly le: string };
  readonly avancer: (octets: number) => void;
  /** Titres → nos colonnes, dites par la personne ; sinon elles sont reconnues. */
  readonly colonnes: ReadonlyMap<string, string>;
}

export interface ImportStructures {
  readonly structures: readonly Structure[];
  readonly refus: readonly Refus[];
  /** Lignes d'une autre région, ou d'une autre nature que les structures d'insertion et du handicap. */
  readonly laissees: { readonly dehors: number; readonly autres: number };
  /** Contacts nominatifs laissés de côté. */
  readonly contactsEcartes: number;
  /** Titre du fichier → notre colonne. */
  readonly colonnes: ReadonlyMap<string, string>;
}

/** Lit une liste de structures, CSV ou classeur ; les bonnes lignes sont rendues, les autres expliquées. */
export const importerStructures = async (fichier: string, contexte: ContexteStructures): Promise<ImportStructures> => {
  const colonnes = contexte.colonnes.size > 0 ? contexte.colonnes : await reconnaitre(fichier);
  const refus: Refus[] = [];
  const structures = new Map<string, Structure>();
  const laissees = { dehors: 0, autres: 0 };
  let contactsEcartes = 0;
  let premiere = true;
  for await (const ligne of lireTableau(fichier, { colonnes, refuser: (refuse) => refus.push(refuse) })) {
    const obligatoires = contexte.type === null ? ['nom', 'type'] : ['nom'];
    const manquantes = premiere ? colonnesManquantes(fichier, ligne, obligatoires) : [];
    if (manquantes.length > 0) return { structures: [], refus: manquantes, laissees, contactsEcartes, colonnes };
    premiere = false;
    contexte.avancer(ligne.octets);
    const lue = lireLigne(fichier, ligne, contexte);
    refus.push(...lue.refus);
    if (lue.laissee !== null) laissees[lue.laissee] += 1;
    if (lue.structure === null) continue;
    if (lue.ecarte) contactsEcartes += 1;
    structures.set(lue.structure.id, reunir(structures.get(lue.structure.id), lue.structure));
  }
  return { structures: [...structures.values()], refus, laissees, contactsEcartes, colonnes };
};

const reconnaitre = async (fichier: string): Promise<Map<string, string>> => {
  const { titres } = await apercevoir(fichier, 1);
  return new Map(
    proposerColonnes(titres, COLONNES_STRUCTURES).flatMap(({ titre, colonne }) =>
      colonne === null ? [] : [[titre, colonne]],
    ),
  );
};

interface LigneLue {
  readonly structure: Structure | null;
  readonly refus: readonly Refus[];
  readonly laissee: 'dehors' | 'autres' | null;
  readonly ecarte: boolean;
}

const lireLigne = (fichier: string, ligne: LigneCsv, contexte: ContexteStructures): LigneLue => {
  const lecteur = new Lecteur(fichier, ligne);
  const rien = { structure: null, refus: [], ecarte: false };
  const type = contexte.type ?? lecteur.exiger('type', lireType);
  if (type === null && lecteur.refus.length === 0) return { ...rien, laissee: 'autres' };
  const lieu = lireCommune(
    {
      insee: lecteur.texte('commune_insee'),
      codePostal: lecteur.texte('code_postal'),
      commune: lecteur.texte('commune'),
      departement: lecteur.texte('departement'),
    },
    contexte.territoire,
  );
  if ('dehors' in lieu) return { ...rien, laissee: 'dehors' };
  if ('raison' in lieu) lecteur.refuser('commune', lieu.raison);
  const nom = lecteur.exiger('nom', lireTexte) ?? '';
  const siret = lireSiret(lecteur);
  const { contact, ecarte } = lireContact({
    courriel: lecteur.texte('contact'),
    telephone: lecteur.texte('telephone'),
    nom,
  });
  if (lecteur.refus.length > 0 || type === null || !('code' in lieu))
    return { ...rien, refus: lecteur.refus, laissee: null };
  const structure = Structure.safeParse({
    id: cleDe({ siret, finess: lecteur.texte('finess'), nom, commune: lieu.code, type }),
    type,
    nom,
    siret,
    communeInsee: lieu.code,
    activites: lireActivites(lecteur.texte('activites')),
    naf: /^\d{4}[A-Z]$/.exec(lecteur.texte('naf').replace(/[.\s]/g, '').toUpperCase())?.[0] ?? null,
    contact,
    site: lireSite(lecteur.texte('site')),
    position: lirePosition(lecteur.texte('latitude'), lecteur.texte('longitude')),
    source: contexte.source,
  });
  if (structure.success) return { structure: structure.data, refus: [], laissee: null, ecarte };
  lecteur.refuser('nom', 'nom trop court : il faut au moins deux lettres');
  return { ...rien, refus: lecteur.refus, laissee: null };
};

/** Un tableur mange les zéros de tête d'un SIRET, ou l'écrit avec des espaces. */
const lireSiret = (lecteur: Lecteur): string | null => {
  const ecrit = lecteur.texte('siret').replace(/[\s.]/g, '');
  if (ecrit === '') return null;
  const complet = ecrit.padStart(14, '0');
  if (/^\d{14}$/.test(complet) && ecrit.length >= 12) return complet;
  return lecteur.refuser(
    'siret',
    `« ${lecteur.texte('siret')} » n’est pas un SIRET : il en faut les 14 chiffres, au format texte`,
  );
};

const lireActivites = (texte: string): string[] => [
  ...new Set(
    texte
      .split(/[|;\n]|,(?![^(]*\))/)
      .map((activite) => activite.trim())
      .filter((activite) => activite.length > 1),
  ),
];

const lirePosition = (latitude: string, longitude: string): Structure['position'] => {
  const [lat, lon] = [latitude, longitude].map((texte) => Number(texte.replace(',', '.') || Number.NaN));
  if (lat === undefined || lon === undefined || !Number.isFinite(lat) || !Number.isFinite(lon)) return null;
  return Math.abs(lat) <= 90 && Math.abs(lon) <= 180 && lat !== 0 ? { latitude: lat, longitude: lon } : null;
};

const cleDe = (lue: {
  readonly siret: string | null;
  readonly finess: string;
  readonly nom: string;
  readonly commune: string;
  readonly type: string;
}): string => {
  if (lue.siret !== null) return `${lue.siret}-${lue.type}`;
  if (lue.finess !== '') return `finess-${lue.finess}-${lue.type}`;
  return `${lue.type}-${lue.commune}-${lue.nom.toLowerCase().replace(/[^\p{L}\d]+/gu, '-')}`;
};

/** Une structure sur plusieurs lignes, une par activité, n'en fait qu'une. */
const reunir = (avant: Structure | undefined, lue: Structure): Structure =>
  avant === undefined ? lue : { ...lue, activites: [...new Set([...avant.activites, ...lue.activites])] };
