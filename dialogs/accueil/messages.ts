import type { Role } from '../../src/domain/roles.ts';
import type { Choix } from '../kit/reply.ts';

export const EXEMPLES: readonly Choix[] = [
  { titre: 'Ai-je l’obligation d’une clause sociale ?', valeur: 'Ai-je l’obligation d’une clause sociale ?' },
  { titre: 'Quel facilitateur pour ma commune ?', valeur: 'Quel est le facilitateur de ma commune ?' },
  { titre: 'Quels marchés réservés sont ouverts ?', valeur: 'Quels marchés réservés sont ouverts ?' },
];

/** Les noms de lieux cités en exemple : ceux de la région servie. */
export interface Exemples {
  readonly commune: string;
  readonly departement: string;
}

const capacites = ({ commune, departement }: Exemples): string =>
  [
    '- **une question de droit** sur les clauses sociales et les marchés réservés : « puis-je réserver un lot à un ESAT ? »',
    `- **le facilitateur d’une commune** : « qui suit les clauses à ${commune} ? »`,
    `- **les marchés réservés ouverts** : « réservés espaces verts, ${departement} »`,
    '- **les heures d’insertion** : « 35 h pour P-0231 sur l’école Pasteur la semaine dernière »',
    '- **les indicateurs** : « chiffres clés 2016 », « mes heures du mois »',
  ].join('\n');

export const bienvenue = (region: string, exemples: Exemples): string =>
  `Bonjour, je suis **Clausette**, l’assistante des clauses sociales d’insertion (${region}). Vous pouvez me demander :\n\n${capacites(exemples)}\n\nJe ne réponds que si je suis sûre, avec l’article et sa date. N’écrivez pas de nom de personne : un code suffit.`;

export const bonjour =
  'Bonjour ! Que puis-je faire pour vous ? Une question de droit, un facilitateur, un marché réservé, des heures à déclarer ?';

const pourTous = ({ commune, departement }: Exemples): string =>
  [
    `- **le territoire** : « zones blanches », « état des lieux, ${departement} »`,
    `- **des alertes de marchés** : « alerte-moi des marchés réservés nettoyage autour de ${commune} », « mes alertes »`,
  ].join('\n');

const FACILITATEUR = [
  '- **vos saisies** : « corrige ma dernière saisie », « annule la dernière saisie », « historique de P-0231 »',
  '- **vos opérations** : « liste des opérations », « solde école Pasteur », « opérations en retard »',
  '- **les parcours** : « parcours de P-0231 », « mes échéances »',
].join('\n');

const COORDINATEUR = [
  '- **les chiffres par territoire** : « chiffres clés par département cette année », « heures de femmes au 1er semestre »',
  '- **l’annuaire** : « la structure … couvre maintenant … », « historique de l’annuaire »',
  '- **la validation d’un mois** : « valide octobre 2026 »',
].join('\n');

const ADMINISTRATEUR = '- **la veille** : « questions sans réponse »';

const PAR_ROLE: Readonly<Record<Role, readonly string[]>> = {
  visiteur: [],
  facilitateur: [FACILITATEUR],
  coordinateur: [FACILITATEUR, COORDINATEUR],
  administrateur: [FACILITATEUR, COORDINATEUR, ADMINISTRATEUR],
};

/** Ce que Clausette sait faire pour ce rôle. */
export const aide = (role: Role, exemples: Exemples): string =>
  `Voici ce que je sais faire :\n\n${[capacites(exemples), pourTous(exemples), ...PAR_ROLE[role]].join('\n')}\n\nÀ tout moment : « annule » abandonne la saisie en cours${role === 'visiteur' ? '' : ', « annule la dernière saisie » défait un enregistrement'}.`;

export const corriger =
  'Dites ce qui change, par exemple « **corrige ma dernière saisie : 6 h** » ou « c’était 28 h, pas 35 h » : je montre l’avant et l’après, et j’attends votre accord. « **annule la dernière saisie** » la défait ; rien n’est effacé, l’historique garde tout.';

export const rienOuvert = 'Il n’y a rien à annuler : aucune saisie n’est en cours ici.';

export const merci = 'Avec plaisir ! Je reste là si une autre question vous vient.';

export const auRevoir = 'Au revoir, et bonne continuation !';
