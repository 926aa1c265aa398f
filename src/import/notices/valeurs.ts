/** Lecture prudente d'un JSON dont la forme n'est pas sûre. */
export type Objet = Readonly<Record<string, unknown>>;

export const estObjet = (valeur: unknown): valeur is Objet =>
  typeof valeur === 'object' && valeur !== null && !Array.isArray(valeur);

/** Valeur au bout d'un chemin ; un tableau est traversé par son premier élément. */
export const au = (valeur: unknown, ...cles: readonly string[]): unknown => {
  let courant = valeur;
  for (const cle of cles) {
    if (Array.isArray(courant)) courant = courant[0];
    if (!estObjet(courant)) return undefined;
    courant = courant[cle];
  }
  return courant;
};

/** Un élément seul vaut une liste d'un élément ; l'absence, une liste vide. */
export const liste = (valeur: unknown): readonly unknown[] => {
  if (valeur === undefined || valeur === null) return [];
  return Array.isArray(valeur) ? valeur : [valeur];
};

/** Façons dont les sources écrivent « pas de valeur ». */
const MANQUANTES = new Set(['', 'cdl', 'nc', 'nan', 'null', 'none', 'sans objet', 'non communique', 'non communiqué']);

/** Texte utile d'une valeur (« #text » d'un XML converti compris) ; null si elle manque. */
export const texte = (valeur: unknown): string | null => {
  if (Array.isArray(valeur)) return texte(valeur[0]);
  if (estObjet(valeur)) return texte(valeur['#text']);
  if (typeof valeur !== 'string' && typeof valeur !== 'number') return null;
  const propre = String(valeur).trim();
  return MANQUANTES.has(propre.toLowerCase()) ? null : propre;
};

export const textes = (valeur: unknown): string[] =>
  liste(valeur).flatMap((element) => {
    const lu = texte(element);
    return lu === null ? [] : [lu];
  });

/** Nombre écrit « 30000.00 », « 1 250,5 » ou 12 ; null si illisible ou négatif. */
export const nombre = (valeur: unknown): number | null => {
  const lu = texte(valeur)
    ?.replace(/[\s\u00a0\u202f]/g, '')
    .replace(',', '.');
  if (lu === undefined || !/^\d+(?:\.\d+)?$/.test(lu)) return null;
  return Number(lu);
};

/** Jour civil au début d'une date (« 2024-01-24Z », « 2024-07-25T12:00:00+00:00 »), s'il existe au calendrier. */
export const jour = (valeur: unknown): string | null => {
  const lu = /^(\d{4})-(\d{2})-(\d{2})/.exec(texte(valeur) ?? '');
  if (lu === null) return null;
  const [date] = lu;
  const instant = new Date(`${date}T00:00:00Z`);
  return !Number.isNaN(instant.getTime()) && instant.toISOString().startsWith(date) ? date : null;
};

/** Heure telle que publiée, sans conversion : le BOAMP écrit l'heure de Paris avec un décalage nul. */
export const heure = (valeur: unknown): string | null => {
  const lu = /(?:^|T)((?:[01]\d|2[0-3]):[0-5]\d)/.exec(texte(valeur) ?? '')?.[1];
  return lu === undefined || lu === '00:00' ? null : lu;
};

/** SIRET de 14 chiffres ; un nombre a pu perdre ses zéros de tête. */
export const siret = (valeur: unknown): string | null => {
  const lu = texte(valeur)?.replace(/\s/g, '');
  if (lu === undefined) return null;
  return /^\d{11,13}$/.test(lu) ? lu.padStart(14, '0') : lu;
};

/** CPV de 8 chiffres, sans sa clé de contrôle (« 50312200-7 »). */
export const cpv = (valeur: unknown): string | null => /^(\d{8})(?:-\d)?$/.exec(texte(valeur) ?? '')?.[1] ?? null;

/** Parcourt toutes les valeurs simples d'un arbre, avec leur chemin. */
export const parcourir = (valeur: unknown, chemin: readonly string[], voir: Visite): void => {
  if (Array.isArray(valeur)) {
    valeur.forEach((element, rang) => {
      parcourir(element, [...chemin, String(rang)], voir);
    });
  } else if (estObjet(valeur)) {
    voir(chemin, valeur);
    for (const [cle, element] of Object.entries(valeur)) parcourir(element, [...chemin, cle], voir);
  } else voir(chemin, valeur);
};
export type Visite = (chemin: readonly string[], valeur: unknown) => void;

export const unique = (valeurs: readonly (string | null)[]): string[] => [
  ...new Set(valeurs.filter((valeur) => valeur !== null)),
];

/** Empreinte stable d'un texte (FNV-1a), en entier de 32 bits : le moins de place possible en mémoire. */
export const empreinteCourte = (source: string): number => {
  let valeur = 0x811c9dc5;
  for (const lettre of source) valeur = Math.imul(valeur ^ (lettre.codePointAt(0) ?? 0), 0x01000193);
  return valeur | 0;
};

/** La même, en lettres, pour un identifiant. */
export const empreinte = (source: string): string => (empreinteCourte(source) >>> 0).toString(36);
