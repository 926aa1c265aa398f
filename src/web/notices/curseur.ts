import type { Avis } from '../../domain/marches.ts';

/** Où reprendre une liste triée par échéance : la clé de tri du dernier avis rendu. */
export interface Curseur {
  readonly limite: string;
  readonly publie: string;
  readonly id: string;
}

/** Curseur opaque de la page suivante. */
export const ecrireCurseur = ({ dateLimite, publieLe, id }: Avis): string =>
  Buffer.from([dateLimite ?? '', publieLe ?? '', id].join('|')).toString('base64url');

/** Relit un curseur ; null s'il n'a pas été donné par Clausette. */
export const lireCurseur = (texte: string): Curseur | null => {
  const lu = /^(|\d{4}-\d{2}-\d{2})\|(|\d{4}-\d{2}-\d{2})\|(.{3,200})$/s.exec(
    Buffer.from(texte, 'base64url').toString(),
  );
  if (lu === null) return null;
  const [, limite = '', publie = '', id = ''] = lu;
  return { limite, publie, id };
};
