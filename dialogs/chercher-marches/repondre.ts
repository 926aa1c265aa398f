import type { Avis } from '../../src/domain/marches.ts';
import type { Issue, Tour } from '../kit/conversation.ts';
import { repondreFiche } from '../question-juridique/fiche.ts';
import { joursDe } from './avis.ts';
import { NUMERO, viser } from './designer.ts';
import * as messages from './messages-reponse.ts';

/** Fiches qui fondent la liste, dans l'ordre où elle se lit. */
const ETAPES = ['eligibilite', 'declaration', 'groupement', 'sous-traitance', 'variantes', 'avance'] as const;
const FICHES: Readonly<Record<(typeof ETAPES)[number], string>> = {
  eligibilite: 'reserver-preuves-candidat',
  declaration: 'oeth-declaration-candidat',
  groupement: 'reserver-groupement',
  'sous-traitance': 'reserver-sous-traitance',
  variantes: 'procedure-variantes',
  avance: 'reserver-avance',
};

/** Étapes qu'on approfondit le plus souvent. */
const APPROFONDIES: ReadonlySet<string> = new Set(['eligibilite', 'groupement', 'avance']);

/** Ce qu'une SIAE, une EA ou un ESAT doit réunir pour répondre à un avis, avec les textes et qui appeler. */
export const aiderARepondre = async (tour: Tour): Promise<Issue> => {
  const avis = await viser(tour);
  // Un rang qui ne désigne rien : mieux vaut demander que répondre sur un autre avis.
  const numero = NUMERO.exec(tour.message.texte)?.[0];
  if (avis === null && numero !== undefined) return { reponses: [{ texte: messages.inconnu(numero) }] };
  if (avis === null && designe(tour)) return { reponses: [{ texte: messages.lequel(tour.memoire.montres.length) }] };
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
          avis === null ? messages.titreGeneral : messages.titre(avis),
          avis === null ? messages.delaiGeneral : messages.delai(avis, joursDe(tour, avis)),
          ...(avis === null ? [] : messages.aQui(avis)),
          ...fiches.map(({ etape, fiche }) => messages.etape(etape, fiche)),
          avis === null ? messages.appelerGeneral : await quiAppeler(tour, avis),
          ...(avis === null && tour.memoire.montres.length > 0 ? [messages.lequel(tour.memoire.montres.length)] : []),
        ].join('\n\n'),
        citations: uniques,
        choix: fiches
          .filter(({ etape }) => APPROFONDIES.has(etape))
          .map(({ fiche }) => ({ titre: fiche.titre, valeur: fiche.titre })),
      },
    ],
    // « et l'avance ? » prolonge la liste.
    memoire: { fiche: FICHES.eligibilite },
  };
};

const NOMMEES: readonly (readonly [(typeof ETAPES)[number], RegExp])[] = [
  ['avance', /\b(?:avances?|acomptes?)\b/i],
  ['groupement', /\bgroupements?\b|\bco-?traitan\w*|\bà plusieurs\b/i],
  ['sous-traitance', /\bsous[- ]trait/i],
  ['variantes', /\bvariantes?\b/i],
  ['declaration', /\b(?:dc1|dc2|dume|d[ée]claration)\b/i],
  ['eligibilite', /\b(?:preuves?|justificatifs?|attestations?|agr[ée]ment|convention)\b/i],
];
const LONGUEUR_SUITE = 50;

/** « Et l'avance ? », juste après la liste : la fiche de cette étape, en entier. */
export const approfondir = (tour: Tour): Issue | null => {
  const { message, memoire, services } = tour;
  if (memoire.fiche !== FICHES.eligibilite || message.texte.length > LONGUEUR_SUITE) return null;
  const etape = NOMMEES.find(([, motif]) => motif.test(message.texte))?.[0];
  const fiche = etape === undefined ? null : services.droit.fiche(FICHES[etape]);
  return fiche === null ? null : { reponses: [repondreFiche(tour, fiche)] };
};

/** Vrai si le message désigne un avis de la liste. */
const designe = ({ services, message }: Tour): boolean => services.marches.lireRang(message.texte) !== null;

/** Le facilitateur du lieu d'exécution : il connaît l'acheteur et les structures. */
export const quiAppeler = async ({ services }: Tour, avis: Avis): Promise<string> => {
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
