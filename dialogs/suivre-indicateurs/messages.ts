import type { Periode } from '../../src/domain/dates.ts';
import type { Operation } from '../../src/domain/heures.ts';
import type { IndicateursPublics } from '../../src/domain/indicateurs/secret.ts';
import type { Solde } from '../../src/domain/registre.ts';
import { accorder, formatHeures, formatNombre, formatPart, formatPeriode } from '../kit/format.ts';

export const titre = (periode: Periode | null): string => {
  if (periode === null) return '**Chiffres clés** (toutes périodes)';
  const an = periode.du.slice(0, 4);
  return periode.du === `${an}-01-01` && periode.au === `${an}-12-31`
    ? `**Chiffres clés ${an}**`
    : `**Chiffres clés** ${formatPeriode(periode)}`;
};

export const titreSiens = (periode: Periode | null): string =>
  `**Vos heures** ${periode === null ? '(toutes périodes)' : formatPeriode(periode)}`;

const CACHE = 'non montré (moins de 5 personnes)';

/** La valeur, ou pourquoi elle n'est pas montrée. */
const montrer = <T>(valeur: T | null, dire: (valeur: T) => string): string => (valeur === null ? CACHE : dire(valeur));

const part = (valeur: { readonly hours: number; readonly share: number } | null): string =>
  montrer(valeur, ({ hours, share }) => `${formatHeures(hours)} (${formatPart(share)})`);

/** Toutes les lignes d'un tableau d'indicateurs. */
export const lignes = (chiffres: IndicateursPublics): { libelle: string; valeur: string }[] => [
  { libelle: 'Heures réalisées', valeur: montrer(chiffres.hours, formatHeures) },
  { libelle: 'Bénéficiaires', valeur: montrer(chiffres.beneficiaries, formatNombre) },
  { libelle: 'Heures par bénéficiaire', valeur: montrer(chiffres.meanHours, (h) => formatHeures(Math.round(h))) },
  { libelle: 'Donneurs d’ordre', valeur: formatNombre(chiffres.buyers) },
  { libelle: 'Opérations', valeur: formatNombre(chiffres.operations) },
  { libelle: 'Entreprises', valeur: formatNombre(chiffres.companies) },
  {
    libelle: 'Équivalents temps plein',
    valeur: montrer(
      chiffres.fte,
      ({ h1820, h1607, h1600 }) =>
        `${formatNombre(h1820, 0)} à 1 820 h, ${formatNombre(h1607, 0)} à 1 607 h, ${formatNombre(h1600, 0)} à 1 600 h`,
    ),
  },
  { libelle: 'Bénéficiaires du RSA', valeur: part(chiffres.publics.RSA) },
  { libelle: 'Habitants des QPV', valeur: part(chiffres.publics.QPV) },
  { libelle: 'Jeunes de moins de 26 ans', valeur: part(chiffres.publics.JEUNE) },
  { libelle: 'Demandeurs d’emploi de longue durée', valeur: part(chiffres.publics.DELD) },
  { libelle: 'Insertion par l’activité économique', valeur: part(chiffres.iae) },
  { libelle: 'Alternance', valeur: part(chiffres.alternance) },
  { libelle: 'Opérations ANRU', valeur: part(chiffres.anru) },
  {
    libelle: 'Femmes',
    valeur: montrer(
      chiffres.women,
      ({ beneficiaries, share, hours }) =>
        `${accorder(beneficiaries, 'bénéficiaire')} (${formatPart(share)} des bénéficiaires), ${formatHeures(hours)}`,
    ),
  },
  { libelle: 'Sorties durables (CDI, CDD de 6 mois et plus)', valeur: sorties(chiffres) },
];

const sorties = ({ durableExits, knownExits }: IndicateursPublics): string =>
  durableExits === null || knownExits === null
    ? CACHE
    : `${accorder(durableExits, 'personne')} sur ${formatNombre(knownExits)} dont la situation est connue`;

export const departements = (liste: readonly { readonly nom: string; readonly heures: number }[]): string =>
  `Par département : ${liste.map(({ nom, heures }) => `${nom} ${formatHeures(heures)}`).join(' ; ')}.`;

export const recouvrement =
  '_Les publics se recouvrent et ne s’additionnent pas. Une ligne compte dans la période qui contient son dernier jour._';

export const aucuneHeure = (periode: Periode | null): string =>
  `Aucune heure n’est enregistrée${periode === null ? '' : ` ${formatPeriode(periode)}`}.`;

export const aucuneHeureSur = (perimetre: string): string => `Aucune heure n’est enregistrée : ${perimetre}.`;

export const totalPersonne = (code: string, heures: number, saisies: number): string =>
  saisies === 0
    ? `**${code}** : 0 h, aucune heure n’est enregistrée pour ce code.`
    : `**${code}** : ${formatHeures(heures)} en ${accorder(saisies, 'saisie')}.`;

export const operationsDe = (noms: readonly string[]): string => `Opérations : ${noms.join(', ')}.`;

export const solde = (operation: Operation, { prevues, realisees, reste, taux }: Solde): string => {
  const faites = `${formatHeures(realisees)} faites`;
  if (prevues === null || reste === null)
    return `**${operation.intitule}** : ${faites} (aucun volume prévu n’est connu).`;
  const suite = reste >= 0 ? `il reste ${formatHeures(reste)}` : `${formatHeures(-reste)} de plus que prévu`;
  return `**${operation.intitule}** : ${faites} sur ${formatHeures(prevues)} dues${taux === null ? '' : ` (${formatPart(taux)})`}, ${suite}.`;
};

export const preciser =
  'Quel total voulez-vous : une personne (« total P-0231 »), une opération (« solde École Pasteur ») ou une période (« chiffres clés 2016 ») ?';
