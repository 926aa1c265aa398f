import type { Issue, Tour } from '../kit/conversation.ts';
import type { Choix } from '../kit/reply.ts';
import { avertir } from './avertir.ts';
import { champsManquants } from './brouillon.ts';
import { choixHomonymes } from './choisir.ts';
import { ouvrir, type Saisie } from './etapes.ts';
import { type LignesLues, nommerOperations } from './lecture.ts';
import * as messages from './messages.ts';
import { lireInconnue } from './operation-inconnue.ts';
import { proposerChoix } from './proposer.ts';
import { annoncer, direBrouillon } from './recapitulatif.ts';

/** Ce qui précède un rappel de la saisie, et les boutons à montrer plutôt que ceux qui se déduisent. */
interface Precisions {
  readonly phrase?: string;
  readonly choix?: readonly Choix[];
}

/** Un nom porté par plusieurs, ou redit en partie, se précise. */
export const precisions = ({ homonymes, nomPartiel, lignes }: LignesLues): Precisions => {
  if (nomPartiel) return { phrase: messages.nomEnEntier };
  if (homonymes.length === 0) return {};
  // Sur plusieurs lignes, un bouton ne dirait pas laquelle il complète.
  return { phrase: messages.homonymes, ...(lignes.length === 1 ? { choix: choixHomonymes(homonymes) } : {}) };
};

/** Redit ce qui est compris et demande la suite. */
export const montrer = async (tour: Tour, saisie: Saisie, { phrase, choix = [] }: Precisions = {}): Promise<Issue> => {
  const lignes = await avertir(tour, saisie.lignes);
  const propositions = choix.length > 0 ? [...choix] : await proposerChoix(tour, lignes);
  const montree: Saisie = { ...saisie, lignes, propositions, version: saisie.version + 1, apresEnregistrement: false };
  const rienDeCompris = lignes.every((ligne) => champsManquants(ligne).length === 4 && ligne.alertes.length === 0);
  const operations = await tour.services.heures.operationsDe(tour.message.compte);
  const reponse = rienDeCompris
    ? { texte: messages.commencer }
    : direBrouillon(montree, await nommerOperations(tour), operations);
  const inconnue = rienDeCompris ? null : lireInconnue(tour.message.texte, lignes);
  const annonce = inconnue === null ? phrase : messages.operationInconnue(inconnue);
  const dite = annonce === undefined ? reponse : annoncer(annonce, reponse);
  return { reponses: [dite], ouverte: ouvrir('saisie', montree) };
};
