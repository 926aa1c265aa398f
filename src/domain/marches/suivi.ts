import { decalerJour, type Jour } from '../dates.ts';
import type { Avis } from '../marches.ts';

/** Sans date limite publiée, un avis ne passe pour ouvert que ses deux premiers mois. */
export const JOURS_SANS_LIMITE = 60;

/** Un avis, corrigé par ses rectificatifs, et ce que des avis postérieurs en ont fait. */
export interface AvisSuivi {
  readonly avis: Avis;
  readonly issue: 'en-cours' | 'attribue' | 'annule';
}

const corriger = (avis: Avis, rectificatif: Avis): Avis => ({
  ...avis,
  dateLimite: rectificatif.dateLimite ?? avis.dateLimite,
  heureLimite: rectificatif.dateLimite === null ? avis.heureLimite : rectificatif.heureLimite,
  reservation: rectificatif.reservation.statut === 'inconnu' ? avis.reservation : rectificatif.reservation,
  lots: rectificatif.lots.length > 0 ? rectificatif.lots : avis.lots,
  lies: [...new Set([...avis.lies, rectificatif.id])],
});

const parPublication = (a: Avis, b: Avis): number =>
  (a.publieLe ?? '').localeCompare(b.publieLe ?? '') || a.id.localeCompare(b.id);

const issueDe = ({ nature }: Avis, avant: AvisSuivi['issue'] = 'en-cours'): AvisSuivi['issue'] =>
  nature === 'attribution' ? 'attribue' : nature === 'annulation' ? 'annule' : avant;

/** Un avis tel que ses suites (rectificatifs, annulations, attributions) l'ont laissé. */
export const suivreUn = (avis: Avis, suites: readonly Avis[]): AvisSuivi =>
  [...suites].sort(parPublication).reduce<AvisSuivi>(
    (suivi, suite) => ({
      avis: suite.nature === 'rectificatif' ? corriger(suivi.avis, suite) : suivi.avis,
      issue: issueDe(suite, suivi.issue),
    }),
    { avis, issue: issueDe(avis) },
  );

/** Peut-on encore répondre ? Une préinformation n'appelle pas encore d'offre. */
export const estOuvert = ({ avis, issue }: AvisSuivi, aujourdhui: Jour): boolean => {
  if (issue !== 'en-cours' || avis.nature === 'preinformation') return false;
  if (avis.dateLimite !== null) return avis.dateLimite >= aujourdhui;
  return avis.publieLe !== null && avis.publieLe > decalerJour(aujourdhui, { days: -JOURS_SANS_LIMITE });
};
