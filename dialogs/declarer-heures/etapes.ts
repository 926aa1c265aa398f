import { z } from 'zod';
import type { Issue, Ouverte, Tour } from '../kit/conversation.ts';
import { Brouillon, LigneBrouillon } from './brouillon.ts';
import { nommerOperations } from './lecture.ts';
import * as messages from './messages.ts';
import { annoncer, direBrouillon } from './recapitulatif.ts';

/** Saisies commencées puis laissées pour une autre ; la dernière est reprise d'abord. */
const enAttente = z.array(Brouillon).default([]);

/** Ce que la conversation attend. La forme des données dit l'étape : renommer une étape ne perd rien. */
export const Saisie = Brouillon.extend({
  enAttente,
  /** La saisie revient juste après un enregistrement : une correction vise d'abord ce qui vient d'être enregistré. */
  apresEnregistrement: z.boolean().default(false),
});
export type Saisie = z.infer<typeof Saisie>;

/** Saisies que l'on demande d'annuler. */
export const ADefaire = z.strictObject({ saisies: z.array(z.string()).min(1), enAttente });

/** Lignes enregistrées, telles qu'elles seraient une fois corrigées. */
export const ACorriger = z.strictObject({
  cle: z.string(),
  corrections: z.array(z.strictObject({ saisie: z.string(), ligne: LigneBrouillon })).min(1),
  enAttente,
});
export type ACorriger = z.infer<typeof ACorriger>;

/** Correction que l'on demande de défaire. */
export const ARetablir = z.strictObject({ correction: z.string(), enAttente });

/** Mois que l'on demande de valider ou de rouvrir. */
export const AValider = z.strictObject({ mois: z.string(), action: z.enum(['valider', 'rouvrir']), enAttente });

export type EnAttente = readonly Brouillon[];

/** Ouvre une étape ; son nom n'est là que pour qui lit les fichiers. */
export const ouvrir = (etape: string, donnees: object): Ouverte => ({
  conversation: 'declarer-heures',
  etape,
  donnees,
});

/** Finit une étape : s'il reste une saisie commencée, elle revient, et on le dit. */
export const finir = async (tour: Tour, issue: Issue, attente: EnAttente): Promise<Issue> => {
  const suivante = attente.at(-1);
  if (suivante === undefined) return issue;
  const operations = await tour.services.heures.operationsDe(tour.message.compte);
  const rappel = direBrouillon(suivante, await nommerOperations(tour), operations);
  return {
    ...issue,
    reponses: [...issue.reponses, annoncer(messages.resteUneSaisie, rappel)],
    ouverte: ouvrir('saisie', {
      ...suivante,
      enAttente: attente.slice(0, -1),
      apresEnregistrement: (issue.memoire?.enregistree ?? null) !== null,
    }),
  };
};
