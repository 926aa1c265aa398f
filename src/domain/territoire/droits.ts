import type { Compte } from '../roles.ts';

/** Changer l'annuaire, lire son historique et les besoins non satisfaits. */
export const peutTenirAnnuaire = ({ role }: Compte): boolean => role === 'coordinateur' || role === 'administrateur';
