import type { z } from 'zod';
import { Avis } from '../../src/domain/marches.ts';

/** Un avis réservé inventé ; ce qui compte dans l'essai est donné. */
export const creerAvis = (id: string, reste: Partial<z.input<typeof Avis>> = {}): Avis =>
  Avis.parse({
    id,
    source: 'boamp',
    nature: 'avis',
    objet: `Tonte et entretien des espaces verts ${id.replace(/^\w+:/, '')}`,
    acheteur: 'Ville de Laon',
    departements: ['02'],
    lieu: '02000',
    publieLe: '2026-11-10',
    dateLimite: '2026-12-15',
    heureLimite: '12:00',
    adresse: null,
    cpv: ['77310000'],
    lots: [],
    reservation: { statut: 'oui', audiences: ['EA_ESAT'], lots: [], preuve: 'Marché réservé' },
    clauseSociale: { presente: null, heures: null },
    montant: null,
    dureeMois: null,
    titulaires: [],
    lies: [],
    ...reste,
  });
