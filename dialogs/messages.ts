export const vide = 'Je n’ai reçu aucun texte. Écrivez votre question ou vos heures en une phrase.';

export const tropLong = (maximum: number): string =>
  `Votre message est trop long : envoyez-le en plusieurs fois (${maximum} signes au plus).`;

export const merciAvis = 'Merci, votre avis est transmis aux rédacteurs.';
