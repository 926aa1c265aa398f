/** Une question d'un message, et ce qui la précède et l'éclaire (« Je prépare un marché de 250 000 €. »). */
export interface QuestionDecoupee {
  readonly question: string;
  /** La question avec ce qui la précède immédiatement ; identique sans rien avant. */
  readonly entiere: string;
  /** La question avec ce qui est dit au début du message, qui vaut pour toutes. */
  readonly enContexte: string;
}

const MAXIMUM = 3;
const MOTS_MINIMUM = 4;
/** « On peut lui réserver ? » ne tient pas seule : elle ne se répond pas à part. */
const DEPENDANTE = /\b(?:lui|leur|celui-ci|celle-ci|cela|ça|ca|si oui|si non|lequel|laquelle|lesquels|lesquelles)\b/i;
/** « Et pour une concession ? » : une suite se contente de moins. */
const MOTS_DE_SUITE = 3;
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
    .filter(({ question }) => estUneQuestion(question, puces.length > 1));
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

/** Une puce de liste, comme une suite, se contente de moins de mots. */
const estUneQuestion = (question: string, puce: boolean): boolean => {
  const mots = question.match(/[\p{L}\d'’-]+/gu)?.length ?? 0;
  if (mots <= 6 && DEPENDANTE.test(question)) return false;
  return mots >= (puce || /^(?:et|ou|sinon)\b/i.test(question) ? MOTS_DE_SUITE : MOTS_MINIMUM);
};
