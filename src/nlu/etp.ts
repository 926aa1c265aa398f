import { plier } from './normaliser.ts';

const NOMBRE = String.raw`(\d+(?:[ .]\d{3})*(?:,\d+)?)`;
const ETP = '(?:etp|equivalents?[ -]temps[ -]pleins?|temps pleins?)';
const HEURES = '(?:h|heures?|hrs?)';
const DEPUIS_HEURES = new RegExp(
  String.raw`${NOMBRE} ?${HEURES}\b(?!.{0,60}\bpar\b).{0,60}\b${ETP}\b|\b${ETP}\b.{0,40}?${NOMBRE} ?${HEURES}\b`,
);
const DEPUIS_ETP = new RegExp(String.raw`${NOMBRE} ?${ETP}\b`);

const nombre = (ecrit: string): number => Number(ecrit.replace(/[ .](?=\d{3})/g, '').replace(',', '.'));

/** Conversion demandée : « 3 640 heures en ETP », « 2 ETP en heures » ; null si le message n'en demande pas. */
export const lireConversionEtp = (texte: string): { readonly heures: number } | { readonly etp: number } | null => {
  const plie = plier(texte);
  const heures = DEPUIS_HEURES.exec(plie);
  if (heures) return { heures: nombre(heures[1] ?? heures[2] ?? '0') };
  const etp = DEPUIS_ETP.exec(plie);
  return etp && /\bheures?\b/.test(plie) ? { etp: nombre(etp[1] ?? '0') } : null;
};
