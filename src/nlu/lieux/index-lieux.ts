import type { Lieu } from '../../domain/territoire.ts';
import { type NomsUsuels, populationDe, type Territoire } from '../../domain/territoire-index.ts';
import { cleDe, motsDuNom, ranger, sansArticle, sansLiaisons } from './cles.ts';
import { ajouterDehors, type Exterieur } from './exterieur.ts';
import { construireFlous, type NomFlou } from './flous.ts';

/** Ce qu'un nom désigne dans la région ; plusieurs lieux : le nom seul ne tranche pas. */
export interface Nom {
  readonly mots: readonly string[];
  readonly lieux: readonly Lieu[];
  readonly population: number;
  /** Nom d'une commune d'autrefois, tel qu'on l'écrit. */
  readonly ancienNom?: string;
  /** Vrai pour une commune, actuelle ou ancienne : seules elles se complètent (« Boulogne »). */
  readonly commune: boolean;
}

/** Les noms de lieux, rangés par toutes les façons de les taper. */
export interface IndexLieux {
  readonly territoire: Territoire;
  /** Nom entier, avec ou sans article. */
  readonly exacts: ReadonlyMap<string, readonly Nom[]>;
  /** Nom sans ses liaisons : « Condé Escaut ». */
  readonly souples: ReadonlyMap<string, readonly Nom[]>;
  /** Premiers mots d'un nom plus long : « Boulogne ». */
  readonly debuts: ReadonlyMap<string, readonly Nom[]>;
  /** Mot distinctif qui n'est pas le premier : « Cotterêts ». */
  readonly rares: ReadonlyMap<string, readonly Nom[]>;
  readonly exterieurs: ReadonlyMap<string, readonly Exterieur[]>;
  readonly flous: readonly NomFlou[];
  readonly parSons: ReadonlyMap<string, readonly NomFlou[]>;
}

const TYPE_EPCI =
  /^(?:CC|CA|CU|Métropole|Communauté (?:de communes|d['’]agglomération|urbaine))\s+(?:de la |de l['’]|du |des |de |d['’])?/i;

/** Le nom propre d'une intercommunalité, sans son statut : « CA du Boulonnais » donne « Boulonnais ». */
export const coeurDuNom = (nom: string): string => {
  const coeur = nom.replace(/\s*\(.*\)$/, '').replace(TYPE_EPCI, '');
  return coeur === '' ? nom : coeur;
};

const nomsDeLaRegion = (territoire: Territoire, usuels: NomsUsuels): Nom[] => {
  const nomDe = (nom: string, lieux: readonly Lieu[], ancienNom?: string): Nom => ({
    mots: motsDuNom(nom),
    lieux,
    population: Math.max(...lieux.map((lieu) => populationDe(lieu, territoire))),
    commune: lieux.every(({ type }) => type === 'commune'),
    ...(ancienNom === undefined ? {} : { ancienNom }),
  });
  const actuels = new Set(territoire.communes.map(({ code, nom }) => `${code} ${nom}`));
  const communes = territoire.communes.map((commune) => nomDe(commune.nom, [{ type: 'commune', commune }]));
  const anciennes = territoire.anciennes.flatMap(({ nom, commune: code }) => {
    const commune = territoire.commune(code);
    return commune && !actuels.has(`${code} ${nom}`) ? [nomDe(nom, [{ type: 'commune', commune }], nom)] : [];
  });
  const cles = new Set(communes.map(({ mots }) => cleDe(mots)));
  const epcis = territoire.epcis.flatMap((epci) => {
    const lieux: Lieu[] = [{ type: 'epci', epci }];
    const coeur = coeurDuNom(epci.nom);
    return [epci.nom, ...(cles.has(cleDe(motsDuNom(coeur))) ? [] : [coeur])].map((nom) => nomDe(nom, lieux));
  });
  const departements = territoire.departements
    .filter(({ region }) => region === territoire.region)
    .map((departement) => nomDe(departement.nom, [{ type: 'departement', departement }]));
  const surnoms = usuels.surnoms.flatMap(({ noms, lieux, ancienne }) =>
    noms.map((nom) => nomDe(nom, lieux, ancienne ? nom : undefined)),
  );
  return [...communes, ...anciennes, ...epcis, ...departements, ...surnoms];
};

/** Range tous les noms de la région et du dehors ; à faire une fois, au démarrage. */
export const construireIndexLieux = (territoire: Territoire, usuels: NomsUsuels): IndexLieux => {
  const exacts = new Map<string, Nom[]>();
  const souples = new Map<string, Nom[]>();
  const debuts = new Map<string, Nom[]>();
  const rares = new Map<string, Nom[]>();
  const noms = nomsDeLaRegion(territoire, usuels);
  for (const nom of noms) {
    const nus = sansArticle(nom.mots);
    ranger(exacts, cleDe(nom.mots), nom);
    ranger(exacts, cleDe(nus), nom);
    const essentiels = sansLiaisons(nom.mots);
    if (essentiels.length > 1) ranger(souples, cleDe(essentiels), nom);
    const premier = nom.commune ? 1 : nom.lieux.every(({ type }) => type === 'epci') ? 2 : nus.length;
    for (let taille = premier; taille < nus.length; taille++) ranger(debuts, cleDe(nus.slice(0, taille)), nom);
    if (nom.commune) for (const mot of essentiels.slice(1)) if (mot.length >= 5) ranger(rares, mot, nom);
  }
  const exterieurs = new Map<string, Exterieur[]>();
  ajouterDehors(exterieurs, territoire, usuels);
  const { flous, parSons } = construireFlous(noms, exterieurs);
  return { territoire, exacts, souples, debuts, rares, exterieurs, flous, parSons };
};
