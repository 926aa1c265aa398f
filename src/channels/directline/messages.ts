/** Réponses d'erreur du service Direct Line embarqué. */
export const REFUS = {
  jeton: 'Le jeton est absent, faux ou périmé. Rechargez la page pour reprendre.',
  autreConversation: 'Ce jeton n’ouvre pas cette conversation.',
  origine: 'Cette adresse n’accepte que les requêtes de sa propre page.',
  tropDeRequetes: 'Trop de messages en peu de temps. Attendez une minute, puis réessayez.',
  activite: 'Le message est illisible : il faut un type, et un texte ou des données.',
  texteTropLong: 'Le message est trop long : 4 000 caractères au plus.',
  compte: 'Ce compte n’existe pas dans la démonstration.',
  sansPieceJointe: 'Les pièces jointes ne sont pas acceptées.',
  fluxSansWebSocket: 'Cette adresse ne répond qu’en WebSocket.',
} as const;
