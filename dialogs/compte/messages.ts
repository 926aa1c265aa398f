import { type Compte, type Role, VISITEUR } from '../../src/domain/roles.ts';
import { formatJour } from '../kit/format.ts';

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

export const questions = (liste: readonly { readonly texte: string; readonly le: string }[]): string =>
  `**Questions sans réponse sûre** (${liste.length}) :\n\n${liste
    .map(({ texte, le }) => `- « ${texte} » — ${formatJour(le.slice(0, 10))}`)
    .join('\n')}`;
