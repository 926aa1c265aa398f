/**
 * Sons approchés d'un nom français collé : deux graphies qui se prononcent pareil donnent la même forme.
 * Les chiffres sont des voyelles que l'écriture note à plusieurs lettres : 1 in, 2 an, 3 on, 4 é, 5 eu, 6 ou.
 */
export const sonsDe = (cle: string): string =>
  cle
    .replace(/ph/g, 'f')
    .replace(/(?:sc|s|ss)h|ch(?=[aeiouy])|sch/g, 'C')
    .replace(/qu|ck|cq|q|k|c(?![eiy])/g, 'k')
    .replace(/ch/g, 'k')
    .replace(/c/g, 's')
    .replace(/h/g, '')
    .replace(/w/g, 'v')
    .replace(/z$/, '')
    .replace(/z/g, 's')
    .replace(/ge(?=[ao])|g(?=[eiy])/g, 'j')
    .replace(/y/g, 'i')
    .replace(/(?:eau|au)(?:lt|ld|l?x|d|t|s)?$|eau|au/g, 'o')
    .replace(/o[td]$/, 'o')
    .replace(/oeu|eu|oe/g, '5')
    .replace(/ou/g, '6')
    .replace(/(?:ai|ei|i)[nm](?![aeiou456])/g, '1')
    .replace(/[ae][nm](?![aeiou456])/g, '2')
    .replace(/o[nm](?![aeiou456])/g, '3')
    .replace(/ai[st]?$|ai|ei|ets?$|er$/g, '4')
    .replace(/(.)\1+/g, '$1')
    .replace(/[sx]$/, '')
    .replace(/e$/, '')
    .replace(/[tdp]$/, '');
