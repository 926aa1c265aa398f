import { ETATS_COUVERTURE } from '../../domain/territoire/couverture.ts';
import type { LigneTerritoire, TableauTerritoire } from '../../domain/territoire/tableau.ts';
import { ETATS, ETATS_PHRASE, ecrireBesoins, ecrireHeures, ecrireNombre, type Fond } from './textes.ts';

/** Une classe de la légende : sa marque dans la page, ce qu'elle dit, combien de territoires. */
export interface Classe {
  /** Classe CSS, qui porte la couleur et le motif. */
  readonly marque: string;
  readonly libelle: string;
  readonly nombre: number;
}

/** Comment un fond de carte range les territoires. */
export interface Classement {
  readonly classes: readonly Classe[];
  readonly marqueDe: (ligne: LigneTerritoire) => string;
  /** Ce que la carte dit d'un territoire. */
  readonly dire: (ligne: LigneTerritoire) => string;
}

const compter = (lignes: readonly LigneTerritoire[], marqueDe: Classement['marqueDe'], marque: string): number =>
  lignes.filter((ligne) => marqueDe(ligne) === marque).length;

const parCouverture = (lignes: readonly LigneTerritoire[]): Classement => {
  const marqueDe = ({ couverture }: LigneTerritoire): string => `etat-${couverture}`;
  return {
    marqueDe,
    classes: ETATS_COUVERTURE.map((etat) => ({
      marque: `etat-${etat}`,
      libelle: ETATS[etat],
      nombre: compter(lignes, marqueDe, `etat-${etat}`),
    })),
    dire: ({ couverture }) => ETATS_PHRASE[couverture],
  };
};

/** Seuils hauts de chaque classe, du plus clair au plus foncé ; le dernier est sans limite. */
const parSeuils = (
  lignes: readonly LigneTerritoire[],
  valeurDe: (ligne: LigneTerritoire) => number | null,
  {
    seuils,
    dire,
    unite,
  }: { readonly seuils: readonly number[]; readonly dire: Classement['dire']; readonly unite: string },
): Classement => {
  const marqueDe = (ligne: LigneTerritoire): string => {
    const valeur = valeurDe(ligne);
    if (valeur === null) return 'rang-tu';
    if (valeur === 0) return 'rang-0';
    const rang = seuils.findIndex((seuil) => valeur <= seuil);
    return `rang-${rang < 0 ? seuils.length + 1 : rang + 1}`;
  };
  const bornes = [0, ...seuils];
  const libelleDe = (rang: number): string => {
    const bas = (bornes[rang - 1] ?? 0) + 1;
    const haut = seuils[rang - 1];
    if (haut === undefined) return `${ecrireNombre(bas)}${unite} et plus`;
    return bas === haut ? `${ecrireNombre(bas)}${unite}` : `${ecrireNombre(bas)} à ${ecrireNombre(haut)}${unite}`;
  };
  const marques = [
    { marque: 'rang-0', libelle: `0${unite}` },
    ...bornes.map((_, rang) => ({ marque: `rang-${rang + 1}`, libelle: libelleDe(rang + 1) })),
    ...(lignes.some((ligne) => valeurDe(ligne) === null)
      ? [{ marque: 'rang-tu', libelle: 'Non publiées (trop peu de personnes)' }]
      : []),
  ];
  return {
    marqueDe,
    dire,
    classes: marques.map((classe) => ({ ...classe, nombre: compter(lignes, marqueDe, classe.marque) })),
  };
};

/** Quatre seuils ronds qui partagent à peu près également les valeurs. */
const seuilsRonds = (valeurs: readonly number[]): number[] => {
  const rangees = valeurs.filter((valeur) => valeur > 0).sort((a, b) => a - b);
  if (rangees.length < 5) return [100, 1000, 10_000];
  const arrondir = (valeur: number): number => {
    const pas = 10 ** Math.max(1, Math.floor(Math.log10(valeur)));
    return Math.max(pas, Math.round(valeur / pas) * pas);
  };
  const seuils = [0.25, 0.5, 0.75].map((part) => arrondir(rangees[Math.floor(part * rangees.length)] ?? 0));
  return [...new Set(seuils)];
};

/** Range les territoires pour un fond de carte. */
export const classer = ({ lignes }: TableauTerritoire, fond: Fond): Classement => {
  if (fond === 'couverture') return parCouverture(lignes);
  if (fond === 'besoins')
    return parSeuils(lignes, ({ besoins }) => besoins, {
      seuils: [2, 5, 10],
      dire: ({ besoins }) => ecrireBesoins(besoins),
      unite: '',
    });
  const heuresDe = ({ heures }: LigneTerritoire): number | null => (heures.type === 'connues' ? heures.heures : null);
  return parSeuils(lignes, heuresDe, {
    seuils: seuilsRonds(lignes.flatMap((ligne) => heuresDe(ligne) ?? [])),
    dire: ({ heures }) => (heures.type === 'connues' ? ecrireHeures(heures) : 'heures non publiées'),
    unite: ' h',
  });
};
