import type { Audience, Reservation } from '../marches.ts';
import { audiencesDesTextes, INCONNUE, lireReservation, type Texte } from './reservation.ts';

/** Ce qu'un champ structuré dit d'un lot, ou de tout le marché si `lot` est null. */
export interface ChampReservation {
  readonly lot: string | null;
  /** `res-ws` : handicap ou insertion sans dire lequel ; `res-pub-ser` : ESS ; `none` : dit non réservé. */
  readonly code: 'res-ws' | 'res-pub-ser' | 'none';
  /** Code technique : « BT-71 », « MARCHE_RESERVE_OUI ». */
  readonly champ: string;
  /** Ce que dit la case, en français : « marché réservé à des ateliers protégés ». */
  readonly dit: string;
}

/** « Case « réservé : handicap ou insertion » cochée, lots 2 et 3 (BT-71) » : une ligne par case, tous lots réunis. */
const direCases = (champs: readonly ChampReservation[]): string => {
  const lotsParCase = new Map<string, { dit: string; champ: string; lots: string[] }>();
  for (const { lot, champ, dit } of champs) {
    const cle = `${dit}|${champ}`;
    const connue = lotsParCase.get(cle) ?? { dit, champ, lots: [] };
    lotsParCase.set(cle, connue);
    if (lot !== null) connue.lots.push(lot);
  }
  return [...lotsParCase.values()]
    .map(({ dit, champ, lots }) => `Case « ${dit} » cochée${direLots(lots)} (${champ})`)
    .join(', ');
};

const direLots = (lots: readonly string[]): string =>
  lots.length === 0
    ? ''
    : lots.length === 1
      ? `, lot ${lots[0]}`
      : `, lots ${lots.slice(0, -1).join(', ')} et ${lots.at(-1)}`;

const MIXTES: readonly Audience[] = ['EA_ESAT', 'SIAE'];
const ORDRE: readonly Audience[] = ['EA_ESAT', 'SIAE', 'ESS', 'PENITENTIAIRE'];

/** Une liste de champs qui mêle les deux premières audiences : seul le texte permet de trancher. */
export const A_VERIFIER = 'EA/ESAT ou SIAE : à vérifier dans le règlement de la consultation';

/** Vrai quand l'avis réserve sans dire à qui : la réponse invite à vérifier. */
export const audienceIncertaine = ({ statut, audiences, preuve }: Reservation): boolean =>
  (statut === 'oui' || statut === 'partiel' || statut === 'probable') &&
  (audiences.length === 0 || preuve?.includes(A_VERIFIER) === true);

const audiencesDe = (reserves: readonly ChampReservation[], textes: readonly Texte[]): Audience[] => {
  const lues = new Set<Audience>();
  if (reserves.some(({ code }) => code === 'res-pub-ser')) lues.add('ESS');
  if (reserves.some(({ code }) => code === 'res-ws')) {
    const dites = audiencesDesTextes(textes);
    for (const audience of dites.length > 0 ? dites : MIXTES) lues.add(audience);
  }
  return ORDRE.filter((audience) => lues.has(audience));
};

const reserver = (
  champs: readonly ChampReservation[],
  textes: readonly Texte[],
  lots: readonly string[],
): Reservation => {
  const reserves = champs.filter(({ code }) => code !== 'none');
  const texte = lireReservation(textes);
  const dits = new Set(reserves.flatMap(({ lot }) => (lot === null ? [] : [lot])));
  const vises = dits.size > 0 ? [...dits] : texte.lots;
  const entier =
    lots.length < 2
      ? dits.size > 0 || texte.lots.length === 0
      : vises.length === 0 || lots.every((lot) => vises.includes(lot));
  const incertaine = reserves.some(({ code }) => code === 'res-ws') && audiencesDesTextes(textes).length === 0;
  const preuves = [direCases(reserves), incertaine ? A_VERIFIER : texte.preuve];
  return {
    statut: entier ? 'oui' : 'partiel',
    audiences: audiencesDe(reserves, textes),
    lots: lots.length < 2 && entier ? [] : vises,
    preuve: preuves.filter((preuve) => preuve !== null).join(' — '),
  };
};

/** Les lots nommés par le texte sont-ils tous ceux de l'avis ? Alors le marché entier est réservé. */
const selonLeTexte = (textes: readonly Texte[], lots: readonly string[]): Reservation => {
  const lue = lireReservation(textes);
  const tous = lots.length > 1 && lue.statut === 'partiel' && lots.every((lot) => lue.lots.includes(lot));
  return tous ? { ...lue, statut: 'probable' } : lue;
};

/**
 * Réservation d'un avis : les champs structurés d'abord, puis le texte. Un texte qui réserve alors que le champ dit
 * non vaut `probable` : les acheteurs laissent souvent la valeur par défaut.
 */
export const conclureReservation = (
  champs: readonly ChampReservation[],
  textes: readonly Texte[],
  lots: readonly string[],
): Reservation => {
  if (champs.some(({ code }) => code !== 'none')) return reserver(champs, textes, lots);
  const texte = selonLeTexte(textes, lots);
  if (champs.length === 0) return texte;
  const contredit = (texte.statut === 'probable' || texte.statut === 'partiel') && texte.audiences.length > 0;
  const champ = direCases(champs);
  if (contredit) return { ...texte, statut: 'probable', preuve: `${texte.preuve ?? ''} (mais ${champ})` };
  return champs.length >= lots.length || champs.some(({ lot }) => lot === null)
    ? { ...INCONNUE, statut: 'non', preuve: champ }
    : INCONNUE;
};
