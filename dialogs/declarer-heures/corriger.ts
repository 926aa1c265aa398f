import type { Ecriture } from '../../src/domain/heures.ts';
import type { LigneActive } from '../../src/domain/registre.ts';
import type { Issue, Tour } from '../kit/conversation.ts';
import { avertir } from './avertir.ts';
import { alertesBloquantes, depuisLigneHeures, versLigneHeures, versLignesHeures } from './brouillon.ts';
import { estAutreSaisie } from './comparer.ts';
import { origineDe } from './enregistrer.ts';
import { ACorriger, type EnAttente, finir, ouvrir } from './etapes.ts';
import { contexteDe, ditPareil, lireLignes, nommerOperations } from './lecture.ts';
import * as messages from './messages.ts';
import * as textes from './messages-registre.ts';
import { direDoutes, direLigne } from './recapitulatif.ts';
import { commencerSaisie } from './saisie.ts';

/** Relit des lignes enregistrées à la lumière du message ; null s'il n'y change rien. */
export const corrigerSaisies = async (
  tour: Tour,
  saisies: readonly LigneActive[],
  enAttente: EnAttente,
): Promise<Issue | null> => {
  const avant = saisies.map(({ ligne }) => depuisLigneHeures(ligne));
  const { lignes } = await lireLignes(tour, avant);
  if (lignes.length !== avant.length || ditPareil(lignes, avant)) return null;
  const corrections = saisies.flatMap(({ id }, rang) => {
    const ligne = lignes[rang];
    return ligne ? [{ saisie: id, ligne }] : [];
  });
  return montrerCorrection(tour, { cle: tour.message.id, corrections, enAttente: [...enAttente] });
};

/** « corrige la saisie de P-0231 : 28 h » : la dernière de cette personne, sinon la dernière de ce compte. */
export const demanderCorriger = async (tour: Tour, enAttente: EnAttente): Promise<Issue> => {
  const { services, message, memoire } = tour;
  const { compte, texte } = message;
  const lue = (await services.heures.lire(texte, { ...contexteDe(tour), brouillon: [] })).lignes[0];
  const code = lue?.beneficiaire ? services.heures.coder(lue.beneficiaire).code : null;
  const deLaPersonne =
    code === null
      ? null
      : ((await services.registre.derniereDe(code, compte, lue?.periode ?? null)) ??
        (await services.registre.derniereDe(code, compte, null)));
  const siennes =
    code !== null
      ? [deLaPersonne].filter((saisie) => saisie !== null)
      : memoire.enregistree
        ? await services.registre.saisies(memoire.enregistree.saisies)
        : await services.heures.dernieres(compte);
  if (siennes.length === 0)
    return finir(
      tour,
      { reponses: [{ texte: code === null ? textes.rienACorriger : textes.rienPour(code) }] },
      enAttente,
    );
  const issue = await corrigerSaisies(tour, siennes, enAttente);
  if (issue) return issue;
  const corrections = siennes.map(({ id, ligne }) => ({ saisie: id, ligne: depuisLigneHeures(ligne) }));
  const nommer = await nommerOperations(tour);
  return {
    reponses: [{ texte: textes.quoiCorriger(corrections.map(({ ligne }) => direLigne(ligne, nommer))) }],
    ouverte: ouvrir('corriger', { cle: message.id, corrections, enAttente }),
  };
};

const montrerCorrection = async (tour: Tour, etat: ACorriger): Promise<Issue> => {
  const { services, message } = tour;
  const ids = etat.corrections.map(({ saisie }) => saisie);
  const saisies = await services.registre.saisies(ids);
  const lignes = await avertir(
    tour,
    etat.corrections.map(({ ligne }) => ligne),
    ids,
  );
  const touchees = [...saisies.map(({ ligne }) => ligne), ...(versLignesHeures(lignes) ?? [])];
  const verrous = await services.registre.verrouilles(touchees, message.compte);
  if (verrous.length > 0) return finir(tour, { reponses: [{ texte: textes.moisVerrouille(verrous) }] }, etat.enAttente);
  const nommer = await nommerOperations(tour);
  const toutes = lignes.map((ligne, rang) => {
    const avant = saisies.find(({ id }) => id === ids[rang])?.ligne;
    return { avant: avant ? direLigne(depuisLigneHeures(avant), nommer) : '', apres: direLigne(ligne, nommer) };
  });
  // De plusieurs lignes, on ne montre que celles qui changent.
  const paires = toutes.filter(({ avant, apres }) => avant !== apres);
  const prete = lignes.every((ligne) => alertesBloquantes(ligne).length === 0);
  const parties = [textes.avantApres(paires), ...direDoutes(lignes, nommer), ...(prete ? [textes.corrigerCela] : [])];
  return {
    reponses: [{ texte: parties.join('\n\n'), ...(prete ? { choix: textes.OUI_NON } : {}) }],
    ouverte: ouvrir('corriger', {
      ...etat,
      corrections: etat.corrections.map(({ saisie, ligne }, rang) => ({ saisie, ligne: lignes[rang] ?? ligne })),
    }),
  };
};

/** Oui, non, ou une autre correction de la même ligne ; null si le message parle d'autre chose. */
export const poursuivreCorriger = async (tour: Tour, donnees: unknown): Promise<Issue | null> => {
  const { lecture } = tour;
  const etat = ACorriger.parse(donnees);
  if (lecture.confirmation === 'non' || lecture.ordre === 'abandonner')
    return finir(tour, { reponses: [{ texte: messages.gardee }] }, etat.enAttente);
  if (lecture.confirmation === 'oui') return ecrireCorrections(tour, etat);
  const avant = etat.corrections.map(({ ligne }) => ligne);
  if (!tour.services.registre.tientAuBrouillon(tour.message.texte) && (await estAutreSaisie(tour, avant))) {
    const issue = await commencerSaisie(tour, etat.enAttente);
    return { ...issue, reponses: [{ texte: textes.correctionLaissee }, ...issue.reponses] };
  }
  const { lignes, score } = await lireLignes(tour, avant);
  if (lignes.length !== avant.length || ditPareil(lignes, avant) || score < 0.5) return null;
  return montrerCorrection(tour, {
    ...etat,
    corrections: etat.corrections.map(({ saisie, ligne }, rang) => ({ saisie, ligne: lignes[rang] ?? ligne })),
  });
};

const ecrireCorrections = async (tour: Tour, etat: ACorriger): Promise<Issue> => {
  const { services, message } = tour;
  const actives = await services.registre.saisies(etat.corrections.map(({ saisie }) => saisie));
  const ecritures = etat.corrections.flatMap(({ saisie, ligne: brouillon }, rang): Ecriture[] => {
    const active = actives.find(({ id }) => id === saisie);
    const nouvelle = versLigneHeures(brouillon);
    if (!active || !nouvelle) return [];
    const { anneeNaissance, sortie } = active.ligne;
    const ligne = { ...nouvelle, anneeNaissance, sortie };
    if (JSON.stringify(ligne) === JSON.stringify(active.ligne)) return [];
    const alertes = [...brouillon.alertes, ...brouillon.regles];
    const id = `correction/${message.conversation}/${etat.cle}#${rang}`;
    return [{ type: 'correction', id, vise: saisie, ligne, alertes, origine: origineDe(tour) }];
  });
  if (ecritures.length === 0) return finir(tour, { reponses: [{ texte: textes.rienChange }] }, etat.enAttente);
  const nommer = await nommerOperations(tour);
  const changees = new Set(ecritures.map((ecriture) => (ecriture.type === 'correction' ? ecriture.vise : '')));
  const dites = etat.corrections
    .filter(({ saisie }) => changees.has(saisie))
    .map(({ ligne }) => direLigne(ligne, nommer));
  const issue: Issue = {
    reponses: [{ texte: textes.corrigee(dites) }],
    effets: [{ type: 'ecrire-heures', ecritures }],
    memoire: { enregistree: { cle: etat.cle, saisies: etat.corrections.map(({ saisie }) => saisie) } },
  };
  return finir(tour, issue, etat.enAttente);
};
