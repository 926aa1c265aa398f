import type { Periode } from '../../domain/dates.ts';
import type { Alerte, ContexteHeures, LigneLue } from '../../domain/heures.ts';
import { reunir } from '../dates/calendrier.ts';
import { type LecturePeriode, lireQuantiemeRepondu } from '../dates.ts';
import { sansDoutesDe } from './doutes.ts';
import type { Faits } from './faits.ts';
import type { Tri } from './refus.ts';
import { ajusterPeriode, uneSeulePeriode, valeurPeriode } from './valeurs.ts';
import { periodeBornee, periodeDeplacee, periodeVoisine } from './voisinage.ts';

const AJOUTE = /\b(?:r?ajoute[rz]?|aussi|egalement|en plus)\b/;

/** « ajoute le 19 » : un jour de plus, sans qu'on sache si les heures le comptaient. */
const allonger = (ligne: LigneLue, periode: Periode): LigneLue => {
  if (ligne.periode === null) return { ...ligne, periode, alertes: sansDoutesDe('periode', ligne.alertes) };
  const alertes: readonly Alerte[] = ligne.heures === null ? ligne.alertes : [...ligne.alertes, 'heures-ambigues'];
  return { ...ligne, periode: reunir(ligne.periode, periode), alertes: [...new Set(alertes)] };
};

/** La période dite, déplacée, bornée, allongée ou écartée. */
export const appliquerPeriode = (
  lignes: readonly LigneLue[],
  { dits, refuses }: Tri,
  contexte: ContexteHeures,
): LigneLue[] => {
  const voisines = lignes.map(
    ({ periode }) =>
      periode &&
      (periodeVoisine(dits.plie, periode) ??
        periodeBornee(dits.plie, periode, contexte.aujourdhui) ??
        (dits.periodes.length === 0 ? periodeDeplacee(dits.plie, contexte.aujourdhui) : null)),
  );
  if (voisines.some((periode) => periode !== null))
    return lignes.map((ligne, i) => ({
      ...ligne,
      periode: voisines[i] ?? ligne.periode,
      alertes: sansDoutesDe('periode', ligne.alertes),
    }));
  const lue = uneSeulePeriode(dits.periodes) ?? quantiemeRepondu(lignes, dits, contexte);
  if (lue?.type === 'periode' && dits.durees.length + dits.nus.length === 0 && AJOUTE.test(dits.plie))
    return lignes.map((ligne) => allonger(ligne, lue.periode));
  if (lue) {
    const heures = dits.durees[0]?.valeur.heures;
    return lignes.map((ligne) => {
      const { periode, alertes } = valeurPeriode(ajusterPeriode(lue, heures ?? ligne.heures));
      return { ...ligne, periode, alertes: [...sansDoutesDe('periode', ligne.alertes), ...alertes] };
    });
  }
  if (refuses.periodes.length === 0) return [...lignes];
  return lignes.map((ligne) => ({ ...ligne, periode: null, alertes: sansDoutesDe('periode', ligne.alertes) }));
};

/** « 12 » répondu quand seul le jour manque. */
export const quantiemeRepondu = (
  lignes: readonly LigneLue[],
  { plie }: Faits,
  contexte: ContexteHeures,
): LecturePeriode | null => {
  const seul = /^\s*\d{1,2}\s*\.?$/.test(plie);
  const manque = lignes.some(({ periode }) => periode === null) && lignes.every(({ heures }) => heures !== null);
  return seul && manque ? lireQuantiemeRepondu(plie.replace('.', ''), contexte.aujourdhui) : null;
};
