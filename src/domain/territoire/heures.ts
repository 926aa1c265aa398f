import type { LigneActive } from '../registre.ts';
import { sommer } from '../registre.ts';
import { BENEFICIAIRES_MINIMUM, type HeuresTerritoire } from './tableau.ts';

interface Cumul {
  readonly heures: number[];
  readonly personnes: Set<string>;
}

/** Territoires à taire : trop peu de personnes, et assez d'autres pour qu'une soustraction ne les livre pas. */
const aTaire = (cumuls: readonly (readonly [string, Cumul])[]): ReadonlySet<string> => {
  const parTaille = [...cumuls].sort((a, b) => a[1].personnes.size - b[1].personnes.size);
  const petits = parTaille.filter(([, { personnes }]) => personnes.size < BENEFICIAIRES_MINIMUM);
  if (petits.length === 0) return new Set();
  const tus = [...petits];
  const cachees = (): number => tus.reduce((total, [, { personnes }]) => total + personnes.size, 0);
  for (const suivant of parTaille.slice(petits.length)) {
    if (tus.length > 1 && cachees() >= BENEFICIAIRES_MINIMUM) break;
    tus.push(suivant);
  }
  return new Set(tus.map(([code]) => code));
};

/**
 * Heures réalisées par intercommunalité du lieu d'exécution.
 * @param epciDe SIREN de l'intercommunalité d'une opération ; null si elle est ailleurs
 */
export const compterHeures = (
  actives: Iterable<LigneActive>,
  epciDe: (operation: string) => string | null,
): ReadonlyMap<string, HeuresTerritoire> => {
  const cumuls = new Map<string, Cumul>();
  for (const { ligne } of actives) {
    const epci = epciDe(ligne.operation);
    if (epci === null) continue;
    const cumul = cumuls.get(epci) ?? { heures: [], personnes: new Set<string>() };
    cumul.heures.push(ligne.heures);
    cumul.personnes.add(ligne.beneficiaire);
    cumuls.set(epci, cumul);
  }
  const tus = aTaire([...cumuls]);
  return new Map(
    [...cumuls].map(([code, { heures }]): [string, HeuresTerritoire] => [
      code,
      tus.has(code) ? { type: 'trop-peu' } : { type: 'connues', heures: sommer(heures) },
    ]),
  );
};
