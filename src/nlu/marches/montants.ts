/** Bornes demandées sur le montant publié, en euros ; null : pas de borne. */
export interface Montants {
  readonly montantMin: number | null;
  readonly montantMax: number | null;
}

const NOMBRE = String.raw`(\d{1,3}(?:[ .]\d{3})+|\d+(?:[.,]\d+)?)`;
const UNITE = String.raw`(k ?€|ke\b|keur\w*|k\b|m ?€|meur\w*|millions?(?: d'euros)?|mille(?: euros)?|€|euros?|eur\b)`;
const SOMME = `${NOMBRE} ?${UNITE}(?: ?ht| ?ttc)?`;
const AU_MOINS = new RegExp(
  `(?:au[- ]dessus d[eu' ]+|plus d[e'] ?|superieure?s? a |depassant |depasse(?:nt)? |\\+ ?(?:d[e'] ?)?|au moins |a partir d[e'] ?|minimum |> ?=? ?)${SOMME}|${SOMME} (?:et plus|ou plus|minimum|mini|au moins)`,
);
const AU_PLUS = new RegExp(
  `(?:en[- ]dessous d[eu' ]+|au[- ]dessous d[eu' ]+|moins d[e'] ?|inferieure?s? a |sous |jusqu'a |maximum |max |< ?=? ?)${SOMME}|${SOMME} (?:et moins|ou moins|maximum|maxi|au plus)`,
);
const ENTRE = new RegExp(`entre ${NOMBRE} ?${UNITE}? et ${SOMME}`);

const FACTEURS: readonly (readonly [RegExp, number])[] = [
  [/^k|^mille/, 1000],
  [/^m/, 1_000_000],
];

const valeur = (ecrit: string, unite: string): number => {
  const nombre = Number(/[ .]\d{3}/.test(ecrit) ? ecrit.replace(/[ .]/g, '') : ecrit.replace(',', '.'));
  return nombre * (FACTEURS.find(([motif]) => motif.test(unite))?.[1] ?? 1);
};

const lire = (motif: RegExp, plie: string): number | null => {
  const lu = motif.exec(plie);
  const [nombre, unite] = [lu?.[1] ?? lu?.[3], lu?.[2] ?? lu?.[4]];
  return nombre === undefined || unite === undefined ? null : valeur(nombre, unite);
};

/** « au-dessus de 50 k€ », « moins de 40 000 euros », « entre 20 et 50 k€ », dans un message plié (voir `plier`). */
export const lireMontants = (plie: string): Montants => {
  const entre = ENTRE.exec(plie);
  if (entre !== null) {
    const [, bas = '', uniteBas, haut = '', unite = ''] = entre;
    return { montantMin: valeur(bas, uniteBas ?? unite), montantMax: valeur(haut, unite) };
  }
  return { montantMin: lire(AU_MOINS, plie), montantMax: lire(AU_PLUS, plie) };
};

/** Le message sans ses montants : « moins de 40 000 € » n'est ni une durée ni un lieu. */
export const sansMontants = (plie: string): string => plie.replace(new RegExp(SOMME, 'g'), ' ').replace(ENTRE, ' ');
