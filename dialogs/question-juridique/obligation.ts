import type { Jour } from '../../src/domain/dates.ts';
import { demandeObligation, estDeProcedure } from '../../src/domain/droit/demande.ts';
import { jugerObligation, type Verdict } from '../../src/domain/droit/obligation.ts';
import type { Seuils } from '../../src/domain/droit/seuils.ts';
import type { Situation } from '../../src/domain/droit/situation.ts';
import type { Fiche } from '../../src/domain/droit.ts';
import { formatJour } from '../kit/format.ts';
import * as messages from './messages-obligation.ts';

// Les fiches de l'obligation et des seuils : les seules où un montant change la réponse.
const CONCERNEES =
  /^(?:obligation-(?:principe|date|acheteurs|exceptions|lots|prestations|procedure|travaux|marches-en-cours|motivation|contenu|sanction)|seuil-|seuils-europeens|clause-sous-les-seuils|concession-obligation|concession-clause-sous-seuil)/;

export const estConcernee = (fiche: string): boolean => CONCERNEES.test(fiche);

const FACULTE = { marche: 'L2112-2', concession: 'L3114-2' } as const;

/** Vrai si la fiche parle des concessions : « 6 M€ » y est le montant d'une concession. */
const contratSuppose = (fiche: string, situation: Situation): Situation => {
  if (situation.contrat !== null) return situation;
  if (fiche.startsWith('concession-')) return { ...situation, contrat: 'concession' };
  if (fiche === 'obligation-travaux-six-mois') return { ...situation, contrat: 'travaux' };
  return situation;
};

interface Question {
  readonly texte: string;
  readonly jour: Jour;
  /** La date dite, en mots. */
  readonly alors: string | null;
  readonly seuils: Seuils;
}

/** Première ligne d'une réponse sur l'obligation, quand la question donne un montant ; null sinon. */
export const jugerMontant = (
  dite: Situation,
  fiche: Fiche,
  { texte, jour, alors, seuils }: Question,
): string | null => {
  if (!estConcernee(fiche.id) || estDeProcedure(texte)) return null;
  if (dite.borne !== null && !demandeObligation(texte)) return null;
  const situation = contratSuppose(fiche.id, dite);
  const verdict = jugerObligation(situation, jour, seuils);
  if (verdict === null) return null;
  if (verdict.type === 'borne')
    return messages.borne(verdict, situation.contrat === 'concession' ? FACULTE.concession : FACULTE.marche);
  if (situation.montant === null) return null;
  const { ttc, contrat, acheteur } = situation;
  const cas = messages.situation(situation.montant, { ttc, contrat, nom: acheteur?.nom ?? null });
  const manque = acheteur !== null ? 'contrat' : contrat !== null ? 'acheteur' : 'les-deux';
  return dire(verdict, {
    cas,
    montant: situation.montant,
    alors,
    seuils,
    manque,
    concession: contrat === 'concession',
  });
};

interface Cas {
  readonly cas: string;
  readonly montant: number;
  readonly alors: string | null;
  readonly seuils: Seuils;
  readonly concession: boolean;
  readonly manque: messages.Manque;
}

const dire = (
  verdict: Exclude<Verdict, { readonly type: 'borne' }>,
  { montant, cas, alors, seuils, concession, manque }: Cas,
): string => {
  const obligation = concession ? 'L3114-2-1' : 'L2112-2-1';
  const faculte = concession ? FACULTE.concession : FACULTE.marche;
  const depuis = formatJour(seuils.obligation.du);
  if (verdict.type === 'pas-encore') return messages.pasEncore(cas, { alors: alors ?? 'à cette date', depuis });
  if (verdict.type === 'selon') return messages.selon(cas, verdict.branches, { manque, article: obligation });
  if (verdict.type === 'toujours')
    return verdict.obligatoire
      ? messages.oui(cas, verdict.seuil, { article: obligation, depuis, pile: montant === verdict.seuil })
      : messages.non(cas, verdict.seuil, faculte);
  if (verdict.type === 'non' && verdict.branche.contrat === 'services-sociaux')
    return messages.nonServicesSociaux(cas, verdict.branche.seuil);
  if (verdict.type === 'non') return messages.non(cas, verdict.branche.seuil, faculte);
  if (verdict.duree === 'dispense') return messages.dispense(cas, obligation);
  const { seuil } = verdict.branche;
  const oui = messages.oui(cas, seuil, { article: obligation, depuis, pile: montant === seuil });
  return verdict.duree === 'a-verifier' ? `${oui} ${messages.dureeAVerifier}` : oui;
};
