import type { Regle } from '../../src/domain/heures/regles-clause.ts';
import { formatJour } from '../kit/format.ts';

/** Ce qu'il faut savoir d'une ligne pour dire ses avertissements. */
export interface DetailsRegle {
  /** « P-0231 ». */
  readonly personne: string;
  /** Code de la première personne, pour l'exemple. */
  readonly code: string;
  readonly operation: string;
  readonly doublonDu: string | null;
}

/** Chaque avertissement dit pourquoi, d'où vient la règle et ce qu'elle vaut. */
const REGLES: Readonly<Record<Regle, (details: DetailsRegle) => string>> = {
  doublon: ({ doublonDu }) =>
    `Les mêmes heures pour cette personne et cette opération ${doublonDu === null ? 'sont déjà dans ce message' : `ont déjà été enregistrées le ${formatJour(doublonDu)}`}, sur une période qui se recoupe : est-ce bien **en plus** ?`,
  'mois-valide': () =>
    'Ce mois est déjà validé par la coordination : la ligne peut être ajoutée, mais seule la coordination pourra ensuite la changer.',
  'non-eligible': ({ personne }) =>
    `${personne} est notée non éligible : en pratique, des heures sans éligibilité vérifiée avant l’embauche ne comptent pas. (Usage des facilitateurs, à confirmer dans le CCAP.)`,
  'eligibilite-non-validee': ({ personne, code }) =>
    `L’éligibilité n’est pas encore notée pour ${personne} : en pratique, elle se vérifie sur pièce avant l’embauche (usage des facilitateurs, à confirmer dans le CCAP). Pour la noter : « ${code} éligible depuis le … ».`,
  'avant-eligibilite': ({ personne }) =>
    `La période commence avant la date d’éligibilité de ${personne} : ces heures risquent de ne pas être comptées. (Usage des facilitateurs, à confirmer dans le CCAP.)`,
  'embauche-directe-plus-de-24-mois': ({ personne }) =>
    `${personne} est en embauche directe depuis plus de deux ans : en pratique, une personne compte 24 mois à partir de sa première embauche au titre d’une clause. (Usage des facilitateurs, sans texte national : à confirmer localement.)`,
  'eligibilite-terminee': ({ personne }) =>
    `La période dépasse la fin d’éligibilité de ${personne} (24 mois en pratique ; usage des facilitateurs, à confirmer localement).`,
  'ai-plus-de-480-h': ({ personne }) =>
    `Avec cette ligne, ${personne} dépasse 480 h de mise à disposition par une association intermédiaire sur 24 mois. (Code du travail, art. L5132-9 et R5132-18, texte vérifié ; une dérogation du préfet est possible, et le plafond ne joue ni chez un particulier ni dans un organisme privé sans but lucratif.)`,
  'operation-complete': ({ operation }) =>
    `${operation} a déjà, ou aura avec cette ligne, toutes ses heures prévues : le surplus ne se reporte pas sur un autre marché, sauf si le contrat ou une convention le permet. (Usage des facilitateurs, à confirmer dans le contrat.)`,
  'public-hors-contrat': ({ operation }) =>
    `Les publics de cette ligne ne sont pas dans la liste du contrat de ${operation} : ces heures risquent d’être écartées. (La liste qui compte est celle du contrat.)`,
};

const estRegle = (regle: string): regle is Regle => regle in REGLES;

/** Les avertissements d'une ligne, en phrases. */
export const direRegles = (regles: readonly string[], details: DetailsRegle): string[] =>
  regles.filter(estRegle).map((regle) => `⚠ ${REGLES[regle](details)}`);
