import { departementsDe, type IndexAnnuaire, indexerAnnuaire, rattacherDans } from '../rattachement.ts';
import type { Epci, Facilitateur, RegleRattachement } from '../territoire.ts';
import type { Territoire } from '../territoire-index.ts';

/** Un facilitateur local partout, par endroits, le Département seul, ou personne. */
export const ETATS_COUVERTURE = ['couvert', 'partie', 'departement', 'aucune'] as const;
export type EtatCouverture = (typeof ETATS_COUVERTURE)[number];

/** Où en est une intercommunalité, sur ses communes de la région. */
export interface CouvertureEpci {
  readonly epci: Epci;
  readonly etat: EtatCouverture;
  /** Départements de la région qu'elle touche, le plus peuplé d'abord. */
  readonly departements: readonly string[];
  /** Structures qui suivent l'intercommunalité ou certaines de ses communes. */
  readonly locales: readonly Facilitateur[];
  /** Chefs de file, Départements et relais régionaux qui répondent à défaut. */
  readonly relais: readonly Facilitateur[];
  readonly communes: number;
  /** Communes qui ont une structure locale. */
  readonly communesCouvertes: number;
  readonly habitants: number;
  /** Vrai si elle a des communes hors de la région. */
  readonly deborde: boolean;
}

/** Une zone blanche n'a aucun facilitateur local ; le Département peut y répondre quand même. */
export const estZoneBlanche = ({ etat }: Pick<CouvertureEpci, 'etat'>): boolean =>
  etat === 'departement' || etat === 'aucune';

/** Vrai si la règle désigne quelqu'un sur place ; un chef de file, un Département ou la région ne font que relayer. */
export const estLocale = (regle: RegleRattachement): boolean => regle === 'commune' || regle === 'epci';

const DEPARTEMENTALES: ReadonlySet<RegleRattachement> = new Set(['chef-de-file', 'departement']);

const etatDe = (regles: readonly RegleRattachement[]): EtatCouverture => {
  const locales = regles.filter(estLocale).length;
  if (locales > 0) return locales === regles.length ? 'couvert' : 'partie';
  return regles.length > 0 && regles.every((regle) => DEPARTEMENTALES.has(regle)) ? 'departement' : 'aucune';
};

/** Couverture d'une intercommunalité, commune par commune : celle qui déborde compte pour sa partie régionale. */
export const couvrirEpci = (epci: Epci, annuaire: readonly Facilitateur[], territoire: Territoire): CouvertureEpci =>
  couvrir(epci, indexerAnnuaire(annuaire), territoire);

const couvrir = (epci: Epci, index: IndexAnnuaire, territoire: Territoire): CouvertureEpci => {
  const communes = territoire.communesDeLEpci(epci.code);
  const rattachements = communes.map((commune) => rattacherDans({ type: 'commune', commune }, index, territoire));
  const locales = new Set([
    ...(index.suivis.epci.get(epci.code) ?? []),
    ...communes.flatMap(({ code }) => index.suivis.communes.get(code) ?? []),
  ]);
  const tous = new Set(rattachements.flatMap(({ structures, repli }) => [...structures, ...repli]));
  return {
    epci,
    etat: etatDe(rattachements.map(({ regle }) => regle)),
    departements: departementsDe(epci, territoire),
    locales: [...locales],
    relais: [...tous].filter((structure) => !locales.has(structure)),
    communes: communes.length,
    communesCouvertes: rattachements.filter(({ regle }) => estLocale(regle)).length,
    habitants: communes.reduce((total, { population }) => total + population, 0),
    deborde: epci.communes.length > communes.length,
  };
};

/** Couverture de chaque intercommunalité de la région, par nom. */
export const couvrirRegion = (annuaire: readonly Facilitateur[], territoire: Territoire): readonly CouvertureEpci[] => {
  const index = indexerAnnuaire(annuaire);
  return territoire.epcis
    .map((epci) => couvrir(epci, index, territoire))
    .sort((a, b) => a.epci.nom.localeCompare(b.epci.nom, 'fr'));
};
