import { jetons } from './jetons.ts';

const VIDES: ReadonlySet<string> = new Set(['de', 'du', 'la', 'le', 'l', 'd', 'et', 'a', 'en', 'sur', 'au', 'conseil']);

/** Le même acheteur, nommé de plusieurs façons d'une source à l'autre. */
const SYNONYMES: Readonly<Record<string, readonly string[]>> = {
  ville: ['commune'],
  mairie: ['commune'],
  municipalite: ['commune'],
  departemental: ['departement'],
  regional: ['region'],
  chu: ['centre', 'hospitalier', 'universitaire'],
  chru: ['centre', 'hospitalier', 'universitaire'],
  ch: ['centre', 'hospitalier'],
  hopital: ['centre', 'hospitalier'],
  agglo: ['communaute', 'agglomeration'],
  oph: ['office', 'public', 'habitat'],
  mel: ['metropole', 'europeenne', 'lille'],
};

/** Mots qui disent le genre d'acheteur ; seuls, ils n'en désignent aucun. */
export const GENRES: ReadonlySet<string> = new Set([
  'commune',
  'departement',
  'region',
  'centre',
  'hospitalier',
  'universitaire',
  'office',
  'public',
  'habitat',
]);

/** Mots qui distinguent un acheteur : « Mairie de Lille » et « VILLE DE LILLE » donnent les mêmes. */
export const motsDAcheteur = (nom: string): string[] =>
  jetons(nom)
    .flatMap((mot) => SYNONYMES[mot] ?? [mot])
    .filter((mot) => !VIDES.has(mot));
