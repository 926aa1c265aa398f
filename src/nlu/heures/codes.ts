import type { Marque } from '../dates/aligner.ts';
import type { PersonneLue } from './personne.ts';

const LETTRES = '[a-z]{1,3}';
/** Code que nous avons posé à la place d'un nom : « P-7K2M9X ». */
const CODE_POSE = 'p-[2-9a-hj-np-z]{6}';
const CODE = new RegExp(
  `(?<![a-z0-9])(?:(?:code|matricule|beneficiaire|participante?|identifiant|id|n°|numero|personne)\\s*(?:n°|no|numero|:|=)?\\s*)?(${CODE_POSE}|p-?\\d{1,2}|${LETTRES}-?\\d{2,}(?:-\\d+)*|[bp] ?- ?\\d{3,}|[bp] \\d{3,})(?![a-z0-9]|[/.,]\\d|\\s*h\\b)`,
  'g',
);
const CODE_NU =
  /(?<![a-z0-9])(?:code|matricule|beneficiaire|participante?|identifiant)\s*(?:n°|no|numero|:|=|est(?: le)?)?\s*(\d{1,6})(?!\d|[.,/]\d|\s*h(?:\b|\d|eure))/g;
/** Routes, semaines, trimestres, lots : deux ou trois chiffres, ce ne sont pas des personnes. */
const COURTS = /^(?:rd|rn|d|n|a|s|t|r|sem|lot|m|l|c|e|x|ce|cm)-?\s?\d{1,3}$/;
/** « du09 », « nov-26 », « op12 », « x12 » : un petit mot collé à un nombre. */
const MOTS_COLLES =
  /^(?:le|du|au|et|les|en|de|des|la|un|jan|fev|mar|avr|mai|jui|jul|aou|sep|oct|nov|dec|lun|mer|jeu|ven|sam|dim|x|h|ht|l|op|no|n|age|ans|cdd|cdi|sem|lot)(?:-|\s)?\d{1,2}$|^(?:le|du|au|jan|fev|mar|avr|mai|jui|jul|aou|sep|oct|nov|dec|en|ht|h)(?:-|\s)?\d/;

/** Codes de personnes (« P-0231 », « P-7 », « p8001 », « code 12 »), lus avant les nombres qu'ils contiennent. */
export const chercherCodes = (plie: string, texte: string): Marque<PersonneLue>[] =>
  [...plie.matchAll(CODE), ...plie.matchAll(CODE_NU)].flatMap((trouve) => {
    const code = trouve[1] ?? '';
    if (COURTS.test(code) || MOTS_COLLES.test(code)) return [];
    const debut = trouve.index + trouve[0].lastIndexOf(code);
    const nom = texte.slice(debut, debut + code.length);
    return [{ debut: trouve.index, fin: debut + code.length, valeur: { nom, sexe: null, confiance: 1 } }];
  });
