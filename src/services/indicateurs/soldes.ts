import type { EtatDetaille, ServiceIndicateurs } from '../../../dialogs/services/indicateurs.ts';
import type { Jour } from '../../domain/dates.ts';
import type { Operation } from '../../domain/heures.ts';
import type { TableLignes } from '../../domain/indicateurs/table.ts';
import { sommer } from '../../domain/registre.ts';
import { type Compte, peutDeclarer, peutVoirOperation } from '../../domain/roles.ts';
import { calculerEtat } from '../../domain/soldes/etat.ts';
import type { Collection } from '../../store/port.ts';

interface SourcesSoldes {
  readonly lignes: () => Promise<TableLignes>;
  readonly operations: Pick<Collection<Operation>, 'all'>;
}

const DIX_MILLIEMES = 10_000;

/** Heures faites par numéro d'opération, en un passage. */
const sommerParOperation = ({ colonnes }: TableLignes): Float64Array => {
  const cumuls = new Float64Array(colonnes.operations.taille);
  for (let rang = 0; rang < colonnes.taille; rang += 1) {
    if (colonnes.active[rang] !== 1) continue;
    const numero = colonnes.operation[rang] ?? 0;
    cumuls[numero] = (cumuls[numero] ?? 0) + Math.round((colonnes.heures[rang] ?? 0) * DIX_MILLIEMES);
  }
  return cumuls.map((cumul) => cumul / DIX_MILLIEMES);
};

const detailler = (table: TableLignes, operation: Operation, aujourdhui: Jour): EtatDetaille => {
  const lignes = table.deOperation(operation.id).map(({ ligne }) => ligne);
  const noms = [...new Set(lignes.flatMap(({ entreprise }) => (entreprise === null ? [] : [entreprise])))];
  return {
    etat: calculerEtat(operation, sommer(lignes.map(({ heures }) => heures)), aujourdhui),
    parEntreprise: noms
      .map((entreprise) => ({
        entreprise,
        heures: sommer(lignes.filter((ligne) => ligne.entreprise === entreprise).map(({ heures }) => heures)),
      }))
      .sort((a, b) => b.heures - a.heures),
  };
};

/** Soldes, retards et prévisions, dans le périmètre de chacun. */
export const createSoldes = ({
  lignes,
  operations,
}: SourcesSoldes): Pick<ServiceIndicateurs, 'etat' | 'retards' | 'etatsEntreprise'> => {
  const visibles = async (compte: Compte): Promise<readonly Operation[]> =>
    (await operations.all()).filter(({ facilitateur }) => peutVoirOperation(compte, facilitateur));
  return {
    async etat(id, compte, aujourdhui) {
      const operation = (await visibles(compte)).find((une) => une.id === id);
      return operation ? detailler(await lignes(), operation, aujourdhui) : null;
    },
    async retards(compte, aujourdhui) {
      if (!peutDeclarer(compte)) return null;
      const table = await lignes();
      const faites = sommerParOperation(table);
      return (await visibles(compte))
        .map((operation) =>
          calculerEtat(operation, faites[table.colonnes.operations.chercher(operation.id)] ?? 0, aujourdhui),
        )
        .filter(({ enRetard }) => enRetard)
        .sort((a, b) => (a.taux ?? 0) - (a.ecoule ?? 0) - ((b.taux ?? 0) - (b.ecoule ?? 0)));
    },
    async etatsEntreprise(entreprise, compte, aujourdhui) {
      if (!peutDeclarer(compte)) return null;
      const table = await lignes();
      return (await visibles(compte))
        .filter(({ entreprises }) => entreprises.includes(entreprise))
        .map((operation) => detailler(table, operation, aujourdhui));
    },
  };
};
