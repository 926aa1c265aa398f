/** Nombres en lettres, pliés, de zéro à seize ; le rang est la valeur. */
export const NOMBRES_ECRITS: readonly string[] =
  'zero un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize'.split(' ');
