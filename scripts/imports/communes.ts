import type { Territoire } from '../../src/domain/territoire-index.ts';

/** Vrai pour toute commune de France, et pour celles qui ont existé : les vieux contrats les citent encore. */
export const createCommuneConnue = (territoire: Territoire): ((code: string) => boolean) => {
  const anciennes = new Set(territoire.anciennes.map(({ code }) => code));
  return (code) =>
    territoire.commune(code) !== undefined || anciennes.has(code) || territoire.exterieureParCode(code) !== undefined;
};
