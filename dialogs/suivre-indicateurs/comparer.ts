import type { Demande, Perimetre } from '../../src/domain/indicateurs/demande.ts';
import type { Issue, Tour } from '../kit/conversation.ts';
import { ouvrir } from './chiffres.ts';
import { nommerPerimetre } from './libelles.ts';
import * as dits from './messages-chiffres.ts';
import * as messages from './messages-comparer.ts';

/** Les mêmes chiffres pour chaque territoire, et qui vient en tête. */
export const comparerTerritoires = async (
  tour: Tour,
  demande: Demande,
  territoires: readonly Perimetre[],
): Promise<Issue> => {
  const { indicateurs } = tour.services;
  // « compare » seul ne demande pas l'an dernier : la période est celle qui est dite, ou tout.
  const periode =
    demande.avant === null ? demande.periode : indicateurs.lirePeriode(tour.message.texte, tour.aujourdhui);
  const commune: Demande = { ...demande, periode, dimension: null, avant: null, territoire: null };
  const reponses = await Promise.all(
    territoires.map((territoire) => indicateurs.repondre({ ...commune, territoire }, tour.message.compte)),
  );
  const colonnes = territoires.map(({ nom }, rang) => ({ nom, chiffres: reponses[rang]?.chiffres ?? null }));
  const secteur = demande.secteur === null ? null : indicateurs.secteur(demande.secteur);
  const textes = [
    dits.titre(demande.mesure, nommerPerimetre(commune, secteur)),
    messages.tableau(colonnes, demande.sexe === null),
    messages.enTete(demande.mesure, colonnes),
    messages.precaution,
    reponses.some(({ masque }) => masque) ? dits.secret : null,
  ];
  return {
    reponses: [{ texte: textes.filter((texte) => texte !== null).join('\n\n') }],
    ouverte: ouvrir({ ...commune, territoire: territoires.at(-1) ?? null }),
  };
};
