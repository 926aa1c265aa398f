import { z } from 'zod';
import type { Ecriture } from '../../src/domain/heures.ts';
import type { LigneActive } from '../../src/domain/registre.ts';
import type { Issue, Ouverte, Tour } from '../kit/conversation.ts';
import { origineDe } from './enregistrer.ts';
import { nommerOperations } from './lecture.ts';
import * as messages from './messages.ts';

/** Les saisies visées par l'annulation demandée. */
const Visees = z.strictObject({ saisies: z.array(z.string()).min(1) });

/** Montre la dernière saisie et demande si l'on annule. */
export const demanderDefaire = async (tour: Tour): Promise<Issue> => {
  const saisies = await tour.services.heures.dernieres(tour.message.compte);
  if (saisies.length === 0) return { reponses: [{ texte: messages.aucuneADefaire }] };
  return {
    reponses: [
      {
        texte: messages.defaire(await decrire(tour, saisies)),
        choix: [
          { titre: 'Oui', valeur: 'oui' },
          { titre: 'Non', valeur: 'non' },
        ],
      },
    ],
    ouverte: { conversation: 'declarer-heures', etape: 'defaire', donnees: { saisies: saisies.map(({ id }) => id) } },
  };
};

/** Reçoit le oui ou le non ; toute autre réponse laisse la saisie en place. */
export const poursuivreDefaire = async (tour: Tour, ouverte: Ouverte): Promise<Issue | null> => {
  const { lecture, services, message } = tour;
  if (lecture.confirmation === 'non' || lecture.ordre === 'abandonner')
    return { reponses: [{ texte: messages.gardee }] };
  if (lecture.confirmation !== 'oui') return null;
  const visees = Visees.safeParse(ouverte.donnees);
  const dernieres = await services.heures.dernieres(message.compte);
  const saisies = dernieres.filter(({ id }) => visees.success && visees.data.saisies.includes(id));
  if (saisies.length === 0) return { reponses: [{ texte: messages.aucuneADefaire }] };
  const origine = origineDe(tour);
  const ecritures = saisies.map(
    ({ id }): Ecriture => ({ type: 'annulation', id: `annulation/${id}`, vise: id, origine }),
  );
  return {
    reponses: [{ texte: messages.defaite(await decrire(tour, saisies)) }],
    effets: [{ type: 'ecrire-heures', ecritures }],
  };
};

const decrire = async (tour: Tour, saisies: readonly LigneActive[]): Promise<string[]> => {
  const nommer = await nommerOperations(tour);
  return saisies.map(({ ligne }) => messages.ligneCourte({ ...ligne, operation: nommer(ligne.operation) }));
};
