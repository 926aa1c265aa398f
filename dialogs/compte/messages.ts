import { type Compte, type Role, VISITEUR } from '../../src/domain/roles.ts';
import { accorder, formatJour } from '../kit/format.ts';

const ROLES: Readonly<Record<Role, string>> = {
  visiteur: 'visiteur : vous pouvez poser toutes les questions, mais pas déclarer d’heures',
  facilitateur: 'facilitateur : vous pouvez déclarer des heures et suivre vos opérations',
  coordinateur: 'coordinateur : vous pouvez déclarer des heures et voir toutes les opérations',
  administrateur: 'administrateur : vous pouvez tout voir, dont les questions sans réponse',
};

export const quiSuisJe = ({ libelle, role, id }: Compte): string =>
  [`Vous êtes **${libelle}**, ${ROLES[role]}.`, ...(id === VISITEUR.id ? [] : [`Votre identifiant : \`${id}\`.`])].join(
    '\n\n',
  );

const accesAnonyme =
  'Seul un facilitateur connu peut déclarer des heures, et je ne sais pas qui vous êtes ici : passez par Teams, où votre identité est prouvée. La personne qui administre Clausette vous y ouvrira un compte.';

export const acces = ({ id }: Compte): string => (id === VISITEUR.id ? accesAnonyme : accesAvecIdentifiant(id));

const accesAvecIdentifiant = (id: string): string =>
  `Seul un facilitateur connu peut déclarer des heures. Pour obtenir l’accès, transmettez cet identifiant à la personne qui administre Clausette : \`${id}\`. Elle vous ouvrira un compte avec la commande \`npm run account -- add\`.`;

export const accesOperation =
  'Vous n’avez pas accès à ces chiffres : ils sont réservés au facilitateur qui suit l’opération et aux coordinateurs.';

export const questionsReservees = 'Les questions sans réponse sont réservées aux administrateurs.';

export const aucuneQuestion = 'Aucune question n’attend de réponse.';

interface GroupeMontre {
  readonly exemple: string;
  readonly nombre: number;
  readonly certitude: 'aucune' | 'hesitante';
  /** Titre de la fiche la plus souvent proposée. */
  readonly fiche: string | null;
  readonly derniere: string;
}

export const questions = (total: number, groupes: readonly GroupeMontre[], autres: number): string =>
  [
    `**Questions sans réponse sûre** : ${accorder(total, 'question')}, rangées par ressemblance.`,
    groupes.map(groupe).join('\n'),
    ...(autres > 0
      ? [`Et ${accorder(autres, 'autre groupe', 'autres groupes')} : \`npm run veille\` montre tout.`]
      : []),
  ].join('\n\n');

const groupe = ({ exemple, nombre, certitude, fiche, derniere }: GroupeMontre): string =>
  [
    `- ${nombre > 1 ? `**${nombre} fois**, ` : ''}« ${exemple} » — ${formatJour(derniere)}`,
    certitude === 'aucune' ? 'sans réponse' : 'réponse hésitante',
    ...(fiche === null ? [] : [`fiche proche : « ${fiche} »`]),
  ].join(', ');
