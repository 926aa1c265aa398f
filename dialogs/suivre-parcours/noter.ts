import type { SituationLue } from '../../src/domain/parcours/demandes.ts';
import type { Issue, Tour } from '../kit/conversation.ts';
import { enchainer } from './echeances.ts';
import { AConfirmer, type ANoter, ASituer, ouvrir, type Situee, signer } from './etapes.ts';
import * as messages from './messages.ts';

/** Montre le fait compris, avec ce qui étonne, et demande si on le note. */
export const demanderNoter = async ({ services, message }: Tour, fait: ANoter): Promise<Issue> => {
  const vu = fait.type === 'sortie' ? await services.parcours.voir(fait.personne, message.compte) : null;
  const derniere = vu?.parcours.contrats
    .map(({ fin }) => fin)
    .sort()
    .at(-1);
  const apres = fait.type === 'sortie' && derniere !== undefined && derniere > fait.le ? derniere : null;
  const doute = apres === null ? [] : [messages.heuresApresSortie(apres)];
  return {
    reponses: [{ texte: [...doute, messages.confirmer(fait)].join('\n\n'), choix: messages.OUI_NON }],
    ouverte: ouvrir('confirmer', { fait }),
  };
};

/** Demande la situation qui manque, avec des boutons. */
export const demanderSituation = (attendue: Situee, precision: ASituer['precision'] = 'aucune'): Issue => ({
  reponses: [
    precision === 'cdd'
      ? { texte: messages.quelCdd, choix: messages.CHOIX_CDD }
      : { texte: messages.ouEnEst(attendue), choix: messages.choixSituation(attendue.mois !== null) },
  ],
  ouverte: ouvrir('situer', { ...attendue, precision }),
});

/** Écrit le fait, et reporte la situation sur les heures pour les indicateurs. */
export const noter = async (tour: Tour, fait: ANoter): Promise<Issue> => {
  const signe = signer(fait, tour);
  const corrections = await tour.services.parcours.reporter([signe], signe.origine);
  return {
    reponses: [{ texte: messages.note(fait) }],
    effets: [
      { type: 'ecrire-parcours', faits: [signe] },
      ...(corrections.length > 0 ? [{ type: 'ecrire-heures' as const, ecritures: corrections }] : []),
    ],
  };
};

/** Oui ou non à un fait montré ; null si le message parle d'autre chose. */
export const poursuivreNoter = async (tour: Tour, donnees: unknown): Promise<Issue | null> => {
  const { lecture } = tour;
  const { fait } = AConfirmer.parse(donnees);
  if (lecture.confirmation === 'non' || lecture.ordre === 'abandonner')
    return { reponses: [{ texte: messages.rienNote }] };
  return lecture.confirmation === 'oui' ? noter(tour, fait) : null;
};

/** Situation répondue ; null si le message parle d'autre chose. */
export const poursuivreSituer = async (tour: Tour, donnees: unknown): Promise<Issue | null> => {
  const { lecture, services, message } = tour;
  const attendue = ASituer.parse(donnees);
  if (lecture.ordre === 'abandonner') return { reponses: [{ texte: messages.rienNote }] };
  // Une phrase longue ou une question n'est pas la réponse attendue.
  if (message.texte.length > 120 || message.texte.includes('?')) return null;
  const situation = attendue.precision === 'cdd' ? lireCdd(tour) : services.parcours.lireSituation(message.texte);
  if (situation === null) return null;
  if (situation === 'precisez') return demanderSituation(attendue, 'cdd');
  const fait = completer(attendue, situation);
  if (fait === null) return demanderSituation(attendue);
  if (fait.type !== 'suivi') return demanderNoter(tour, fait);
  return enchainer(tour, await noter(tour, fait), fait.personne);
};

/** « oui », « 8 mois », « moins de 6 mois », ou une tout autre situation. */
const lireCdd = ({ lecture, services, message }: Tour): SituationLue => {
  if (lecture.confirmation === 'oui') return 'CDD_6_MOIS';
  if (lecture.confirmation === 'non') return 'CDD_COURT';
  return services.parcours.lireSituation(message.texte) ?? services.parcours.lireSituation(`CDD ${message.texte}`);
};

/** Le fait complet, ou null si la situation n'y convient pas (une sortie inconnue n'est pas une sortie). */
export const completer = (
  { personne, mois, le }: Situee,
  situation: Exclude<SituationLue, null | 'precisez'>,
): ANoter | null => {
  if (mois !== null) return { type: 'suivi', personne, mois, situation: situation === 'inconnue' ? null : situation };
  return situation === 'inconnue' ? null : { type: 'sortie', personne, le, situation };
};
