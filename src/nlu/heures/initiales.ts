import { LU, type Marque } from '../dates/aligner.ts';
import { MOTS_VIDES } from './mots.ts';
import { civilite, type PersonneLue } from './personne.ts';
import { PRENOMS } from './prenoms.ts';

const INITIALES =
  /(?<![\p{L}\d'’.-])(?:\p{Lu}\.\s?)(?:\p{Lu}\.|\p{Lu}[\p{L}'’-]+)|(?<![\p{L}\d'’-])\p{Lu}[\p{L}'’-]+ \p{Lu}\.(?!\p{L}| \p{Lu}\p{L})|(?<![\p{L}\d'’.-])\p{Lu}{2,3}(?![\p{L}\d-])/gu;
/** « g. fievet », tapé sans majuscules. */
const INITIALE_BASSE =
  /(?<![\p{L}\d'’.-])[a-gi-ln-z]\.\s?\p{Ll}[\p{L}'’-]{2,}|(?<![\p{L}\d'’-])\p{Ll}[\p{L}'’-]{2,} [b-gj-np-z]\.(?!\p{L})/gu;
const SIGLES_CONNUS =
  /^(?:rsa|qpv|deld|th|iae|ai|ei|aci|etti|siae|ea|cdd|cdi|sms|ok|re|tr|ps|nb|rd|rn|zac|anru|ca|cc|cu|mel|svp|stp|ht|ttc|id|op|btp|tp|sas|sa|h|hdf|npnru|cap|bts|bep|ttc|dpt|hlm|pj|fyi|m|mme|mr|aah|ass|etp|smic|am|pm|n|et|le|la|de|du|les|des|en|pour|sur|un|une|hr|hrs|min|sem)$/i;

/** « F. Zaoui », « Noah P. », « FZ ». */
export const initiales = (texte: string, plie: string): Marque<PersonneLue>[] =>
  [...texte.matchAll(/\p{Lu}/u.test(texte) ? INITIALES : INITIALE_BASSE)].flatMap((trouve) => {
    const nom = trouve[0];
    const fin = trouve.index + nom.length;
    const dit = plie.slice(trouve.index, fin);
    if (dit.includes(LU) || SIGLES_CONNUS.test(nom) || /^M\.\s/.test(nom)) return [];
    if (/^\p{Ll}{3,}/u.test(nom) && MOTS_VIDES.has(dit.split(' ')[0] ?? '')) return [];
    const seul = /^\p{Lu}{2,3}$/u.test(nom);
    // Dans un texte en capitales, deux lettres ne sont pas des initiales ; collées à un nom, c'en est un morceau.
    if (seul && !/\p{Ll}/u.test(texte) && texte.trim().length > 3) return [];
    if (
      seul &&
      /\p{L}+ $/u.test(texte.slice(0, trouve.index)) &&
      /\p{Lu}[\p{L}]+ $/u.test(texte.slice(0, trouve.index))
    )
      return [];
    if (seul && PRENOMS.has(nom.toLowerCase())) return [];
    if (seul && /^ \p{Lu}/u.test(texte.slice(fin)) && !/^ \p{Lu}{2,}\s*\d/u.test(texte.slice(fin))) return [];
    return [
      {
        debut: trouve.index,
        fin,
        valeur: { nom, sexe: civilite(plie, trouve.index)?.sexe ?? null, confiance: seul ? 0.55 : 0.8 },
      },
    ];
  });
