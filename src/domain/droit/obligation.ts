import type { Jour } from '../dates.ts';
import type { Borne } from './borne.ts';
import { type PeriodeSeuils, type Seuils, seuilsDu } from './seuils.ts';
import type { Acheteur, Contrat, Situation } from './situation.ts';

/** Un acheteur et un contrat possibles, et le seuil qui leur correspond. */
export interface Branche {
  readonly contrat: Contrat;
  /** null : le seuil est le même pour tous. */
  readonly acheteur: Acheteur | null;
  readonly seuil: number;
  readonly obligatoire: boolean;
}

/** Ce que dit la loi d'une situation, un jour donné. */
export type Verdict =
  /** L'obligation n'existait pas encore ce jour-là. */
  | { readonly type: 'pas-encore'; readonly du: Jour }
  | { readonly type: 'oui'; readonly branche: Branche; readonly duree: 'dispense' | 'a-verifier' | 'sans-effet' }
  | { readonly type: 'non'; readonly branche: Branche }
  /** La même réponse quel que soit ce qui n'est pas dit. */
  | { readonly type: 'toujours'; readonly obligatoire: boolean; readonly seuil: number }
  /** Une limite (« sous 216 000 € ») : les cas dont le seuil l'atteint, et ceux dont le seuil est plus bas. */
  | {
      readonly type: 'borne';
      readonly borne: Borne;
      readonly atteints: readonly Branche[];
      readonly plusBas: readonly Branche[];
    }
  /** La réponse dépend de ce qui n'est pas dit. */
  | { readonly type: 'selon'; readonly branches: readonly Branche[] };

const CONTRATS: readonly Contrat[] = ['fournitures', 'services', 'travaux'];
const ACHETEURS: readonly Acheteur[] = ['etat', 'collectivite', 'entite-adjudicatrice'];

/** Juge l'obligation sociale d'une situation ; null sans montant, ou si les seuils de ce jour sont inconnus. */
export const jugerObligation = (situation: Situation, jour: Jour, seuils: Seuils): Verdict | null => {
  const { montant, borne } = situation;
  if (montant === null && borne === null) return null;
  if (jour < seuils.obligation.du) return { type: 'pas-encore', du: seuils.obligation.du };
  const periode = seuilsDu(seuils, jour);
  if (periode === null) return null;
  if (montant === null) return borne === null ? null : jugerBorne(situation, borne, periode);
  const branches = branchesDe(situation, { montant, periode });
  const [premiere] = branches;
  if (premiere === undefined) return null;
  if (branches.length === 1)
    return premiere.obligatoire
      ? { type: 'oui', branche: premiere, duree: effetDuree(situation, premiere, seuils) }
      : { type: 'non', branche: premiere };
  if (branches.every(({ obligatoire }) => obligatoire === premiere.obligatoire)) {
    const montants = branches.map(({ seuil }) => seuil);
    const seuil = premiere.obligatoire ? Math.max(...montants) : Math.min(...montants);
    return { type: 'toujours', obligatoire: premiere.obligatoire, seuil };
  }
  return { type: 'selon', branches };
};

const jugerBorne = (situation: Situation, borne: Borne, periode: PeriodeSeuils): Verdict => {
  const { euros, sens } = borne;
  const branches = branchesDe(situation, { montant: euros ?? 0, periode });
  const plusBas = euros === null ? [] : branches.filter(({ seuil }) => seuil < euros);
  const atteints = branches.filter((branche) => !plusBas.includes(branche));
  return { type: 'borne', borne: { sens, euros }, atteints, plusBas };
};

const branchesDe = (
  { contrat, acheteur }: Situation,
  { montant, periode }: { readonly montant: number; readonly periode: PeriodeSeuils },
): readonly Branche[] => {
  const contrats = contrat === null ? CONTRATS : [contrat];
  const branches = contrats.flatMap((possible): Branche[] => {
    const acheteurs = acheteur === null ? ACHETEURS : [acheteur.sorte];
    const seuilsPossibles = acheteurs.map((sorte) => ({ sorte, seuil: seuilDe(possible, sorte, periode) }));
    const memes = seuilsPossibles.every(({ seuil }) => seuil === seuilsPossibles[0]?.seuil);
    return (memes ? seuilsPossibles.slice(0, 1) : seuilsPossibles).map(({ sorte, seuil }) => ({
      contrat: possible,
      acheteur: memes && acheteurs.length > 1 ? null : sorte,
      seuil,
      obligatoire: montant >= seuil,
    }));
  });
  return branches.filter(
    ({ contrat: autre, acheteur: qui, seuil }, rang) =>
      rang === branches.findIndex((b) => b.seuil === seuil && b.acheteur === qui && fusionnent(b.contrat, autre)),
  );
};

/** Fournitures et services ont les mêmes seuils : on ne les distingue pas quand rien n'est dit. */
const fusionnent = (a: Contrat, b: Contrat): boolean =>
  a === b || (a === 'fournitures' && b === 'services') || (a === 'services' && b === 'fournitures');

const seuilDe = (contrat: Contrat, acheteur: Acheteur, periode: PeriodeSeuils): number => {
  if (contrat === 'travaux') return periode.travaux;
  if (contrat === 'concession') return periode.concessions;
  if (contrat === 'services-sociaux')
    return acheteur === 'entite-adjudicatrice' ? periode.servicesSociauxEntites : periode.servicesSociaux;
  if (acheteur === 'etat') return periode.etat;
  return acheteur === 'collectivite' ? periode.collectivites : periode.entites;
};

const effetDuree = (
  { mois }: Situation,
  { contrat }: Branche,
  { obligation }: Seuils,
): 'dispense' | 'a-verifier' | 'sans-effet' => {
  if (contrat !== 'travaux') return 'sans-effet';
  if (mois === null) return 'a-verifier';
  return mois < obligation.travauxCourts ? 'dispense' : 'sans-effet';
};
