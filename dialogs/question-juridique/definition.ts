import { lireDemandeDefinition } from '../../src/domain/droit/definition.ts';
import type { LectureQuestion } from '../../src/domain/droit.ts';
import type { Terme } from '../../src/domain/lexique.ts';
import type { Issue, Tour } from '../kit/conversation.ts';
import { choixDe, composer, dateLecture, listerSources, plus } from './fiche.ts';
import * as messages from './messages.ts';

const CHOIX_MONTRES = 3;

/** Ce que veut dire un terme, puis ce que répond la fiche qui en parle. */
export const repondreDefinition = (tour: Tour, terme: Terme, question: LectureQuestion): Issue => {
  const { droit } = tour.services;
  const reconnue = question.certitude === 'sure' ? droit.fiche(question.fiche) : null;
  // La fiche du lexique définit mieux que la plus ressemblante.
  const fiche = terme.fiche === null ? null : droit.fiche(terme.fiche);
  const demande = lireDemandeDefinition(tour.message.texte) ?? '';
  const autreSigle = terme.synonymes.find(
    (ecriture) => /^[A-Z]{2,8}$/.test(ecriture) && ecriture.toLowerCase() === demande,
  );
  const tete = [
    ...(autreSigle === undefined ? [] : [messages.autreSigle(autreSigle, terme.terme)]),
    messages.definition(terme.terme, terme.developpe, terme.definition),
    ...(terme.perime === false ? [] : [messages.perime(terme.perime)]),
  ];
  if (fiche === null) {
    const voisines = question.certitude === 'hesitante' ? question.fiches : reconnue ? [reconnue.id] : [];
    const choix = choixDe(tour, voisines.length > 0 ? voisines : PAR_DEFAUT).slice(0, CHOIX_MONTRES);
    return { reponses: [{ texte: [...tete, messages.offreDefinition].join('\n\n'), choix }] };
  }
  const { texte, citations } = composer(tour, fiche, { texte: '', passages: false });
  return {
    reponses: [
      {
        texte: [...tete, texte, listerSources(tour, citations), dateLecture(fiche, tour.aujourdhui)].join('\n\n'),
        citations,
        choix: [...plus(fiche), ...choixDe(tour, fiche.liees)].slice(0, CHOIX_MONTRES),
        avis: { fiche: fiche.id },
      },
    ],
    memoire: { fiche: fiche.id },
  };
};

/** Deux termes définis l'un après l'autre, chacun avec ce que répond sa fiche. */
export const repondreDifference = (tour: Tour, termes: readonly [Terme, Terme]): Issue => {
  const { droit } = tour.services;
  const fiches = termes.flatMap(({ fiche }) => (fiche === null ? [] : (droit.fiche(fiche) ?? [])));
  const citations = fiches
    .flatMap((fiche) => composer(tour, fiche, { texte: '', passages: false }).citations)
    .filter(({ id }, rang, toutes) => toutes.findIndex((autre) => autre.id === id) === rang);
  const textes = termes.flatMap(({ terme, developpe, definition, fiche }) => [
    messages.definition(terme, developpe, definition),
    ...fiches.filter(({ id }) => id === fiche).map(({ reponse }) => reponse),
  ]);
  return {
    reponses: [
      {
        texte: [...textes, ...(citations.length > 0 ? [listerSources(tour, citations)] : [])].join('\n\n'),
        citations,
        choix: choixDe(
          tour,
          fiches.map(({ id }) => id),
        ).slice(0, CHOIX_MONTRES),
      },
    ],
    ...(fiches[0] === undefined ? {} : { memoire: { fiche: fiches[0].id } }),
  };
};

/** Questions proposées quand rien de plus proche n'existe. */
const PAR_DEFAUT = ['obligation-principe', 'reserver-choisir-article', 'clause-definition'];
