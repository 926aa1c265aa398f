import { echeancesDe } from '../../src/domain/parcours/echeances.ts';
import type { Parcours } from '../../src/domain/parcours/parcours.ts';
import { nommerOperations } from '../declarer-heures/lecture.ts';
import { MODALITES, PUBLICS } from '../declarer-heures/messages.ts';
import type { Issue, Tour } from '../kit/conversation.ts';
import { accorder, formatHeures, formatListe, formatPeriode } from '../kit/format.ts';
import * as messages from './messages.ts';

/** Montre le chemin d'une personne : publics, éligibilité, contrats, heures, sortie et suivis. */
export const direParcours = async (tour: Tour, code: string): Promise<Issue> => {
  const { services, message, aujourdhui } = tour;
  const vu = await services.parcours.voir(code, message.compte);
  if (vu === null) return { reponses: [{ texte: messages.acces }] };
  const { parcours, libelle } = vu;
  if (estVide(parcours)) return { reponses: [{ texte: messages.inconnu(code) }] };
  const nommer = await nommerOperations(tour);
  const contrats = parcours.contrats.map(({ operation, entreprise, modalite, debut, fin, heures }) =>
    [
      nommer(operation),
      entreprise,
      modalite === null ? null : MODALITES[modalite],
      formatPeriode({ du: debut, au: fin }),
      `**${formatHeures(heures)}**`,
    ]
      .filter((part) => part !== null)
      .join(', '),
  );
  const publics = formatListe(parcours.publics.map((public_) => PUBLICS[public_]));
  const lignes = [
    messages.titre(code, libelle),
    [
      ...(publics === '' ? [] : [messages.publics(publics)]),
      messages.eligibilite(parcours),
      ...(contrats.length === 0
        ? [messages.sansContrat]
        : [messages.contrats(accorder(contrats.length, 'contrat'), formatHeures(parcours.heures), contrats)]),
      ...(parcours.sortie === null ? [] : [messages.sortie(parcours.sortie)]),
      ...parcours.suivis.map(messages.suivi),
      ...echeancesDe(parcours, aujourdhui).map(messages.ligneEcheance),
    ]
      .map((ligne) => `- ${ligne}`)
      .join('\n'),
    ...(parcours.sortie === null ? [messages.pourSuivre(code)] : [messages.definition]),
  ];
  return { reponses: [{ texte: lignes.join('\n\n') }] };
};

const estVide = ({ contrats, eligibilite, sortie }: Parcours): boolean =>
  contrats.length === 0 && eligibilite.statut === 'inconnue' && sortie === null;
