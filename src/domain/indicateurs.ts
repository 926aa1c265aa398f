import type { Periode } from './dates.ts';
import type { LigneHeures, Operation, Public } from './heures.ts';
import { sommer } from './registre.ts';

/** Heures annuelles d'un équivalent temps plein, selon la convention. */
export const CONVENTIONS_ETP = { h1820: 1820, h1607: 1607, h1600: 1600 } as const;

/** Publics suivis par la consolidation régionale ; ils se recouvrent et ne s'additionnent jamais. */
export const PUBLICS_SUIVIS = ['RSA', 'QPV', 'JEUNE', 'DELD'] as const satisfies readonly Public[];
export type PublicSuivi = (typeof PUBLICS_SUIVIS)[number];

/** Heures et part du total, de 0 à 1 (0 quand il n'y a aucune heure). */
export interface Part {
  readonly hours: number;
  readonly share: number;
}

/** Indicateurs d'une période ; clés anglaises, car c'est aussi le JSON ouvert. Rien n'est arrondi. */
export interface Indicateurs {
  readonly hours: number;
  readonly beneficiaries: number;
  readonly operations: number;
  readonly buyers: number;
  readonly companies: number;
  /** Heures par bénéficiaire ; 0 sans bénéficiaire. */
  readonly meanHours: number;
  readonly fte: Readonly<Record<keyof typeof CONVENTIONS_ETP, number>>;
  readonly publics: Readonly<Record<PublicSuivi, Part>>;
  readonly anru: Part;
  readonly iae: Part;
  readonly alternance: Part;
  readonly women: { readonly beneficiaries: number; readonly share: number; readonly hours: number };
  readonly men: { readonly beneficiaries: number; readonly share: number; readonly hours: number };
  /** Personnes sorties en CDI ou en CDD de six mois et plus. */
  readonly durableExits: number;
  /** Personnes dont la situation à la sortie est connue. */
  readonly knownExits: number;
  readonly departments: Readonly<Record<string, { readonly hours: number; readonly beneficiaries: number }>>;
}

const SIAE = new Set<string>(['EI', 'ACI', 'ETTI', 'AI']);
const SORTIES_DURABLES = new Set<string>(['CDI', 'CDD_6_MOIS']);

const estJeune = ({ publics, anneeNaissance, fin }: LigneHeures): boolean =>
  publics.includes('JEUNE') || (anneeNaissance !== null && Number(fin.slice(0, 4)) - anneeNaissance < 26);

const estDuPublic = (ligne: LigneHeures, public_: PublicSuivi): boolean =>
  public_ === 'JEUNE' ? estJeune(ligne) : ligne.publics.includes(public_);

const estIae = ({ modalite, publics }: LigneHeures): boolean =>
  (modalite !== null && SIAE.has(modalite)) || publics.includes('IAE');

const estAlternance = ({ modalite, publics }: LigneHeures): boolean =>
  modalite === 'ALTERNANCE' || publics.includes('ALTERNANCE');

/** Une ligne compte dans la période qui contient son dernier jour : les périodes s'additionnent sans reste. */
export const estDans = ({ fin }: LigneHeures, periode: Periode | null): boolean =>
  periode === null || (fin >= periode.du && fin <= periode.au);

/** Code du département d'une commune : « 59350 » → « 59 », « 97411 » → « 974 ». */
export const departementDe = (insee: string): string => insee.slice(0, insee.startsWith('97') ? 3 : 2);

const compter = <T>(lignes: readonly LigneHeures[], lire: (ligne: LigneHeures) => T | null | undefined): number =>
  new Set(lignes.map(lire).filter((valeur) => valeur !== null && valeur !== undefined)).size;

const heuresDe = (lignes: readonly LigneHeures[]): number => sommer(lignes.map(({ heures }) => heures));

/**
 * Calcule tous les indicateurs à partir des lignes une à une.
 * @param lignes lignes actives du registre
 * @param operations opérations par identifiant : donneur d'ordre, commune, ANRU
 * @param periode bornes comprises ; null : tout
 */
export const calculerIndicateurs = (
  lignes: Iterable<LigneHeures>,
  operations: ReadonlyMap<string, Operation>,
  periode: Periode | null,
): Indicateurs => {
  const retenues = [...lignes].filter((ligne) => estDans(ligne, periode));
  const operationDe = (ligne: LigneHeures) => operations.get(ligne.operation);
  const hours = heuresDe(retenues);
  const beneficiaries = compter(retenues, ({ beneficiaire }) => beneficiaire);
  const part = (garder: (ligne: LigneHeures) => boolean): Part => {
    const heures = heuresDe(retenues.filter(garder));
    return { hours: heures, share: hours === 0 ? 0 : heures / hours };
  };
  const partSexe = (sexe: 'F' | 'M') => {
    const siennes = retenues.filter((ligne) => ligne.sexe === sexe);
    const connus = compter(retenues, (ligne) => (ligne.sexe === null ? null : ligne.beneficiaire));
    const personnes = compter(siennes, ({ beneficiaire }) => beneficiaire);
    return { beneficiaries: personnes, share: connus === 0 ? 0 : personnes / connus, hours: heuresDe(siennes) };
  };
  return {
    hours,
    beneficiaries,
    operations: compter(retenues, ({ operation }) => operation),
    buyers: compter(retenues, (ligne) => operationDe(ligne)?.donneurOrdre),
    companies: compter(retenues, ({ entreprise }) => entreprise),
    meanHours: beneficiaries === 0 ? 0 : hours / beneficiaries,
    fte: {
      h1820: hours / CONVENTIONS_ETP.h1820,
      h1607: hours / CONVENTIONS_ETP.h1607,
      h1600: hours / CONVENTIONS_ETP.h1600,
    },
    publics: {
      RSA: part((ligne) => estDuPublic(ligne, 'RSA')),
      QPV: part((ligne) => estDuPublic(ligne, 'QPV')),
      JEUNE: part((ligne) => estDuPublic(ligne, 'JEUNE')),
      DELD: part((ligne) => estDuPublic(ligne, 'DELD')),
    },
    anru: part((ligne) => operationDe(ligne)?.anru === true),
    iae: part(estIae),
    alternance: part(estAlternance),
    women: partSexe('F'),
    men: partSexe('M'),
    durableExits: compter(retenues, ({ sortie, beneficiaire }) =>
      sortie !== null && SORTIES_DURABLES.has(sortie) ? beneficiaire : null,
    ),
    knownExits: compter(retenues, ({ sortie, beneficiaire }) => (sortie === null ? null : beneficiaire)),
    departments: parDepartement(retenues, operations),
  };
};

const parDepartement = (
  lignes: readonly LigneHeures[],
  operations: ReadonlyMap<string, Operation>,
): Indicateurs['departments'] => {
  const groupes = new Map<string, LigneHeures[]>();
  for (const ligne of lignes) {
    const insee = operations.get(ligne.operation)?.communeInsee;
    if (insee === undefined) continue;
    const code = departementDe(insee);
    const groupe = groupes.get(code);
    if (groupe) groupe.push(ligne);
    else groupes.set(code, [ligne]);
  }
  return Object.fromEntries(
    [...groupes]
      .sort(([a], [b]) => a.localeCompare(b))
      .map(([code, siennes]) => [
        code,
        { hours: heuresDe(siennes), beneficiaries: compter(siennes, ({ beneficiaire }) => beneficiaire) },
      ]),
  );
};

/** Évolution relative d'un nombre, `0.1` pour +10 % ; null si l'on partait de zéro. */
export const evolution = (avant: number, apres: number): number | null =>
  avant === 0 ? null : (apres - avant) / avant;
