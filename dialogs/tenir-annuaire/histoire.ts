import { z } from 'zod';
import {
  type ChangementAnnuaire,
  dernierDefaisable,
  type EntreeChangee,
  inverser,
} from '../../src/domain/territoire/annuaire-changements.ts';
import { comparerEntrees } from '../../src/domain/territoire/differences.ts';
import type { Issue, Ouverte, Tour } from '../kit/conversation.ts';
import { nommerPortions } from './changement.ts';
import * as messages from './messages.ts';

const CHANGEMENTS_MONTRES = 15;

/** Le changement dont l'annulation attend un accord. */
const Visee = z.strictObject({ vise: z.string() });

const dire = (texte: string): Issue => ({ reponses: [{ texte }] });

/** « PLIE de Béthune : couvre aussi CC du Ternois » ; un import se résume par des nombres. */
const resumer = (tour: Tour, { entrees }: Pick<ChangementAnnuaire, 'entrees'>): string => {
  const [seule] = entrees;
  return seule && entrees.length === 1
    ? resumerEntree(tour, seule)
    : messages.resumeImport(entrees.map(comparerEntrees));
};

const resumerEntree = (tour: Tour, entree: EntreeChangee): string => {
  const differences = comparerEntrees(entree);
  return messages.resumeEntree(entree.apres.nom, {
    ...differences,
    ...nommerPortions(tour, differences),
  });
};

/** Les derniers changements de l'annuaire, du plus récent au plus ancien. */
export const direHistorique = async (tour: Tour): Promise<Issue> => {
  const historique = (await tour.services.annuaire.historique(tour.message.compte)) ?? [];
  if (historique.length === 0) return dire(messages.historiqueVide);
  const annules = new Set(historique.map(({ vise }) => vise));
  const lignes = historique
    .slice(-CHANGEMENTS_MONTRES)
    .reverse()
    .map((changement) =>
      messages.ligneHistorique(changement, { resume: resumer(tour, changement), annule: annules.has(changement.id) }),
    );
  return dire(messages.historique(lignes, historique.length));
};

/** Montre le dernier changement et demande si on l'annule. */
export const demanderAnnulation = async (tour: Tour): Promise<Issue> => {
  const historique = (await tour.services.annuaire.historique(tour.message.compte)) ?? [];
  const dernier = dernierDefaisable(historique);
  if (dernier === null) return dire(messages.rienADefaire);
  const entrees = [...inverser(dernier)];
  const { communesPerdues } = await tour.services.annuaire.apercevoir(entrees.map(({ apres }) => apres));
  return {
    reponses: [
      {
        texte: messages.demanderAnnulation(
          messages.ligneHistorique(dernier, { resume: resumer(tour, dernier), annule: false }),
          communesPerdues.map(({ nom }) => nom),
        ),
        choix: [
          { titre: 'Oui', valeur: 'oui' },
          { titre: 'Non', valeur: 'non' },
        ],
      },
    ],
    ouverte: { conversation: 'tenir-annuaire', etape: 'annuler', donnees: { vise: dernier.id } },
  };
};

/** Reçoit le oui ou le non ; l'annulation est elle-même un changement, qui reste dans l'histoire. */
export const poursuivreAnnulation = async (tour: Tour, ouverte: Ouverte): Promise<Issue | null> => {
  const { lecture, services, message } = tour;
  if (lecture.confirmation === 'non' || lecture.ordre === 'abandonner') return dire(messages.rienChange);
  if (lecture.confirmation !== 'oui') return null;
  const visee = Visee.safeParse(ouverte.donnees);
  const dernier = dernierDefaisable((await services.annuaire.historique(message.compte)) ?? []);
  if (dernier === null || !visee.success || visee.data.vise !== dernier.id) return dire(messages.aChangeEntreTemps);
  const changement = {
    auteur: message.compte.libelle,
    origine: 'annulation' as const,
    entrees: [...inverser(dernier)],
    vise: dernier.id,
  };
  return {
    reponses: [{ texte: messages.annule(resumer(tour, dernier)) }],
    effets: [{ type: 'changer-annuaire', changement, amorce: [] }],
  };
};
