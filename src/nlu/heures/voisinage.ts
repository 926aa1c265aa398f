import { decalerJour, type Jour, moisDe, type Periode, semaineDe } from '../../domain/dates.ts';
import { plusJours } from '../dates/calendrier.ts';
import { lirePeriode } from '../dates.ts';

type Decalage = (periode: Periode) => Periode;

const jours =
  (nombre: number): Decalage =>
  ({ du, au }) => ({ du: plusJours(du, nombre), au: plusJours(au, nombre) });

const semaines =
  (nombre: number): Decalage =>
  ({ du }) =>
    semaineDe(plusJours(du, nombre * 7));

const mois =
  (nombre: number): Decalage =>
  ({ du }) =>
    moisDe(decalerJour(moisDe(du).du, { months: nombre }));

/** Ce qui se dit par rapport à la date du brouillon, et non au jour présent. */
const VOISINES: readonly (readonly [RegExp, Decalage])[] = [
  [/\b(?:la veille|le jour d'avant|le jour precedent)\b/, jours(-1)],
  [/\b(?:le lendemain|le jour d'apres|le jour suivant)\b/, jours(1)],
  [/\bla semaine (?:d'avant|precedente)\b/, semaines(-1)],
  [/\bla semaine (?:d'apres|suivante)\b/, semaines(1)],
  [/\ble mois (?:d'avant|precedent)\b/, mois(-1)],
  [/\ble mois (?:d'apres|suivant)\b/, mois(1)],
];

/** « la veille », « la semaine d'avant » : par rapport à la période déjà dite ; null si le message ne le dit pas. */
export const periodeVoisine = (plie: string, periode: Periode): Periode | null =>
  VOISINES.find(([motif]) => motif.test(plie))?.[1](periode) ?? null;

const DEPLACE =
  /\b(?:decale[rz]?|deplace[rz]?|reporte[rz]?|repousse[rz]?|avance[rz]?|recule[rz]?|change[rz]?|passe[rz]?|mets|mettre|mettez)\s+(?:(?:ca|tout|la date|la saisie|les heures|le jour)\s+)?(?:au|pour le|sur le)\s+(?=\d{1,2}\b)/;

/** « décale au 18 » : le jour où va la saisie. */
export const periodeDeplacee = (plie: string, aujourdhui: Jour): Periode | null => {
  const trouve = DEPLACE.exec(plie);
  const lue = trouve && lirePeriode(`le ${plie.slice(trouve.index + trouve[0].length)}`, aujourdhui);
  return lue?.type === 'periode' ? lue.periode : null;
};

const FIN =
  /(?:jusqu'? ?(?:au|a)|(?:s'arrete|arretee?|finie?t?|termine|fin)\s+(?:c'est\s+)?(?=le\b|au\b|hier\b|[a-z]+di\b)|date de fin\s*(?:c'est|:|=)?)\s*/;
const DEBUT =
  /(?:a partir d[ue']|a compter d[ue']|depuis|(?:commence|debute|demarre|debut)\s+(?:c'est\s+)?(?=le\b|hier\b|[a-z]+di\b)|date de debut\s*(?:c'est|:|=)?)\s*/;

const jourApres = (plie: string, motif: RegExp, aujourdhui: Jour): Periode | null => {
  const trouve = motif.exec(plie);
  if (!trouve) return null;
  const suite = plie.slice(trouve.index + trouve[0].length);
  const lue = lirePeriode(/^\d{1,2}(?:er)?\b/.test(suite) ? `le ${suite}` : suite, aujourdhui);
  return lue?.type === 'periode' && lue.debut < 4 && lue.periode.du === lue.periode.au ? lue.periode : null;
};

/** « jusqu'au 12 seulement », « à partir du 10 » : une seule borne de la période déjà dite change. */
export const periodeBornee = (plie: string, periode: Periode, aujourdhui: Jour): Periode | null => {
  const fin = jourApres(plie, FIN, aujourdhui);
  const debut = jourApres(plie, DEBUT, aujourdhui);
  if (!fin && !debut) return null;
  const bornee = { du: debut?.du ?? periode.du, au: fin?.au ?? periode.au };
  return bornee.du <= bornee.au ? bornee : null;
};
