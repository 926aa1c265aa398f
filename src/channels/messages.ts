/** Excuses dites dans la conversation quand une panne est de notre fait. */
export const excuses = (reference: string): string =>
  'Désolée, une panne de mon côté m’empêche de répondre. Ce que vous aviez déjà saisi est conservé. ' +
  `Réessayez dans un instant ; si cela continue, signalez la référence **${reference}**.`;
