import type { Choix } from '../kit/reply.ts';

export const EXEMPLES: readonly Choix[] = [
  { titre: 'Ai-je l’obligation d’une clause sociale ?', valeur: 'Ai-je l’obligation d’une clause sociale ?' },
  { titre: 'Quel facilitateur pour ma commune ?', valeur: 'Quel est le facilitateur de ma commune ?' },
  { titre: 'Quels marchés réservés sont ouverts ?', valeur: 'Quels marchés réservés sont ouverts ?' },
];

const CAPACITES = [
  '- **une question de droit** sur les clauses sociales et les marchés réservés : « puis-je réserver un lot à un ESAT ? »',
  '- **le facilitateur d’une commune** : « qui suit les clauses à Saint-Omer ? »',
  '- **les marchés réservés ouverts** : « réservés espaces verts dans l’Aisne »',
  '- **les heures d’insertion** : « 35 h pour P-0231 sur l’école Pasteur la semaine dernière »',
  '- **les indicateurs** : « chiffres clés 2016 », « mes heures du mois »',
].join('\n');

export const bienvenue = (region: string): string =>
  `Bonjour, je suis **Clausette**, l’assistante des clauses sociales d’insertion (${region}). Vous pouvez me demander :\n\n${CAPACITES}\n\nJe ne réponds que si je suis sûre, avec l’article et sa date. N’écrivez pas de nom de personne : un code suffit.`;

export const bonjour =
  'Bonjour ! Que puis-je faire pour vous ? Une question de droit, un facilitateur, un marché réservé, des heures à déclarer ?';

export const aide = `Voici ce que je sais faire :\n\n${CAPACITES}\n\nÀ tout moment : « annule » abandonne la saisie en cours, « annule la dernière saisie » défait un enregistrement.`;

export const merci = 'Avec plaisir ! Je reste là si une autre question vous vient.';

export const auRevoir = 'Au revoir, et bonne continuation !';
