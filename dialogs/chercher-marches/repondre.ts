import type { Avis } from '../../src/domain/marches.ts';
import type { Issue, Tour } from '../kit/conversation.ts';
import * as messages from './messages-reponse.ts';

/** Fiches qui fondent la liste, dans l'ordre où elle se lit. */
const ETAPES = ['eligibilite', 'groupement', 'sous-traitance', 'variantes', 'avance'] as const;
const FICHES: Readonly<Record<(typeof ETAPES)[number], string>> = {
  eligibilite: 'reserver-preuves-candidat',
  groupement: 'reserver-groupement',
  'sous-traitance': 'reserver-sous-traitance',
  variantes: 'procedure-variantes',
  avance: 'reserver-avance',
};

/** Ce qu'une SIAE, une EA ou un ESAT doit réunir pour répondre à un avis, avec les textes et qui appeler. */
export const aiderARepondre = async (tour: Tour): Promise<Issue> => {
  const avis = await viser(tour);
  if (avis === null) return { reponses: [{ texte: messages.lequel(tour.memoire.montres.length) }] };
  const { droit } = tour.services;
  const fiches = ETAPES.flatMap((etape) => {
    const fiche = droit.fiche(FICHES[etape]);
    return fiche === null ? [] : [{ etape, fiche }];
  });
  const citations = fiches.flatMap(({ fiche }) => droit.citations(fiche, tour.aujourdhui));
  const uniques = [...new Map(citations.map((citation) => [citation.id, citation])).values()];
  return {
    reponses: [
      {
        texte: [
          messages.titre(avis),
          messages.delai(avis),
          ...fiches.map(({ etape, fiche }) => messages.etape(etape, fiche.reponse)),
          await quiAppeler(tour, avis),
        ].join('\n\n'),
        citations: uniques,
      },
    ],
  };
};

/** L'avis nommé par son numéro, son rang, ou le seul montré. */
const viser = async ({ services, message, memoire }: Tour): Promise<Avis | null> => {
  const numero = /\b(\d{2}-\d{3,6})\b/.exec(message.texte)?.[1];
  if (numero !== undefined) return services.marches.trouver(`boamp:${numero}`);
  const { montres } = memoire;
  const rang = services.marches.lireRang(message.texte);
  // Les numéros montrés continuent d'une page à l'autre.
  const premier = Math.max(memoire.rang - montres.length, 0);
  const id =
    rang === null
      ? montres.length === 1
        ? montres[0]
        : undefined
      : (montres[rang - 1 - premier] ?? montres[rang - 1]);
  return id === undefined ? null : services.marches.trouver(id);
};

/** Le facilitateur du lieu d'exécution : il connaît l'acheteur et les structures. */
const quiAppeler = async ({ services }: Tour, avis: Avis): Promise<string> => {
  const lieu = avis.lieu ?? avis.departements[0];
  if (lieu === undefined) return messages.sansLieu;
  const lu = services.territoire.lireLieu(lieu);
  const departement = services.territoire.departement(lieu.slice(0, 2));
  const vise =
    lu.type === 'trouve' ? lu.lieu : departement === null ? null : { type: 'departement' as const, departement };
  if (vise === null) return messages.sansLieu;
  const { structures } = await services.territoire.rattacher(vise);
  return structures.length === 0
    ? messages.sansLieu
    : messages.appeler(structures.map(({ nom, contact }) => ({ nom, contact })));
};
