import { z } from 'zod';
import { Jour } from '../dates.ts';

/** Ce pour quoi une personne cherchait un facilitateur. */
export const GenreBesoin = z.enum(['preparer-marche', 'realiser-heures', 'trouver-contact']);
export type GenreBesoin = z.infer<typeof GenreBesoin>;

/** Besoin resté sans facilitateur local : où, de quelle sorte, quand ; rien sur la personne. */
export const BesoinTerritoire = z.strictObject({
  /** Empreinte à clé de la conversation, du territoire et du jour : un seul par conversation, territoire et jour. */
  id: z.string().min(8),
  /** SIREN de l'intercommunalité, ou code d'un département quand la demande portait sur lui. */
  territoire: z.string().min(2),
  genre: GenreBesoin,
  /** Qui répondait à défaut. */
  relais: z.enum(['departement', 'region', 'aucun']),
  le: Jour,
});
export type BesoinTerritoire = z.infer<typeof BesoinTerritoire>;

/** Besoins d'un territoire, comptés. */
export interface BesoinsCumules {
  readonly territoire: string;
  readonly nombre: number;
  readonly parGenre: Readonly<Record<GenreBesoin, number>>;
  readonly premier: Jour;
  readonly dernier: Jour;
}

/** Besoins par territoire, du plus demandé au moins demandé. */
export const cumulerBesoins = (besoins: readonly BesoinTerritoire[]): readonly BesoinsCumules[] => {
  const groupes = new Map<string, BesoinTerritoire[]>();
  for (const besoin of besoins) groupes.set(besoin.territoire, [...(groupes.get(besoin.territoire) ?? []), besoin]);
  return [...groupes]
    .map(([territoire, siens]) => {
      const jours = siens.map(({ le }) => le).sort();
      const du = (genre: GenreBesoin): number => siens.filter((besoin) => besoin.genre === genre).length;
      return {
        territoire,
        nombre: siens.length,
        parGenre: {
          'preparer-marche': du('preparer-marche'),
          'realiser-heures': du('realiser-heures'),
          'trouver-contact': du('trouver-contact'),
        },
        premier: jours[0] ?? '',
        dernier: jours.at(-1) ?? '',
      };
    })
    .sort((a, b) => b.nombre - a.nombre || b.dernier.localeCompare(a.dernier));
};
