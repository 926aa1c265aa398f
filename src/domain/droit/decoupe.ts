/** Une question d'un message, et ce qui la précède et l'éclaire (« Je prépare un marché de 250 000 €. »). */
export interface QuestionDecoupee {
  readonly question: string;
  /** La question avec ce qui la précède immédiatement ; identique sans rien avant. */
  readonly entiere: string;
  /** La question avec ce qui est dit au début du message, qui vaut pour toutes. */
  readonly enContexte: string;
}

const MAXIMUM = 3;
const MOTS_MINIMUM = 3;
const PUCE = /\n\s*(?:[-*•–]|\d+[.)])\s+/;
const NUMERO = /^\s*(?:[-*•–]|\d+[.)])\s+/;

/**
 * Questions d'un message qui en pose plusieurs, trois au plus ; une seule (le message entier) sinon.
 * On ne coupe qu'après un point d'interrogation ou aux puces d'une liste : une phrase reste entière.
 */
export const decouperMessage = (texte: string): readonly QuestionDecoupee[] => {
  const puces = texte.split(PUCE).slice(1);
  const questions = puces.length > 1 ? puces : texte.split(/(?<=\?)\s+/).filter((morceau) => morceau.includes('?'));
  const nues = questions
    .map((morceau) => morceau.trim().replace(NUMERO, ''))
    .map((entiere) => ({ question: derniere(entiere), entiere }))
    .filter(({ question }) => question.split(/\s+/).length >= MOTS_MINIMUM);
  const debut = (nues[0]?.entiere ?? '').slice(0, -(nues[0]?.question.length ?? 0)).trim();
  return nues.length > 1
    ? nues
        .slice(0, MAXIMUM)
        .map((nue, rang) => ({ ...nue, enContexte: rang === 0 ? nue.entiere : `${debut} ${nue.entiere}` }))
    : [{ question: texte, entiere: texte, enContexte: texte }];
};

/** Une question sans ce qui la précède dans le message (« Bonjour. Je prépare un marché. Faut-il… ? »). */
const derniere = (morceau: string): string =>
  morceau
    .split(/(?<=[.!])\s+(?=\p{Lu})|\n+/u)
    .filter((phrase) => phrase.trim() !== '')
    .at(-1)
    ?.trim() ?? morceau;
