import { DEMANDE_VIDE } from '../../src/domain/indicateurs/demande.ts';
import { jugerSegments } from '../../src/domain/marches/potentiel.ts';
import type { FiltreMarches } from '../../src/domain/marches.ts';
import type { Issue, Tour } from '../kit/conversation.ts';
import * as messages from './messages-potentiel.ts';

const MONTRES = 8;

/** Ce qui s'achète, ce qui en est réservé, qui pourrait répondre, et les familles où il reste à gagner. */
export const montrerPotentiel = async (tour: Tour, filtre: FiltreMarches): Promise<Issue> => {
  const { services, aujourdhui, message } = tour;
  const part = services.marches.lireHypothese(message.texte);
  if (part !== null) return siLaPart(tour, { part, secteur: filtre.secteur });
  const lus = await services.marches.segments({ ...filtre, secteur: null }, aujourdhui);
  const nommer = (id: string): string => services.marches.secteur(id)?.nom ?? id;
  if (lus.length === 0) return { reponses: [{ texte: messages.aucunSegment(filtre.lieu) }] };
  const lieux = filtre.lieu === null ? [] : (services.structures.lire(message.texte).lieux ?? []);
  const segments = jugerSegments(lus, await services.structures.compter(lieux));
  const vise = filtre.secteur === null ? undefined : segments.find(({ secteur }) => secteur === filtre.secteur);
  const montres = vise === undefined ? segments.slice(0, MONTRES) : [vise];
  const forts = segments.filter(({ fort }) => fort).map(({ secteur }) => nommer(secteur));
  return {
    reponses: [
      {
        texte: [
          messages.titre(filtre.lieu),
          ...(filtre.secteur !== null && vise === undefined ? [messages.secteurAbsent(nommer(filtre.secteur))] : []),
          montres.map((segment) => messages.segment(segment, nommer(segment.secteur))).join('\n'),
          forts.length === 0 ? messages.aucunFort : messages.forts(forts),
          ...(segments.every(({ structures }) => structures === null) ? [messages.sansListe] : []),
          await aCote(tour),
        ].join('\n\n'),
        ...(vise === undefined ? {} : { choix: [messages.quiPeut(nommer(vise.secteur), filtre.lieu)] }),
      },
    ],
  };
};

const PAR_SECTEUR = { ...DEMANDE_VIDE, mesure: 'secteurs', dimension: 'secteur' } as const;

/** La part des femmes et la diversité des métiers, à côté : diversifier ouvre aussi aux femmes. */
const aCote = async ({ services, message }: Tour): Promise<string> => {
  const { chiffres, diversification } = await services.indicateurs.repondre(PAR_SECTEUR, message.compte);
  if (chiffres.hours === null || chiffres.hours === 0) return messages.reperesRegion;
  return messages.femmesEtMetiers({ femmes: chiffres.women?.share ?? null, diversification });
};

/** « Si 20 % des heures passaient au nettoyage ? » : ce qu'il en est aujourd'hui et l'hypothèse, dits avec le résultat. */
const siLaPart = async (
  { services, message }: Tour,
  { part, secteur }: { readonly part: number; readonly secteur: string | null },
): Promise<Issue> => {
  const nom = secteur === null ? null : (services.marches.secteur(secteur)?.nom ?? null);
  if (nom === null) return { reponses: [{ texte: messages.siSansMetier }] };
  const { chiffres, cases } = await services.indicateurs.repondre(PAR_SECTEUR, message.compte);
  const heures = chiffres.hours ?? 0;
  const duSecteur = cases === null ? null : (cases.find(({ cle }) => cle === secteur)?.hours ?? 0);
  return { reponses: [{ texte: messages.siLaPart({ part, nom, heures, duSecteur }) }] };
};
