import { TableLignes } from '../domain/indicateurs/table.ts';
import type { Registre } from '../store/port.ts';

/** Lignes qui comptent, tenues à jour : seules les écritures nouvelles sont lues et rejouées, par un lecteur à la fois. */
export const suivreLignes = (registre: Pick<Registre, 'suivre'>): (() => Promise<TableLignes>) => {
  const table = new TableLignes();
  let position = 0;
  let enCours: Promise<unknown> = Promise.resolve();
  const avancer = async (): Promise<TableLignes> => {
    position = await registre.suivre(position, (ecriture) => table.appliquer(ecriture));
    return table;
  };
  return () => {
    const suite = enCours.then(avancer);
    enCours = suite.catch(() => undefined);
    return suite;
  };
};
