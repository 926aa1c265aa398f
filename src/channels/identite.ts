import type { Compte } from '../domain/roles.ts';

/** Retrouve le compte d'une personne dont le canal a prouvé l'identité ; `null` : personne n'est prouvé, un visiteur. */
export type TrouverCompte = (aadObjectId: string | null) => Promise<Compte> | Compte;
