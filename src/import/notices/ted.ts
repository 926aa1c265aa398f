import { lireClauseSociale } from '../../domain/marches/clause.ts';
import { type ChampReservation, conclureReservation } from '../../domain/marches/structuree.ts';
import { nettoyer } from '../../domain/marches/texte.ts';
import type { Avis } from '../../domain/marches.ts';
import { textesLibres } from './champs-texte.ts';
import { departementDeCode, departementsDeNuts } from './departements.ts';
import {
  au,
  cpv,
  empreinte,
  estObjet,
  heure,
  jour,
  liste,
  nombre,
  type Objet,
  parcourir,
  texte,
  unique,
} from './valeurs.ts';

/** Un avis du supplément au Journal officiel de l'Union, anciens formulaires (F01 à F25). */
export const estTed = (nom: string): boolean => nom === 'TED_EXPORT';

/** Texte d'un élément dont les paragraphes sont des `<P>`. */
const dire = (noeud: unknown): string | null => {
  const paragraphes = liste(au(noeud, 'P')).flatMap((element) => texte(element) ?? []);
  return paragraphes.length > 0 ? paragraphes.join(' ') : texte(noeud);
};

const formulaire = (ted: Objet): Objet | null => {
  const section = au(ted, 'FORM_SECTION');
  if (!estObjet(section)) return null;
  const formes = Object.values(section).flatMap(liste).filter(estObjet);
  return formes.find((forme) => forme['@LG'] === 'FR') ?? formes[0] ?? null;
};

const RESERVES: Readonly<Record<string, ChampReservation['code']>> = {
  RESTRICTED_SHELTERED_WORKSHOP: 'res-ws',
  RESTRICTED_SHELTERED_PROGRAM: 'res-ws',
  RESERVED_ORGANISATIONS_SERVICE_MISSION: 'res-pub-ser',
};

const DITS: Readonly<Record<string, string>> = {
  RESTRICTED_SHELTERED_WORKSHOP: 'réservé : ateliers protégés, handicap ou insertion',
  RESTRICTED_SHELTERED_PROGRAM: 'exécution réservée à des emplois protégés',
  RESERVED_ORGANISATIONS_SERVICE_MISSION: 'réservé : mission de service public',
};

const champsDe = (forme: Objet): ChampReservation[] =>
  Object.entries(au(forme, 'LEFTI') ?? {}).flatMap(([cle]) => {
    const code = RESERVES[cle];
    return code === undefined ? [] : [{ lot: null, code, champ: 'III.1.5', dit: DITS[cle] ?? 'réservé' }];
  });

const natureDe = (ted: Objet): Avis['nature'] => {
  const type = texte(au(ted, 'CODED_DATA_SECTION', 'CODIF_DATA', 'TD_DOCUMENT_TYPE', '@CODE')) ?? '';
  if (type === '7' || type === 'B') return 'attribution';
  if (type === '2') return 'rectificatif';
  return type === '0' || type === 'P' ? 'preinformation' : 'avis';
};

const codesDe = (forme: Objet, cle: string): unknown[] => {
  const codes: unknown[] = [];
  parcourir(forme, [], (chemin, valeur) => {
    if (chemin.at(-2)?.replace(/^\w+:/, '') === cle && chemin.at(-1) === '@CODE') codes.push(valeur);
  });
  return codes;
};

const lotsDe = (objet: unknown): { numero: string; intitule: string }[] => {
  const lots = liste(au(objet, 'OBJECT_DESCR'));
  return lots.length < 2
    ? []
    : lots.map((lot, rang) => {
        const numero = texte(au(lot, 'LOT_NO')) ?? String(rang + 1);
        return { numero, intitule: dire(au(lot, 'TITLE')) ?? `Lot ${numero}` };
      });
};

/** Un lot qui dit « réservé à l'insertion… » le dit pour lui seul : ses textes portent son numéro. */
const textesDe = (objet: unknown, intitule: string) => [
  ...textesLibres(intitule, { description: au(objet, 'SHORT_DESCR') }),
  ...liste(au(objet, 'OBJECT_DESCR')).flatMap((lot, rang, tous) => {
    const numero = texte(au(lot, 'LOT_NO')) ?? String(rang + 1);
    return [dire(au(lot, 'TITLE')), dire(au(lot, 'SHORT_DESCR')), dire(au(lot, 'INFO_ADD'))].flatMap((dit) =>
      dit === null ? [] : [{ champ: tous.length > 1 ? `lot:${numero}` : 'lot', texte: dit }],
    );
  }),
];

const dureeDe = (objet: unknown): number | null => {
  const duree = au(objet, 'OBJECT_DESCR', 'DURATION');
  const valeur = nombre(duree);
  if (valeur === null) return null;
  const type = au(duree, '@TYPE');
  return type === 'MONTH' ? valeur : type === 'YEAR' ? valeur * 12 : null;
};

/** Lit un avis TED ; lève une erreur dite en français s'il n'a ni numéro ni objet. */
export const lireTed = (ted: Objet): unknown => {
  const publie = texte(ted['@DOC_ID']);
  const forme = formulaire(ted);
  const objet = au(forme, 'OBJECT_CONTRACT');
  const titre = dire(au(objet, 'TITLE'));
  if (forme === null || titre === null) throw new Error(`objet absent (avis TED ${publie ?? 'sans numéro'})`);
  const connu = publie !== null && /^\d+-\d{4}$/.test(publie) ? publie : null;
  const siege = au(forme, 'CONTRACTING_BODY', 'ADDRESS_CONTRACTING_BODY');
  const lots = lotsDe(objet);
  const libres = textesDe(objet, titre);
  const execution = unique(codesDe({ objet }, 'NUTS').flatMap(departementsDeNuts));
  const repli = unique([departementDeCode(au(siege, 'POSTAL_CODE'))]);
  const limite = au(forme, 'PROCEDURE');
  return {
    id: `ted:${connu ?? `x${empreinte(titre)}`}`,
    source: 'ted',
    nature: natureDe(ted),
    objet: nettoyer(titre),
    acheteur: texte(au(siege, 'OFFICIALNAME')),
    departements: execution.length > 0 && execution.length < 10 ? execution : repli,
    lieu: null,
    publieLe: jour(
      (texte(au(ted, 'CODED_DATA_SECTION', 'REF_OJS', 'DATE_PUB')) ?? '').replace(/^(\d{4})(\d\d)(\d\d)$/, '$1-$2-$3'),
    ),
    dateLimite: jour(au(limite, 'DATE_RECEIPT_TENDERS')),
    heureLimite: heure(au(limite, 'TIME_RECEIPT_TENDERS')),
    adresse: connu === null ? null : `https://ted.europa.eu/fr/notice/-/detail/${connu}`,
    cpv: unique(codesDe({ objet }, 'CPV_CODE').map(cpv)),
    lots,
    reservation: conclureReservation(
      champsDe(forme),
      libres,
      lots.map((lot) => lot.numero),
    ),
    clauseSociale: lireClauseSociale(libres),
    montant: nombre(au(objet, 'VAL_ESTIMATED_TOTAL')),
    dureeMois: dureeDe(objet),
    titulaires: [],
    lies: [],
  };
};
