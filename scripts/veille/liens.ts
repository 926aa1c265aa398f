const DELAI = 10_000;
const ENSEMBLE = 4;

/** Essaie chaque adresse par une requête HEAD, quatre à la fois ; rend celles qui ne répondent pas. */
export const essayerLiens = async (
  liens: readonly { readonly id: string; readonly adresse: string }[],
): Promise<readonly string[]> => {
  const morts: string[] = [];
  for (let rang = 0; rang < liens.length; rang += ENSEMBLE)
    for (const mort of await Promise.all(liens.slice(rang, rang + ENSEMBLE).map(essayer))) if (mort) morts.push(mort);
  return morts;
};

const essayer = async ({ id, adresse }: { readonly id: string; readonly adresse: string }): Promise<string | null> => {
  try {
    const { ok, status } = await fetch(adresse, { method: 'HEAD', signal: AbortSignal.timeout(DELAI) });
    return ok ? null : `${id} : ${adresse} (${status})`;
  } catch (cause) {
    return `${id} : ${adresse} (${cause instanceof Error ? cause.message : 'sans réponse'})`;
  }
};
