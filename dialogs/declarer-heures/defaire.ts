import type { Ecriture } from '../../src/domain/heures.ts';
import type { LigneActive } from '../../src/domain/registre.ts';
import type { Issue, Tour } from '../kit/conversation.ts';
import { origineDe } from './enregistrer.ts';
import { ADefaire, ARetablir, type EnAttente, finir, ouvrir } from './etapes.ts';
import { contexteDe, nommerOperations } from './lecture.ts';
import * as messages from './messages.ts';
import * as textes from './messages-registre.ts';

/** Montre la dernière saisie et demande si l'on annule. */
export const demanderDefaire = async (tour: Tour, enAttente: EnAttente): Promise<Issue> => {
  const { services, message } = tour;
  const { code, saisies } = await viser(tour);
  const dire = (texte: string) => finir(tour, { reponses: [{ texte }] }, enAttente);
  if (saisies.length === 0) return dire(code === null ? messages.aucuneADefaire : textes.rienPour(code));
  const verrous = await services.registre.verrouilles(
    saisies.map(({ ligne }) => ligne),
    message.compte,
  );
  if (verrous.length > 0) return dire(textes.moisVerrouille(verrous));
  return {
    reponses: [{ texte: messages.defaire(await decrire(tour, saisies)), choix: textes.OUI_NON }],
    ouverte: ouvrir('defaire', { saisies: saisies.map(({ id }) => id), enAttente }),
  };
};

/** « annule la saisie de P-0501 » : celle de cette personne ; sinon tout le dernier enregistrement. */
const viser = async (tour: Tour) => {
  const { services, message } = tour;
  const dernieres = await services.heures.dernieres(message.compte);
  const lue = (await services.heures.lire(message.texte, { ...contexteDe(tour), brouillon: [] })).lignes[0];
  if (!lue?.beneficiaire) return { code: null, saisies: dernieres };
  const { code } = services.heures.coder(lue.beneficiaire);
  const siennes = dernieres.filter(({ ligne }) => ligne.beneficiaire === code);
  if (siennes.length > 0) return { code, saisies: siennes };
  const derniere = await services.registre.derniereDe(code, message.compte, lue.periode);
  return { code, saisies: derniere === null ? [] : [derniere] };
};

/** Reçoit le oui ou le non ; toute autre réponse laisse la saisie en place. */
export const poursuivreDefaire = async (tour: Tour, donnees: unknown): Promise<Issue | null> => {
  const { lecture, services } = tour;
  const visees = ADefaire.parse(donnees);
  const dire = (texte: string) => finir(tour, { reponses: [{ texte }] }, visees.enAttente);
  if (lecture.confirmation === 'non' || lecture.ordre === 'abandonner') return dire(messages.gardee);
  if (lecture.confirmation !== 'oui') return null;
  const saisies = await services.registre.saisies(visees.saisies);
  if (saisies.length === 0) return dire(messages.aucuneADefaire);
  const origine = origineDe(tour);
  const ecritures = saisies.map(
    ({ id }): Ecriture => ({ type: 'annulation', id: `annulation/${id}`, vise: id, origine }),
  );
  const issue: Issue = {
    reponses: [{ texte: messages.defaite(await decrire(tour, saisies)) }],
    effets: [{ type: 'ecrire-heures', ecritures }],
    memoire: { enregistree: null },
  };
  return finir(tour, issue, visees.enAttente);
};

const decrire = async (tour: Tour, saisies: readonly Pick<LigneActive, 'ligne'>[]): Promise<string[]> => {
  const nommer = await nommerOperations(tour);
  return saisies.map(({ ligne }) => messages.ligneCourte({ ...ligne, operation: nommer(ligne.operation) }));
};

/** Montre la dernière correction et demande si l'on remet la ligne d'avant. */
export const demanderRetablir = async (tour: Tour, enAttente: EnAttente): Promise<Issue> => {
  const { services, message } = tour;
  const derniere = await services.registre.derniereCorrection(message.compte);
  const dire = (texte: string) => finir(tour, { reponses: [{ texte }] }, enAttente);
  if (derniere === null) return dire(textes.aucuneCorrection);
  const verrous = await services.registre.verrouilles([derniere.saisie.ligne, derniere.avant], message.compte);
  if (verrous.length > 0) return dire(textes.moisVerrouille(verrous));
  const [apres = '', avant = ''] = await decrire(tour, [derniere.saisie, { ligne: derniere.avant }]);
  return {
    reponses: [{ texte: textes.retablir(apres, avant), choix: textes.OUI_NON }],
    ouverte: ouvrir('retablir', { correction: derniere.id, enAttente }),
  };
};

/** Reçoit le oui ou le non ; la ligne d'avant revient par une correction qui dit ce qu'elle défait. */
export const poursuivreRetablir = async (tour: Tour, donnees: unknown): Promise<Issue | null> => {
  const { lecture, services, message } = tour;
  const { correction, enAttente } = ARetablir.parse(donnees);
  const dire = (texte: string) => finir(tour, { reponses: [{ texte }] }, enAttente);
  if (lecture.confirmation === 'non' || lecture.ordre === 'abandonner') return dire(textes.correctionGardee);
  if (lecture.confirmation !== 'oui') return null;
  const derniere = await services.registre.derniereCorrection(message.compte);
  if (derniere === null || derniere.id !== correction) return dire(textes.aucuneCorrection);
  const ecriture: Ecriture = {
    type: 'correction',
    id: `retablie/${correction}`,
    vise: derniere.saisie.id,
    ligne: derniere.avant,
    defait: correction,
    origine: origineDe(tour),
  };
  const [avant = ''] = await decrire(tour, [{ ligne: derniere.avant }]);
  const issue: Issue = {
    reponses: [{ texte: textes.retablie(avant) }],
    effets: [{ type: 'ecrire-heures', ecritures: [ecriture] }],
  };
  return finir(tour, issue, enAttente);
};
