/** Le texte sans les signes de contrôle, que ni XML ni un calendrier n'admettent ; les sauts de ligne restent. */
export const sansControle = (texte: string): string =>
  [...texte.replace(/\r\n?/g, '\n').replace(/\t/g, ' ')]
    .filter((signe) => (signe >= ' ' || signe === '\n') && !/[\ufffe\uffff]/.test(signe))
    .join('');
