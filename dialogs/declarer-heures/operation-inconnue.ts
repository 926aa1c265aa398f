import type { LigneBrouillon } from './brouillon.ts';

const GENRES =
  'groupe scolaire|école|ecole|collège|college|lycée|lycee|crèche|creche|gymnase|piscine|stade|mairie|médiathèque|mediatheque|bibliothèque|musée|théâtre|hôpital|hopital|clinique|ehpad|résidence|residence|halle|salle|caserne|église|pont|rue|avenue|boulevard|place|chantier|opération|operation';
const LIEN = "(?:de la |de l['’]|du |des |de |d['’]|la |le |les |l['’])?";
/** Ce qui suit un genre sans en être le nom : une date, une personne, une suite de phrase. */
const AUTRE_MOT =
  "(?:pour|par|avec|sans|et|ou|hier|avant|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|semaine|mois|matin|ce|cette|en|le|la|les|au|aux|à|a|sur|chez|c['’]est|est|il|elle|qui|que|entre|depuis|pendant|dernière?|passée?)";
const NOM = `(?!${AUTRE_MOT}(?![\\p{L}-]))\\p{L}[\\p{L}'’-]+`;
const OPERATION_DITE = new RegExp(`(?<![\\p{L}-])((?:${GENRES})\\s+${LIEN}${NOM})`, 'iu');
/** La casse ne compte que pour la suite du nom : « école Louis Pasteur », mais « école pasteur hier ». */
const SUITE = /^(\s+\p{Lu}[\p{Ll}'’-]+)+/u;

/** Le nom d'une opération qu'un message dit et qu'aucune opération connue ne porte ; null s'il n'en dit pas. */
export const lireInconnue = (texte: string, lignes: readonly LigneBrouillon[]): string | null => {
  const sansOperation = lignes.some(
    ({ operation, operationsPossibles }) => operation === null && operationsPossibles.length === 0,
  );
  if (!sansOperation) return null;
  const dite = OPERATION_DITE.exec(texte);
  if (dite?.[1] === undefined) return null;
  const suite = SUITE.exec(texte.slice(dite.index + dite[0].length))?.[0] ?? '';
  return `${dite[1]}${suite}`;
};
