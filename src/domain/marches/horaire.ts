import { Temporal } from 'temporal-polyfill';

const FUSEAU = 'Europe/Paris';

const passageDuJour = (maintenant: number, heure: string): Temporal.ZonedDateTime => {
  const [heures = 0, minutes = 0] = heure.split(':').map(Number);
  const ici = Temporal.Instant.fromEpochMilliseconds(maintenant).toZonedDateTimeISO(FUSEAU);
  return ici.withPlainTime({ hour: heures, minute: minutes });
};

/** Prochain instant où il sera `heure` (« 05:10 ») à Paris, en millisecondes ; heure d'été comprise. */
export const prochainPassage = (maintenant: number, heure: string): number => {
  const ici = passageDuJour(maintenant, heure);
  return (ici.epochMilliseconds > maintenant ? ici : ici.add({ days: 1 })).epochMilliseconds;
};

/** Dernier instant où il a été `heure` à Paris. */
export const dernierPassage = (maintenant: number, heure: string): number => {
  const ici = passageDuJour(maintenant, heure);
  return (ici.epochMilliseconds <= maintenant ? ici : ici.subtract({ days: 1 })).epochMilliseconds;
};
