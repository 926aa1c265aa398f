import type { Jour } from '../../src/domain/dates.ts';
import { jugerDispense } from '../../src/domain/droit/dispense.ts';
import type { Seuils } from '../../src/domain/droit/seuils.ts';
import type { Situation } from '../../src/domain/droit/situation.ts';
import type { Fiche } from '../../src/domain/droit.ts';
import * as messages from './messages-dispense.ts';
import { situation as direSituation } from './messages-obligation.ts';

/** Fiches où un montant dit s'il faut une publicité et une mise en concurrence. */
const CONCERNEES: ReadonlySet<string> = new Set([
  'procedure-seuil-dispense',
  'procedure-publicite-seuils',
  'reserver-mise-en-concurrence',
]);

interface Quand {
  readonly jour: Jour;
  /** La date dite, en mots ; null : aujourd'hui. */
  readonly alors: string | null;
  readonly seuils: Seuils;
}

/** Première ligne d'une réponse sur l'achat direct, quand la question donne un montant ; null sinon. */
export const jugerAchatDirect = (
  situation: Situation,
  { id }: Fiche,
  { jour, alors, seuils }: Quand,
): string | null => {
  if (!CONCERNEES.has(id) || situation.montant === null) return null;
  const verdict = jugerDispense(situation, jour, seuils);
  if (verdict === null) return null;
  const { ttc, contrat } = situation;
  return messages.achatDirect(direSituation(situation.montant, { ttc, contrat, nom: null }), verdict, alors);
};
