/** Sons approchés d'un nom français collé : deux graphies qui se prononcent pareil donnent la même forme. */
export const sonsDe = (cle: string): string =>
  cle
    .replace(/ph/g, 'f')
    .replace(/(?:sc|s|ss)h|ch(?=[aeiouy])|sch/g, 'C')
    .replace(/qu|ck|cq|q|k|c(?![eiy])/g, 'k')
    .replace(/ch/g, 'k')
    .replace(/c/g, 's')
    .replace(/h/g, '')
    .replace(/w/g, 'v')
    .replace(/z/g, 's')
    .replace(/ge(?=[ao])|g(?=[eiy])/g, 'j')
    .replace(/y/g, 'i')
    .replace(/(?:eau|au)(?:lt|ld|l?x|d|t|s)?$|eau|au/g, 'o')
    .replace(/o[td]$/, 'o')
    .replace(/oeu|eu|oe/g, 'E')
    .replace(/ou/g, 'U')
    .replace(/(?:ai|ei|i)[nm](?![aeiouEU])/g, '1')
    .replace(/[ae][nm](?![aeiouEU])/g, '2')
    .replace(/o[nm](?![aeiouEU])/g, '3')
    .replace(/ai|ei|et$|er$|ez$/g, 'e')
    .replace(/(.)\1+/g, '$1')
    .replace(/[estxdp]+$/, '');
