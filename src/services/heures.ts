import type { ContexteLecture, ServiceHeures } from '../../dialogs/services.ts';
import type { ContexteHeures, Operation } from '../domain/heures.ts';
import type { TableLignes } from '../domain/indicateurs/table.ts';
import { calculerSolde, dernieresSaisies, sommer } from '../domain/registre.ts';
import { type Compte, peutDeclarer, peutVoirOperation } from '../domain/roles.ts';
import { verifierLigne } from '../nlu/heures/doutes.ts';
import { lireHeures } from '../nlu/heures/lire.ts';
import type { Collection } from '../store/port.ts';
import { nomsConnus, preciserNom, separerCivilite } from './civilites.ts';
import type { createCodage } from './personnes.ts';
import { remplacerNoms } from './rappels.ts';

export interface SourcesHeures {
  readonly operations: Collection<Operation>;
  readonly lignes: () => Promise<TableLignes>;
  readonly coder: ReturnType<typeof createCodage>;
  readonly nomCommune: (insee: string) => string | null;
}

/** Lecture, contrôle et totaux des heures, dans le périmètre de chacun. */
export const createServiceHeures = ({ operations, lignes, coder, nomCommune }: SourcesHeures): ServiceHeures => {
  const operationsDe = async (compte: Compte): Promise<readonly Operation[]> =>
    peutDeclarer(compte)
      ? (await operations.all()).filter(({ facilitateur }) => peutVoirOperation(compte, facilitateur))
      : [];
  const contexteDe = async ({ compte, aujourdhui }: ContexteLecture): Promise<Omit<ContexteHeures, 'brouillon'>> => ({
    aujourdhui,
    operations: await operationsDe(compte),
    nomCommune,
  });
  return {
    coder,
    operationsDe,
    async lire(texte, contexte) {
      const complet = { ...(await contexteDe(contexte)), brouillon: contexte.brouillon };
      const dit = remplacerNoms(texte, contexte.personnes ?? [], { contexte: complet, coder });
      const lecture = lireHeures(dit, complet);
      const table = await lignes();
      const connu = (nom: string) => table.deBeneficiaire(coder(nom).code).at(-1)?.ligne.sexe;
      const lues = lecture.lignes.map((ligne) => ({ ...ligne, beneficiaire: preciserNom(ligne, connu) }));
      const homonymes = lecture.lignes.flatMap((ligne) => {
        const noms = nomsConnus(ligne, connu);
        return noms.length > 1 ? noms.map((nom) => ({ ...coder(nom), sexe: separerCivilite(nom).sexe })) : [];
      });
      return { ...lecture, lignes: lues, homonymes };
    },
    async verifier(ligne, contexte) {
      return verifierLigne(ligne, { ...(await contexteDe(contexte)), brouillon: [] });
    },
    async operation(id, compte) {
      const operation = await operations.find(id);
      return operation && peutVoirOperation(compte, operation.facilitateur) ? operation : null;
    },
    async solde(id) {
      const operation = await operations.find(id);
      return operation ? calculerSolde(operation, (await lignes()).deOperation(id)) : null;
    },
    async totalPersonne(code, compte) {
      if (!peutDeclarer(compte)) return null;
      const visibles = new Map((await operationsDe(compte)).map((operation) => [operation.id, operation]));
      const siennes = (await lignes()).deBeneficiaire(code).filter(({ ligne }) => visibles.has(ligne.operation));
      return {
        heures: sommer(siennes.map(({ ligne }) => ligne.heures)),
        saisies: siennes.length,
        operations: [
          ...new Set(siennes.map(({ ligne }) => visibles.get(ligne.operation)?.intitule ?? ligne.operation)),
        ],
      };
    },
    async dernieres(compte) {
      return dernieresSaisies((await lignes()).deAuteur(compte.id), compte.id);
    },
  };
};
