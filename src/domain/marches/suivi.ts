import { decalerJour, type Jour } from '../dates.ts';
import type { Avis } from '../marches.ts';

/** Sans date limite publiée, un avis ne passe pour ouvert que ses deux premiers mois. */
const JOURS_SANS_LIMITE = 60;

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

const parPublication = (a: Avis, b: Avis): number => (a.publieLe ?? '').localeCompare(b.publieLe ?? '');

/**
 * Rattache rectificatifs, annulations et attributions à l'avis qu'ils visent. Un rectificatif dont l'avis n'est pas
 * connu vaut pour lui-même.
 */
export const suivre = (tous: readonly Avis[]): AvisSuivi[] => {
  const suivis = new Map<string, AvisSuivi>();
  const [premiers, suites] = [
    tous.filter(({ nature }) => nature === 'avis'),
    tous.filter(({ nature }) => nature !== 'avis'),
  ];
  for (const avis of premiers) suivis.set(avis.id, { avis, issue: 'en-cours' });
  for (const suite of [...suites].sort(parPublication)) {
    const vises = suite.lies.filter((id) => suivis.has(id));
    for (const id of vises) {
      const suivi = suivis.get(id);
      if (suivi === undefined) continue;
      if (suite.nature === 'rectificatif') suivis.set(id, { ...suivi, avis: corriger(suivi.avis, suite) });
      if (suite.nature === 'annulation') suivis.set(id, { ...suivi, issue: 'annule' });
      if (suite.nature === 'attribution') suivis.set(id, { ...suivi, issue: 'attribue' });
    }
    if (suite.nature === 'rectificatif' && vises.length > 0) continue;
    const issue = suite.nature === 'attribution' ? 'attribue' : suite.nature === 'annulation' ? 'annule' : 'en-cours';
    suivis.set(suite.id, { avis: suite, issue });
  }
  return [...suivis.values()];
};

/** Peut-on encore répondre ? Une préinformation n'appelle pas encore d'offre. */
export const estOuvert = ({ avis, issue }: AvisSuivi, aujourdhui: Jour): boolean => {
  if (issue !== 'en-cours' || avis.nature === 'preinformation') return false;
  if (avis.dateLimite !== null) return avis.dateLimite >= aujourdhui;
  return avis.publieLe !== null && avis.publieLe > decalerJour(aujourdhui, { days: -JOURS_SANS_LIMITE });
};
