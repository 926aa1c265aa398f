/** Champ d'une valeur dont le type n'est pas déclaré. */
export const champ = (valeur: unknown, nom: string): unknown =>
  typeof valeur === 'object' && valeur !== null ? Reflect.get(valeur, nom) : undefined;
