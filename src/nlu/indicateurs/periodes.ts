import { annee, anneePrecedente, type Jour, type Periode } from '../../domain/dates.ts';
import { lirePeriode } from '../dates.ts';
import { plier } from '../normaliser.ts';
import { COMPARER, ET_AVANT } from './mots.ts';

/** Période demandée et période de comparaison. */
export interface PeriodesLues {
  readonly periode: Periode | null;
  readonly avant: Periode | null;
}

const SEMESTRE = /\bs([12])[ -]((?:19|20)\d{2})\b|\b((?:19|20)\d{2})[ -]s([12])\b/;
const ANNEES = /(?<![\d-])(?:19|20)\d{2}(?![\d-])/g;
const DEPUIS = /\b(?:depuis|a partir de|des) (?:l'annee )?((?:19|20)\d{2})\b/;
const ENTRE = /\b(?:entre|de) ((?:19|20)\d{2}) (?:et|a) ((?:19|20)\d{2})\b/;

const semestre = (an: number, rang: string): Periode =>
  rang === '1' ? { du: `${an}-01-01`, au: `${an}-06-30` } : { du: `${an}-07-01`, au: `${an}-12-31` };

const anneeCivile = ({ du, au }: Periode): boolean => du.endsWith('-01-01') && au === `${du.slice(0, 4)}-12-31`;

/**
 * Période d'une question sur les chiffres.
 * @param precedente période de la question d'avant : « et l'an dernier ? » la recule d'un an
 */
export const lirePeriodes = (texte: string, aujourdhui: Jour, precedente: Periode | null): PeriodesLues => {
  const plie = plier(texte);
  const suite = ET_AVANT.exec(plie);
  if (suite !== null) {
    const reste = plie.replace(ET_AVANT, ' ');
    const periode = lireUne(reste, aujourdhui);
    if (periode !== null) return { periode, avant: reculer(periode, aujourdhui) };
    if (COMPARER.test(plie) && precedente !== null)
      return { periode: precedente, avant: reculer(precedente, aujourdhui) };
    if (precedente !== null) return { periode: anneePrecedente(precedente), avant: null };
  }
  const ans = [...new Set([...plie.matchAll(ANNEES)].map(([an]) => Number(an)))].sort((a, b) => a - b);
  const [premier] = ans;
  const dernier = ans.at(-1);
  const compare = COMPARER.test(plie);
  if (ans.length === 2 && premier !== undefined && dernier !== undefined && !DEPUIS.test(plie)) {
    if (ENTRE.test(plie) && !compare)
      return { periode: { du: `${premier}-01-01`, au: `${dernier}-12-31` }, avant: null };
    return { periode: annee(dernier), avant: annee(premier) };
  }
  const periode = lireUne(plie, aujourdhui);
  if (!compare) return { periode, avant: null };
  const comparee = periode ?? precedente ?? { du: `${aujourdhui.slice(0, 4)}-01-01`, au: aujourdhui };
  return { periode: comparee, avant: reculer(comparee, aujourdhui) };
};

/** « du mois », « de l'année », sans autre précision : la période en cours. */
const EN_COURS =
  /\b(?:du (mois|trimestre|semestre)|de (?:la |l')(semaine|annee))\b(?! (?:dernier|derniere|passee?|precedente?|prochaine?|suivante?|d'avant|de |d'|du |\d|n-1))/;
const CETTE: Readonly<Record<string, string>> = { semaine: 'cette semaine', annee: 'cette annee' };

/** Écrit en toutes lettres la période en cours : « heures du mois » veut dire ce mois-ci. */
export const direEnCours = (plie: string): string =>
  plie.replace(EN_COURS, (_tout, masculin: string | undefined, feminin: string | undefined) =>
    masculin === undefined ? (CETTE[feminin ?? ''] ?? '') : `ce ${masculin}`,
  );

const lireUne = (dite: string, aujourdhui: Jour): Periode | null => {
  const plie = direEnCours(dite);
  const s = SEMESTRE.exec(plie);
  if (s) return semestre(Number(s[2] ?? s[3]), s[1] ?? s[4] ?? '1');
  const depuis = DEPUIS.exec(plie)?.[1];
  if (depuis !== undefined && `${depuis}-01-01` <= aujourdhui) return { du: `${depuis}-01-01`, au: aujourdhui };
  const lue = lirePeriode(plie, aujourdhui);
  if (lue?.type === 'periode' || lue?.type === 'inversee') return lue.periode;
  if (lue?.type === 'ambigue' && lue.preferee !== null) return lue.preferee;
  const an = plie.match(ANNEES)?.[0];
  return an === undefined ? null : annee(Number(an));
};

/** La même période un an plus tôt ; une année en cours se compare à la même date. */
const reculer = (periode: Periode, aujourdhui: Jour): Periode => {
  const enCours = periode.du <= aujourdhui && aujourdhui < periode.au;
  if (anneeCivile(periode) && !enCours) return annee(Number(periode.du.slice(0, 4)) - 1);
  return anneePrecedente(enCours ? { du: periode.du, au: aujourdhui } : periode);
};

const RANGS_DE_PERIODE =
  /\b(?:au |du |le |sur le )?(?:1er|1e|premier|2e|2eme|2nd|second|deuxieme|3e|3eme|troisieme|4e|4eme|quatrieme|dernier)\s+(?:semestre|trimestre|mois)\b|\b[st][1-4]\b/gi;

/** « tableau de bord » n'est pas un lieu, quoique « bord » en soit le début. */
const TABLEAU = /\b(?:tableaux? de bord|chiffres?[ -]cles?|indicateurs?|bilan|stat(?:istique)?s?|etats? des lieux)\b/g;

/** Efface ce que reconnaît un motif écrit pour le texte plié ; la casse du reste, qui dit un nom propre, demeure. */
const effacer = (texte: string, motif: RegExp): string => {
  const plie = plier(texte);
  if (plie.length !== texte.length) return plie.replace(motif, ' ');
  const global = new RegExp(motif.source, 'gi');
  let reste = texte;
  for (const lu of plie.matchAll(global))
    reste = reste.slice(0, lu.index) + ' '.repeat(lu[0].length) + reste.slice(lu.index + lu[0].length);
  return reste;
};

/** Le texte où chercher un lieu : sans « 1er semestre », qui n'est pas un arrondissement, ni « tableau de bord ». */
export const sansRangDePeriode = (texte: string): string =>
  [ET_AVANT, RANGS_DE_PERIODE, TABLEAU].reduce(effacer, texte.normalize('NFC'));
