import type { Avertissement, EtatMois, ServiceRegistre } from '../../dialogs/services/registre.ts';
import { moisDe } from '../domain/dates.ts';
import { chercherDoublons, estDoublon } from '../domain/heures/doublons.ts';
import { proposer } from '../domain/heures/propositions.ts';
import { type Eligibilite, REGLES, type Regle, verifierRegles } from '../domain/heures/regles-clause.ts';
import { moisDeLigne, type Validation } from '../domain/heures/validations.ts';
import type { LigneHeures, LigneLue, Operation } from '../domain/heures.ts';
import { selectionner, TOUT } from '../domain/indicateurs/selection.ts';
import type { TableLignes } from '../domain/indicateurs/table.ts';
import { estDans } from '../domain/indicateurs.ts';
import { type LigneActive, sommer } from '../domain/registre.ts';
import { type Compte, peutDeclarer, peutVoirOperation } from '../domain/roles.ts';
import { verifierLigne } from '../nlu/heures/doutes.ts';
import { lireHeuresPossibles, lirePeriodesPossibles } from '../nlu/lectures-possibles.ts';
import { estCorrection, lireDemandeRegistre, tientAuBrouillon } from '../nlu/registre.ts';
import type { Collection, Registre } from '../store/port.ts';
import { retrouver, retrouverCorrection } from './historique.ts';

export interface SourcesRegistre {
  readonly registre: Registre;
  readonly operations: Collection<Operation>;
  readonly lignes: () => Promise<TableLignes>;
  readonly eligibilite: (code: string) => Promise<Eligibilite>;
}

/** Le registre, son histoire et ses règles, dans le périmètre de chacun. */
export const createServiceRegistre = (sources: SourcesRegistre): ServiceRegistre => {
  const { registre, operations, lignes } = sources;
  const validations = async () => (await registre.index()).validations;
  const visibles = async (compte: Compte): Promise<ReadonlyMap<string, Operation>> =>
    new Map(
      peutDeclarer(compte)
        ? (await operations.all())
            .filter(({ facilitateur }) => peutVoirOperation(compte, facilitateur))
            .map((operation) => [operation.id, operation])
        : [],
    );
  return {
    lire: lireDemandeRegistre,
    estCorrection,
    tientAuBrouillon,
    async avertir(saisies, { compte, sauf = [] }) {
      const actives = await lignes();
      const valides = await validations();
      return Promise.all(
        saisies.map((ligne, rang) =>
          avertirLigne(ligne, { sources, actives, valides, compte, sauf, avant: saisies.slice(0, rang) }),
        ),
      );
    },
    async proposer(texte, ligne, { aujourdhui, compte }) {
      const miennes = [...(await visibles(compte)).values()];
      const contexte = { aujourdhui, operations: miennes, nomCommune: () => null, brouillon: [] };
      return proposer(ligne, {
        aujourdhui,
        operation: miennes.find(({ id }) => id === ligne.operation) ?? null,
        possibles: { heures: lireHeuresPossibles(texte), periodes: lirePeriodesPossibles(texte, aujourdhui) },
        verifier: (changee: LigneLue) => verifierLigne(changee, contexte),
      });
    },
    async saisies(ids) {
      const actives = await lignes();
      return ids.map((id) => actives.get(id)).filter((active) => active !== undefined);
    },
    async derniereDe(code, compte, periode) {
      const miennes = await visibles(compte);
      const siennes = (await lignes()).deBeneficiaire(code);
      return siennes.filter(({ ligne }) => miennes.has(ligne.operation) && estDans(ligne, periode)).at(-1) ?? null;
    },
    connue: async (id) => (await registre.index()).connue(id),
    async historique(recherche, compte) {
      const miennes = await visibles(compte);
      return (await retrouver(registre, recherche)).filter(({ avant, apres }) =>
        [avant, apres].every((ligne) => ligne === null || miennes.has(ligne.operation)),
      );
    },
    async derniereCorrection({ id }) {
      const index = await registre.index();
      const [derniere] = await registre.relire([index.derniereCorrection(id)]);
      return derniere?.type === 'correction' ? retrouverCorrection(registre, derniere) : null;
    },
    mois: async (mois) => etatDuMois(mois, await lignes(), await validations()),
    async verrouilles(saisies, { role }) {
      if (role === 'coordinateur' || role === 'administrateur') return [];
      const valides = await validations();
      return [...new Set(saisies.map(moisDeLigne))].filter((mois) => valides.has(mois)).sort();
    },
  };
};

interface ContexteAvertir {
  readonly sources: SourcesRegistre;
  readonly actives: TableLignes;
  readonly valides: ReadonlyMap<string, Validation>;
  readonly compte: Compte;
  readonly sauf: readonly string[];
  /** Lignes du même message, comptées comme déjà faites. */
  readonly avant: readonly LigneHeures[];
}

const avertirLigne = async (ligne: LigneHeures, contexte: ContexteAvertir): Promise<Avertissement> => {
  const { sources, actives, valides, compte, avant, sauf } = contexte;
  const autres = (lues: readonly LigneActive[]) => lues.filter(({ id }) => !sauf.includes(id));
  const personne = autres(actives.deBeneficiaire(ligne.beneficiaire));
  const chantier = autres(actives.deOperation(ligne.operation)).map((active) => active.ligne);
  const doublons = chercherDoublons(ligne, personne);
  const jumelle = avant.some((autre) => estDoublon(ligne, autre));
  const realisees = [...chantier, ...avant.filter(({ operation }) => operation === ligne.operation)];
  const heurtees = new Set<Regle>(
    verifierRegles(ligne, {
      operation: await sources.operations.find(ligne.operation),
      realisees: sommer(realisees.map(({ heures }) => heures)),
      eligibilite: await sources.eligibilite(ligne.beneficiaire),
      deLaPersonne: [
        ...personne.map((active) => active.ligne),
        ...avant.filter(({ beneficiaire }) => beneficiaire === ligne.beneficiaire),
      ],
    }),
  );
  if (doublons.length > 0 || jumelle) heurtees.add('doublon');
  if (compte.role === 'facilitateur' && valides.has(moisDeLigne(ligne))) heurtees.add('mois-valide');
  return { regles: REGLES.filter((regle) => heurtees.has(regle)), doublons };
};

/** Compte un mois sur les colonnes : aucune ligne n'est refaite. */
const etatDuMois = (mois: string, actives: TableLignes, validations: ReadonlyMap<string, Validation>): EtatMois => {
  const parNumero = actives.colonnes.operations.textes.map(() => undefined);
  const { du, au } = moisDe(`${mois}-01`);
  const rangs = selectionner(actives, parNumero, { ...TOUT, periode: { du, au } });
  const { beneficiaire, operation, heures } = actives.colonnes;
  return {
    mois,
    lignes: rangs.length,
    heures: sommer(Array.from(rangs, (rang) => heures[rang] ?? 0)),
    personnes: new Set(Array.from(rangs, (rang) => beneficiaire[rang])).size,
    operations: new Set(Array.from(rangs, (rang) => operation[rang])).size,
    validation: validations.get(mois) ?? null,
  };
};
