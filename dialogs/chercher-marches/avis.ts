import { compterJours, type Jour } from '../../src/domain/dates.ts';
import type { Elargissement } from '../../src/domain/marches/recherche.ts';
import type { Avis, FiltreMarches } from '../../src/domain/marches.ts';
import type { Issue, Tour } from '../kit/conversation.ts';
import { PAR_PAGE } from './designer.ts';
import * as messages from './messages.ts';

/** Titre d'une recherche, tel qu'on le redit. */
export const titrer = ({ services }: Tour, filtre: FiltreMarches): string =>
  messages.recherche(filtre, filtre.secteur === null ? null : (services.marches.secteur(filtre.secteur)?.nom ?? null));

/** Montre une page d'avis ; sans résultat, les plus proches et une alerte. */
export const montrerAvis = async (tour: Tour, filtre: FiltreMarches, rang: number): Promise<Issue> => {
  const { services, aujourdhui } = tour;
  const { trouves, proches, elargi, total, importes } = await services.marches.chercher(filtre, aujourdhui, {
    rang,
    taille: PAR_PAGE,
  });
  const titre = titrer(tour, filtre);
  if (importes === 0) return { reponses: [{ texte: `${messages.rien(titre)}\n\n${messages.videTotal}` }] };
  if (total === 0) return sansResultat(tour, { titre, proches, elargi });
  if (trouves.length === 0) return { reponses: [{ texte: messages.finie }] };
  const reste = total > rang + PAR_PAGE;
  return {
    reponses: [
      {
        texte: [
          rang === 0 ? messages.trouves(titre, total) : messages.suiteDe(titre, rang, total),
          ...lister(tour, trouves, rang),
          ...(filtre.reserves ? [messages.prudence] : []),
        ].join('\n\n'),
        choix: [
          ...(reste ? [{ titre: messages.suite, valeur: messages.suite }] : []),
          { titre: messages.alerter, valeur: messages.alerter },
        ],
      },
    ],
    memoire: { rang: rang + PAR_PAGE, montres: trouves.map(({ id }) => id) },
  };
};

interface Rien {
  readonly titre: string;
  readonly proches: readonly Avis[];
  readonly elargi: Elargissement | null;
}

const PROCHES = 3;

const sansResultat = (tour: Tour, { titre, proches, elargi }: Rien): Issue => {
  const montres = proches.slice(0, PROCHES);
  const suite =
    elargi === null
      ? []
      : [
          messages.proches(elargi),
          ...montres.map((lu, place) =>
            messages.avisBref(lu, { jours: joursDe(tour, lu), numero: place + 1, agenda: false }),
          ),
        ];
  return {
    reponses: [
      {
        texte: [messages.rien(titre), ...suite, messages.proposerAlerte].join('\n\n'),
        choix: [{ titre: messages.alerter, valeur: messages.alerter }],
      },
    ],
    memoire: { rang: 0, montres: montres.map(({ id }) => id) },
    ouverte: { conversation: 'alertes', etape: 'proposee', donnees: null },
  };
};

const lister = (tour: Tour, avis: readonly Avis[], rang: number): string[] =>
  avis.map((lu, place) =>
    messages.avis(lu, {
      jours: joursDe(tour, lu),
      numero: rang + place + 1,
      agenda: tour.message.canal === 'directline',
    }),
  );

/** Jours d'ici la date limite d'un avis ; null si elle n'est pas publiée. */
export const joursDe = ({ aujourdhui }: Tour, { dateLimite }: Avis): number | null =>
  dateLimite === null ? null : joursRestants(aujourdhui, dateLimite);

/** Jours d'ici la date limite ; négatif si elle est passée. */
export const joursRestants = (aujourdhui: Jour, limite: Jour): number =>
  limite < aujourdhui ? -1 : compterJours({ du: aujourdhui, au: limite }) - 1;
