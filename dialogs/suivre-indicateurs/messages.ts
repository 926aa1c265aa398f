import type { Periode } from '../../src/domain/dates.ts';
import type { Operation } from '../../src/domain/heures.ts';
import type { IndicateursPublics } from '../../src/domain/indicateurs/secret.ts';
import type { Solde } from '../../src/domain/registre.ts';
import { accorder, formatHeures, formatNombre, formatPart, formatPeriode } from '../kit/format.ts';
import { direEtp, direFemmes, INCONNU, publicsInconnus } from './libelles.ts';

/** @param territoire ce que couvrent les chiffres ; null pour toute la région */
export const titre = (periode: Periode | null, territoire: string | null = null): string => {
  const base = titrePeriode(periode);
  return territoire === null ? base : `${base} · ${territoire}`;
};

const titrePeriode = (periode: Periode | null): string => {
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

/** Un public à zéro quand la plupart des heures n'en disent aucun n'est pas un zéro : il est inconnu. */
const partPublic = (chiffres: IndicateursPublics, public_: keyof IndicateursPublics['publics']): string => {
  const valeur = chiffres.publics[public_];
  return valeur?.hours === 0 && publicsInconnus(chiffres) ? INCONNU : part(valeur);
};

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
    valeur: montrer(chiffres.fte, direEtp),
  },
  { libelle: 'Bénéficiaires du RSA', valeur: partPublic(chiffres, 'RSA') },
  { libelle: 'Habitants des QPV', valeur: partPublic(chiffres, 'QPV') },
  { libelle: 'Jeunes de moins de 26 ans', valeur: partPublic(chiffres, 'JEUNE') },
  { libelle: 'Demandeurs d’emploi de longue durée', valeur: partPublic(chiffres, 'DELD') },
  { libelle: 'Insertion par l’activité économique', valeur: part(chiffres.iae) },
  { libelle: 'Alternance', valeur: part(chiffres.alternance) },
  { libelle: 'Opérations ANRU', valeur: part(chiffres.anru) },
  {
    libelle: 'Femmes',
    valeur: direFemmes(chiffres) ?? CACHE,
  },
  { libelle: 'Sorties durables (CDI, CDD de 6 mois et plus)', valeur: sorties(chiffres) },
];

const sorties = ({ durableExits, knownExits }: IndicateursPublics): string =>
  durableExits === null || knownExits === null
    ? CACHE
    : knownExits === 0
      ? INCONNU
      : `${accorder(durableExits, 'personne')} sur ${formatNombre(knownExits)} dont la situation est connue`;

export const departements = (liste: readonly { readonly nom: string; readonly heures: number }[]): string =>
  `Par département : ${liste.map(({ nom, heures }) => `${nom} ${formatHeures(heures)}`).join(' ; ')}.`;

export const recouvrement =
  '_Les publics se recouvrent et ne s’additionnent pas. Une ligne compte dans la période qui contient son dernier jour._';

export const aucuneHeure = (periode: Periode | null): string =>
  `Aucune heure n’est enregistrée${periode === null ? '' : ` ${formatPeriode(periode)}`}.`;

export const lieuDehors = (nom: string, region: string): string =>
  `${nom} n’est pas dans la région : je ne compte que les heures des ${region}.`;

export const lieuAmbigu = (saisie: string): string =>
  `Je donne les chiffres d’un territoire à la fois, et « ${saisie} » peut en désigner plusieurs. Lequel ?`;

export const lieuInconnu = (saisie: string): string =>
  `Je ne reconnais pas « ${saisie} » parmi les territoires : ces chiffres sont ceux de **toute la région**.`;

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
