import type { Marque } from '../dates/aligner.ts';
import { type Duree, marquer, simple } from './duree.ts';

/** Journées dites sans heures, et leur nombre. */
export type Journees = Marque<Duree> & { readonly jours: number };

/** La pause dite se retire de l'horaire. */
export const deduire = (marque: Marque<Duree>, pause: number): Marque<Duree> =>
  marque.valeur.horaire && marque.valeur.heures !== null
    ? { ...marque, valeur: { ...marque.valeur, heures: marque.valeur.heures - pause } }
    : marque;

/** Journées et totaux annoncés ne s'ajoutent pas aux heures qu'ils résument. */
export const arranger = (
  durees: readonly Marque<Duree>[],
  journees: readonly Journees[],
  plie: string,
): readonly Marque<Duree>[] => {
  if (durees.length === 0) return journees.map(({ debut, fin, valeur }) => ({ debut, fin, valeur }));
  const jours = journees[0]?.jours;
  const comptees = durees.map((marque) =>
    marque.valeur.par === 'jour' && jours !== undefined && marque.valeur.heures !== null
      ? { ...marque, valeur: simple(marque.valeur.heures * jours, marque.valeur.doute) }
      : marque,
  );
  if (comptees.length < 2) return comptees;
  const estTotal = ({ debut }: Marque<Duree>): boolean =>
    /(?:\bsoit|=|\btotal(?: de| :)?|\ben tout|\bau total|\bfont|\bfait en tout)\s*$/.test(plie.slice(0, debut));
  const totaux = comptees.filter(estTotal);
  const detail = comptees.filter((marque) => !estTotal(marque));
  if (totaux.length === 0 || detail.length === 0) return additionner(comptees, plie);
  const [seul] = detail;
  const [total] = totaux;
  // « 35 h - 7 h d'absence = 28 h » : le compte tombe juste, c'est le résultat qui compte.
  if (seul && total && detail.length > 1 && soustraites(detail) === total.valeur.heures) return [total];
  if (detail.length > 1 || !seul || !total || seul.valeur.par !== null || seul.valeur.horaire)
    return detail.length === 1 && seul && total ? [{ ...seul, valeur: total.valeur }] : additionner(detail, plie);
  const accord = seul.valeur.heures === total.valeur.heures;
  return [{ ...seul, valeur: simple(total.valeur.heures, !accord || total.valeur.doute) }];
};

const soustraites = ([premiere, ...autres]: readonly Marque<Duree>[]): number =>
  autres.reduce((reste, { valeur }) => reste - (valeur.heures ?? 0), premiere?.valeur.heures ?? 0);

/** « 12 h dont 7 h lundi et 5 h mardi » : le premier nombre est la somme des autres, qui le détaillent. */
export const totalDetaille = (durees: readonly Marque<Duree>[], plie: string): Marque<Duree> | null => {
  const [total, ...details] = durees;
  const [premier, second] = details;
  if (!total || !premier || !second || durees.some(({ valeur }) => valeur.heures === null || valeur.par !== null))
    return null;
  const annonce = /\bdont\b|\bsoit\b|^\s*(?:(?:au|en) (?:total|tout)\s*)?[:(=]/.test(
    plie.slice(total.fin, premier.debut),
  );
  const somme = details.reduce((heures, { valeur }) => heures + (valeur.heures ?? 0), 0);
  return annonce && Math.abs(somme - (total.valeur.heures ?? 0)) < 0.01 ? total : null;
};

/** « 4 jours de 8 h et 1 jour de 3 h » : des journées comptées, qui s'ajoutent. */
const estCompte = (marque: Marque<Duree> | undefined, plie: string): boolean =>
  marque !== undefined && /^\S+\s*(?:jours?|journees?|j\b|x|\*|fois)/.test(plie.slice(marque.debut, marque.fin));

/** « 7h + 3h », « 4 h le matin et 3 h l'après-midi » : une seule durée. */
const additionner = (durees: readonly Marque<Duree>[], plie: string): readonly Marque<Duree>[] => {
  const sommes: Marque<Duree>[] = [];
  for (const marque of durees) {
    const avant = sommes[sommes.length - 1];
    const entre = avant ? plie.slice(avant.fin, marque.debut) : '';
    const liee =
      /^\s*\)?\s*(?:\+|plus)\s*\(?\s*$/.test(entre) ||
      /^\s*(?:,|et|puis)?\s*(?:l'|le\s+)?(?:apres[- ]midi|aprem)\s*:?\s*$/.test(entre) ||
      (estCompte(avant, plie) && estCompte(marque, plie) && /^\s*(?:,|et|puis|,\s*(?:et|puis))\s*$/.test(entre)) ||
      /^\s*le matin\s*(?:,|et|puis|\+)\s*$/.test(entre);
    if (avant && liee && avant.valeur.heures !== null && marque.valeur.heures !== null && !avant.valeur.par)
      sommes[sommes.length - 1] = marquer(
        avant.debut,
        marque.fin,
        simple(avant.valeur.heures + marque.valeur.heures, avant.valeur.doute || marque.valeur.doute),
      );
    else sommes.push(marque);
  }
  return sommes;
};
