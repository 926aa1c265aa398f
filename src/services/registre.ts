import type { Avertissement, CorrectionActive, EtatMois, ServiceRegistre } from '../../dialogs/services/registre.ts';
import { chercherDoublons, estDoublon } from '../domain/heures/doublons.ts';
import {
  convient,
  type EcritureLigne,
  estEcritureLigne,
  type FaitRegistre,
  type Recherche,
  retracer,
  saisieDe,
} from '../domain/heures/historique.ts';
import { proposer } from '../domain/heures/propositions.ts';
import { type Eligibilite, REGLES, type Regle, verifierRegles } from '../domain/heures/regles-clause.ts';
import { appliquerValidation, moisDeLigne, type Validation } from '../domain/heures/validations.ts';
import type { LigneHeures, LigneLue, Operation } from '../domain/heures.ts';
import type { TableLignes } from '../domain/indicateurs/table.ts';
import { estDans } from '../domain/indicateurs.ts';
import { type LigneActive, sommer } from '../domain/registre.ts';
import { type Compte, peutDeclarer, peutVoirOperation } from '../domain/roles.ts';
import { verifierLigne } from '../nlu/heures/doutes.ts';
import { lireHeuresPossibles, lirePeriodesPossibles } from '../nlu/lectures-possibles.ts';
import { estCorrection, lireDemandeRegistre, tientAuBrouillon } from '../nlu/registre.ts';
import type { Collection, Registre } from '../store/port.ts';

export interface SourcesRegistre {
  readonly registre: Registre;
  readonly operations: Collection<Operation>;
  readonly lignes: () => Promise<TableLignes>;
  readonly eligibilite: (code: string) => Promise<Eligibilite>;
}

/** Le registre, son histoire et ses règles, dans le périmètre de chacun. */
export const createServiceRegistre = (sources: SourcesRegistre): ServiceRegistre => {
  const { registre, operations, lignes } = sources;
  const validations = suivreValidations(registre);
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
    connue: async (id) =>
      (await lignes()).has(id) || (await relire(registre, (ecriture) => ecriture.id === id)).length > 0,
    async historique(recherche, compte) {
      const miennes = await visibles(compte);
      return (await retrouver(registre, recherche)).filter(({ avant, apres }) =>
        [avant, apres].every((ligne) => ligne === null || miennes.has(ligne.operation)),
      );
    },
    async derniereCorrection({ id }) {
      const actives = await lignes();
      const corrections = await relire(
        registre,
        (ecriture) => ecriture.type === 'correction' && ecriture.defait === undefined && ecriture.origine.auteur === id,
      );
      const derniere = corrections.at(-1);
      return derniere?.type === 'correction' ? retrouverCorrection(registre, derniere, actives) : null;
    },
    mois: async (mois) => etatDuMois(mois, await lignes(), await validations()),
    async verrouilles(saisies, { role }) {
      if (role === 'coordinateur' || role === 'administrateur') return [];
      const valides = await validations();
      return [...new Set(saisies.map(moisDeLigne))].filter((mois) => valides.has(mois)).sort();
    },
  };
};

/** Mois validés, tenus à jour : seules les écritures nouvelles sont lues. */
const suivreValidations = (registre: Registre): (() => Promise<ReadonlyMap<string, Validation>>) => {
  const validations = new Map<string, Validation>();
  let position = 0;
  let enCours: Promise<unknown> = Promise.resolve();
  const avancer = async (): Promise<ReadonlyMap<string, Validation>> => {
    position = await registre.suivre(position, (ecriture) => appliquerValidation(validations, ecriture));
    return validations;
  };
  return () => {
    const suite = enCours.then(avancer);
    enCours = suite.catch(() => undefined);
    return suite;
  };
};

/** Écritures de lignes que `garder` retient, relues du début. */
const relire = async (registre: Registre, garder: (ecriture: EcritureLigne) => boolean): Promise<EcritureLigne[]> => {
  const gardees: EcritureLigne[] = [];
  await registre.suivre(0, (ecriture) => {
    if (estEcritureLigne(ecriture) && garder(ecriture)) gardees.push(ecriture);
  });
  return gardees;
};

/** Deux lectures : les saisies qui ont un jour été ce qu'on cherche, puis tout ce qui leur est arrivé. */
const retrouver = async (registre: Registre, recherche: Recherche): Promise<FaitRegistre[]> => {
  const saisies = new Set<string>();
  const anonymes = new Map<string, string>();
  await registre.suivre(0, (ecriture) => {
    if (ecriture.type === 'anonymisation') for (const id of ecriture.saisies) anonymes.set(id, ecriture.vers);
    else if (estEcritureLigne(ecriture) && convient(ecriture, recherche)) saisies.add(saisieDe(ecriture));
  });
  // L'ancien code d'une personne anonymisée ne mène plus à ses lignes, et aucune ne le montre.
  if (recherche.beneficiaire !== undefined) for (const id of anonymes.keys()) saisies.delete(id);
  return retracer((await relire(registre, (ecriture) => saisies.has(saisieDe(ecriture)))).map(voiler(anonymes)));
};

const voiler =
  (anonymes: ReadonlyMap<string, string>) =>
  (ecriture: EcritureLigne): EcritureLigne => {
    const vers = anonymes.get(saisieDe(ecriture));
    if (vers === undefined || ecriture.type === 'annulation') return ecriture;
    return { ...ecriture, ligne: { ...ecriture.ligne, beneficiaire: vers } };
  };

const retrouverCorrection = async (
  registre: Registre,
  { id, vise }: Extract<EcritureLigne, { type: 'correction' }>,
  actives: TableLignes,
): Promise<CorrectionActive | null> => {
  const saisie = actives.get(vise);
  const faits = await retrouver(registre, { saisies: [vise] });
  const fait = faits.at(-1);
  // Une écriture plus récente sur la même ligne ferait de la ligne d'avant une mauvaise ligne.
  return saisie && fait?.avant && fait.ecriture.id === id ? { id, saisie, avant: fait.avant } : null;
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

const etatDuMois = (
  mois: string,
  actives: ReadonlyMap<string, LigneActive>,
  validations: ReadonlyMap<string, Validation>,
): EtatMois => {
  const siennes = [...actives.values()].map(({ ligne }) => ligne).filter((ligne) => moisDeLigne(ligne) === mois);
  return {
    mois,
    lignes: siennes.length,
    heures: sommer(siennes.map(({ heures }) => heures)),
    personnes: new Set(siennes.map(({ beneficiaire }) => beneficiaire)).size,
    operations: new Set(siennes.map(({ operation }) => operation)).size,
    validation: validations.get(mois) ?? null,
  };
};
