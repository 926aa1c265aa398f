import type { Modalite, Public } from '../../src/domain/heures.ts';
import type { Demande, Dimension } from '../../src/domain/indicateurs/demande.ts';
import { formatPeriode } from '../kit/format.ts';

export const PUBLICS: Readonly<Record<Public, string>> = {
  RSA: 'bénéficiaires du RSA',
  QPV: 'habitants des QPV',
  DELD: 'demandeurs d’emploi de longue durée',
  JEUNE: 'jeunes de moins de 26 ans',
  TH: 'travailleurs handicapés',
  SENIOR: 'seniors',
  IAE: 'personnes en insertion par l’activité économique',
  ALTERNANCE: 'alternants',
};

export const MODALITES: Readonly<Record<Modalite | 'IAE', string>> = {
  EMBAUCHE_DIRECTE: 'embauche directe',
  ETTI: 'entreprise de travail temporaire d’insertion',
  AI: 'association intermédiaire',
  EI: 'entreprise d’insertion',
  ACI: 'atelier et chantier d’insertion',
  GEIQ: 'GEIQ',
  EA: 'entreprise adaptée',
  EATT: 'entreprise adaptée de travail temporaire',
  ESAT: 'ESAT',
  ALTERNANCE: 'alternance',
  IAE: 'insertion par l’activité économique',
};

export const DIMENSIONS: Readonly<Record<Dimension, string>> = {
  departement: 'Par département',
  epci: 'Par intercommunalité',
  commune: 'Par commune',
  secteur: 'Par secteur',
  acheteur: 'Par donneur d’ordre',
  entreprise: 'Par entreprise',
  operation: 'Par opération',
  public: 'Par public (ils se recouvrent et ne s’additionnent pas)',
  modalite: 'Par modalité',
  sexe: 'Femmes et hommes',
  mois: 'Par mois',
  trimestre: 'Par trimestre',
  annee: 'Par année',
};

const MOIS = ['janv.', 'févr.', 'mars', 'avril', 'mai', 'juin', 'juil.', 'août', 'sept.', 'oct.', 'nov.', 'déc.'];

const CLES: Readonly<Record<string, string>> = {
  'non-dit': 'non précisé',
  autre: 'secteur non reconnu dans l’intitulé',
  F: 'femmes',
  M: 'hommes',
  ...PUBLICS,
  ...MODALITES,
};

/** Nom lisible d'une case ; `nommerSecteur` rend le nom d'une famille d'achat. */
export const nommerCase = (dimension: Dimension, cle: string, nommerSecteur: (id: string) => string | null): string => {
  if (dimension === 'secteur') return nommerSecteur(cle) ?? CLES[cle] ?? cle;
  if (dimension === 'mois') return `${MOIS[Number(cle.slice(5)) - 1] ?? ''} ${cle.slice(0, 4)}`;
  if (dimension === 'trimestre') return `${cle.slice(6)}ᵉ trimestre ${cle.slice(0, 4)}`.replace(/^1ᵉ/, '1ᵉʳ');
  const libres: readonly Dimension[] = ['commune', 'acheteur', 'entreprise', 'operation', 'departement', 'epci'];
  return libres.includes(dimension) && cle !== 'non-dit' ? cle : (CLES[cle] ?? cle);
};

/** « 2016 », « du 1er janvier au 30 juin 2026 », « toutes périodes ». */
export const nommerPeriode = (periode: Demande['periode']): string => {
  if (periode === null) return 'toutes périodes';
  const an = periode.du.slice(0, 4);
  return periode.du === `${an}-01-01` && periode.au === `${an}-12-31` ? an : formatPeriode(periode);
};

/** « 2015 », « la période du 1er janvier au 30 juin 2025 ». */
export const nommerPeriodeAvant = (periode: NonNullable<Demande['periode']>): string => {
  const nom = nommerPeriode(periode);
  return nom.startsWith('du ') ? `la période ${nom}` : nom.replace(/^le /, 'au ').replace(/^au /, 'la journée du ');
};

/** Ce sur quoi porte la question : « habitants des QPV · Oise · 2016 ». */
export const nommerPerimetre = (demande: Demande, secteur: string | null): string =>
  [
    demande.sexe === null ? null : demande.sexe === 'F' ? 'femmes' : 'hommes',
    demande.public === null ? null : PUBLICS[demande.public],
    demande.modalite === null ? null : MODALITES[demande.modalite],
    secteur,
    demande.acheteur,
    demande.entreprise,
    demande.territoire?.nom ?? null,
    nommerPeriode(demande.periode),
  ]
    .filter((morceau) => morceau !== null)
    .join(' · ');
