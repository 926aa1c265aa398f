import type { Jour, Periode } from '../../src/domain/dates.ts';

const MOIS = [
  'janvier',
  'février',
  'mars',
  'avril',
  'mai',
  'juin',
  'juillet',
  'août',
  'septembre',
  'octobre',
  'novembre',
  'décembre',
] as const;

/** Espace fine insécable entre les milliers, virgule décimale : 1302553 → « 1 302 553 ». */
export const formatNombre = (nombre: number, decimales = 2): string =>
  new Intl.NumberFormat('fr-FR', { maximumFractionDigits: decimales }).format(nombre);

/** « 35 h », « 7,5 h ». */
export const formatHeures = (heures: number): string => `${formatNombre(heures)} h`;

/** Part de 0 à 1 → « 23,0 % ». */
export const formatPart = (part: number): string =>
  `${new Intl.NumberFormat('fr-FR', { minimumFractionDigits: 1, maximumFractionDigits: 1 }).format(part * 100)} %`;

/** Montant en euros, sans centimes s'ils sont nuls. */
export const formatMontant = (montant: number): string => `${formatNombre(montant)} €`;

/** « 2 novembre 2026 », « 1er mai 2026 ». */
export const formatJour = (jour: Jour): string => {
  const [annee = '', mois = '', numero = ''] = jour.split('-');
  return `${Number(numero) === 1 ? '1er' : Number(numero)} ${MOIS[Number(mois) - 1] ?? ''} ${annee}`;
};

/** « 2026-10 » → « octobre 2026 ». */
export const formatMois = (mois: string): string => {
  const [annee = '', numero = ''] = mois.split('-');
  return `${MOIS[Number(numero) - 1] ?? ''} ${annee}`;
};

/** « le 2 novembre 2026 » ou « du 2 au 6 novembre 2026 ». */
export const formatPeriode = ({ du, au }: Periode): string => {
  if (du === au) return `le ${formatJour(du)}`;
  const fin = formatJour(au);
  const debut = formatJour(du);
  const [, moisFin, anneeFin] = fin.split(' ');
  const [numero, moisDebut, anneeDebut] = debut.split(' ');
  if (anneeDebut !== anneeFin) return `du ${debut} au ${fin}`;
  return moisDebut === moisFin ? `du ${numero} au ${fin}` : `du ${numero} ${moisDebut} au ${fin}`;
};

/** « a, b et c ». */
export const formatListe = (elements: readonly string[], liaison = 'et'): string =>
  elements.length < 2 ? (elements[0] ?? '') : `${elements.slice(0, -1).join(', ')} ${liaison} ${elements.at(-1)}`;

/** « 1 avis », « 3 avis », « 2 opérations ». */
export const accorder = (nombre: number, singulier: string, pluriel = `${singulier}s`): string =>
  `${formatNombre(nombre)} ${nombre < 2 ? singulier : pluriel}`;
