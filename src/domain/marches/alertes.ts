import { z } from 'zod';
import { Jour } from '../dates.ts';
import { type Avis, FiltreMarches } from '../marches.ts';
import type { IndexAvis } from './index-avis.ts';
import { chercherPlaces } from './recherche.ts';
import type { AvisSuivi } from './suivi.ts';

/** Une recherche gardée, et ce que sa propriétaire sait déjà des avis qui y répondent. */
export const AlerteMarches = z.strictObject({
  id: z.string().min(1),
  /** Compte, ou conversation d'un visiteur. */
  proprietaire: z.string().min(1),
  canal: z.string(),
  conversation: z.string(),
  filtre: FiltreMarches,
  /** Ce qu'on relit dans « mes alertes ». */
  libelle: z.string().min(1),
  creeLe: Jour,
  active: z.boolean(),
  /** Avis déjà dits : identifiant → ce qui en a été dit (voir `empreinteAvis`). */
  dits: z.record(z.string(), z.string()),
});
export type AlerteMarches = z.infer<typeof AlerteMarches>;

/** Un message à pousser plus tard, par Teams ; la même nouvelle n'y entre qu'une fois. */
export const EnvoiMarches = z.strictObject({
  /** Alerte, avis et empreinte : la clé qui empêche les doublons. */
  id: z.string().min(1),
  alerte: z.string(),
  canal: z.string(),
  conversation: z.string(),
  avis: z.string(),
  genre: z.enum(['nouveau', 'corrige', 'annule', 'attribue']),
  statut: z.enum(['a-envoyer', 'envoye', 'abandonne']),
  le: z.string(),
});
export type EnvoiMarches = z.infer<typeof EnvoiMarches>;

/** Une nouvelle à dire pour une alerte. */
export interface Nouvelle {
  readonly genre: EnvoiMarches['genre'];
  readonly avis: Avis;
  readonly empreinte: string;
}

/** Ce qui, en changeant, mérite d'être redit : échéance, réservation, issue. */
export const empreinteAvis = ({ avis, issue }: AvisSuivi): string =>
  [
    issue,
    avis.dateLimite ?? '',
    avis.heureLimite ?? '',
    avis.reservation.statut,
    avis.reservation.audiences.join('+'),
    avis.reservation.lots.join('+'),
  ].join('|');

const genreDe = (issue: AvisSuivi['issue']): Nouvelle['genre'] =>
  issue === 'annule' ? 'annule' : issue === 'attribue' ? 'attribue' : 'corrige';

const changementsDits = (alerte: AlerteMarches, index: IndexAvis): Nouvelle[] =>
  Object.entries(alerte.dits).flatMap(([id, dite]) => {
    const suivi = index.trouver(id);
    if (suivi === null) return [];
    const empreinte = empreinteAvis(suivi);
    return empreinte === dite ? [] : [{ genre: genreDe(suivi.issue), avis: suivi.avis, empreinte }];
  });

/**
 * Ce qu'une alerte a de neuf : avis ouverts encore jamais dits, puis corrections, annulations et attributions de ceux
 * qui l'ont été.
 */
export const lireNouvelles = (alerte: AlerteMarches, index: IndexAvis, aujourdhui: Jour): Nouvelle[] => {
  const nouveaux = [...chercherPlaces(index, { ...alerte.filtre, etat: 'ouvert' }, aujourdhui)].flatMap((place) => {
    const suivi = index.suivi(place);
    return suivi === undefined || suivi.avis.id in alerte.dits
      ? []
      : [{ genre: 'nouveau' as const, avis: suivi.avis, empreinte: empreinteAvis(suivi) }];
  });
  return [...nouveaux, ...changementsDits(alerte, index)];
};

/** L'alerte, une fois ces nouvelles dites. */
export const retenir = (alerte: AlerteMarches, nouvelles: readonly Nouvelle[]): AlerteMarches => ({
  ...alerte,
  dits: { ...alerte.dits, ...Object.fromEntries(nouvelles.map(({ avis, empreinte }) => [avis.id, empreinte])) },
});

/** Envois à préparer pour pousser ces nouvelles ; leur clé les rend uniques. */
export const preparerEnvois = (alerte: AlerteMarches, nouvelles: readonly Nouvelle[], le: string): EnvoiMarches[] =>
  nouvelles.map(({ genre, avis, empreinte }) => ({
    id: `${alerte.id}/${avis.id}/${empreinte}`,
    alerte: alerte.id,
    canal: alerte.canal,
    conversation: alerte.conversation,
    avis: avis.id,
    genre,
    statut: 'a-envoyer',
    le,
  }));
