import type { Periode } from '../../domain/dates.ts';
import type { Alerte } from '../../domain/heures.ts';
import type { Marque } from '../dates/aligner.ts';
import { plafond } from './doutes.ts';
import type { Duree } from './duree.ts';
import type { Faits } from './faits.ts';

/** Des heures dites pour plusieurs personnes ensemble. */
export const PARTAGE = /\b(?:en tout|au total|a eux|a elles|ensemble|a se partager|a repartir|cumulees?|a tous)\b/;

/** « 7 h lundi et mardi » : par jour, ou pour les deux jours ? */
const enumere = ({ plie, periodes }: Faits): boolean =>
  periodes.length === 1 &&
  periodes.some(({ type, debut, fin }) => {
    const dit = plie.slice(debut, fin);
    return (
      type === 'periode' &&
      /\bet\b/.test(dit) &&
      !/^entre\b/.test(dit) &&
      /\d|di\b|hier/.test(dit) &&
      !/sem|^s\d|^t\d/.test(dit)
    );
  }) &&
  !PARTAGE.test(plie);
/** « deux demi-journées lundi et mardi » : le compte des jours est dans la durée, rien à demander. */
const parJourPeutEtre = (duree: Marque<Duree> | null, { plie }: Faits): boolean => {
  const heures = duree?.valeur.heures ?? null;
  if (!duree || heures === null || heures <= 0 || heures > 8) return false;
  return !/jour|\bfois\b|[x*]/.test(plie.slice(duree.debut, duree.fin));
};

/** « 1.200 h en octobre » : mille deux cents n'y tiennent pas, un virgule deux peut-être. */
const milliersPeutEtre = (duree: Marque<Duree> | null, periode: Periode | null, { plie }: Faits): boolean =>
  duree !== null &&
  periode !== null &&
  (duree.valeur.heures ?? 0) > plafond(periode) &&
  /^\d{1,3}\.\d{3}\s*h/.test(plie.slice(duree.debut, duree.fin));

interface HeuresDites {
  readonly duree: Marque<Duree> | null;
  readonly periode: Periode | null;
  /** « 70 h à eux deux » : la part de chacun n'est pas dite. */
  readonly partage: boolean;
}

/** Ce qui fait douter d'un nombre d'heures par la façon dont il est dit. */
export const doutesHeures = (faits: Faits, { duree, periode, partage }: HeuresDites): readonly Alerte[] =>
  partage || (enumere(faits) && parJourPeutEtre(duree, faits)) || milliersPeutEtre(duree, periode, faits)
    ? ['heures-ambigues']
    : [];
