import { couverturesDe, estMontrable } from '../rattachement.ts';
import type { Facilitateur, NaturePorteur, NiveauCouverture } from '../territoire.ts';
import type { CouvertureEpci, EtatCouverture } from './couverture.ts';
import { natureDe } from './nature.ts';

/** Ce qu'un état des lieux régional demande : combien, quels moyens, qui les porte, où, et sur quelles aires. */
export interface EtatDesLieux {
  /** Structures vérifiées. */
  readonly structures: number;
  /** Structures de l'annuaire qui attendent d'être confirmées. */
  readonly aConfirmer: number;
  readonly etp: MoyensConnus;
  readonly personnes: MoyensConnus;
  /** Du plus fréquent au plus rare. */
  readonly natures: readonly { readonly nature: NaturePorteur; readonly structures: number }[];
  /** Communes d'implantation et nombre de structures qui y reçoivent. */
  readonly implantations: readonly { readonly commune: string; readonly structures: number }[];
  /** Structures dont aucun lieu d'accueil n'est connu. */
  readonly sansImplantation: number;
  /** Structures par niveau d'intervention. */
  readonly niveaux: Readonly<Record<NiveauCouverture, number>>;
  readonly chefsDeFile: readonly Facilitateur[];
  readonly epcis: Readonly<Record<EtatCouverture, CompteEpci>>;
}

/** Une somme n'a de sens que si l'on sait sur combien de structures elle porte. */
export interface MoyensConnus {
  readonly total: number;
  readonly connues: number;
  readonly inconnues: number;
}

export interface CompteEpci {
  readonly nombre: number;
  readonly habitants: number;
}

const compterMoyens = (valeurs: readonly (number | null)[]): MoyensConnus => {
  const connues = valeurs.filter((valeur) => valeur !== null);
  return {
    total: Math.round(connues.reduce((somme, valeur) => somme + valeur, 0) * 100) / 100,
    connues: connues.length,
    inconnues: valeurs.length - connues.length,
  };
};

const compter = <T>(valeurs: readonly T[]): [T, number][] => {
  const comptes = new Map<T, number>();
  for (const valeur of valeurs) comptes.set(valeur, (comptes.get(valeur) ?? 0) + 1);
  return [...comptes].sort((a, b) => b[1] - a[1]);
};

const compterEpcis = (couvertures: readonly CouvertureEpci[], etat: EtatCouverture): CompteEpci => {
  const siennes = couvertures.filter((couverture) => couverture.etat === etat);
  return { nombre: siennes.length, habitants: siennes.reduce((total, { habitants }) => total + habitants, 0) };
};

/** Dresse l'état des lieux d'un annuaire et de la couverture qui en découle. */
export const dresserEtatDesLieux = (
  annuaire: readonly Facilitateur[],
  couvertures: readonly CouvertureEpci[],
): EtatDesLieux => {
  const montrables = annuaire.filter(estMontrable);
  const au = (niveau: NiveauCouverture): number =>
    montrables.filter((structure) => couverturesDe(structure).some((couverture) => couverture.niveau === niveau))
      .length;

  return {
    structures: montrables.length,
    aConfirmer: annuaire.filter(({ verifie, retire }) => !verifie && !retire).length,
    etp: compterMoyens(montrables.map(({ etp }) => etp)),
    personnes: compterMoyens(montrables.map(({ personnes }) => personnes)),
    natures: compter(montrables.map(natureDe)).map(([nature, structures]) => ({ nature, structures })),
    implantations: compter(montrables.flatMap(({ implantations }) => implantations)).map(([commune, structures]) => ({
      commune,
      structures,
    })),
    sansImplantation: montrables.filter(({ implantations }) => implantations.length === 0).length,
    niveaux: { communes: au('communes'), epci: au('epci'), departement: au('departement'), region: au('region') },
    chefsDeFile: montrables.filter(({ chefDeFile, coordonne }) => chefDeFile || coordonne.length > 0),
    epcis: {
      couvert: compterEpcis(couvertures, 'couvert'),
      partie: compterEpcis(couvertures, 'partie'),
      departement: compterEpcis(couvertures, 'departement'),
      aucune: compterEpcis(couvertures, 'aucune'),
    },
  };
};
