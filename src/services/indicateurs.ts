import type { ServiceIndicateurs } from '../../dialogs/services/indicateurs.ts';
import type { Jour, Periode } from '../domain/dates.ts';
import type { Operation } from '../domain/heures.ts';
import type { Agregat } from '../domain/indicateurs/agreger.ts';
import { DEMANDE_VIDE } from '../domain/indicateurs/demande.ts';
import { type Selection, selectionner, TOUT } from '../domain/indicateurs/selection.ts';
import type { TableLignes } from '../domain/indicateurs/table.ts';
import { sommer } from '../domain/registre.ts';
import { peutDeclarer } from '../domain/roles.ts';
import type { LectureLieu } from '../domain/territoire.ts';
import { lirePeriode } from '../nlu/dates.ts';
import { lireTerritoires } from '../nlu/indicateurs/comparer.ts';
import { type ContexteDemande, lireDemande, prolongerDemande } from '../nlu/indicateurs/lire.ts';
import { direEnCours, sansRangDePeriode } from '../nlu/indicateurs/periodes.ts';
import { LISTE_OPERATIONS, lireDemandeChiffres } from '../nlu/intentions-indicateurs.ts';
import { plier } from '../nlu/normaliser.ts';
import type { Collection } from '../store/port.ts';
import { Cumuls } from './indicateurs/cumuls.ts';
import { createGeographie, type Geographie } from './indicateurs/geographie.ts';
import { createReleves } from './indicateurs/releves.ts';
import { cleDe, peutVoir, repondre } from './indicateurs/repondre.ts';
import { createSoldes } from './indicateurs/soldes.ts';
import { createVue, type Vue } from './indicateurs/vue.ts';
import type { ServiceLiens } from './liens.ts';

export interface SourcesIndicateurs extends Geographie {
  readonly lignes: () => Promise<TableLignes>;
  readonly operations: Pick<Collection<Operation>, 'all' | 'depuis'>;
  readonly lireLieu: (texte: string) => LectureLieu;
  readonly liens: ServiceLiens;
}

const LIGNES_MONTREES = 10;

/** Indicateurs agrégés, sur tout le registre, sur une partie, ou sur les saisies d'une personne. */
export const createServiceIndicateurs = (sources: SourcesIndicateurs): ServiceIndicateurs => {
  const geographie = createGeographie(sources);
  const voir = createVue(sources);
  const cumuls = new Cumuls();
  const agregerSelon = async (selection: Selection): Promise<Agregat> => {
    const vue = await voir();
    cumuls.regarder(vue);
    const cle = cleDe({ ...DEMANDE_VIDE, periode: selection.periode });
    // La même clé que la question sans filtre, pour que l'une serve à l'autre.
    return cumuls.compter(vue, selection, selection.auteur === null ? cle : `${cle} ${selection.auteur}`).agregat;
  };
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
    calculer: async (periode) => (await agregerSelon({ ...TOUT, periode })).indicateurs,
    siens: async (periode, { id }) => (await agregerSelon({ ...TOUT, periode, auteur: id })).indicateurs,
    lirePeriode: lirePeriodeOuAnnee,
    async lire(texte, { aujourdhui, precedente }) {
      const contexte = { ...contexteDe(await voir(), texte, aujourdhui), precedente };
      const demande = lireDemande(texte, contexte);
      const liste = LISTE_OPERATIONS.test(plier(texte));
      const compares = lireTerritoires(texte, (partie) =>
        // Entre deux territoires, « la somme » est le département.
        lireLieuDesChiffres(partie.replace(/\bla somme\b(?! d)/i, 'dans la Somme'), sources.lireLieu),
      );
      return { sujet: lireDemandeChiffres(texte), demande, lieu: contexte.lieu, liste, compares };
    },
    async prolonger(texte, { aujourdhui, precedente }) {
      return prolongerDemande(texte, { ...contexteDe(await voir(), texte, aujourdhui), precedente });
    },
    async repondre(demande, compte) {
      const vue = await voir();
      cumuls.regarder(vue);
      return repondre(vue, demande, { compte, geographie, cumuls });
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
    ...createReleves({ voir, liens: sources.liens }),
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

/** Une période écrite, ou l'année seule (« chiffres clés 2016 »). */
const lirePeriodeOuAnnee = (texte: string, aujourdhui: Jour): Periode | null => {
  const lue = lirePeriode(direEnCours(plier(texte)), aujourdhui);
  if (lue?.type === 'periode') return lue.periode;
  const an = /\b(20\d{2}|19\d{2})\b/.exec(texte)?.[1];
  return an === undefined ? null : { du: `${an}-01-01`, au: `${an}-12-31` };
};
