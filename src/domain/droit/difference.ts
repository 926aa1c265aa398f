import { aplatir } from '../references.ts';

const FORME =
  /\b(?:differences?|distinction|distinguer|differencier)\b(?: (?:y a[- ]t[- ]il|fait[- ]on|faites-vous|il y a|est-ce qu'il y a))?(?: (?:entre|d'|des?|avec))? *:? *(.+?) (?:et|ou|vs|versus|avec|par rapport aux?) (.+?)[ ?!.]*$/;

/** Les deux termes dont on demande la différence (« différence ETTI et AI ») ; null sinon. */
export const lireDifference = (texte: string): readonly [string, string] | null => {
  const [, premier, second] =
    FORME.exec(
      aplatir(texte)
        .replace(/[«»"“”]/g, '')
        .trim(),
    ) ?? [];
  return premier === undefined || second === undefined ? null : [premier.trim(), second.trim()];
};
