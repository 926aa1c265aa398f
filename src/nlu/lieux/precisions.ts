import type { Lieu } from '../../domain/territoire.ts';
import { cleDuLieu } from '../../domain/territoire-index.ts';
import type { CodeLu, DepartementLu } from './codes.ts';
import type { Portee } from './contexte.ts';
import type { IndexLieux } from './index-lieux.ts';
import type { Jeton } from './message.ts';

/** Tout ce qui, dans un message, aide à comprendre un nom de lieu. */
export interface Precisions {
  readonly jetons: readonly Jeton[];
  readonly index: IndexLieux;
  readonly codes: readonly CodeLu[];
  readonly departements: readonly DepartementLu[];
  /** Tous les noms reconnus, départements compris. */
  readonly reperages: readonly Portee[];
}

export const estAuDepartement = (lieu: Lieu, departement: string, { territoire }: IndexLieux): boolean => {
  switch (lieu.type) {
    case 'commune':
      return lieu.commune.departement === departement;
    case 'epci':
      return territoire.communesDeLEpci(lieu.epci.code).some((commune) => commune.departement === departement);
    case 'departement':
      return lieu.departement.code === departement;
  }
};

/** Mots qui peuvent séparer un nom de son département : « Clermont dans le Puy-de-Dôme ». */
const SEPARATION = 3;

/**
 * Départements qui précisent un nom : ceux de la région où qu'ils soient dans le message,
 * ceux du dehors seulement juste derrière (« entreprise du Rhône, chantier à Lille » parle de Lille).
 */
export const departementsPour = (portee: Portee, { departements, index }: Precisions): string[] =>
  departements
    .filter(({ code, debut }) => {
      const ici = index.territoire.departement(code)?.region === index.territoire.region;
      return ici || (debut >= portee.fin && debut - portee.fin <= SEPARATION);
    })
    .map(({ code }) => code);

/** Ceux des lieux que les codes et les départements du message confirment. */
export const preciser = (lieux: readonly Lieu[], portee: Portee, precisions: Precisions): Lieu[] => {
  const parCode = new Set(precisions.codes.flatMap((code) => code.lieux.map(cleDuLieu)));
  const selonCode = parCode.size === 0 ? lieux : lieux.filter((lieu) => parCode.has(cleDuLieu(lieu)));
  const departements = departementsPour(portee, precisions);
  if (departements.length === 0) return [...selonCode];
  return selonCode.filter((lieu) => departements.some((code) => estAuDepartement(lieu, code, precisions.index)));
};
