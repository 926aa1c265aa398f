import type { Lieu } from '../../src/domain/territoire.ts';
import type { Tour } from '../kit/conversation.ts';
import * as messages from './messages.ts';

export const nomDe = (lieu: Lieu): string => {
  if (lieu.type === 'commune') return lieu.commune.nom;
  return lieu.type === 'epci' ? lieu.epci.nom : lieu.departement.nom;
};

export const nomDepartement = ({ services }: Tour, code: string): string =>
  services.territoire.departement(code)?.nom ?? code;

/** Le lieu situé : sa commune, son intercommunalité, son département. */
export const presenter = (tour: Tour, lieu: Lieu): string => {
  if (lieu.type === 'commune') {
    const { commune } = lieu;
    return messages.commune({
      nom: commune.nom,
      code: commune.code,
      epci: tour.services.territoire.epciDe(commune)?.nom ?? null,
      departement: nomDepartement(tour, commune.departement),
    });
  }
  if (lieu.type === 'departement') return messages.territoire(lieu.departement.nom, []);
  return messages.territoire(
    lieu.epci.nom,
    departementsDuLieu(tour, lieu).map((code) => nomDepartement(tour, code)),
  );
};

/** Départements de la région où se trouve le lieu. */
export const departementsDuLieu = ({ services }: Tour, lieu: Lieu): readonly string[] => {
  if (lieu.type === 'commune') return [lieu.commune.departement];
  if (lieu.type === 'departement') return [lieu.departement.code];
  return [...new Set(lieu.epci.communes.flatMap((code) => services.territoire.commune(code)?.departement ?? []))];
};
