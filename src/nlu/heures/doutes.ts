import { compterJours, type Periode } from '../../domain/dates.ts';
import type { Alerte, ChampHeures, ContexteHeures, LigneLue } from '../../domain/heures.ts';
import { estCalendaire, joursOuvres } from '../dates/calendrier.ts';

/** Durée maximale du travail sur une semaine (code du travail, L. 3121-20). */
const SEMAINE_MAX = 48;

/** Doutes nés de la lecture, que le calcul ne retrouve pas : ils restent tant que le champ n'est pas redit. */
const DE_LECTURE: Readonly<Record<ChampHeures, readonly Alerte[]>> = {
  heures: ['heures-ambigues'],
  periode: ['date-invalide', 'periode-inversee', 'date-ambigue'],
  beneficiaire: ['noms-attendus'],
  operation: [],
};

const lus: ReadonlySet<Alerte> = new Set(Object.values(DE_LECTURE).flat());

/** Les alertes d'une ligne sans celles que la nouvelle valeur d'un champ a levées. */
export const sansDoutesDe = (champ: ChampHeures, alertes: readonly Alerte[]): Alerte[] =>
  alertes.filter((alerte) => !DE_LECTURE[champ].includes(alerte));

/** Heures au-delà desquelles on doute : plus de 48 h par semaine ; une semaine de travail tient en cinq jours ouvrés. */
export const plafond = (periode: Periode): number =>
  SEMAINE_MAX * Math.max(1, compterJours(periode) / 7, joursOuvres(periode) / 5);

const alertesHeures = (heures: number, periode: Periode | null): Alerte[] => {
  if (heures === 0) return ['heures-nulles'];
  if (heures < 0) return ['heures-negatives'];
  if (!periode) return [];
  const jours = compterJours(periode);
  if (jours === 1) return heures > 24 ? ['plus-de-24-h-en-un-jour'] : [];
  return heures > plafond(periode) || heures > 24 * jours ? ['trop-d-heures-pour-la-periode'] : [];
};

const alertesPeriode = ({ du, au }: Periode, ligne: LigneLue, contexte: ContexteHeures): Alerte[] => {
  const alertes: Alerte[] = [];
  // « en novembre » ou « cette semaine » finissent après aujourd'hui sans rien avoir d'annoncé d'avance.
  const entiere = estCalendaire({ du, au });
  const { aujourdhui } = contexte;
  if (du > aujourdhui || (au > aujourdhui && !entiere)) alertes.push('date-future');
  const operation = contexte.operations.find(({ id }) => id === ligne.operation);
  if (!operation) return alertes;
  if (operation.debut && (entiere ? au : du) < operation.debut) alertes.push('avant-operation');
  if (operation.fin && (entiere ? du : au) > operation.fin) alertes.push('apres-operation');
  return alertes;
};

/**
 * Les doutes d'une ligne : ceux de sa lecture qui tiennent encore, puis ceux que ses valeurs font naître.
 * Pure : le formulaire la rappelle après chaque correction.
 */
export const verifierLigne = (ligne: LigneLue, contexte: ContexteHeures): Alerte[] => [
  ...new Set([
    ...ligne.alertes.filter((alerte) => lus.has(alerte)),
    ...(ligne.heures === null ? [] : alertesHeures(ligne.heures, ligne.periode)),
    ...(ligne.periode ? alertesPeriode(ligne.periode, ligne, contexte) : []),
  ]),
];
