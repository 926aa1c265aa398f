import { SEUIL_QUALIFIANT } from '../../src/domain/parcours/globalisation.ts';
import { nommerOperations } from '../declarer-heures/lecture.ts';
import type { Issue, Tour } from '../kit/conversation.ts';
import { formatHeures } from '../kit/format.ts';
import * as messages from './messages.ts';

const FICHE = 'globalisation-heures';
const BASSINS_MONTRES = 5;
const CANDIDATS_MONTRES = 8;

/** Propose les bassins où des contrats s'additionnent, avec l'hypothèse et la fiche qui l'explique. */
export const proposerGlobaliser = async (tour: Tour, seuilDit: number | null): Promise<Issue> => {
  const { services, message, aujourdhui } = tour;
  const seuil = seuilDit ?? SEUIL_QUALIFIANT;
  const bassins = await services.parcours.globaliser(message.compte, { aujourdhui, seuil });
  const nommer = await nommerOperations(tour);
  const fiche = services.droit.fiche(FICHE);
  const parties = bassins.slice(0, BASSINS_MONTRES).map((bassin) =>
    messages.bassin({
      nom: bassin.nom,
      total: formatHeures(bassin.total),
      operations: bassin.operations.map(({ id, reste }) => messages.resteSur(nommer(id), formatHeures(reste))),
      titulaires: bassin.titulaires,
      candidats: bassin.candidats.slice(0, CANDIDATS_MONTRES),
    }),
  );
  const texte = [
    bassins.length === 0 ? messages.aucunBassin(formatHeures(seuil)) : messages.globalisation(formatHeures(seuil)),
    ...parties,
    messages.hypothese(formatHeures(seuil)),
    ...(fiche === null ? [] : [messages.voirFiche(fiche.titre)]),
  ].join('\n\n');
  return {
    reponses: [
      {
        texte,
        ...(fiche === null
          ? {}
          : {
              citations: services.droit.citations(fiche, aujourdhui),
              choix: [{ titre: fiche.titre, valeur: fiche.titre }],
            }),
      },
    ],
  };
};
