import { NOMBRES_ECRITS } from '../domain/nombres-ecrits.ts';
import { plier } from './normaliser.ts';

const NOMBRE = String.raw`(\d+(?:[ .]\d{3})*(?:,\d+)?)`;
const ETP = '(?:etp|equivalents?[ -]temps[ -]pleins?|temps pleins?)';
const HEURES = '(?:h|heures?|hrs?)';
const DEPUIS_HEURES = new RegExp(
  String.raw`${NOMBRE} ?${HEURES}\b(?!.{0,60}\bpar\b).{0,60}\b${ETP}\b|\b${ETP}\b.{0,40}?${NOMBRE} ?${HEURES}\b`,
);
const DEPUIS_ETP = new RegExp(String.raw`${NOMBRE} ?${ETP}\b`);

const nombre = (ecrit: string): number => Number(ecrit.replace(/[ .](?=\d{3})/g, '').replace(',', '.'));

/** « trois équivalents temps plein » → « 3 équivalents temps plein ». */
const ecrireChiffres = (plie: string): string =>
  plie.replace(new RegExp(`\\b(${NOMBRES_ECRITS.join('|')})(?= ${ETP})`, 'g'), (mot) =>
    String(NOMBRES_ECRITS.indexOf(mot)),
  );

/** Conversion demandée : « 3 640 heures en ETP », « 2 ETP en heures » ; null si le message n'en demande pas. */
export const lireConversionEtp = (texte: string): { readonly heures: number } | { readonly etp: number } | null => {
  const plie = ecrireChiffres(plier(texte));
  const heures = DEPUIS_HEURES.exec(plie);
  if (heures) return { heures: nombre(heures[1] ?? heures[2] ?? '0') };
  const etp = DEPUIS_ETP.exec(plie);
  return etp && /\bd?'?heures?\b/.test(plie) ? { etp: nombre(etp[1] ?? '0') } : null;
};
