import { createHash } from 'node:crypto';
import type { ServiceParcours } from '../../dialogs/services/parcours.ts';
import type { Ecriture, LigneHeures, Operation } from '../domain/heures.ts';
import type { TableLignes } from '../domain/indicateurs/table.ts';
import { listerEcheances } from '../domain/parcours/echeances.ts';
import type { FaitParcours } from '../domain/parcours/faits.ts';
import { type OperationOuverte, proposerGlobalisation } from '../domain/parcours/globalisation.ts';
import { construireParcours, lireEligibilite, type Parcours } from '../domain/parcours/parcours.ts';
import { sommer } from '../domain/registre.ts';
import { type Compte, peutDeclarer, peutVoirOperation } from '../domain/roles.ts';
import type { Epci } from '../domain/territoire.ts';
import { lireDemandeParcours, lirePersonneDite, lireSituation } from '../nlu/parcours.ts';
import type { Collection, Libelles } from '../store/port.ts';

export interface SourcesParcours {
  readonly faits: Collection<FaitParcours>;
  readonly libelles: Libelles;
  readonly operations: Collection<Operation>;
  readonly lignes: () => Promise<TableLignes>;
  /** Intercommunalité d'une commune, par code INSEE. */
  readonly epciDe: (insee: string) => Epci | null;
}

const structureDe = ({ structure, id }: Compte): string => structure ?? id;

/** Lignes actives de quelques opérations, en une seule traversée des colonnes. */
function* lignesDesOperations(table: TableLignes, operations: readonly Operation[]): Generator<LigneHeures> {
  const { colonnes } = table;
  const numeros = new Set(operations.map(({ id }) => colonnes.operations.chercher(id)));
  for (let rang = 0; rang < colonnes.taille; rang += 1)
    if (colonnes.active[rang] === 1 && numeros.has(colonnes.operation[rang] ?? -1)) yield colonnes.lire(rang);
}

/** Les parcours, construits à la demande, dans le périmètre de chacun. */
export const createServiceParcours = (sources: SourcesParcours): ServiceParcours => {
  const { faits, libelles, operations, lignes } = sources;
  const faitsDe = async (code: string) => (await faits.all()).filter(({ personne }) => personne === code);
  const visibles = async (compte: Compte) =>
    (await operations.all()).filter(({ facilitateur }) => peutVoirOperation(compte, facilitateur));

  const tous = async (compte: Compte): Promise<Parcours[]> => {
    const connus = new Map<string, FaitParcours[]>();
    for (const fait of await faits.all()) {
      const siens = connus.get(fait.personne);
      if (siens) siens.push(fait);
      else connus.set(fait.personne, [fait]);
    }
    const table = await lignes();
    const personnes = new Map<string, LigneHeures[]>();
    for (const ligne of lignesDesOperations(table, await visibles(compte))) {
      const siennes = personnes.get(ligne.beneficiaire);
      if (siennes) siennes.push(ligne);
      else personnes.set(ligne.beneficiaire, [ligne]);
    }
    // Une personne sans heures visibles n'est montrée qu'à qui a dit quelque chose d'elle.
    for (const [code, siens] of connus)
      if (!personnes.has(code) && siens.some(({ origine }) => origine.auteur === compte.id)) personnes.set(code, []);
    return [...personnes].map(([code, siennes]) => construireParcours(code, connus.get(code) ?? [], siennes));
  };

  return {
    lire: lireDemandeParcours,
    lireSituation,
    lirePersonne: lirePersonneDite,
    structureDe,
    eligibilite: async (code) => lireEligibilite(await faitsDe(code)),
    async voir(code, compte) {
      if (!peutDeclarer(compte)) return null;
      const permises = new Set((await visibles(compte)).map(({ id }) => id));
      const siennes = (await lignes()).deBeneficiaire(code).map(({ ligne }) => ligne);
      const vues = siennes.filter(({ operation }) => permises.has(operation));
      const dits = vues.length > 0 || siennes.length === 0 ? await faitsDe(code) : [];
      return {
        parcours: construireParcours(code, dits, vues),
        libelle: await libelles.find(structureDe(compte), code),
      };
    },
    echeances: async (compte, aujourdhui) =>
      peutDeclarer(compte) ? listerEcheances(await tous(compte), aujourdhui) : [],
    async globaliser(compte, hypotheses) {
      if (!peutDeclarer(compte)) return [];
      const noms = new Map<string, string>();
      const table = await lignes();
      const ouvertes = (await visibles(compte)).flatMap((operation): OperationOuverte[] => {
        const epci = sources.epciDe(operation.communeInsee);
        const fait = sommer(table.deOperation(operation.id).map(({ ligne }) => ligne.heures));
        const reste = operation.heuresPrevues === null ? 0 : sommer([operation.heuresPrevues, -fait]);
        if (epci === null || reste <= 0 || (operation.fin !== null && operation.fin <= hypotheses.aujourdhui))
          return [];
        noms.set(epci.code, epci.nom);
        return [{ id: operation.id, epci: epci.code, entreprises: operation.entreprises, reste }];
      });
      const bassins = proposerGlobalisation(ouvertes, await tous(compte), hypotheses);
      return bassins.map((bassin) => ({ ...bassin, nom: noms.get(bassin.epci) ?? bassin.epci }));
    },
    async reporter(nouveaux, origine) {
      const table = await lignes();
      return nouveaux.flatMap((fait): Ecriture[] => {
        if (fait.type === 'eligibilite' || fait.situation === null) return [];
        const { situation } = fait;
        const siennes = table.deBeneficiaire(fait.personne);
        const derniere = siennes.reduce<(typeof siennes)[number] | null>(
          (une, autre) => (une === null || autre.ligne.fin >= une.ligne.fin ? autre : une),
          null,
        );
        return siennes
          .filter(({ id, ligne }) => (id === derniere?.id || ligne.sortie !== null) && ligne.sortie !== situation)
          .map(({ id, ligne }) => ({
            type: 'correction',
            id: `${fait.id}/${createHash('sha256').update(id).digest('hex').slice(0, 12)}`,
            vise: id,
            ligne: { ...ligne, sortie: situation },
            origine,
          }));
      });
    },
  };
};
