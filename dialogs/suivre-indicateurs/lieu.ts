import type { Demande } from '../../src/domain/indicateurs/demande.ts';
import type { LectureLieu, Lieu } from '../../src/domain/territoire.ts';
import type { Issue, Tour } from '../kit/conversation.ts';
import { nomDe } from '../trouver-facilitateur/lieux.ts';
import { ouvrir, repondreChiffres } from './chiffres.ts';
import * as messages from './messages.ts';

const CHOIX_MONTRES = 6;

interface DemandeSituee {
  readonly demande: Demande;
  readonly lieu: LectureLieu;
}

/** Un lieu dit qui n'a pas pu filtrer : le dire, plutôt que donner en silence les chiffres de la région ; null s'il n'y a rien à dire. */
export const signalerLieu = (tour: Tour, { demande, lieu }: DemandeSituee): Promise<Issue> | null => {
  if (demande.territoire !== null || demande.acheteur !== null || demande.entreprise !== null) return null;
  const { region } = tour.services.territoire;
  switch (lieu.type) {
    case 'hors-region':
      if (lieu.nom === region || lieu.departement === region) return null;
      return Promise.resolve({ reponses: [{ texte: messages.lieuDehors(lieu.nom, region) }] });
    case 'ambigu':
      return estToutLaRegion(lieu.choix) ? null : Promise.resolve(demanderLequel(demande, lieu));
    case 'inconnu':
      return prevenir(tour, demande, lieu.saisie);
    default:
      return null;
  }
};

/** « des Hauts-de-France » se lit comme tous ses départements : rien à filtrer. */
const estToutLaRegion = (choix: readonly Lieu[]): boolean =>
  choix.length >= 5 && choix.every(({ type }) => type === 'departement');

const demanderLequel = (demande: Demande, lieu: Extract<LectureLieu, { type: 'ambigu' }>): Issue => ({
  reponses: [
    {
      texte: messages.lieuAmbigu(lieu.saisie),
      choix: lieu.choix.slice(0, CHOIX_MONTRES).map((choisi) => ({
        titre: nomDe(choisi),
        valeur: choisi.type === 'commune' ? `Et pour ${choisi.commune.code} ?` : `Et pour ${nomDe(choisi)} ?`,
      })),
    },
  ],
  ouverte: ouvrir(demande),
});

const prevenir = async (tour: Tour, demande: Demande, saisie: string): Promise<Issue> => {
  const issue = await repondreChiffres(tour, demande);
  return { ...issue, reponses: [{ texte: messages.lieuInconnu(saisie) }, ...issue.reponses] };
};
