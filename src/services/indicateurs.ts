import type { ServiceIndicateurs } from '../../dialogs/services.ts';
import type { Jour, Periode } from '../domain/dates.ts';
import type { Operation } from '../domain/heures.ts';
import { calculerIndicateurs } from '../domain/indicateurs.ts';
import type { LigneActive } from '../domain/registre.ts';
import { lirePeriode } from '../nlu/dates.ts';
import type { Collection } from '../store/port.ts';

/** Indicateurs agrégés, sur tout le registre ou sur les saisies d'une personne. */
export const createServiceIndicateurs = (
  lignes: () => Promise<ReadonlyMap<string, LigneActive>>,
  operations: Collection<Operation>,
): ServiceIndicateurs => {
  const calculer = async (periode: Periode | null, garder: (active: LigneActive) => boolean) => {
    const parId = new Map((await operations.all()).map((operation) => [operation.id, operation]));
    const retenues = [...(await lignes()).values()].filter(garder).map(({ ligne }) => ligne);
    return calculerIndicateurs(retenues, parId, periode);
  };
  return {
    calculer: (periode) => calculer(periode, () => true),
    siens: (periode, { id }) => calculer(periode, ({ origine }) => origine.auteur === id),
    lirePeriode: lirePeriodeOuAnnee,
  };
};

/** Une période écrite, ou l'année seule (« chiffres clés 2016 »). */
const lirePeriodeOuAnnee = (texte: string, aujourdhui: Jour): Periode | null => {
  const lue = lirePeriode(texte, aujourdhui);
  if (lue?.type === 'periode') return lue.periode;
  const an = /\b(20\d{2}|19\d{2})\b/.exec(texte)?.[1];
  return an === undefined ? null : { du: `${an}-01-01`, au: `${an}-12-31` };
};
