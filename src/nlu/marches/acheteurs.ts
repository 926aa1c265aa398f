import { plier } from '../normaliser.ts';

/** Un acheteur public se nomme par son genre, puis par son nom. */
const GENRE =
  '(?:ville|commune|mairie|municipalite|metropole|communaute (?:urbaine|d.agglomeration|de communes)|agglo(?:meration)?|conseil (?:departemental|regional)|chu|chru|ch|centre hospitalier(?: universitaire)?|hopital|ehpad|universite|sdis|ccas|cias|oph|office public de l.habitat|crous|rectorat|syndicat(?: mixte)?|universite|lycee|college|port|bailleur)';
const FIN = String.raw`(?=$|[?!.,;]| (?:en|pour|avec|qui|dont|au|aux|a|cloture|clos|ouverts?|avant|apres|dans|reserves?|s'il|svp|stp|autour|de plus|de moins)\b)`;
const DE = `(?:d[eu]s? (?:la |l'|l[ae] )?|d'|de l'|par (?:la |le |l'|les )?|chez (?:la |le |l')?|acheteur ?:? ?(?:la |le |l')?)`;
const NOMME = new RegExp(String.raw`\b${DE}(${GENRE}(?: d[eu]s? (?:la |l'|les )?| d'| )[a-z0-9' -]{2,40}?)${FIN}`);
const PAR_DEPARTEMENT =
  /\b(?:par|chez) (?:le )?(?:departement|conseil departemental) (?:de l'|du |de la |des? )?([a-z -]{3,20}?)(?=$|[?!.,;]| (?:en|pour|avec)\b)/;
const METROPOLE = /\b(?:de|par|chez) la (?:mel\b|metropole europeenne(?: de lille)?)/;

/**
 * Acheteur nommé par un message : « marchés réservés de la ville de Lille », « achetés par le CHU d'Amiens », tel
 * qu'écrit. « dans le département de l'Aisne » est un lieu, pas un acheteur.
 */
export const lireAcheteur = (texte: string): string | null => {
  const plie = plier(texte);
  if (METROPOLE.test(plie)) return 'Métropole européenne de Lille';
  const departement = PAR_DEPARTEMENT.exec(plie)?.[1];
  if (departement !== undefined) return `département ${departement.trim()}`;
  const nomme = NOMME.exec(plie)?.[1]?.trim();
  if (nomme === undefined) return null;
  const place = plie.indexOf(nomme);
  return plie.length === texte.length ? texte.slice(place, place + nomme.length) : nomme;
};
