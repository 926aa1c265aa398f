import { z } from 'zod';

export const Role = z.enum(['visiteur', 'facilitateur', 'coordinateur', 'administrateur']);
export type Role = z.infer<typeof Role>;

/** Qui parle : une identité prouvée par le canal, ou un visiteur. */
export const Compte = z.strictObject({
  /** aadObjectId dans Teams ; identifiant du compte ailleurs. */
  id: z.string().min(1),
  role: Role,
  /** Libellé montré, jamais un nom de personne. */
  libelle: z.string().min(1),
  /** Structure de rattachement (id d'un facilitateur de l'annuaire). */
  structure: z.string().nullable(),
});
export type Compte = z.infer<typeof Compte>;

/** Qui parle quand le canal ne prouve aucune identité. */
export const VISITEUR: Compte = { id: 'visiteur', role: 'visiteur', libelle: 'Visiteur', structure: null };

/** Déclarer, corriger, annuler des heures. */
export const peutDeclarer = ({ role }: Compte): boolean => role !== 'visiteur';

/** Voir les lignes d'une opération ou le total d'une personne. */
export const peutVoirOperation = (compte: Compte, facilitateur: string | null): boolean =>
  compte.role === 'coordinateur' ||
  compte.role === 'administrateur' ||
  (compte.role === 'facilitateur' &&
    (facilitateur === null || facilitateur === compte.id || facilitateur === compte.structure));

/** Lire les questions restées sans réponse. */
export const peutAdministrer = ({ role }: Compte): boolean => role === 'administrateur';
