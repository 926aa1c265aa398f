import { decalerJour, type Jour, moisDe, type Periode, semaineDe } from '../dates.ts';
import type { Alerte, LigneLue, Operation } from '../heures.ts';

/** Une lecture probable d'une ligne douteuse : ce qui changerait. */
export interface Proposition {
  readonly heures?: number;
  readonly periode?: Periode;
}

/** Lectures que le texte permettait, quand la ligne ne les a pas retenues. */
export interface Possibles {
  readonly periodes: readonly Periode[];
  readonly heures: readonly number[];
}

export interface ContextePropositions {
  readonly aujourdhui: Jour;
  readonly operation: Pick<Operation, 'debut' | 'fin'> | null;
  readonly possibles: Possibles;
  /** Doutes qu'aurait la ligne ainsi changée. */
  readonly verifier: (ligne: LigneLue) => readonly Alerte[];
}

const MAXIMUM = 4;

/** Durée maximale du travail sur une semaine (code du travail, L. 3121-20). */
const SEMAINE_MAX = 48;

const DOUTES_HEURES = new Set<Alerte>(['plus-de-24-h-en-un-jour', 'trop-d-heures-pour-la-periode']);
const DOUTES_DATE = new Set<Alerte>(['date-future', 'avant-operation', 'apres-operation']);
const DOUTES_LECTURE = new Set<Alerte>(['date-ambigue', 'date-invalide', 'periode-inversee', 'heures-ambigues']);

/** Les lectures les plus probables d'une ligne douteuse, la plus proche d'abord ; aucune n'est elle-même douteuse. */
export const proposer = (ligne: LigneLue, contexte: ContextePropositions): Proposition[] => {
  const candidates = [...pourHeures(ligne), ...pourDates(ligne, contexte), ...pourLecture(ligne, contexte)];
  const vues = new Set<string>();
  return candidates
    .filter((proposition) => {
      const { heures, periode } = appliquerProposition(ligne, proposition);
      const cle = JSON.stringify([heures, periode]);
      if (vues.has(cle)) return false;
      vues.add(cle);
      return estSaine(appliquerProposition(ligne, proposition), contexte);
    })
    .slice(0, MAXIMUM);
};

/** La ligne, si l'on retenait cette lecture. */
export const appliquerProposition = (ligne: LigneLue, { heures, periode }: Proposition): LigneLue => ({
  ...ligne,
  heures: heures ?? ligne.heures,
  periode: periode ?? ligne.periode,
  alertes: [],
});

const estSaine = (ligne: LigneLue, { verifier }: ContextePropositions): boolean => verifier(ligne).length === 0;

const porte = ({ alertes }: LigneLue, doutes: ReadonlySet<Alerte>): boolean =>
  alertes.some((alerte) => doutes.has(alerte));

/** 300 h : une virgule oubliée (30 h, 3 h), ou toute une semaine, tout un mois. */
const pourHeures = (ligne: LigneLue): Proposition[] => {
  const { heures, periode, alertes } = ligne;
  if (heures !== null && alertes.includes('heures-negatives')) return [{ heures: -heures }];
  if (heures === null || periode === null || !porte(ligne, DOUTES_HEURES)) return [];
  const semaine = { periode: semaineDe(periode.au) };
  const mois = { periode: moisDe(periode.au) };
  const dixieme = { heures: Math.round(heures * 10) / 100 };
  const centieme = { heures: Math.round(heures) / 100 };
  // Une semaine au plus tient dans la semaine ; au-delà, c'est plutôt la virgule qui manque.
  const probables =
    heures <= SEMAINE_MAX ? [semaine, dixieme, mois] : [dixieme, centieme, { ...dixieme, ...semaine }, mois];
  return probables.filter((une) => !('heures' in une) || une.heures >= 1);
};

/** Une date à venir est souvent celle de la semaine, du mois ou de l'année d'avant. */
const pourDates = (ligne: LigneLue, { operation }: ContextePropositions): Proposition[] => {
  const { periode } = ligne;
  if (periode === null || !porte(ligne, DOUTES_DATE)) return [];
  const decaler = (duree: Parameters<typeof decalerJour>[1]): Proposition => ({
    periode: { du: decalerJour(periode.du, duree), au: decalerJour(periode.au, duree) },
  });
  if (ligne.alertes.includes('avant-operation'))
    return [
      decaler({ years: 1 }),
      decaler({ months: 1 }),
      ...(operation?.debut ? [{ periode: { du: operation.debut, au: maximum(operation.debut, periode.au) } }] : []),
    ];
  if (ligne.alertes.includes('apres-operation')) return [decaler({ years: -1 }), decaler({ months: -1 })];
  return [decaler({ weeks: -1 }), decaler({ months: -1 }), decaler({ years: -1 })];
};

const maximum = (un: Jour, autre: Jour): Jour => (un > autre ? un : autre);

const pourLecture = (ligne: LigneLue, { possibles, aujourdhui }: ContextePropositions): Proposition[] => {
  const { alertes } = ligne;
  if (!porte(ligne, DOUTES_LECTURE)) return [];
  if (alertes.includes('heures-ambigues')) return possibles.heures.map((heures) => ({ heures }));
  if (possibles.periodes.length > 0) return possibles.periodes.map((periode) => ({ periode }));
  // « l'autre jour » : rien à lire, mais hier et la semaine dernière sont ce qu'on veut dire le plus souvent.
  const hier = decalerJour(aujourdhui, { days: -1 });
  return [{ periode: { du: hier, au: hier } }, { periode: semaineDe(decalerJour(aujourdhui, { weeks: -1 })) }];
};
