/** Refus de démarrer. */
export const ECOUTE_SANS_IDENTITE =
  'Sans MicrosoftAppId, le robot croit toute activité reçue : il ne peut écouter que sur cette machine (HOST=127.0.0.1). ' +
  'Donnez les identifiants du robot Azure, ou écoutez en local.';

/** Réponses HTTP d'erreur. */
export const REFUS = {
  horsDeCetteMachine:
    'En démonstration, sans identifiants Azure, seules les requêtes faites depuis cette machine sont acceptées.',
  identite: 'Le jeton du Bot Framework est absent ou refusé.',
  envoiImpossible: 'La réponse n’a pas pu être remise au canal.',
  panne: (reference: string): string => `Une panne est survenue de notre côté (référence ${reference}).`,
} as const;
