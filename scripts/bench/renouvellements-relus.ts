/**
 * Renouvellements relus à la main dans les contrats 2019-2021 d'une ville (données essentielles publiques) : chacun
 * reprend un besoin qu'un contrat plus ancien couvrait. Identifiants des nouveaux contrats, sans le numéro d'acheteur.
 */
export const RENOUVELLEMENTS_RELUS: ReadonlySet<string> = new Set(
  [
    '202108000000000F',
    '202108000000000E',
    '202108000000000D',
    '202108000000000B',
    '2021lhst10000000',
    '2021080000000000',
    '2021qxs980000000',
    '2021u1exl0000000',
    '2021l7rio0000000',
  ].map((contrat) => `decp:21590163800019-${contrat}`),
);
