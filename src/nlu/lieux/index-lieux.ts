import type { Lieu } from '../../domain/territoire.ts';
import { type NomsUsuels, populationDe, type Territoire, uneFois } from '../../domain/territoire-index.ts';
import { cleDe, motsDuNom, ranger, sansArticle, sansLiaisons } from './cles.ts';
import { construireDehors, type Exterieur } from './exterieur.ts';
import { construireFlous, type Flous } from './flous.ts';

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
  /** Lieux du dehors, rangés à la première demande. */
  readonly dehors: () => ReadonlyMap<string, readonly Exterieur[]>;
  /** Noms prêts pour la recherche avec faute, rangés à la première demande. */
  readonly flous: () => Flous;
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
  const epciParNom = new Map<string, (string | null)[]>();
  for (const commune of territoire.communes) ranger(epciParNom, cleDe(motsDuNom(commune.nom)), commune.epci);
  const epcis = territoire.epcis.flatMap((epci) => {
    const coeur = coeurDuNom(epci.nom);
    // « Arras » est la ville avant d'être la CU d'Arras ; « Trois-Rivières » n'est pas dans la CC des Trois Rivières.
    const estUneDeSesCommunes = epciParNom.get(cleDe(motsDuNom(coeur)))?.includes(epci.code) ?? false;
    const noms = estUneDeSesCommunes ? [epci.nom] : [epci.nom, coeur];
    return noms.map((nom) => nomDe(nom, [{ type: 'epci', epci }]));
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
    for (let taille = premier; taille < nus.length; taille++) {
      ranger(debuts, cleDe(nus.slice(0, taille)), nom);
      if (nus !== nom.mots) ranger(debuts, cleDe(nom.mots.slice(0, taille + 1)), nom);
    }
    if (nom.commune) for (const mot of essentiels.slice(1)) if (mot.length >= 5) ranger(rares, mot, nom);
  }
  const dehors = uneFois(() => construireDehors(territoire, usuels));
  const flous = uneFois(() => construireFlous(noms, dehors()));
  return { territoire, exacts, souples, debuts, rares, dehors, flous };
};
