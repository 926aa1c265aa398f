import { decalerJour } from '../../domain/dates.ts';
import type { Avis } from '../../domain/marches.ts';
import { sansControle } from './signes.ts';

const FUSEAU = [
  'BEGIN:VTIMEZONE',
  'TZID:Europe/Paris',
  'BEGIN:DAYLIGHT',
  'TZOFFSETFROM:+0100',
  'TZOFFSETTO:+0200',
  'TZNAME:CEST',
  'DTSTART:19810329T020000',
  'RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU',
  'END:DAYLIGHT',
  'BEGIN:STANDARD',
  'TZOFFSETFROM:+0200',
  'TZOFFSETTO:+0100',
  'TZNAME:CET',
  'DTSTART:19961027T030000',
  'RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU',
  'END:STANDARD',
  'END:VTIMEZONE',
];

const echapper = (texte: string): string =>
  sansControle(texte)
    .replace(/([\\;,])/g, '\\$1')
    .replace(/\n/g, '\\n');

/** Replie une ligne à 75 octets sans couper un caractère (RFC 5545, 3.1). */
const replier = (ligne: string): string => {
  const morceaux: string[] = [];
  let courant = '';
  let octets = 0;
  for (const signe of ligne) {
    const taille = Buffer.byteLength(signe);
    if (octets + taille > 74) {
      morceaux.push(courant);
      [courant, octets] = ['', 0];
    }
    courant += signe;
    octets += taille;
  }
  return [...morceaux, courant].join('\r\n ');
};

const compact = (jour: string): string => jour.replaceAll('-', '');

const dates = (jour: string, heure: string | null): string[] =>
  heure === null
    ? [`DTSTART;VALUE=DATE:${compact(jour)}`, `DTEND;VALUE=DATE:${compact(decalerJour(jour, { days: 1 }))}`]
    : [`DTSTART;TZID=Europe/Paris:${compact(jour)}T${heure.replace(':', '')}00`, 'DURATION:PT15M'];

const evenement = (avis: Avis, emis: string): string[] =>
  avis.dateLimite === null
    ? []
    : [
        'BEGIN:VEVENT',
        `UID:${avis.id.replace(/[^\w:.-]/g, '-')}@clausette`,
        `DTSTAMP:${emis}`,
        ...dates(avis.dateLimite, avis.heureLimite),
        `SUMMARY:${echapper(`Date limite : ${avis.objet}`)}`,
        `DESCRIPTION:${echapper([avis.acheteur, avis.reservation.preuve].filter((ligne) => ligne !== null).join('\n'))}`,
        ...(avis.adresse === null ? [] : [`URL:${avis.adresse}`]),
        'BEGIN:VALARM',
        'ACTION:DISPLAY',
        `DESCRIPTION:${echapper('Réponse à déposer dans sept jours')}`,
        'TRIGGER:-P7D',
        'END:VALARM',
        'END:VEVENT',
      ];

/** Calendrier des dates limites ; un avis sans date n'y figure pas. `emis` : instant d'émission, AAAAMMJJTHHMMSSZ. */
export const ecrireIcs = (avis: readonly Avis[], emis: string): string =>
  [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Clausette//Avis de marchés//FR',
    'CALSCALE:GREGORIAN',
    'X-WR-CALNAME:Clausette\\, échéances de marchés',
    ...FUSEAU,
    ...avis.flatMap((lu) => evenement(lu, emis)),
    'END:VCALENDAR',
    '',
  ]
    .map(replier)
    .join('\r\n');
