import { decalerJour } from '../../src/domain/dates.ts';
import type { Ecriture } from '../../src/domain/heures.ts';
import type { Issue, Tour } from '../kit/conversation.ts';
import { origineDe } from './enregistrer.ts';
import { AValider, type EnAttente, finir, ouvrir } from './etapes.ts';
import * as textes from './messages-registre.ts';

type Action = 'valider' | 'rouvrir';

/** Montre ce que contient un mois et demande s'il faut le valider (ou le rouvrir) ; sans mois dit, le dernier fini. */
export const demanderValider = async (
  tour: Tour,
  { action, mois: dit }: { readonly action: Action; readonly mois: string | null },
  enAttente: EnAttente,
): Promise<Issue> => {
  const { services, message, aujourdhui } = tour;
  const dire = (texte: string) => finir(tour, { reponses: [{ texte }] }, enAttente);
  const { role } = message.compte;
  if (role !== 'coordinateur' && role !== 'administrateur') return dire(textes.validationReservee);
  const mois = dit ?? decalerJour(aujourdhui, { months: -1 }).slice(0, 7);
  if (mois > aujourdhui.slice(0, 7)) return dire(textes.moisFutur(mois));
  const etat = await services.registre.mois(mois);
  if (action === 'valider' && etat.validation) return dire(textes.dejaValide(mois, etat.validation.origine.le));
  if (action === 'rouvrir' && !etat.validation) return dire(textes.pasValide(mois));
  const enCours = mois === aujourdhui.slice(0, 7);
  return {
    reponses: [{ texte: textes.confirmerMois(action, etat, enCours), choix: textes.OUI_NON }],
    ouverte: ouvrir('valider', { mois, action, enAttente }),
  };
};

/** Reçoit le oui ou le non. */
export const poursuivreValider = async (tour: Tour, donnees: unknown): Promise<Issue | null> => {
  const { lecture, services, message } = tour;
  const { mois, action, enAttente } = AValider.parse(donnees);
  const dire = (texte: string) => finir(tour, { reponses: [{ texte }] }, enAttente);
  if (lecture.confirmation === 'non' || lecture.ordre === 'abandonner') return dire(textes.moisInchange(mois));
  if (lecture.confirmation !== 'oui') return null;
  const { validation } = await services.registre.mois(mois);
  const origine = origineDe(tour);
  const id = `${action}/${mois}/${message.conversation}/${message.id}`;
  const ecriture: Ecriture | null =
    action === 'valider'
      ? { type: 'validation', id, mois, origine }
      : validation && { type: 'annulation', id, vise: validation.id, origine };
  if (ecriture === null) return dire(textes.pasValide(mois));
  const issue: Issue = {
    reponses: [{ texte: textes.moisFait(action, mois) }],
    effets: [{ type: 'ecrire-heures', ecritures: [ecriture] }],
  };
  return finir(tour, issue, enAttente);
};
