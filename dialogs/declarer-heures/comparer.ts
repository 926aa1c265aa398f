import type { Tour } from '../kit/conversation.ts';
import { champsManquants, type LigneBrouillon } from './brouillon.ts';
import { lireLignes } from './lecture.ts';

/** Au-delà, le message parle d'autre chose. */
export const SCORE_AUTRE_SUJET = 0.6;

/** Une phrase entière qui contredit le brouillon sur la personne, ou sur deux points, est une autre saisie. */
export const estAutreSaisie = async (tour: Tour, lignes: readonly LigneBrouillon[]): Promise<boolean> => {
  if (tour.lecture.heures < SCORE_AUTRE_SUJET) return false;
  const [neuve] = (await lireLignes(tour, [])).lignes;
  if (neuve === undefined || champsManquants(neuve).length > 1) return false;
  const conflits = lignes.map((ligne) => contredire(ligne, neuve));
  return conflits.every(({ personne, autres }) => personne || (champsManquants(neuve).length === 0 && autres >= 2));
};

const contredire = (ligne: LigneBrouillon, neuve: LigneBrouillon) => {
  const differe = <T>(une: T | null | undefined, autre: T | null | undefined): boolean =>
    une !== null && une !== undefined && autre !== null && autre !== undefined && une !== autre;
  const autres = [
    differe(ligne.heures, neuve.heures),
    differe(ligne.operation, neuve.operation),
    differe(ligne.periode && JSON.stringify(ligne.periode), neuve.periode && JSON.stringify(neuve.periode)),
  ];
  return {
    personne: differe(ligne.beneficiaire?.code, neuve.beneficiaire?.code),
    autres: autres.filter(Boolean).length,
  };
};

/** Le profil de toutes les lignes a changé d'un coup : « elle est au RSA » n'en visait qu'une. */
export const profilPourTous = (avant: readonly LigneBrouillon[], apres: readonly LigneBrouillon[]): boolean =>
  avant.length > 1 &&
  avant.length === apres.length &&
  apres.every(({ publics, sexe, modalite }, rang) => {
    const ancienne = avant[rang];
    return (
      JSON.stringify([publics, sexe, modalite]) !==
      JSON.stringify([ancienne?.publics, ancienne?.sexe, ancienne?.modalite])
    );
  });
