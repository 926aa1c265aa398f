import type { FiltreMarches } from '../../src/domain/marches.ts';
import type { Issue, Tour } from '../kit/conversation.ts';
import * as messages from './messages-analyses.ts';

const MONTRES = 8;

/** Ce qui s'achète, ce qui en est réservé, et les familles où il reste à gagner. */
export const montrerPotentiel = async (tour: Tour, filtre: FiltreMarches): Promise<Issue> => {
  const { services, aujourdhui, message } = tour;
  const segments = await services.marches.segments({ ...filtre, secteur: null }, aujourdhui);
  const nommer = (id: string): string => services.marches.secteur(id)?.nom ?? id;
  if (segments.length === 0) return { reponses: [{ texte: messages.aucunSegment }] };
  const part = services.marches.lireHypothese(message.texte);
  const vise = filtre.secteur === null ? undefined : segments.find(({ secteur }) => secteur === filtre.secteur);
  if (part !== null) return siLaPart(tour, { part, secteur: filtre.secteur });
  const montres = vise === undefined ? segments.slice(0, MONTRES) : [vise];
  const forts = segments.filter(({ fort }) => fort);
  return {
    reponses: [
      {
        texte: [
          messages.titrePotentiel(filtre.lieu),
          montres.map((segment) => messages.segment(segment, nommer(segment.secteur))).join('\n'),
          forts.length === 0 ? messages.aucunFort : messages.forts(forts.map(({ secteur }) => nommer(secteur))),
          messages.reperesRegion,
        ].join('\n\n'),
      },
    ],
  };
};

/** « Si 20 % des heures passaient au nettoyage ? » : l'hypothèse est dite avec le résultat. */
const siLaPart = async (
  tour: Tour,
  { part, secteur }: { readonly part: number; readonly secteur: string | null },
): Promise<Issue> => {
  const { hours } = await tour.services.indicateurs.calculer(null);
  const nom = secteur === null ? null : (tour.services.marches.secteur(secteur)?.nom ?? null);
  return {
    reponses: [{ texte: nom === null ? messages.siSansMetier : messages.siLaPart({ part, nom, heures: hours }) }],
  };
};
