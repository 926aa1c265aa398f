import type { ServiceIndicateurs } from '../../dialogs/services/indicateurs.ts';
import type { Jour, Periode } from '../domain/dates.ts';
import type { Operation } from '../domain/heures.ts';
import { type Agregat, agreger } from '../domain/indicateurs/agreger.ts';
import { type Demande, estFiltree } from '../domain/indicateurs/demande.ts';
import { mesurerDiversification } from '../domain/indicateurs/diversification.ts';
import { ecartsPublies } from '../domain/indicateurs/publies.ts';
import type { ReponseChiffres } from '../domain/indicateurs/reponse.ts';
import {
  estSecrete,
  type IndicateursPublics,
  masquerCases,
  masquerIndicateurs,
  montrerCases,
} from '../domain/indicateurs/secret.ts';
import { operationsParNumero, type Selection, selectionner, TOUT } from '../domain/indicateurs/selection.ts';
import type { TableLignes } from '../domain/indicateurs/table.ts';
import { sommer } from '../domain/registre.ts';
import { type Compte, peutDeclarer, peutVoirOperation } from '../domain/roles.ts';
import type { LectureLieu } from '../domain/territoire.ts';
import { lirePeriode } from '../nlu/dates.ts';
import { type ContexteDemande, lireDemande, prolongerDemande } from '../nlu/indicateurs/lire.ts';
import { direEnCours, sansRangDePeriode } from '../nlu/indicateurs/periodes.ts';
import { LISTE_OPERATIONS, lireDemandeChiffres } from '../nlu/intentions-indicateurs.ts';
import { plier } from '../nlu/normaliser.ts';
import type { Collection } from '../store/port.ts';
import { createGeographie, type Geographie } from './indicateurs/geographie.ts';
import { repartir } from './indicateurs/repartir.ts';
import { createSoldes } from './indicateurs/soldes.ts';

export interface SourcesIndicateurs extends Geographie {
  readonly lignes: () => Promise<TableLignes>;
  readonly operations: Pick<Collection<Operation>, 'all'>;
  readonly lireLieu: (texte: string) => LectureLieu;
}

/** La table, les opérations et leur numéro, relus ensemble pour une question. */
interface Vue {
  readonly table: TableLignes;
  readonly parNumero: readonly (Operation | undefined)[];
  readonly operations: readonly Operation[];
}

const LIGNES_MONTREES = 10;

/** Indicateurs agrégés, sur tout le registre, sur une partie, ou sur les saisies d'une personne. */
export const createServiceIndicateurs = (sources: SourcesIndicateurs): ServiceIndicateurs => {
  const geographie = createGeographie(sources);
  const voir = async (): Promise<Vue> => {
    const table = await sources.lignes();
    const operations = await sources.operations.all();
    const parId = new Map(operations.map((operation) => [operation.id, operation]));
    return { table, parNumero: operationsParNumero(table, parId), operations };
  };
  const agregerSelon = ({ table, parNumero }: Vue, selection: Selection): Agregat =>
    agreger(table, selectionner(table, parNumero, selection), parNumero);
  const contexteDe = (
    { table, operations }: Vue,
    texte: string,
    aujourdhui: Jour,
  ): Omit<ContexteDemande, 'precedente'> => ({
    aujourdhui,
    lieu: lireLieuDesChiffres(sansRangDePeriode(texte), sources.lireLieu),
    acheteurs: [...new Set(operations.map(({ donneurOrdre }) => donneurOrdre))],
    entreprises: table.colonnes.entreprises.textes,
    secteurs: sources.secteurs,
  });

  return {
    calculer: async (periode) => agregerSelon(await voir(), { ...TOUT, periode }).indicateurs,
    siens: async (periode, { id }) => agregerSelon(await voir(), { ...TOUT, periode, auteur: id }).indicateurs,
    lirePeriode: lirePeriodeOuAnnee,
    async lire(texte, { aujourdhui, precedente }) {
      const contexte = { ...contexteDe(await voir(), texte, aujourdhui), precedente };
      const demande = lireDemande(texte, contexte);
      const liste = LISTE_OPERATIONS.test(plier(texte));
      return { sujet: lireDemandeChiffres(texte), demande, lieu: contexte.lieu, liste };
    },
    async prolonger(texte, { aujourdhui, precedente }) {
      return prolongerDemande(texte, { ...contexteDe(await voir(), texte, aujourdhui), precedente });
    },
    async repondre(demande, compte) {
      return repondre(await voir(), demande, { compte, geographie });
    },
    async lignes(demande, compte) {
      if (!peutDeclarer(compte)) return null;
      const { table, parNumero } = await voir();
      const rangs = selectionner(table, parNumero, geographie.selection(demande));
      const visibles = rangs.filter((rang) => peutVoir(compte, parNumero[table.colonnes.operation[rang] ?? 0]));
      return {
        premieres: [...visibles.subarray(0, LIGNES_MONTREES)].map((rang) => {
          const { id, ligne } = table.lire(rang);
          const intitule = parNumero[table.colonnes.operation[rang] ?? 0]?.intitule ?? ligne.operation;
          return { ...ligne, id, intitule };
        }),
        total: visibles.length,
        heures: sommer(Array.from(visibles, (rang) => table.colonnes.heures[rang] ?? 0)),
        ailleurs: rangs.length - visibles.length,
      };
    },
    ...createSoldes(sources),
    secteur: (id) => sources.secteurs.find((secteur) => secteur.id === id)?.nom ?? null,
  };
};

/** Un département tapé sans majuscule se lit aussi : une question de chiffres n'a pas d'autre « nord » à dire. */
const DEPARTEMENT_NU = /\b(nord|aisne|oise)\b|\b(?:dans|de|pour|sur) la (somme)\b(?! d)/;

const lireLieuDesChiffres = (texte: string, lire: SourcesIndicateurs['lireLieu']): LectureLieu => {
  const lu = lire(texte);
  if (lu.type !== 'aucun') return lu;
  const nu = DEPARTEMENT_NU.exec(plier(texte));
  const nom = nu?.[1] ?? nu?.[2];
  return nom === undefined ? lu : lire(`département ${nom.charAt(0).toUpperCase()}${nom.slice(1)}`);
};

const peutVoir = (compte: Compte, operation: Operation | undefined): boolean =>
  peutVoirOperation(compte, operation === undefined ? null : operation.facilitateur);

/** Faut-il cacher les petites cases ? Non pour qui a le droit de voir chacune des lignes comptées. */
const doitMasquer = (compte: Compte, { table, parNumero }: Vue, rangs: Int32Array): boolean => {
  if (!peutDeclarer(compte)) return true;
  const visibles = parNumero.map((operation) => peutVoir(compte, operation));
  if (!visibles.includes(false)) return false;
  return rangs.some((rang) => visibles[table.colonnes.operation[rang] ?? 0] === false);
};

const SANS_PUBLIC = { public: null, sexe: null, modalite: null } as const;

interface ContexteReponse {
  readonly compte: Compte;
  readonly geographie: ReturnType<typeof createGeographie>;
}

const repondre = (vue: Vue, demande: Demande, { compte, geographie }: ContexteReponse): ReponseChiffres => {
  const { table, parNumero } = vue;
  const calculer = (voulue: Demande) => {
    const rangs = selectionner(table, parNumero, geographie.selection(voulue));
    return { rangs, agregat: agreger(table, rangs, parNumero) };
  };
  const { rangs, agregat } = calculer(demande);
  const filtre = demande.public !== null || demande.sexe !== null || demande.modalite !== null;
  const base = filtre ? calculer({ ...demande, ...SANS_PUBLIC }) : { rangs, agregat };
  const avant = demande.avant === null ? null : calculer({ ...demande, periode: demande.avant });
  const baseAvant = filtre && avant !== null ? calculer({ ...demande, ...SANS_PUBLIC, periode: demande.avant }) : avant;
  const masque = doitMasquer(compte, vue, base.rangs);
  const montrer = ({ indicateurs, personnes }: Agregat, total: number): IndicateursPublics => {
    if (!masque) return indicateurs;
    const lus = masquerIndicateurs({ indicateurs, personnes });
    return estSecrete(personnes.total, total) ? RIEN(lus) : lus;
  };
  const total = base.agregat.personnes.total;
  const dimension = demande.dimension;
  const cases =
    dimension === null
      ? null
      : repartir(dimension, { table, rangs, parNumero, nomDeGroupe: geographie.nomDeGroupe(dimension) });
  return {
    chiffres: montrer(agregat, total),
    base: montrer(base.agregat, total),
    avant: avant === null ? null : montrer(avant.agregat, (baseAvant ?? avant).agregat.personnes.total),
    cases: cases === null ? null : masque ? masquerCases(cases, agregat.personnes.total) : montrerCases(cases),
    diversification: cases !== null && dimension === 'secteur' ? mesurerDiversification(cases, masque) : null,
    ecarts: estAnnee2016(demande) ? ecartsPublies(base.agregat.indicateurs) : [],
    masque,
    lignesVisibles: peutDeclarer(compte),
  };
};

/** La question porte-t-elle sur toute l'année de la consolidation publiée, publics mis à part ? */
const estAnnee2016 = (demande: Demande): boolean =>
  demande.periode?.du === '2016-01-01' &&
  demande.periode.au === '2016-12-31' &&
  !estFiltree({ ...demande, ...SANS_PUBLIC });

/** Une partie dont le complément est trop petit se cache tout entière. */
const RIEN = (lus: IndicateursPublics): IndicateursPublics => ({
  ...lus,
  hours: null,
  beneficiaries: null,
  meanHours: null,
  fte: null,
  women: null,
  men: null,
});

/** Une période écrite, ou l'année seule (« chiffres clés 2016 »). */
const lirePeriodeOuAnnee = (texte: string, aujourdhui: Jour): Periode | null => {
  const lue = lirePeriode(direEnCours(plier(texte)), aujourdhui);
  if (lue?.type === 'periode') return lue.periode;
  const an = /\b(20\d{2}|19\d{2})\b/.exec(texte)?.[1];
  return an === undefined ? null : { du: `${an}-01-01`, au: `${an}-12-31` };
};
