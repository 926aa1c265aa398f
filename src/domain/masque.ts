const COURRIEL = /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g;
const TELEPHONE = /(?:\+33|0033|\b0)\s?[1-9](?:[\s.-]?\d{2}){4}\b/g;
const NIR = /\b[12]\s?\d{2}\s?(?:0[1-9]|1[0-2]|[2-9]\d)\s?(?:\d{2}|2[AB])\s?\d{3}\s?\d{3}(?:\s?\d{2})?\b/gi;
const CIVILITE = /\b(M\.|Mr\.?|Mme|Mlle|Monsieur|Madame|Mademoiselle)\s+((?:\p{Lu}[\p{L}'’-]*\s?){1,3})/gu;
const PRENOM_NOM = /\p{Lu}\p{Ll}+(?:-\p{Lu}\p{Ll}+)?(?:\s+(?:de|du|des|le|la|el|ben|van))?\s+\p{Lu}[\p{L}'’-]+/gu;

/**
 * Masque ce qui désigne une personne : courriel, téléphone, numéro de sécurité sociale, nom.
 * @param connu vrai pour un mot du métier ou d'un lieu, qui n'est pas un nom de personne
 */
export const masquer = (texte: string, connu: (mot: string) => boolean): string =>
  texte
    .replace(COURRIEL, '[courriel]')
    .replace(NIR, '[numéro]')
    .replace(TELEPHONE, '[téléphone]')
    .replace(CIVILITE, '$1 [nom] ')
    .replace(PRENOM_NOM, (trouve) => (trouve.split(/[\s'’-]+/).some(connu) ? trouve : '[nom]'))
    .replace(/ {2,}/g, ' ')
    .trim();
