import type { Modalite, Public } from '../../src/domain/heures.ts';
import type { Demande, Dimension } from '../../src/domain/indicateurs/demande.ts';
import type { IndicateursPublics } from '../../src/domain/indicateurs/secret.ts';
import { accorder, formatHeures, formatNombre, formatPart, formatPeriode } from '../kit/format.ts';

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

export const INCONNU = 'inconnu';

/** En dessous de la moitié des personnes, une part ne dirait rien du tout. */
const MOITIE = 0.5;

/** Part des femmes, la même partout : parmi les personnes de sexe connu, si elles sont au moins la moitié. */
export const partFemmes = ({ women, men, beneficiaries }: IndicateursPublics): number | null => {
  if (women === null || men === null || beneficiaries === null) return null;
  const connus = women.beneficiaries + men.beneficiaries;
  return connus === 0 || connus < beneficiaries * MOITIE ? null : women.share;
};

/** « 12 bénéficiaires (24,0 % des personnes dont le sexe est connu), 300 h » ; null si cachée. */
export const direFemmes = (chiffres: IndicateursPublics): string | null => {
  const { women } = chiffres;
  if (women === null) return null;
  const part = partFemmes(chiffres);
  if (part === null) return `${INCONNU} (le sexe n’est pas dit pour la plupart des personnes)`;
  return `${accorder(women.beneficiaries, 'bénéficiaire')} (${formatPart(part)} des personnes dont le sexe est connu), ${formatHeures(women.hours)}`;
};

/** Vrai si les publics manquent sur la plupart des heures : un zéro y voudrait dire « pas renseigné ». */
export const publicsInconnus = ({ publics }: IndicateursPublics): boolean => {
  const parts = Object.values(publics);
  return !parts.includes(null) && parts.reduce((somme, part) => somme + (part?.share ?? 0), 0) < MOITIE;
};

/** « 2,4 (base 1 820 h) · 2,7 (base 1 607 h) » : une décimale sous dix. */
export const direEtp = ({ h1820, h1607, h1600 }: NonNullable<IndicateursPublics['fte']>): string =>
  (
    [
      [h1820, '1 820'],
      [h1607, '1 607'],
      [h1600, '1 600'],
    ] as const
  )
    .map(([etp, base]) => `${formatNombre(etp, etp < 10 ? 1 : 0)} (base ${base} h)`)
    .join(' · ');
