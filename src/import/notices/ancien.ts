import type { ChampReservation } from '../../domain/marches/structuree.ts';
import { departementDeCode } from './departements.ts';
import { cpv, estObjet, heure, jour, nombre, parcourir, texte, unique } from './valeurs.ts';

/** Ce qu'apportent les formats français du BOAMP : FNSimple, MAPA et l'ancien schéma à plat. */
export interface LectureAncien {
  readonly lieu: string | null;
  readonly codePostalAcheteur: string | null;
  readonly acheteur: string | null;
  readonly dateLimite: string | null;
  readonly heureLimite: string | null;
  readonly cpv: string[];
  readonly lots: { numero: string; intitule: string }[];
  readonly champs: ChampReservation[];
  readonly dureeMois: number | null;
  readonly montant: number | null;
}

/** « MARCHE_RESERVE_OUI », « marcheReserveOui » : la même clé d'un schéma à l'autre. */
const normaliser = (cle: string): string => cle.toUpperCase().replace(/[_-]/g, '');

const NON = /^(?:non|false|0)$/i;
const estNon = (valeur: unknown): boolean =>
  NON.test(texte(valeur) ?? '') || (estObjet(valeur) && Object.keys(valeur).some((cle) => NON.test(cle)));

/** Cases « marché réservé » ; `PRESTATION_RESERVEE` vise une profession et n'en est pas une. */
const champReserve = (cle: string, valeur: unknown): ChampReservation[] => {
  const nom = normaliser(cle);
  const non = /^MARCHES?(?:RESERVES?NON|NONRESERVES?)$/.test(nom);
  if (!non && !/^MARCHES?RESERVES?(?:OUI)?$/.test(nom)) return [];
  return non || estNon(valeur)
    ? [{ lot: null, code: 'none', champ: cle, dit: 'marché non réservé' }]
    : [{ lot: null, code: 'res-ws', champ: cle, dit: `marché réservé${detail(valeur)}` }];
};

const DETAILS: Readonly<Record<string, string>> = {
  ATELIERSPROTEGES: ' à des ateliers protégés',
  EMPLOISPROTEGES: ' à des emplois protégés',
};
const detail = (valeur: unknown): string =>
  estObjet(valeur) ? (DETAILS[normaliser(Object.keys(valeur)[0] ?? '')] ?? '') : '';

const LIEU = /LIEUEXEC/;
const LIMITE =
  /RECEPTIONOFFRES?$|RECEPTOFFRES?$|RECEPTCANDIDAT(?:URE)?S?$|DATERECEPTION$|DATELIMITE|RECEPTIONCANDIDATURES?$/;

export const lireAncien = (donnees: unknown): LectureAncien => {
  const codes: (string | null)[] = [];
  const lots: { numero: string; intitule: string }[] = [];
  const champs: ChampReservation[] = [];
  const lu: Record<'lieu' | 'cp' | 'acheteur' | 'limite' | 'duree' | 'montant', string | null> = {
    lieu: null,
    cp: null,
    acheteur: null,
    limite: null,
    duree: null,
    montant: null,
  };
  parcourir(donnees, [], (chemin, valeur) => {
    const cle = chemin.findLast((element) => !/^\d+$/.test(element)) ?? '';
    const nom = normaliser(cle);
    const noms = chemin.map(normaliser);
    champs.push(...champReserve(cle, valeur));
    if (estObjet(valeur) && (nom === 'LOT' || (nom === 'LOTSMARCHE' && !('lot' in valeur))))
      lots.push(lireLot(valeur, lots.length + 1));
    if (estObjet(valeur)) return;
    if (noms.some((element) => element.includes('CPV'))) codes.push(cpv(valeur));
    if (LIEU.test(nom)) lu.lieu ??= /\b\d{5}\b/.exec(texte(valeur) ?? '')?.[0] ?? null;
    if (nom === 'VALEUR' && noms.includes('VALEURESTIMEE')) lu.montant ??= texte(valeur);
    if (nom === 'CP' && noms.some((element) => LIEU.test(element))) lu.lieu ??= texte(valeur);
    else if (nom === 'CP') lu.cp ??= texte(valeur);
    if (nom === 'ACHETEURPUBLIC' || nom === 'DENOMINATION' || nom === 'NOMOFFICIEL') lu.acheteur ??= texte(valeur);
    if (LIMITE.test(nom) && jour(valeur) !== null) lu.limite ??= texte(valeur);
    if (/^(?:NBMOIS|DUREEMOIS)$/.test(nom)) lu.duree ??= texte(valeur);
  });
  return {
    lieu: departementDeCode(lu.lieu) === null ? null : lu.lieu,
    codePostalAcheteur: lu.cp,
    acheteur: lu.acheteur,
    dateLimite: jour(lu.limite),
    heureLimite: heure(lu.limite),
    cpv: unique(codes),
    lots,
    champs,
    dureeMois: nombre(lu.duree),
    montant: nombre(lu.montant),
  };
};

const lireLot = (lot: Readonly<Record<string, unknown>>, rang: number): { numero: string; intitule: string } => {
  const champ = (motif: RegExp): string | null =>
    texte(Object.entries(lot).find(([cle]) => motif.test(normaliser(cle)))?.[1]);
  const numero = (champ(/^(?:NUM|NUMERO|NUMLOT|NUMEROLOT)$/) ?? String(rang))
    .replace(/^lot\s*n?°?\s*/i, '')
    .replace(/^0+(?=\d)/, '');
  return { numero, intitule: champ(/^(?:INTITULE|TITRE|DESCRIPTION|OBJET)$/) ?? `Lot ${numero}` };
};
