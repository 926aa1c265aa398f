import { decalerJour } from '../../src/domain/dates.ts';
import type { StructureTrouvee } from '../../src/domain/marches/structures/chercher.ts';
import type { DemandeStructures } from '../../src/domain/marches/structures.ts';
import type { FiltreMarches } from '../../src/domain/marches.ts';
import type { Issue, Tour } from '../kit/conversation.ts';
import type { LectureStructures } from '../services/structures.ts';
import * as messages from './messages-structures.ts';

const PAR_PAGE = 6;
/** Hors du territoire demandé, quelques-unes suffisent : les plus proches. */
const AILLEURS = 3;
const KM_A_PORTEE = 50;
/** Au-delà, une liste est à confirmer. */
const MOIS_FRAIS = 24;

/** « Quelles EA en espaces verts autour d'Arras ? » : qui pourrait répondre, le plus proche d'abord. */
export const montrerStructures = async (tour: Tour, filtre: FiltreMarches, rang: number): Promise<Issue> => {
  const { services, message, memoire } = tour;
  const { lieu, ...lue } = services.structures.lire(message.texte);
  const gardee = rang > 0 ? memoire.structures : null;
  const suite = gardee !== null;
  const demande = gardee ?? demander(tour, filtre, lue);
  const { surPlace, ailleurs, metierInconnu, connues } = await services.structures.chercher(demande);
  const titre = titrerStructures(tour, demande);
  const issue = { structures: demande, rang: rang + PAR_PAGE, montres: [] };
  if (connues === 0) return mener(tour, [messages.rienImporte(titre), messages.annuaires(demande.types)], issue);
  if (!suite && lieu.type === 'hors-region')
    return mener(
      tour,
      [messages.horsRegion(lieu.nom, services.territoire.region), messages.annuaires(demande.types)],
      issue,
    );
  const page = surPlace.slice(rang, rang + PAR_PAGE);
  if (suite && page.length === 0) return dire([messages.finies], issue);
  const proches = rang === 0 ? choisirProches(surPlace, ailleurs) : [];
  const reste = surPlace.length - rang - page.length;
  return dire(
    [
      rang === 0 ? messages.trouvees(titre, surPlace.length) : messages.suiteDe(titre, rang, surPlace.length),
      ...(!suite && lieu.type === 'ambigu' ? [messages.ambigu(lieu.saisie)] : []),
      ...lister(tour, page, { premier: rang, demande }),
      ...(proches.length > 0
        ? [messages.ailleurs(surPlace.length), ...lister(tour, proches, { premier: page.length, demande })]
        : []),
      ...(metierInconnu > 0 && rang === 0 ? [messages.sansMetier(metierInconnu)] : []),
      ...(surPlace.length + proches.length === 0 ? [messages.annuaires(demande.types)] : [messages.prudence]),
    ],
    issue,
    reste > 0,
  );
};

/** Ce que le message ne redit pas vient de la recherche précédente, tant que le filtre l'a gardé. */
const demander = (
  { services, memoire, message }: Tour,
  { audience, secteur, lieu }: FiltreMarches,
  lue: Omit<LectureStructures, 'lieu'>,
): DemandeStructures => {
  // Une question entière repart de rien ; « seulement ESAT » complète la précédente.
  const prolonge =
    memoire.demandeMarches === 'structures' && services.marches.lireDemande(message.texte) !== 'structures';
  const precedente = prolonge && memoire.sujet === 'chercher-marches' ? memoire.structures : null;
  return {
    types: [...(lue.types ?? precedente?.types ?? services.structures.typesDe(audience))],
    secteur,
    lieux: [...(lue.lieux ?? (lieu === null ? [] : (precedente?.lieux ?? services.structures.lire(lieu).lieux ?? [])))],
  };
};

/** Rien sur place : les plus proches. Presque rien : celles qui sont à portée de camionnette. */
const choisirProches = (
  surPlace: readonly StructureTrouvee[],
  ailleurs: readonly StructureTrouvee[],
): readonly StructureTrouvee[] => {
  if (surPlace.length === 0) return ailleurs.slice(0, AILLEURS);
  return ailleurs
    .filter(({ km }) => km !== null && km <= KM_A_PORTEE)
    .slice(0, Math.max(0, AILLEURS - surPlace.length));
};

/** Faute de liste, les annuaires et leur source. */
const mener = (
  { services, aujourdhui }: Tour,
  parties: readonly string[],
  memoire: NonNullable<Issue['memoire']>,
): Issue => {
  const fiche = services.droit.fiche('outil-marche-inclusion');
  const citations = fiche === null ? [] : services.droit.citations(fiche, aujourdhui);
  return { reponses: [{ texte: parties.join('\n\n'), ...(citations.length > 0 ? { citations } : {}) }], memoire };
};

const dire = (parties: readonly string[], memoire: NonNullable<Issue['memoire']>, reste = false): Issue => ({
  reponses: [
    {
      texte: parties.join('\n\n'),
      ...(reste ? { choix: [{ titre: messages.suite, valeur: messages.suite }] } : {}),
    },
  ],
  memoire,
});

const titrerStructures = ({ services }: Tour, { types, secteur, lieux }: DemandeStructures): string =>
  messages.titre({
    types,
    secteur: secteur === null ? null : (services.marches.secteur(secteur)?.nom ?? null),
    lieux: services.structures.lieux({ types, secteur, lieux }),
    region: services.territoire.region,
  });

interface Liste {
  readonly premier: number;
  readonly demande: DemandeStructures;
}

const lister = (
  { services, aujourdhui }: Tour,
  trouvees: readonly StructureTrouvee[],
  { premier, demande }: Liste,
): string[] => {
  const lieux = services.structures.lieux(demande);
  return trouvees.map((trouvee, place) =>
    messages.structure(trouvee, {
      numero: premier + place + 1,
      epci: services.territoire.epciDe(trouvee.commune)?.nom ?? null,
      lieux,
      ancienne: trouvee.structure.source.le < decalerJour(aujourdhui, { months: -MOIS_FRAIS }),
      metiers: trouvee.metiers.secteurs.flatMap((id) => services.marches.secteur(id)?.nom ?? []),
    }),
  );
};
