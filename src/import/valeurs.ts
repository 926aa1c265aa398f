import type { RegleHeures } from '../domain/heures.ts';

/** Une valeur lue, ou la raison du refus en français. */
export type Lu<T> = { readonly valeur: T } | { readonly raison: string };

const ok = <T>(valeur: T): Lu<T> => ({ valeur });
const refus = (raison: string): { readonly raison: string } => ({ raison });

/** Nombre français ou anglais : « 1 024,5 », « 7.25 », et la durée « 7h30 ». */
export const lireHeuresCsv = (texte: string): Lu<number> => {
  const nu = texte.replace(/[\s\u00a0\u202f]/g, '').toLowerCase();
  const duree = /^(\d+)h(\d{2})?$/.exec(nu);
  const nombre = duree ? Number(duree[1]) + Number(duree[2] ?? 0) / 60 : Number(nu.replace(',', '.'));
  if (nu === '' || Number.isNaN(nombre)) return refus(`« ${texte} » n’est pas un nombre d’heures : écrivez 35 ou 7,5`);
  if (nombre < 0) return refus(`« ${texte} » est négatif : les heures se comptent à partir de 0`);
  return ok(Math.round(nombre * 100) / 100);
};

/** Garde ce qu'une lecture a rendu : un million de lignes ne dit que quelques centaines de dates et de mots. */
export const memoriser = <T>(lire: (texte: string) => T): ((texte: string) => T) => {
  const lus = new Map<string, T>();
  return (texte) => {
    const connu = lus.get(texte);
    if (connu !== undefined) return connu;
    const lu = lire(texte);
    if (lus.size < RETENUES) lus.set(texte, lu);
    return lu;
  };
};

const RETENUES = 10_000;

/** Date ISO ou française (« 02/11/2026 ») ; elle doit exister. */
export const lireDateCsv: (texte: string) => Lu<string> = memoriser((texte) => {
  const francaise = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(texte);
  const iso = francaise ? `${francaise[3]}-${francaise[2]?.padStart(2, '0')}-${francaise[1]?.padStart(2, '0')}` : texte;
  const date = new Date(`${iso}T00:00:00Z`);
  const existe = /^\d{4}-\d{2}-\d{2}$/.test(iso) && !Number.isNaN(date.getTime()) && date.toISOString().startsWith(iso);
  return existe ? ok(iso) : refus(`« ${texte} » n’est pas une date : écrivez 2026-11-02 ou 02/11/2026`);
});

const plierListe = memoriser((valeur: string) =>
  valeur
    .normalize('NFD')
    .replace(/\p{Diacritic}/gu, '')
    .toUpperCase()
    .replace(/[\s-]+/g, '_'),
);

/** Une valeur d'une liste fermée, sans égard aux majuscules, espaces et accents. */
export const lireDansListe = <T extends string>(texte: string, liste: readonly T[]): Lu<T> => {
  const plie = plierListe(texte);
  const trouve = liste.find((valeur) => valeur === texte) ?? liste.find((valeur) => plierListe(valeur) === plie);
  return trouve === undefined
    ? refus(`« ${texte} » n’est pas reconnu : valeurs possibles ${liste.join(', ')}`)
    : ok(trouve);
};

/** « oui », « non », « x », vide… */
export const lireOuiNon = (texte: string): Lu<boolean> => {
  if (/^(oui|o|vrai|true|1|x)$/i.test(texte)) return ok(true);
  if (/^(non|n|faux|false|0|)$/i.test(texte)) return ok(false);
  return refus(`« ${texte} » : écrivez oui ou non`);
};

/** « 1 250 000 », « 1250000,50 € ». */
export const lireMontant = (texte: string): Lu<number> => {
  const nombre = Number(texte.replace(/[\s\u00a0\u202f€]/g, '').replace(',', '.'));
  return texte.trim() !== '' && Number.isFinite(nombre) && nombre >= 0
    ? ok(nombre)
    : refus(`« ${texte} » n’est pas un montant en euros : écrivez 1250000`);
};

/** « 800 h », « 1 h / 2 000 € », « 5 % de 12 000 h ». */
export const lireRegle = (texte: string): Lu<RegleHeures> => {
  const nu = texte
    .replace(/[\s\u00a0\u202f]/g, '')
    .replace(/,/g, '.')
    .toLowerCase();
  const heures = /^(\d+(?:\.\d+)?)h?$/.exec(nu);
  if (heures) return ok({ type: 'heures', heures: Number(heures[1]) });
  const euros = /^1h(?:\/|par|pour|tousles)(\d+(?:\.\d+)?)(?:€|euros?)?$/.exec(nu);
  if (euros && Number(euros[1]) > 0) return ok({ type: 'euros-par-heure', euros: Number(euros[1]) });
  const part = /^(\d+(?:\.\d+)?)%(?:de|des|sur)(\d+(?:\.\d+)?)h?$/.exec(nu);
  if (part && Number(part[1]) > 0 && Number(part[1]) <= 100)
    return ok({ type: 'part', part: Number(part[1]) / 100, heuresTotales: Number(part[2]) });
  return refus(`« ${texte} » n’est pas une règle : écrivez « 800 h », « 1 h / 2000 € » ou « 5 % de 12000 h »`);
};
