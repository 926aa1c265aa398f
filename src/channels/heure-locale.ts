const AVEC_DECALAGE = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})$/;
const FUSEAU = 'Europe/Paris';

/** Écrit un instant tel que la montre d'un fuseau IANA le montre : « 2026-11-21T10:00:00+01:00 ». */
export const ecrireHeureLocale = (instant: Date, fuseau: string = FUSEAU): string => {
  const parties = new Intl.DateTimeFormat('sv-SE', {
    timeZone: fuseau,
    dateStyle: 'short',
    timeStyle: 'medium',
  }).format(instant);
  const decalage = new Intl.DateTimeFormat('en-US', { timeZone: fuseau, timeZoneName: 'longOffset' })
    .formatToParts(instant)
    .find(({ type }) => type === 'timeZoneName')?.value;
  return `${parties.replace(' ', 'T')}${decalage?.replace('GMT', '').replace(/^$/, '+00:00') ?? '+00:00'}`;
};

const fuseauConnu = (fuseau: string | undefined): string => {
  try {
    return new Intl.DateTimeFormat('fr-FR', { timeZone: fuseau ?? FUSEAU }).resolvedOptions().timeZone;
  } catch {
    return FUSEAU;
  }
};

/**
 * Heure de la personne, ISO avec décalage, telle que l'activité brute la porte.
 * botbuilder en ferait une `Date` et perdrait le décalage : il faut la lire avant lui.
 */
export const lireHeureLocale = (
  activite: { readonly localTimestamp?: string | undefined; readonly localTimezone?: string | undefined },
  maintenant: Date,
): string => {
  const { localTimestamp = '', localTimezone } = activite;
  const instant = new Date(localTimestamp);
  if (!AVEC_DECALAGE.test(localTimestamp) || Number.isNaN(instant.getTime())) {
    return ecrireHeureLocale(maintenant, fuseauConnu(localTimezone));
  }
  // Un « Z » dit l'instant et non la montre : le fuseau de la personne rend l'heure qu'elle lit.
  return localTimestamp.endsWith('Z') ? ecrireHeureLocale(instant, fuseauConnu(localTimezone)) : localTimestamp;
};
