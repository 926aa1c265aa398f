import type { Operation } from '../../domain/heures.ts';
import type { Agregat } from '../../domain/indicateurs/agreger.ts';
import { DEMANDE_VIDE, type Demande, estFiltree } from '../../domain/indicateurs/demande.ts';
import { mesurerDiversification } from '../../domain/indicateurs/diversification.ts';
import { ecartsPublies } from '../../domain/indicateurs/publies.ts';
import type { ReponseChiffres } from '../../domain/indicateurs/reponse.ts';
import {
  estSecrete,
  type IndicateursPublics,
  masquerCases,
  masquerIndicateurs,
  montrerCases,
} from '../../domain/indicateurs/secret.ts';
import { type Compte, peutDeclarer, peutVoirOperation } from '../../domain/roles.ts';
import type { Cumuls, Compte as LignesComptees } from './cumuls.ts';
import type { createGeographie } from './geographie.ts';
import { grouperSelon, ordonner } from './repartir.ts';
import type { Vue } from './vue.ts';

export const peutVoir = (compte: Compte, operation: Operation | undefined): boolean =>
  peutVoirOperation(compte, operation === undefined ? null : operation.facilitateur);

/** Faut-il cacher les petites cases ? Non pour qui a le droit de voir chacune des lignes comptées. */
const doitMasquer = (compte: Compte, { parNumero }: Vue, { aVu }: LignesComptees): boolean =>
  !peutDeclarer(compte) || parNumero.some((operation, numero) => aVu(numero) && !peutVoir(compte, operation));

/** Filtres sans lesquels la même question porte sur plus de monde. */
const FILTRES = ['territoire', 'acheteur', 'secteur', 'entreprise', 'public', 'sexe', 'modalite'] as const;

/** Ensembles plus larges d'où l'on retrancherait ce chiffre pour trouver le reste : un filtre de moins, ou aucun. */
const ensembles = (demande: Demande): Demande[] => {
  const mis = FILTRES.filter((filtre) => demande[filtre] !== null);
  const sans = mis.map((filtre) => ({ ...demande, [filtre]: null }));
  return mis.length > 1 ? [...sans, { ...DEMANDE_VIDE, periode: demande.periode }] : sans;
};

const SANS_PUBLIC = { public: null, sexe: null, modalite: null } as const;

interface ContexteReponse {
  readonly compte: Compte;
  readonly geographie: ReturnType<typeof createGeographie>;
  readonly cumuls: Cumuls;
}

/** Ce qui choisit les lignes : deux questions de même clé comptent les mêmes. */
export const cleDe = ({ mesure: _mesure, dimension: _dimension, avant: _avant, ...filtres }: Demande): string =>
  JSON.stringify(filtres);

/** Chiffres d'une question, réduits à ce que ce compte a le droit de voir. */
export const repondre = (
  vue: Vue,
  demande: Demande,
  { compte, geographie, cumuls }: ContexteReponse,
): ReponseChiffres => {
  const compter = (voulue: Demande) => cumuls.compter(vue, geographie.selection(voulue), cleDe(voulue));
  const { agregat, aVu } = compter(demande);
  const filtre = demande.public !== null || demande.sexe !== null || demande.modalite !== null;
  const base = filtre ? compter({ ...demande, ...SANS_PUBLIC }) : { agregat, aVu };
  const avant = demande.avant === null ? null : compter({ ...demande, periode: demande.avant });
  const masque = doitMasquer(compte, vue, base);
  const montrer = ({ indicateurs, personnes }: Agregat, voulue: Demande): IndicateursPublics => {
    if (!masque) return indicateurs;
    const lus = masquerIndicateurs({ indicateurs, personnes });
    const larges = ensembles(voulue).map((large) => compter(large).agregat.personnes.total);
    return larges.some((total) => estSecrete(personnes.total, total)) ? RIEN(lus) : lus;
  };
  const cases = repartir(vue, demande, { geographie, cumuls });
  return {
    chiffres: montrer(agregat, demande),
    base: montrer(base.agregat, { ...demande, ...SANS_PUBLIC }),
    avant: avant === null ? null : montrer(avant.agregat, { ...demande, periode: demande.avant }),
    cases: cases === null ? null : masque ? masquerCases(cases, agregat.personnes.total) : montrerCases(cases),
    diversification: cases !== null && demande.dimension === 'secteur' ? mesurerDiversification(cases, masque) : null,
    ecarts: estAnnee2016(demande) ? ecartsPublies(base.agregat.indicateurs) : [],
    masque,
    lignesVisibles: peutDeclarer(compte),
  };
};

const repartir = (vue: Vue, demande: Demande, { geographie, cumuls }: Omit<ContexteReponse, 'compte'>) => {
  const { dimension } = demande;
  if (dimension === null) return null;
  const selon = () => grouperSelon(dimension, { ...vue, nomDeGroupe: geographie.nomDeGroupe(dimension) });
  const cle = `${dimension} ${cleDe(demande)}`;
  return ordonner(dimension, cumuls.repartir(vue, geographie.selection(demande), cle, selon));
};

/** La question porte-t-elle sur toute l'année de la consolidation publiée, publics mis à part ? */
const estAnnee2016 = (demande: Demande): boolean =>
  demande.periode?.du === '2016-01-01' &&
  demande.periode.au === '2016-12-31' &&
  !estFiltree({ ...demande, ...SANS_PUBLIC });

/** Une partie dont le reste est trop petit se cache tout entière. */
const RIEN = (lus: IndicateursPublics): IndicateursPublics => ({
  ...lus,
  hours: null,
  beneficiaries: null,
  meanHours: null,
  fte: null,
  women: null,
  men: null,
});
