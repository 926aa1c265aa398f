import type { Diversification } from '../../src/domain/indicateurs/diversification.ts';
import type { SegmentJuge } from '../../src/domain/marches/potentiel.ts';
import { accorder, formatHeures, formatListe, formatMontant, formatPart } from '../kit/format.ts';
import type { Choix } from '../kit/reply.ts';

export const titre = (lieu: string | null): string =>
  `**Ce qui s’achète et ce qui est réservé${lieu === null ? '' : ` · ${lieu}`}**, parmi les avis et contrats importés :`;

export const secteurAbsent = (nom: string): string => `Rien d’importé en « ${nom} » ; voici le reste.`;

/** « 100 % » d'un seul achat ne dit rien. */
const ACHATS_POUR_UNE_PART = 5;

export const segment = ({ achats, reserves, clauses, montant, structures }: SegmentJuge, nom: string): string =>
  `- **${nom}** : ${[
    accorder(achats, 'achat'),
    `${accorder(reserves, 'réservé')}${achats < ACHATS_POUR_UNE_PART ? '' : ` (${formatPart(reserves / achats)})`}`,
    accorder(clauses, 'avec clause', 'avec clause'),
    montant > 0 ? `${formatMontant(Math.round(montant))} publiés` : null,
    structures === null
      ? null
      : structures === 0
        ? 'aucune structure connue'
        : accorder(structures, 'structure pourrait répondre', 'structures pourraient répondre'),
  ]
    .filter((partie) => partie !== null)
    .join(', ')}`;

export const aucunSegment = (lieu: string | null): string =>
  `Aucun avis ni contrat importé ne correspond${lieu === null ? '' : ` à ${lieu}`} : je ne peux pas encore dire où est le potentiel.`;

export const forts = (noms: readonly string[]): string =>
  `**À fort potentiel** (acheté souvent, moins de 10 % réservé, des structures pour répondre) : ${noms.join(' ; ')}.`;

export const aucunFort =
  'Aucune famille n’est encore à la fois achetée souvent (cinq fois au moins), rarement réservée (moins de 10 %) et servie par des structures connues.';

export const sansListe =
  '_Aucune liste de structures n’est importée : une part de main-d’œuvre d’au moins 35 % tient lieu de « des structures savent faire »._';

/** Le bouton qui montre qui pourrait répondre. */
export const quiPeut = (nom: string, lieu: string | null): Choix => {
  const phrase = `Qui peut répondre en ${nom.toLowerCase()}${lieu === null ? ' dans la région' : ` à ${lieu}`} ?`;
  return { titre: phrase, valeur: phrase };
};

export const reperesRegion =
  '_Repère régional de 2016 : 16 % de femmes parmi les bénéficiaires des clauses, et très peu de marchés d’informatique, de communication ou de prestations intellectuelles. Diversifier les métiers ouvre aussi aux femmes._';

export const femmesEtMetiers = ({
  femmes,
  diversification,
}: {
  /** De 0 à 1 ; null si le secret statistique la cache. */
  readonly femmes: number | null;
  readonly diversification: Diversification | null;
}): string => {
  const parties = [
    femmes === null ? null : `${formatPart(femmes)} de femmes parmi les bénéficiaires (16 % dans la région en 2016)`,
    diversification === null || diversification.secteurs === 0
      ? null
      : `${accorder(diversification.secteurs, 'métier')}${diversification.partDesTroisPremiers === null ? '' : `, dont les trois premiers font ${formatPart(diversification.partDesTroisPremiers)} des heures classées`}`,
  ].filter((partie) => partie !== null);
  return parties.length === 0
    ? reperesRegion
    : `À côté, dans les heures enregistrées : ${formatListe(parties)}. _Diversifier les métiers ouvre aussi aux femmes._`;
};

export const siSansMetier = 'Pour quel métier ? Par exemple : « si 20 % des heures passaient au nettoyage ? ».';

const HEURES_TEMPS_PLEIN = 1607;

export const siLaPart = ({
  part,
  nom,
  heures,
  duSecteur,
}: {
  readonly part: number;
  readonly nom: string;
  readonly heures: number;
  /** Heures de ce métier aujourd'hui ; null si on ne sait pas. */
  readonly duSecteur: number | null;
}): string => {
  if (heures === 0) return 'Aucune heure n’est encore enregistrée : il n’y a rien à répartir.';
  const visees = Math.round(heures * part);
  const ecart = duSecteur === null ? null : visees - Math.round(duSecteur);
  return [
    `Si ${formatPart(part)} des ${formatHeures(heures)} enregistrées passaient à « ${nom} », cela ferait **${formatHeures(visees)}**, soit environ ${accorder(Math.round(visees / HEURES_TEMPS_PLEIN), 'équivalent temps plein', 'équivalents temps plein')}.`,
    duSecteur === null || ecart === null
      ? null
      : `Aujourd’hui : ${formatHeures(Math.round(duSecteur))} (${formatPart(duSecteur / heures)}), donc ${formatHeures(Math.abs(ecart))} de ${ecart < 0 ? 'moins' : 'plus'}.`,
    '_Hypothèse : total des heures inchangé, réparti autrement ; 1 607 h par an pour un temps plein ; métier lu dans l’intitulé des opérations._',
  ]
    .filter((partie) => partie !== null)
    .join('\n\n');
};
