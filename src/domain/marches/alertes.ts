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

/**
 * Une nouvelle à pousser par Teams ; la même n'y entre qu'une fois. `en-cours` est posé avant l'envoi : retrouvé après
 * un arrêt, il n'est pas renvoyé, car nul ne sait s'il est parti.
 */
export const EnvoiMarches = z.strictObject({
  /** Alerte, avis et empreinte : la clé qui empêche les doublons. */
  id: z.string().min(1),
  alerte: z.string(),
  canal: z.string(),
  conversation: z.string(),
  avis: z.string(),
  genre: z.enum(['nouveau', 'corrige', 'annule', 'attribue']),
  statut: z.enum(['a-envoyer', 'en-cours', 'envoye', 'abandonne']),
  le: z.string(),
  essais: z.number().int().default(0),
  /** Instant ISO avant lequel ne pas réessayer. */
  apres: z.string().nullable().default(null),
  /** Pourquoi l'envoi est abandonné. */
  note: z.string().nullable().default(null),
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

/** L'alerte, comme si cette nouvelle n'avait pas été dite : elle le sera à la prochaine visite. */
export const oublier = (alerte: AlerteMarches, avis: readonly string[]): AlerteMarches => ({
  ...alerte,
  dits: Object.fromEntries(Object.entries(alerte.dits).filter(([id]) => !avis.includes(id))),
});

const ATTENTES_MINUTES = [1, 5, 30, 120, 360];

/** L'envoi après un refus passager : réessayé de plus en plus tard, puis abandonné. */
export const reporter = (envoi: EnvoiMarches, maintenant: Date): EnvoiMarches => {
  const attente = ATTENTES_MINUTES[envoi.essais];
  return attente === undefined
    ? { ...envoi, statut: 'abandonne', note: `canal muet après ${envoi.essais + 1} essais` }
    : {
        ...envoi,
        statut: 'a-envoyer',
        essais: envoi.essais + 1,
        apres: new Date(maintenant.getTime() + attente * 60_000).toISOString(),
      };
};

/** Clé d'un envoi : ce qui empêche de dire deux fois la même nouvelle. */
export const cleEnvoi = (alerte: AlerteMarches, { avis, empreinte }: Pick<Nouvelle, 'avis' | 'empreinte'>): string =>
  `${alerte.id}/${avis.id}/${empreinte}`;

/** Envois à préparer pour pousser ces nouvelles ; leur clé les rend uniques. */
export const preparerEnvois = (alerte: AlerteMarches, nouvelles: readonly Nouvelle[], le: string): EnvoiMarches[] =>
  nouvelles.map((nouvelle) => ({
    id: cleEnvoi(alerte, nouvelle),
    alerte: alerte.id,
    canal: alerte.canal,
    conversation: alerte.conversation,
    avis: nouvelle.avis.id,
    genre: nouvelle.genre,
    statut: 'a-envoyer',
    le,
    essais: 0,
    apres: null,
    note: null,
  }));
