import { decalerJour, type Jour } from '../dates.ts';
import type { Avis, FiltreMarches } from '../marches.ts';
import { motsDAcheteur } from './acheteur.ts';
import type { IndexAvis } from './index-avis.ts';
import { jetons } from './jetons.ts';
import { chercherPlaces } from './recherche.ts';

/** Un contrat qui devrait être remis en concurrence. */
export interface Retour {
  readonly avis: Avis;
  /** Fin du contrat : notification (à défaut publication) et durée. */
  readonly fin: Jour;
  /** Quand la nouvelle consultation devrait paraître. */
  readonly parution: Jour;
  /** Quand appeler l'acheteur, assez tôt pour peser sur le besoin. */
  readonly appeler: Jour;
  readonly confiance: 'bonne' | 'moyenne' | 'faible';
  /** Contrats semblables déjà passés par cet acheteur, celui-ci compris. */
  readonly precedents: number;
}

/** Une consultation paraît d'ordinaire quatre mois avant la fin du contrat qu'elle remplace. */
const MOIS_AVANT_FIN = 4;
/** Un besoin se discute (sourcing) trois mois avant la parution. */
const MOIS_DE_SOURCING = 3;
/** Au-delà, la durée publiée est celle d'une concession ou une faute de saisie. */
const DUREE_CREDIBLE = 120;
/** Travaux d'un seul ouvrage : ils ne reviennent pas. */
const UNIQUES = /^45(?!2(?:33141|332|61|5)|4)|^71/;

/** Fin prévue d'un contrat ; null sans date ou sans durée croyable. */
export const finDuContrat = ({ notifieLe, publieLe, dureeMois }: Avis): Jour | null => {
  const debut = notifieLe ?? publieLe;
  if (debut === null || dureeMois === null || dureeMois < 1 || dureeMois > DUREE_CREDIBLE) return null;
  return decalerJour(debut, { months: Math.round(dureeMois) });
};

/** Même besoin : même classe de CPV, ou la moitié des mots de l'objet. */
export const memeBesoin = (un: Avis, autre: Avis): boolean => {
  if (un.cpv.some((code) => autre.cpv.some((lu) => lu.slice(0, 5) === code.slice(0, 5)))) return true;
  const [a, b] = [new Set(jetons(un.objet)), new Set(jetons(autre.objet))];
  const communs = [...a].filter((mot) => mot.length > 3 && b.has(mot)).length;
  return communs >= 2 && communs * 2 >= Math.min(a.size, b.size);
};

/** Clé d'un acheteur, la même d'une source à l'autre. */
export const cleAcheteur = ({ acheteur }: Avis): string => motsDAcheteur(acheteur ?? '').join(' ');

const confianceDe = (avis: Avis, precedents: number): Retour['confiance'] => {
  if (precedents > 1) return 'bonne';
  const unique = avis.cpv.some((code) => UNIQUES.test(code));
  if (unique || (avis.dureeMois ?? 0) < 6) return 'faible';
  // Douze mois sont souvent la première période d'un accord-cadre reconductible : il peut revenir bien plus tard.
  return avis.dureeMois === 12 ? 'faible' : 'moyenne';
};

/** Le retour attendu d'un contrat, sans regarder quand. */
export const prevoirRetour = (avis: Avis, semblables: readonly Avis[]): Retour | null => {
  const fin = finDuContrat(avis);
  if (fin === null) return null;
  const parution = decalerJour(fin, { months: -MOIS_AVANT_FIN });
  return {
    avis,
    fin,
    parution,
    appeler: decalerJour(parution, { months: -MOIS_DE_SOURCING }),
    confiance: confianceDe(avis, semblables.length),
    precedents: semblables.length,
  };
};

const RANG: Readonly<Record<Retour['confiance'], number>> = { bonne: 0, moyenne: 1, faible: 2 };

/**
 * Contrats réservés ou porteurs d'une clause qui devraient revenir : leur fin tombe dans trois à douze mois et aucun
 * contrat plus récent du même acheteur ne les remplace déjà.
 */
export const listerRetours = (index: IndexAvis, filtre: FiltreMarches, aujourdhui: Jour): Retour[] => {
  const [tot, tard] = [decalerJour(aujourdhui, { months: 3 }), decalerJour(aujourdhui, { months: 12 })];
  const large = { ...filtre, etat: 'tous' as const, reserves: false, limiteApres: null, limiteAvant: null };
  const contrats = [...chercherPlaces(index, large, aujourdhui)].flatMap((place) => {
    const avis = index.suivi(place)?.avis;
    return avis === undefined || avis.nature !== 'attribution' ? [] : [avis];
  });
  const parAcheteur = grouper(contrats);
  return contrats
    .flatMap((avis) => {
      const reserve = /^(?:oui|partiel|probable)$/.test(avis.reservation.statut);
      if (filtre.reserves && filtre.audience !== null ? !reserve : !reserve && avis.clauseSociale.presente !== true)
        return [];
      const fin = finDuContrat(avis);
      if (fin === null || fin < tot || fin > tard) return [];
      const semblables = (parAcheteur.get(cleAcheteur(avis)) ?? []).filter((autre) => memeBesoin(avis, autre));
      const remplace = semblables.some((autre) => (finDuContrat(autre) ?? '') > fin);
      const retour = remplace ? null : prevoirRetour(avis, semblables);
      return retour === null ? [] : [retour];
    })
    .sort((a, b) => a.parution.localeCompare(b.parution) || RANG[a.confiance] - RANG[b.confiance]);
};

const grouper = (contrats: readonly Avis[]): Map<string, Avis[]> => {
  const groupes = new Map<string, Avis[]>();
  for (const avis of contrats) {
    const cle = cleAcheteur(avis);
    const groupe = groupes.get(cle);
    if (groupe === undefined) groupes.set(cle, [avis]);
    else groupe.push(avis);
  }
  return groupes;
};
